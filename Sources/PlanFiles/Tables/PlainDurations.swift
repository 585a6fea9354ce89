import PlanModel

/// Reads `30d` and `30d..40d..65d` from their bytes.
struct PlainDurations {
  /// The minutes of units by their letters: with an `e` in front from the second 32 on; 0 where a letter is no unit.
  private let minutes: [Int]
  private let units: [Quantity.Unit]

  init(_ lengths: UnitLengths) {
    var minutes = Array(repeating: 0, count: 64)
    var units = Array(repeating: Quantity.Unit.minutes, count: 64)
    for unit: Quantity.Unit in [
      .minutes, .hours, .days, .weeks, .elapsedMinutes, .elapsedHours, .elapsedDays, .elapsedWeeks,
    ] {
      guard let letter = unit.rawValue.utf8.last, let length = lengths.minutes(of: Quantity(1, unit)) else { continue }
      let place = Int(letter & 31) + (unit.isElapsed ? 32 : 0)
      (minutes[place], units[place]) = (Int(length), unit)
    }
    (self.minutes, self.units) = (minutes, units)
  }

  /// A duration in its unit, and in minutes.
  private struct Amount {
    let quantity: Quantity
    let minutes: Int
  }

  /// Nil where the text is another estimate, or none.
  func estimate(_ bytes: UnsafeBufferPointer<UInt8>) -> Estimate? {
    var place = 0
    guard let first = amount(bytes, &place) else { return nil }
    guard place < bytes.count else {
      return first.minutes <= Reading.longest ? Estimate(nil, first.quantity, nil) : nil
    }
    guard steps(bytes, &place), let likely = amount(bytes, &place), steps(bytes, &place),
      let high = amount(bytes, &place), place == bytes.count, first.quantity.isElapsed == likely.quantity.isElapsed,
      likely.quantity.isElapsed == high.quantity.isElapsed, first.minutes <= likely.minutes,
      likely.minutes <= high.minutes, high.minutes <= Reading.longest
    else { return nil }
    return Estimate(first.quantity, likely.quantity, high.quantity)
  }

  /// One duration alone; nil where the text is something else, or beyond reach.
  func quantity(_ bytes: UnsafeBufferPointer<UInt8>) -> Quantity? {
    var place = 0
    guard let amount = amount(bytes, &place), place == bytes.count, amount.minutes <= Reading.longest else {
      return nil
    }
    return amount.quantity
  }

  /// A whole number of at most six digits with a unit of one letter, or of two with an `e`.
  @inline(__always)
  private func amount(_ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> Amount? {
    let start = place
    var amount = 0
    while place < bytes.count, bytes[place] &- 0x30 < 10, place - start < 7 {
      amount = amount &* 10 &+ Int(bytes[place] &- 0x30)
      place += 1
    }
    guard place > start, place - start < 7, place < bytes.count else { return nil }
    var elapsed = 0
    if bytes[place] == 0x65, place + 1 < bytes.count {
      elapsed = 32
      place += 1
    }
    let letter = bytes[place]
    guard letter & 0xE0 == 0x60 else { return nil }
    let unit = Int(letter & 31) + elapsed
    // Months are told by the letter after.
    guard minutes[unit] > 0, !(letter == 0x6D && place + 1 < bytes.count && bytes[place + 1] == 0x6F) else {
      return nil
    }
    place += 1
    return Amount(quantity: Quantity(amount, units[unit]), minutes: amount &* minutes[unit])
  }

  @inline(__always)
  private func steps(_ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> Bool {
    guard place + 1 < bytes.count, bytes[place] == Byte.dot, bytes[place + 1] == Byte.dot else { return false }
    place += 2
    return true
  }
}
