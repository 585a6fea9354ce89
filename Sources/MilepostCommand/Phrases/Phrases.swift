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
    words.daysAndHours(minutes, dayLength: dayLength, unit: isElapsed ? "ed" : "d")
  }

  /// Float at both readings, the unit once where both are whole days: `0 … 20 d`.
  func float(from first: Int, to last: Int, dayLength: Int, isElapsed: Bool) -> String {
    let text = float(last, dayLength: dayLength, isElapsed: isElapsed)
    if first == last { return text }
    let isWhole = dayLength > 0 && first % dayLength == 0 && last % dayLength == 0
    let from = isWhole ? words.signed(first / dayLength, plus: false) : float(first, dayLength: dayLength, isElapsed: isElapsed)
    return "\(from) … \(text)"
  }

  /// Both readings of a date in full where they differ, "not before" where it is a lower bound.
  func fullDays(_ days: Readings<Day>, isLowerBound: Bool) -> String {
    words.fullDays(days, isLowerBound: isLowerBound)
  }

  /// What placed a date, as a cell of a table.
  func driver(_ driver: Driver) -> String { words.driver(driver) }
}
