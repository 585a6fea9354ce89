/// What ``DrawnSums`` gave for halves of batches, with the finishes of ends as its quantities.
///
/// The sums of a half are whole numbers and are added as such: the same totals come out in any order of halves.
package struct DrawnTotals: Hashable, Sendable {
  /// The places, among the ends that are watched, of those whose finishes are the quantities.
  let ends: [Int]
  private var sums: [Int128]

  /// - Parameter drawn: how many things are drawn.
  init(of drawn: Int, ends: [Int]) {
    self.ends = ends
    sums = Array(repeating: 0, count: drawn * (2 + ends.count))
  }

  /// Takes in half a batch.
  mutating func add(_ half: DrawnSums) {
    sums.withUnsafeMutableBufferPointer { sums in
      half.take { place, sum in
        sums[place] &+= abs(sum) < 0x1p62 ? Int128(truncatingIfNeeded: Int64(sum)) : Int128(sum)
      }
    }
  }

  /// Takes in the totals of other batches.
  mutating func add(_ other: DrawnTotals) {
    for place in sums.indices { sums[place] &+= other.sums[place] }
  }

  /// How the things that are drawn go together with the finishes of one of the ends; nil where those were not taken in.
  func comoments(with end: Int, _ finishes: [Int32]) -> Comoments? {
    guard let place = ends.firstIndex(of: end) else { return nil }
    // Exact: below 2¹²⁷ for as many futures as there are numbers for.
    let n = Int128(max(1, finishes.count))
    var (t, tt) = (Int128(0), Int128(0))
    for finish in finishes {
      t &+= Int128(finish)
      tt &+= Int128(Int64(finish) &* Int64(finish))
    }
    let width = 2 + ends.count
    return Comoments(
      quantity: DrawnTotals.number(n &* tt &- t &* t) / DrawnTotals.number(n),
      drawn: stride(from: 0, to: sums.count, by: width).map { first in
        let x = sums[first]
        return (
          DrawnTotals.number(n &* sums[first + 1] &- x &* x) / DrawnTotals.number(n),
          DrawnTotals.number(n &* sums[first + 2 + place] &- x &* t) / DrawnTotals.number(n)
        )
      })
  }

  /// The number as a fraction; the language's own conversion takes a hundred times as long.
  private static func number(_ whole: Int128) -> Double {
    let (high, low) = (Int64(truncatingIfNeeded: whole >> 64), UInt64(truncatingIfNeeded: whole))
    return Double(high) * 0x1p64 + Double(low)
  }
}

/// Squares and products around the means, summed over futures.
struct Comoments {
  /// The squares of the quantity.
  var quantity: Double
  /// By thing that is drawn: its own squares, and the products with the quantity.
  var drawn: [(own: Double, both: Double)]

  /// The correlation of one thing with the quantity; nil where one of both never varies.
  func correlation(_ place: Int) -> Double? {
    let (own, both) = drawn[place]
    let (spread, deviation) = (max(0, own).squareRoot(), max(0, quantity).squareRoot())
    return spread > 0 && deviation > 0 ? max(-1, min(1, both / (spread * deviation))) : nil
  }

  /// The deviation of the draws over that of the quantity; 0 where the quantity never varies.
  func spread(_ place: Int) -> Double {
    quantity > 0 ? (max(0, drawn[place].own) / quantity).squareRoot() : 0
  }

  /// The things that have most to do with the quantity, the first of equals first.
  ///
  /// - Parameter isWanted: asked for those that are among the most so far.
  /// - Complexity: O(things) for few of many.
  func leading(_ count: Int, where isWanted: (Int) -> Bool) -> [Int] {
    if count <= 0 { return [] }
    var chosen: [(place: Int, size: Double)] = []
    for place in drawn.indices {
      let size = abs(correlation(place) ?? 0)
      if chosen.count == count, chosen[count - 1].size >= size { continue }
      guard isWanted(place) else { continue }
      if chosen.count == count { chosen.removeLast() }
      chosen.insert((place, size), at: (chosen.lastIndex { $0.size >= size } ?? -1) + 1)
    }
    return chosen.map(\.place)
  }
}
