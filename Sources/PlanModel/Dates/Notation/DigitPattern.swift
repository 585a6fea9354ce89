/// Digits of which some are unspecified: `202X`, `1X`, `XX`.
struct DigitPattern {
  /// Each place's digit; nil where it is X.
  let places: [Int?]

  /// Nil unless the text is exactly `count` digits or X.
  init?(_ text: Substring, count: Int) {
    guard text.utf8.count == count else { return nil }
    var places: [Int?] = []
    for character in text {
      if character == "X" || character == "x" {
        places.append(nil)
      } else if let digit = character.asciiDigit {
        places.append(digit)
      } else {
        return nil
      }
    }
    self.places = places
  }

  var isComplete: Bool { !places.contains(nil) }
  var isUnspecified: Bool { places.allSatisfy { $0 == nil } }

  var smallest: Int { places.reduce(0) { $0 * 10 + ($1 ?? 0) } }
  var largest: Int { places.reduce(0) { $0 * 10 + ($1 ?? 9) } }

  func matches(_ number: Int) -> Bool {
    var rest = number
    for place in places.reversed() {
      if let place, place != rest % 10 { return false }
      rest /= 10
    }
    return rest == 0
  }
}

extension Character {
  /// The value of an ASCII digit.
  var asciiDigit: Int? {
    guard let value = asciiValue, (48...57).contains(value) else { return nil }
    return Int(value) - 48
  }
}

extension StringProtocol {
  /// One to nine ASCII digits as a number.
  var asciiNumber: Int? {
    guard !isEmpty, utf8.count <= 9 else { return nil }
    var value = 0
    for character in self {
      guard let digit = character.asciiDigit else { return nil }
      value = value * 10 + digit
    }
    return value
  }
}
