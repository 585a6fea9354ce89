/// Whole numbers put in order: eleven bits at a time, the least significant first, so that equal ones stay as they were given.
///
///     WholeOrder.places(of: [7, 3, 7])      // [1, 0, 2]
///
/// O(n) for each eleven bits between the least and the greatest. Method: radix sort, least significant digit first.
package enum WholeOrder {
  private static let bits: UInt32 = 11

  /// The places of the values from the least to the greatest.
  ///
  /// - Parameter given: places to put in order, where not all as they come: equal values stay in the order of these.
  package static func places(of values: [Int32], from given: [Int32]? = nil) -> [Int32] {
    var places = given ?? values.indices.map(Int32.init(truncatingIfNeeded:))
    guard let least = values.min(), let greatest = values.max() else { return places }
    let span = UInt32(bitPattern: greatest &- least)
    var other = places
    var shift: UInt32 = 0
    while shift < 32, span >> shift > 0 {
      values.withUnsafeBufferPointer { values in
        places.withUnsafeBufferPointer { from in
          other.withUnsafeMutableBufferPointer { pass(values, least, shift, from, $0) }
        }
      }
      swap(&places, &other)
      shift += bits
    }
    return places
  }

  /// The values from the least to the greatest.
  package static func sorted(_ values: [Int32]) -> [Int32] { places(of: values).map { values[Int($0)] } }

  private static func pass(
    _ values: UnsafeBufferPointer<Int32>, _ least: Int32, _ shift: UInt32, _ from: UnsafeBufferPointer<Int32>,
    _ to: UnsafeMutableBufferPointer<Int32>
  ) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 1 << bits) { next in
      next.initialize(repeating: 0)
      let mask = UInt32(next.count &- 1)
      var index = 0
      while index < from.count {
        next[Int(UInt32(bitPattern: values[Int(from[index])] &- least) &>> shift & mask)] &+= 1
        index &+= 1
      }
      var first: Int32 = 0
      for digit in next.indices { (first, next[digit]) = (first &+ next[digit], first) }
      index = 0
      while index < from.count {
        let place = from[index]
        let digit = Int(UInt32(bitPattern: values[Int(place)] &- least) &>> shift & mask)
        to[Int(next[digit])] = place
        next[digit] &+= 1
        index &+= 1
      }
    }
  }
}
