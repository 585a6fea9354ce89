/// An amount of working or elapsed time as a plan says it: `30d`, `6ew`, `1.5h`, `50%`.
///
/// `m h d w mo` are working units whose lengths the plan's options set; `em eh ed ew emo` are elapsed (an `emo` is 30
/// days: an amount has no date to count a month from); `%` is a share of the predecessor's duration and stands only in
/// lags.
public struct Quantity: Hashable, Sendable {
  /// Working units, and elapsed ones that begin with `e`.
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    case minutes = "m"
    case hours = "h"
    case days = "d"
    case weeks = "w"
    case months = "mo"
    case elapsedMinutes = "em"
    case elapsedHours = "eh"
    case elapsedDays = "ed"
    case elapsedWeeks = "ew"
    case elapsedMonths = "emo"
    case percent = "%"

    /// Whether it counts time by the clock instead of working time; false for percentages.
    public var isElapsed: Bool {
      switch self {
      case .elapsedMinutes, .elapsedHours, .elapsedDays, .elapsedWeeks, .elapsedMonths: true
      default: false
      }
    }
  }

  /// The lower 32 of 56 bits, which leave one of eight bytes for the unit: plans hold millions of quantities.
  @usableFromInline let low: UInt32
  @usableFromInline let middle: UInt16
  @usableFromInline let high: Int8
  public let unit: Unit

  /// The amount in thousandths of the unit.
  @inlinable public var thousandths: Int64 { Int64(high) << 48 | Int64(middle) << 32 | Int64(low) }

  /// Beyond 36 million million units either way, what no plan may name, it is those.
  @inlinable public init(thousandths: Int64, unit: Unit) {
    let limit: Int64 = 1 << 55
    let amount = min(max(thousandths, -limit), limit - 1)
    low = UInt32(truncatingIfNeeded: amount)
    middle = UInt16(truncatingIfNeeded: amount >> 32)
    high = Int8(truncatingIfNeeded: amount >> 48)
    self.unit = unit
  }

  /// So many whole units: `Quantity(30, .days)` is `30d`.
  public init(_ amount: Int, _ unit: Unit) {
    self.init(thousandths: Int64(clamping: amount) &* 1000, unit: unit)
  }

  /// Working minutes.
  public static func minutes(_ count: Int) -> Quantity { Quantity(count, .minutes) }
  /// Working hours.
  public static func hours(_ count: Int) -> Quantity { Quantity(count, .hours) }
  /// Working days.
  public static func days(_ count: Int) -> Quantity { Quantity(count, .days) }
  /// Working weeks.
  public static func weeks(_ count: Int) -> Quantity { Quantity(count, .weeks) }
  /// Days by the clock.
  public static func elapsedDays(_ count: Int) -> Quantity { Quantity(count, .elapsedDays) }
  /// Weeks by the clock.
  public static func elapsedWeeks(_ count: Int) -> Quantity { Quantity(count, .elapsedWeeks) }

  /// Whether it is time by the clock instead of working time; false for percentages.
  public var isElapsed: Bool { unit.isElapsed }

  /// The same amount by the calendar, as slips are read: `6w` is `6ew`, `2mo` is `2emo`.
  public var byTheCalendar: Quantity {
    let unit: Unit =
      switch unit {
      case .minutes: .elapsedMinutes
      case .hours: .elapsedHours
      case .days: .elapsedDays
      case .weeks: .elapsedWeeks
      case .months: .elapsedMonths
      default: self.unit
      }
    return Quantity(thousandths: thousandths, unit: unit)
  }
  /// Whether it is less than zero, as a lead is; zero is not.
  public var isNegative: Bool { thousandths < 0 }
  /// The same amount in the other direction: a lag becomes a lead.
  public static prefix func - (quantity: Quantity) -> Quantity {
    Quantity(thousandths: -quantity.thousandths, unit: quantity.unit)
  }

  /// The largest amount that a plan may name, in any unit.
  static let limit: Int64 = 100_000_000_000

  /// Reads `30d`, `-1.5h`, `+6ew`; nil where the text is no quantity.
  public init?(_ text: some StringProtocol) {
    var rest = Substring(text)
    var negative = false
    if rest.first == "+" || rest.first == "-" || rest.first == "−" {
      negative = rest.first != "+"
      rest.removeFirst()
    }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    rest = rest.dropFirst(digits.count)
    guard !digits.isEmpty, digits.count <= 9, let whole = Int64(digits) else { return nil }
    var amount = whole * 1000
    if rest.first == "." {
      let fraction = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
      guard (1...3).contains(fraction.count),
        let value = Int64(fraction + String(repeating: "0", count: 3 - fraction.count))
      else { return nil }
      amount += value
      rest = rest.dropFirst(fraction.count + 1)
    }
    if rest.first == " " { rest = rest.drop { $0 == " " } }
    guard let unit = Unit(rawValue: String(rest)), amount <= Quantity.limit else { return nil }
    self.init(thousandths: negative ? -amount : amount, unit: unit)
  }
}

extension Quantity: CustomStringConvertible {
  /// As plans write it, with as many decimals as it needs: `30d`, `-1.5h`, `50%`.
  public var description: String {
    let magnitude = thousandths.magnitude
    var text = String(magnitude / 1000)
    if magnitude % 1000 != 0 {
      var fraction = padded(Int(magnitude % 1000), 3)
      while fraction.last == "0" { fraction.removeLast() }
      text += "." + fraction
    }
    return (thousandths < 0 ? "-" : "") + text + unit.rawValue
  }
}
