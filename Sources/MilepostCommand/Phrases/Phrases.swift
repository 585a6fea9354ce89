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

  /// Float: working days (`d`), or calendar days (`ed`) around the clock.
  func float(_ minutes: Int, dayLength: Int, isElapsed: Bool) -> String {
    "\(words.number(minutes, over: dayLength)) \(isElapsed ? "ed" : "d")"
  }

  /// Float at both readings, the unit once: `0 … 20 d`.
  func float(from first: Int, to last: Int, dayLength: Int, isElapsed: Bool) -> String {
    let (a, b) = (words.number(first, over: dayLength), words.number(last, over: dayLength))
    let text = float(last, dayLength: dayLength, isElapsed: isElapsed)
    return a == b ? text : "\(a) … \(text)"
  }

  /// Both readings of a date in full where they differ, "not before" where it is a lower bound.
  func fullDays(_ days: Readings<Day>, isLowerBound: Bool) -> String {
    let (first, last) = (words.fullDay(days.first), words.fullDay(days.last))
    let text = days.agree ? first : "\(first) … \(last)"
    return isLowerBound ? "\(words.notBefore) \(text)" : text
  }

  /// What placed a date, as a cell of a table.
  func driver(_ driver: Driver) -> String {
    switch driver {
    case .link: pick("kobling", "link")
    case .planned: pick("oppgitt dato", "stated date")
    case .constraint(let kind): words.constraint(kind)
    case .statusDate: pick("statusdato", "status date")
    case .projectStart: pick("planens start", "plan start")
    case .actual: pick("skjedd", "actual")
    case .nothing: pick("udatert", "undated")
    }
  }
}
