import PlanModel
import PlanSchedule

/// The words of the answers, in Norwegian and English. No other file words anything for people.
///
///     Phrases(.norwegian).day(status)       // "30.04.2023"
///
/// Diagnostics are worded with their codes, in PlanModel.
struct Phrases {
  let language: Language

  init(_ language: Language) { self.language = language }

  /// The variant of this language.
  func pick(_ norwegian: String, _ english: String) -> String {
    language == .norwegian ? norwegian : english
  }

  // MARK: Numbers

  /// `12`, `1,5` or `1.5`: at most one decimal, rounded half away from zero.
  func number(_ value: Int, over unit: Int) -> String {
    let tenths = (abs(value) * 20 + unit) / (2 * unit)
    let text = tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10)\(pick(",", "."))\(tenths % 10)"
    return value < 0 && tenths > 0 ? "−\(text)" : text
  }

  /// A count with its noun: `1 link`, `2 links`.
  func count(_ number: Int, _ norwegian: (String, String), _ english: (String, String)) -> String {
    let noun = language == .norwegian ? norwegian : english
    return "\(number) \(number == 1 ? noun.0 : noun.1)"
  }

  /// Elapsed minutes for people: days, or hours and minutes below a day.
  func elapsed(_ minutes: Int) -> String {
    if minutes % 1440 == 0 || abs(minutes) >= 10 * 1440 {
      let days = number(minutes, over: 1440)
      return "\(days) \(days == "1" ? pick("dag", "day") : pick("dager", "days"))"
    }
    if abs(minutes) >= 1440 { return "\(number(minutes, over: 1440)) \(pick("dager", "days"))" }
    return abs(minutes) >= 60
      ? "\(number(minutes, over: 60)) \(pick("t", "h"))" : "\(minutes) min"
  }

  /// Float: working days (`d`), or calendar days (`ed`) around the clock.
  func float(_ minutes: Int, dayLength: Int, isElapsed: Bool) -> String {
    "\(number(minutes, over: dayLength)) \(isElapsed ? "ed" : "d")"
  }

  /// Float at both readings, the unit once: `0 … 20 d`.
  func float(from first: Int, to last: Int, dayLength: Int, isElapsed: Bool) -> String {
    let (a, b) = (number(first, over: dayLength), number(last, over: dayLength))
    return a == b
      ? float(first, dayLength: dayLength, isElapsed: isElapsed)
      : "\(a) … \(float(last, dayLength: dayLength, isElapsed: isElapsed))"
  }

  /// A quantity as the plan writes it, in words: `30 arbeidsdager`, `6 weeks by the calendar`.
  func quantity(_ quantity: Quantity) -> String {
    let thousandths = Int(quantity.thousandths)
    var amount = number(thousandths, over: 1000)
    if thousandths % 100 != 0 {
      amount = String(quantity.description.dropLast(quantity.unit.rawValue.count))
      if language == .norwegian { amount = String(amount.map { $0 == "." ? "," : $0 }) }
    }
    let one = amount == "1"
    let unit =
      switch quantity.unit {
      case .minutes: pick("arbeidsminutter", one ? "working minute" : "working minutes")
      case .hours: pick(one ? "arbeidstime" : "arbeidstimer", one ? "working hour" : "working hours")
      case .days: pick(one ? "arbeidsdag" : "arbeidsdager", one ? "working day" : "working days")
      case .weeks: pick(one ? "arbeidsuke" : "arbeidsuker", one ? "working week" : "working weeks")
      case .months: pick(one ? "arbeidsmåned" : "arbeidsmåneder", one ? "working month" : "working months")
      case .elapsedMinutes: pick("minutter", one ? "minute" : "minutes")
      case .elapsedHours: pick(one ? "time" : "timer", one ? "hour" : "hours")
      case .elapsedDays: pick(one ? "dag" : "dager", one ? "day" : "days")
      case .elapsedWeeks: pick(one ? "uke" : "uker", one ? "week" : "weeks")
      case .elapsedMonths: pick(one ? "måned" : "måneder", one ? "month" : "months")
      case .percent: "%"
      }
    return "\(amount) \(unit)"
  }

  // MARK: Dates

  /// In figures: `30.04.2023`, `2023-04-30`.
  func day(_ day: Day) -> String { day.shortText(in: language) }

  /// In full: `30. april 2023`, `30 April 2023`.
  func fullDay(_ day: Day) -> String { day.text(in: language) }

  /// Both readings where they differ, `20.10.2023 … 20.11.2023`, "not before" where it is a lower bound.
  func days(_ days: Readings<Day>, isLowerBound: Bool) -> String {
    let text = days.agree ? day(days.first) : "\(day(days.first)) … \(day(days.last))"
    return isLowerBound ? "\(notBefore) \(text)" : text
  }

  /// The same, days in full.
  func fullDays(_ days: Readings<Day>, isLowerBound: Bool) -> String {
    let text = days.agree ? fullDay(days.first) : "\(fullDay(days.first)) … \(fullDay(days.last))"
    return isLowerBound ? "\(notBefore) \(text)" : text
  }

  var notBefore: String { pick("tidligst", "not before") }
  var none: String { "–" }
  var and: String { pick("og", "and") }

  /// A stated date in its own words.
  func span(_ span: DateSpan) -> String { span.text(in: language) }

  /// `a, b and c`.
  func list(_ items: [String]) -> String {
    items.count < 2 ? items.joined() : items.dropLast().joined(separator: ", ") + " \(and) \(items[items.count - 1])"
  }

  // MARK: Words of the model

  func basis(_ basis: Basis) -> String {
    switch basis {
    case .stated: pick("oppgitt", "stated")
    case .unsourced: pick("uten kilde", "unsourced")
    case .assumed: pick("antatt", "assumed")
    case .whatIf: pick("hva om", "what-if")
    case .unknown: pick("ukjent", "unknown")
    }
  }

  func driver(_ driver: Driver) -> String {
    switch driver {
    case .link: pick("lenke", "link")
    case .planned: pick("plan", "plan")
    case .constraint(let kind): constraint(kind)
    case .statusDate: pick("statusdato", "status date")
    case .projectStart: pick("prosjektstart", "project start")
    case .actual: pick("skjedd", "actual")
    case .nothing: pick("udatert", "undated")
    }
  }

  func constraint(_ kind: Constraint.Kind) -> String {
    switch kind {
    case .startNoEarlierThan: pick("start tidligst", "start no earlier than")
    case .finishNoEarlierThan: pick("slutt tidligst", "finish no earlier than")
    case .startNoLaterThan: pick("start senest", "start no later than")
    case .finishNoLaterThan: pick("slutt senest", "finish no later than")
    case .startOn: pick("start på", "start on")
    case .finishOn: pick("slutt på", "finish on")
    case .pinStart: pick("fastsatt start", "pinned start")
    case .pinFinish: pick("fastsatt slutt", "pinned finish")
    }
  }
}
