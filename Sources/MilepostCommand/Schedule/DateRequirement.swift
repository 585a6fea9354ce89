import PlanFiles
import PlanModel
import PlanSchedule

/// What `schedule --require` asks for: that something is done by a day.
///
///     x.bergen-start <= november 2023
///
/// It holds when even the least favourable reading (last days, high durations) keeps it, fails when even the most
/// favourable one (first days, low durations) breaks it, depends between the two, and is unknown where the date is a
/// lower bound that does not break it already.
struct DateRequirement {
  enum Verdict: String {
    case holds, depends, fails, unknown
  }

  let text: String
  let activity: ActivityID
  let by: DateSpan
  /// The last day that meets it.
  let last: Day
  let most: Day
  let least: Day
  let verdict: Verdict

  /// Reads the requirements of a call and judges each of them.
  ///
  /// - Throws: every one that cannot be read.
  static func judged(
    _ texts: [String], _ schedule: Schedule, _ loaded: LoadedPlan
  ) throws(InvalidInput) -> [DateRequirement] {
    if texts.isEmpty { return [] }
    let most = EarlyDates(schedule.network, .mostFavourable)
    let least = EarlyDates(schedule.network, .leastFavourable)
    var judged: [DateRequirement] = []
    for (index, text) in texts.enumerated() {
      judged.append(
        try DateRequirement(text, label: "--require \(index + 1)", schedule, most, least, loaded))
    }
    return judged
  }

  private init(
    _ text: String, label: String, _ schedule: Schedule, _ most: EarlyDates, _ least: EarlyDates, _ loaded: LoadedPlan
  ) throws(InvalidInput) {
    let example = "write ID <= DATE, for example 'x.bergen-start <= 2023-11-30'"
    guard let sign = text.firstRange(of: "<=") else {
      throw loaded.refusal(.badArgument, "'\(text)' is no requirement", example, of: label)
    }
    let id = try loaded.activity(String(text[..<sign.lowerBound]).trimmed, of: label)
    let words = String(text[sign.upperBound...]).trimmed
    do throws(DateProblem) {
      by = try DateSpan(words, context: loaded.dateContext)
    } catch {
      throw loaded.refusal(.badDate, words, error.hint, of: label)
    }
    guard let last = by.latest else {
      throw loaded.refusal(.badDate, words, "a requirement needs a last day", of: label)
    }
    guard let member = schedule[id], member.isScheduled else {
      throw loaded.refusal(.badArgument, "'\(id)' is not scheduled", example, of: label)
    }
    self.text = text
    activity = id
    self.last = last
    self.most = member.day(in: most)
    self.least = member.day(in: least)
    if self.most > last {
      verdict = .fails
    } else if member.isLowerBound {
      verdict = .unknown
    } else {
      verdict = self.least <= last ? .holds : .depends
    }
  }

  var json: JSONValue {
    .object([
      ("requirement", .string(text)),
      ("id", .string(activity.text)),
      ("by", .string(last.description)),
      ("mostFavourable", .string(most.description)),
      ("leastFavourable", .string(least.description)),
      ("verdict", .string(verdict.rawValue)),
    ])
  }
}

extension ScheduledActivity {
  /// The day that people mean by its date, in other early dates of the same network.
  func day(in early: EarlyDates) -> Day {
    activity.kind == .startMilestone
      ? Instant(minutes: early.start(position)).day : Instant(minutes: early.finish(position)).finishDay
  }
}
