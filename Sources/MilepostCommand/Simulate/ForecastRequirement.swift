import PlanComparison
import PlanFiles
import PlanModel
import PlanSchedule
import PlanSimulation

/// What `simulate --require` asks for: that something is there by a day, with a probability.
///
///     x.bergen-start <= november 2023 at 80%
///
/// It holds where the share of futures is as large; where something undated is left out it can only fail or be unknown.
struct ForecastRequirement {
  let text: String
  let activity: ActivityID
  /// The last day that meets it.
  let last: Day
  let share: Double

  /// Reads the requirements of a call.
  ///
  /// - Throws: the first one that cannot be read.
  static func read(_ texts: [String], _ loaded: LoadedPlan) throws(InvalidInput) -> [ForecastRequirement] {
    var read: [ForecastRequirement] = []
    for (index, text) in texts.enumerated() {
      read.append(try ForecastRequirement(text, label: "--require \(index + 1)", loaded))
    }
    return read
  }

  private init(_ text: String, label: String, _ loaded: LoadedPlan) throws(InvalidInput) {
    let example = "write 'ID <= DATE at PERCENT%', for example 'x.bergen-start <= 2023-11-30 at 80%'"
    let sign = text.firstRange(of: "<=") ?? text.firstRange(of: " by ")
    guard let sign, let at = text.ranges(of: " at ").last, sign.upperBound <= at.lowerBound else {
      throw loaded.refusal(.badArgument, "'\(text)' is no requirement", example, of: label)
    }
    let percent = String(text[at.upperBound...]).trimmed
    guard percent.hasSuffix("%"), let amount = Double(String(percent.dropLast()).trimmed), amount > 0, amount <= 100
    else { throw loaded.refusal(.badArgument, "'\(percent)' is no probability", example, of: label) }
    let id = try loaded.activity(String(text[..<sign.lowerBound]).trimmed, of: label)
    let words = String(text[sign.upperBound..<at.lowerBound]).trimmed
    let span: DateSpan
    do throws(DateProblem) {
      span = try DateSpan(words, context: loaded.dateContext)
    } catch {
      throw loaded.refusal(.badDate, words, error.hint, of: label)
    }
    guard let last = span.latest else {
      throw loaded.refusal(.badDate, words, "a requirement needs a last day", of: label)
    }
    self.text = text
    activity = id
    self.last = last
    share = amount / 100
  }
}

/// What became of a requirement.
struct JudgedForecast {
  let requirement: ForecastRequirement
  let probability: TargetProbability
  let verdict: Verdict.Word

  init?(_ requirement: ForecastRequirement, in simulated: SimulatedPlan) {
    guard let odds = simulated.futures.odds(of: requirement.activity, in: simulated.plan) else { return nil }
    self.requirement = requirement
    let isAtMost = !simulated.outlook.leftOut(of: requirement.activity).isEmpty
    probability = TargetProbability(odds, by: requirement.last, isAtMost: isAtMost)
    verdict = probability.value < requirement.share ? .fails : isAtMost ? .unknown : .holds
  }

  var json: JSONValue {
    .object([
      ("requirement", .string(requirement.text)),
      ("id", .string(requirement.activity.text)),
      ("by", .string(requirement.last.description)),
      ("share", .decimal(requirement.share)),
      ("probability", JSONValue(probability, leavesOut: nil)),
      ("verdict", .string(verdict.rawValue)),
    ])
  }
}
