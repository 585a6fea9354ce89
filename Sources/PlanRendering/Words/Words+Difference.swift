public import PlanComparison
public import PlanModel
public import PlanSchedule

extension Words {
  /// Stated dates apart: `2 måneder (32–91 d)`; in days where they are not stated as months.
  ///
  /// - Parameter signed: with "+" where the second is later.
  public func difference(_ difference: SpanDifference, signed isSigned: Bool = false) -> String {
    let bounds = difference.days
    let isEarlier = bounds.upperBound < 0
    let sign = !isSigned ? "" : isEarlier ? "−" : bounds.lowerBound > 0 ? "+" : ""
    let (least, most) = isEarlier ? (-bounds.upperBound, -bounds.lowerBound) : (bounds.lowerBound, bounds.upperBound)
    let range = least == most ? "\(signed(least, plus: false)) d" : "\(spread(least, most)) d"
    guard let months = difference.months, least != most else { return isSigned ? sign + range : range }
    if months == 0 { return pick("samme måned", "the same month") + " (\(range))" }
    return "\(sign)\(self.months(abs(months))) (\(range))"
  }

  private func spread(_ least: Int, _ most: Int) -> String {
    least < 0 ? "\(signed(least)) … \(signed(most))" : "\(least)–\(most)"
  }

  /// How far a computed date moved: `+61 d`, `+42 d (6 uker)`, `0`.
  public func moved(_ time: ElapsedTime) -> String {
    if time == .zero { return "0" }
    var text = (time > .zero ? "+" : "") + elapsed(time)
    if time.minutes % 10_080 == 0 { text += " (\(weeks(Int(time.minutes.magnitude) / 10_080)))" }
    return text
  }

  /// The same in both readings: `+61 d … +62 d`.
  public func moved(_ readings: Readings<ElapsedTime>) -> String {
    readings.agree
      ? moved(readings.first)
      : "\(readings.first > .zero ? "+" : "")\(zeroOr(readings.first)) … \(readings.last > .zero ? "+" : "")\(zeroOr(readings.last))"
  }

  private func zeroOr(_ time: ElapsedTime) -> String { time == .zero ? "0" : elapsed(time) }

  /// A gap in two plans: `2 måneder → 1 måned`.
  public func gap(_ stated: Pair<SpanDifference?>) -> String {
    func short(_ difference: SpanDifference?) -> String {
      guard let difference else { return pick("ikke oppgitt", "not stated") }
      return difference.months.map { $0 == 0 ? pick("samme måned", "the same month") : months($0) }
        ?? days(difference.firstToFirst)
    }
    return "\(short(stated.first)) → \(short(stated.second))"
  }

  /// A distance in days, in both readings: `61 … 62 d`.
  public func distance(_ days: Readings<Int>) -> String {
    days.agree
      ? "\(signed(days.first, plus: false)) d"
      : "\(signed(days.first, plus: false)) … \(signed(days.last, plus: false)) d"
  }
}
