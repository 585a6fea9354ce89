package import PlanComparison
package import PlanModel
package import PlanSchedule

/// Amounts of time in a slip: exact, or rounded so that they still add up.
extension Words {
  /// Tenths of a day, in minutes.
  private static var tenth: Int { 144 }

  /// The amounts of the entries as they are shown: exact, or in tenths of a day that add up to the rounded sum, by largest
  /// remainder.
  package func shownAmounts(of ledger: Ledger) -> [ElapsedTime] {
    let exact = ledger.entries.map { Int($0.elapsed.minutes) }
    let total = exact.reduce(0, +)
    guard total.magnitude >= 1440, exact.contains(where: { $0 % 1440 != 0 }) else {
      return ledger.entries.map(\.elapsed)
    }
    var tenths = ledger.entries.map { Int(floorDivide($0.elapsed.minutes, Int32(Words.tenth))) }
    let rounded = (total.magnitude + 72) / 144
    let missing = (total < 0 ? -Int(rounded) : Int(rounded)) - tenths.reduce(0, +)
    let order = exact.indices.sorted {
      (tenths[$0] * Words.tenth - exact[$0], $0) < (tenths[$1] * Words.tenth - exact[$1], $1)
    }
    for place in order.prefix(max(0, missing)) { tenths[place] += 1 }
    return tenths.map { ElapsedTime(minutes: Int32(clamping: $0 * Words.tenth)) }
  }

  /// `6 uker` and `6 w`, `11 d`, `36,6 d`; hours and minutes under a day, unless it is in tenths of one.
  func brief(_ time: ElapsedTime, signed: Bool = false) -> String {
    let sign = signed && time > .zero ? "+" : ""
    if time.minutes != 0, time.minutes % 10_080 == 0, language == .english {
      return sign + self.signed(Int(time.minutes) / 10_080, plus: false) + " w"
    }
    let isTenths = time.minutes % 144 == 0 && time.minutes % 60 != 0
    return sign + (time.minutes.magnitude < 1440 && !isTenths ? elapsed(time) : roundSpan(time))
  }

  /// An amount of time in weeks where it is some: `6 uker`, `11 d`.
  package func span(_ time: ElapsedTime) -> String {
    time.minutes != 0 && time.minutes % 10_080 == 0 ? weeks(Int(time.minutes) / 10_080) : elapsed(time)
  }

  /// The same with its sign: `+6 uker`, `−2 d`.
  package func shift(_ time: ElapsedTime) -> String { (time > .zero ? "+" : "") + span(time) }

  /// Time in weeks or in days with at most one decimal, for tables: `6 uker`, `87,4 d`.
  package func roundSpan(_ time: ElapsedTime) -> String {
    time.minutes % 1440 == 0 ? span(time) : "\(number(Int(time.minutes), over: 1440)) d"
  }

  /// The same with its sign: `+71,6 d`.
  package func roundShift(_ time: ElapsedTime) -> String { (time > .zero ? "+" : "") + roundSpan(time) }

  /// Both readings without a sign of their own: `6 uker`, `9 d … 12 d`.
  package func span(_ times: Readings<ElapsedTime>) -> String {
    times.agree ? span(times.first) : "\(span(times.first)) … \(span(times.last))"
  }

  package func roundShift(_ times: Readings<ElapsedTime>) -> String {
    times.agree ? roundShift(times.first) : "\(roundShift(times.first)) … \(roundShift(times.last))"
  }

  package func shift(_ times: Readings<ElapsedTime>) -> String {
    times.agree ? shift(times.first) : "\(shift(times.first)) … \(shift(times.last))"
  }
}
