/// An opaque colour.
///
///     Colour(0x0072B2).css            // "#0072b2"
///     Colour(0x0072B2).readableInk    // white
public struct Colour: Hashable, Sendable {
  /// The red part, 0 to 255.
  public let red: UInt8
  /// The green part, 0 to 255.
  public let green: UInt8
  /// The blue part, 0 to 255.
  public let blue: UInt8

  /// From the usual six hexadecimal digits; digits above them are ignored.
  public init(_ hex: UInt32) {
    red = UInt8(hex >> 16 & 0xFF)
    green = UInt8(hex >> 8 & 0xFF)
    blue = UInt8(hex & 0xFF)
  }

  /// From its three parts.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// The colour of paper.
  public static let white = Colour(0xFFFFFF)
  /// The colour of print.
  public static let black = Colour(0x000000)

  /// As `#rrggbb`.
  public var css: String {
    let digits = Array("0123456789abcdef")
    return "#"
      + String([red, green, blue].flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  /// This colour thinned with white: 0 leaves it, 1 gives white.
  public func tinted(_ amount: Double) -> Colour { mixed(with: .white, amount) }

  /// This colour darkened with black: 0 leaves it, 1 gives black.
  public func shaded(_ amount: Double) -> Colour { mixed(with: .black, amount) }

  private func mixed(with other: Colour, _ amount: Double) -> Colour {
    let share = amount.isFinite ? min(max(amount, 0), 1) : 0
    func mix(_ a: UInt8, _ b: UInt8) -> UInt8 { UInt8((Double(a) * (1 - share) + Double(b) * share).rounded()) }
    return Colour(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
  }

  /// Relative luminance, 0 for black to 1 for white, with gamma taken as 2.
  ///
  /// WCAG 2 uses an exponent of about 2.4; a square keeps the choice of ink the same and needs no library.
  var luminance: Double {
    func linear(_ part: UInt8) -> Double { Double(part) / 255 * Double(part) / 255 }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// Contrast between two colours, 1 (equal) to 21 (black on white), after WCAG 2.
  public func contrast(to other: Colour) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// The ink, dark or white, that reads best on this colour.
  public var readableInk: Colour {
    let dark = Palette.standard.ink
    return contrast(to: dark) >= contrast(to: .white) ? dark : .white
  }
}
