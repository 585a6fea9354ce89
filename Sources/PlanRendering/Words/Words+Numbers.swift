public import PlanModel

extension Words {
  /// `12`, `1,5` or `1.5`: at most one decimal, rounded half away from zero.
  ///
  ///     Words(language: .norwegian).number(750, over: 450)      // "1,7"
  public func number(_ value: Int, over unit: Int) -> String {
    guard unit > 0 else { return String(value) }
    let (tenfold, overflow) = value.magnitude.multipliedReportingOverflow(by: 20)
    guard !overflow else { return String(value / unit) }
    let tenths = (tenfold + UInt(unit)) / (2 * UInt(unit))
    let text = tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10)\(pick(",", "."))\(tenths % 10)"
    return value < 0 && tenths > 0 ? "−\(text)" : text
  }

  /// A count with its noun: `1 milepæl`, `2 milepæler`.
  package func count(_ number: Int, _ norwegian: (String, String), _ english: (String, String)) -> String {
    let noun = language == .norwegian ? norwegian : english
    return "\(signed(number, plus: false)) \(number.magnitude == 1 ? noun.0 : noun.1)"
  }

  /// `+61`, `−3`, `0`, with the sign that lines up with figures.
  package func signed(_ number: Int, plus: Bool = true) -> String {
    number < 0 ? "−\(number.magnitude)" : (plus && number > 0 ? "+\(number)" : "\(number)")
  }

  package func days(_ number: Int) -> String { count(number, ("dag", "dager"), ("day", "days")) }
  package func months(_ number: Int) -> String { count(number, ("måned", "måneder"), ("month", "months")) }
  package func weeks(_ number: Int) -> String { count(number, ("uke", "uker"), ("week", "weeks")) }

  /// Elapsed time, exact: `61 d`, `2 d 16 t 30 min`; hours and minutes only where there are any.
  public func elapsed(_ time: ElapsedTime) -> String {
    daysAndHours(Int(time.minutes), dayLength: 1440)
  }

  /// Days of `dayLength` minutes, hours and minutes, in the one form that waits, differences and float share.
  ///
  ///     Words(language: .norwegian).daysAndHours(750, dayLength: 450)      // "1 d 5 t"
  ///
  /// - Parameter unit: what a day is called.
  package func daysAndHours(_ minutes: Int, dayLength: Int, unit: String = "d") -> String {
    let total = minutes.magnitude
    let day = UInt(max(dayLength, 1))
    var parts: [String] = []
    if total >= day || total == 0 { parts.append("\(total / day) \(unit)") }
    if total % day / 60 > 0 { parts.append("\(total % day / 60) \(pick("t", "h"))") }
    if total % day % 60 > 0 { parts.append("\(total % day % 60) min") }
    return (minutes < 0 ? "−" : "") + parts.joined(separator: " ")
  }

  /// A quantity as a plan gives it, in words: `30 arbeidsdager`, `1.5 working weeks`, `6 weeks by the calendar`.
  public func quantity(_ quantity: Quantity) -> String {
    "\(amount(of: quantity))\(quantity.unit == .percent ? " %" : " " + noun(of: quantity.unit, isOne: quantity.thousandths.magnitude == 1000))"
  }

  /// A duration with its range: `50 arbeidsdager (40–70)`.
  public func estimate(_ estimate: Estimate) -> String {
    let likely = quantity(estimate.likely)
    guard let low = estimate.low, let high = estimate.high else { return likely }
    if low.unit == estimate.likely.unit, high.unit == estimate.likely.unit {
      return "\(likely) (\(amount(of: low))–\(amount(of: high)))"
    }
    return "\(likely) (\(quantity(low))–\(quantity(high)))"
  }

  private func amount(of quantity: Quantity) -> String {
    let digits = quantity.description.dropLast(quantity.unit.rawValue.count)
    return String(digits.map { $0 == "." ? Character(pick(",", ".")) : $0 == "-" ? "−" : $0 })
  }

  private func noun(of unit: Quantity.Unit, isOne: Bool) -> String {
    let forms: (String, String, String, String) =
      switch unit {
      case .minutes: ("arbeidsminutt", "arbeidsminutter", "working minute", "working minutes")
      case .hours: ("arbeidstime", "arbeidstimer", "working hour", "working hours")
      case .days: ("arbeidsdag", "arbeidsdager", "working day", "working days")
      case .weeks: ("arbeidsuke", "arbeidsuker", "working week", "working weeks")
      case .months: ("arbeidsmåned", "arbeidsmåneder", "working month", "working months")
      case .elapsedMinutes: ("minutt", "minutter", "minute by the clock", "minutes by the clock")
      case .elapsedHours: ("time på klokken", "timer på klokken", "hour by the clock", "hours by the clock")
      case .elapsedDays: ("kalenderdag", "kalenderdager", "calendar day", "calendar days")
      case .elapsedWeeks: ("kalenderuke", "kalenderuker", "week by the calendar", "weeks by the calendar")
      case .elapsedMonths: ("måned à 30 dager", "måneder à 30 dager", "month of 30 days", "months of 30 days")
      case .percent: ("%", "%", "%", "%")
      }
    return isOne ? pick(forms.0, forms.2) : pick(forms.1, forms.3)
  }
}
