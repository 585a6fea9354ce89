/// The same measures of whole numbers whose order is known, for many of them beside one quantity.
extension Association {
  /// Whole numbers, their ranks and their order; made once for a quantity that much is held against.
  package struct Ordered: Sendable {
    let places: [Int32]
    /// Numbered from 0 in order, equal values alike.
    let numbers: [Int32]
    /// As ``Association/ranks(_:)``.
    package let ranks: [Double]
    /// The number of pairs of equal values.
    let tied: Int

    package init(_ values: [Int32]) {
      places = WholeOrder.places(of: values)
      var numbers = [Int32](repeating: 0, count: values.count)
      var ranks = [Double](repeating: 0, count: values.count)
      var (start, number, tied) = (0, Int32(0), 0)
      while start < places.count {
        let value = values[Int(places[start])]
        var end = start + 1
        while end < places.count, values[Int(places[end])] == value { end += 1 }
        let rank = Double(start + end + 1) / 2
        for place in places[start..<end] {
          numbers[Int(place)] = number
          ranks[Int(place)] = rank
        }
        tied += (end - start) * (end - start - 1) / 2
        number += 1
        start = end
      }
      self.numbers = numbers
      self.ranks = ranks
      self.tied = tied
    }
  }

  /// Kendall's tau-b, as ``kendall(_:_:)`` has it. O(n log n).
  package static func kendall(_ a: Ordered, _ b: Ordered) -> Double? {
    guard a.numbers.count == b.numbers.count, a.numbers.count > 1 else { return nil }
    let places = WholeOrder.places(of: a.numbers, from: b.places)
    var values = places.map { b.numbers[Int($0)] }
    let pairs = values.count * (values.count - 1) / 2
    var (tiedBoth, run) = (0, 0)
    for index in values.indices.dropFirst() {
      let isTied =
        values[index - 1] == values[index] && a.numbers[Int(places[index - 1])] == a.numbers[Int(places[index])]
      run = isTied ? run + 1 : 0
      tiedBoth += run
    }
    let above = pairs - a.tied - b.tied + tiedBoth - 2 * exchanges(&values)
    guard pairs > a.tied, pairs > b.tied else { return nil }
    return Double(above) / (Double(pairs - a.tied) * Double(pairs - b.tied)).squareRoot()
  }

  /// In how many pairs the greater value comes first; sorts on the way.
  private static func exchanges(_ values: inout [Int32]) -> Int {
    var other = values
    var exchanges = 0
    values.withUnsafeMutableBufferPointer { first in
      other.withUnsafeMutableBufferPointer { second in
        var (from, to) = (first, second)
        var width = 1
        while width < from.count {
          var start = 0
          while start < from.count {
            exchanges += merge(from, to, start, min(start + width, from.count), min(start + 2 * width, from.count))
            start += 2 * width
          }
          swap(&from, &to)
          width *= 2
        }
      }
    }
    return exchanges
  }

  /// Merges two neighbouring runs; how often something of the second one overtook something of the first.
  private static func merge(
    _ from: UnsafeMutableBufferPointer<Int32>, _ to: UnsafeMutableBufferPointer<Int32>, _ start: Int, _ middle: Int,
    _ end: Int
  ) -> Int {
    var (left, right, place, exchanges) = (start, middle, start, 0)
    while left < middle, right < end {
      let (one, other) = (from[left], from[right])
      // No branch that chance would mislead.
      let overtakes = other < one ? 1 : 0
      to[place] = overtakes == 1 ? other : one
      exchanges &+= overtakes &* (middle &- left)
      right &+= overtakes
      left &+= 1 &- overtakes
      place &+= 1
    }
    while left < middle {
      to[place] = from[left]
      left &+= 1
      place &+= 1
    }
    while right < end {
      to[place] = from[right]
      right &+= 1
      place &+= 1
    }
    return exchanges
  }
}
