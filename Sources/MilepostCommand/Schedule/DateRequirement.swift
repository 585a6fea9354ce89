import PlanComparison
import PlanFiles
import PlanModel
import PlanRendering

/// What `schedule --require` asks for: that something is done by a day.
///
///     x.bergen-start <= november 2023
///
/// It holds when even the least favourable reading (last days, high durations) keeps it, fails when even the most
/// favourable one (first days, low durations) breaks it, depends between the two, and is unknown where the date is a
/// lower bound that does not break it already.
struct DateRequirement {
  let text: String
  let activity: ActivityID
  /// The last day that meets it.
  let last: Day
  /// The day in the most and in the least favourable reading.
  let days: ClosedRange<Day>
  let verdict: Verdict.Word

  /// Reads the requirements of a call and judges each of them.
  ///
  /// - Throws: the first one that cannot be read.
  static func judged(
    _ texts: [String], _ outlook: Outlook, _ loaded: LoadedPlan
  ) throws(InvalidInput) -> [DateRequirement] {
    var judged: [DateRequirement] = []
    for (index, text) in texts.enumerated() {
      judged.append(try DateRequirement(text, label: "--require \(index + 1)", outlook, loaded))
    }
    return judged
  }

  private init(_ text: String, label: String, _ outlook: Outlook, _ loaded: LoadedPlan) throws(InvalidInput) {
    let example = "write ID <= DATE, for example 'x.bergen-start <= 2023-11-30'"
    guard let sign = text.firstRange(of: "<=") else {
      throw loaded.refusal(.badArgument, "'\(text)' is no requirement", example, of: label)
    }
    let id = try loaded.activity(String(text[..<sign.lowerBound]).trimmed, of: label)
    let words = String(text[sign.upperBound...]).trimmed
    let span: DateSpan
    do throws(DateProblem) {
      span = try DateSpan(words, context: loaded.dateContext)
    } catch {
      throw loaded.refusal(.badDate, words, error.hint, of: label)
    }
    guard let last = span.latest else {
      throw loaded.refusal(.badDate, words, "a requirement needs a last day", of: label)
    }
    guard let (verdict, days) = outlook.judgement(of: id, by: last) else {
      throw loaded.refusal(.badArgument, "'\(id)' is not scheduled", example, of: label)
    }
    self.text = text
    activity = id
    self.last = last
    self.days = days
    self.verdict = verdict
  }

  var json: JSONValue {
    .object([
      ("requirement", .string(text)),
      ("id", .string(activity.text)),
      ("by", .string(last.description)),
      ("mostFavourable", .string(days.lowerBound.description)),
      ("leastFavourable", .string(days.upperBound.description)),
      ("verdict", .string(verdict.rawValue)),
    ])
  }
}

extension [DateRequirement] {
  /// What became of each, one to a line.
  func text(_ words: Words, width: Int) -> String {
    flatMap { indented(words.requirement($0.text, $0.verdict, $0.days), by: 0, to: width) }.map { $0 + "\n" }.joined()
  }
}
