/// How likely something is, as plans say it: a number from 0 to 1, or a range of such that is read at its middle.
///
///     Probability("0.3")?.middle           // 0.3
///     Probability("0.1..0.3")?.middle      // 0.2
public struct Probability: Hashable, Sendable, CustomStringConvertible {
  /// The same as ``high`` where one number is given.
  public let low: Amount
  /// The upper end, from 0 to 1; never below ``low``.
  public let high: Amount

  /// Nil where an end is not from 0 to 1, or the ends stand the wrong way round.
  public init?(_ low: Amount, _ high: Amount) {
    guard low.thousandths >= 0, low <= high, high.thousandths <= 1000 else { return nil }
    self.low = low
    self.high = high
  }

  /// Reads `0.3` and `0.1..0.3`; nil where the text is no such number.
  public init?(_ text: String) {
    let parts = text.rangeParts.map { Amount($0) }
    guard let first = parts[0], parts.count <= 2, let last = parts.count == 1 ? first : parts[1] else { return nil }
    self.init(first, last)
  }

  /// What is reckoned with, to the nearest thousandth.
  public var middle: Amount { Amount(thousandths: (low.thousandths + high.thousandths + 1) / 2) }

  /// As plans write it: `0.3`, or `0.1..0.3`.
  public var description: String { low == high ? "\(low)" : "\(low)..\(high)" }
}

extension String {
  /// The texts between `..`, without white space around them; one at least.
  package var rangeParts: [String] {
    var parts: [String] = []
    var rest = Substring(self)
    while let dots = rest.firstRange(of: "..") {
      parts.append(String(rest[..<dots.lowerBound]).trimmed)
      rest = rest[dots.upperBound...]
    }
    return parts + [String(rest).trimmed]
  }
}
