import PlanModel
import PlanRendering
import PlanSchedule

/// The sentences of the command line, in Norwegian and English, built on the ``Words`` that pages and pictures use too.
///
///     Phrases(.norwegian).words.day(status)       // "30.04.2023"
///
/// Diagnostics are worded with their codes, in PlanModel.
struct Phrases {
  let words: Words

  /// - Parameter names: what activities are called; without it they are called by their ids.
  init(_ language: Language, names: Names = Names()) { words = Words(language: language, names: names) }

  /// The variant of this language.
  func pick(_ norwegian: String, _ english: String) -> String { words.pick(norwegian, english) }

  /// Float: working days (`d`), or calendar days (`ed`) around the clock, with hours: `1 d 3 t`.
  func float(_ minutes: Int, dayLength: Int, isElapsed: Bool) -> String {
    words.daysAndHours(
      Phrases.rounded(minutes, dayLength: dayLength), dayLength: dayLength, unit: isElapsed ? "ed" : "d")
  }

  /// From a day up, minutes say nothing: the nearest hour, or the next day where less than half an hour is missing.
  private static func rounded(_ minutes: Int, dayLength: Int) -> Int {
    let total = minutes.magnitude
    guard dayLength > 0, total >= UInt(dayLength), total < UInt(Int32.max) else { return minutes }
    let (days, rest) = Int(total).quotientAndRemainder(dividingBy: dayLength)
    let hours = (rest + 30) / 60 * 60
    let near = days * dayLength + (dayLength - rest < 30 ? dayLength : min(hours, dayLength))
    return minutes < 0 ? -near : near
  }

  /// Float at both readings, the unit once where both have only one: `0 … 20 d`.
  func float(from first: Int, to last: Int, dayLength: Int, isElapsed: Bool) -> String {
    let text = float(last, dayLength: dayLength, isElapsed: isElapsed)
    let other = float(first, dayLength: dayLength, isElapsed: isElapsed)
    if other == text { return text }
    let parts = [other, text].map { $0.split(separator: " ") }
    return parts.allSatisfy { $0.count == 2 && $0[1] == parts[0][1] }
      ? "\(parts[0][0]) … \(text)" : "\(other) … \(text)"
  }

  /// Both readings of a date in full where they differ, "not before" where it is a lower bound.
  func fullDays(_ days: Readings<Day>, isLowerBound: Bool) -> String {
    words.fullDays(days, isLowerBound: isLowerBound)
  }

  /// What placed a date, as a cell of a table.
  func driver(_ driver: Driver) -> String { words.driver(driver) }
}
