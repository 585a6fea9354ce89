import Portfolios

/// The limit probe of lowering: no more than the memory that it cannot avoid to touch.
///
/// Ids are texts, so the ends of each link must be looked up: a slot of a table, and the text there. Predecessors come first
/// in a network, so each end has a place in the order, and the link is written among those of its successor, and among those
/// of its predecessor. That is nine places in memory for each link, none of which the others tell. The probe touches them
/// and does nothing else, in arrays of the same size that nothing has touched before: as they outgrow the caches of the
/// processor one after the other, each access takes longer, and nothing that looks ids up can avoid it.
struct RandomAccess {
  private let ends: [(from: Int32, to: Int32)]
  private let count: Int

  init(_ portfolio: Portfolio) {
    ends = portfolio.links.map { (Int32($0.from), Int32($0.to)) }
    count = portfolio.activities.count
  }

  func seconds() -> Double {
    var size = 16
    while size < 2 * count { size *= 2 }
    let slots = [UInt64](repeating: 1, count: size)
    let texts = [SIMD2<UInt64>](repeating: SIMD2(1, 2), count: count)
    let rank = [Int32](repeating: 3, count: count)
    return Stopwatch.fastest { touch(slots, texts, rank) }
  }

  /// By link: two slots, two texts, two ranks, and three places that are written.
  private func touch(_ slots: [UInt64], _ texts: [SIMD2<UInt64>], _ rank: [Int32]) -> Int {
    let (slots, texts, rank, mask) = (slots.span, texts.span, rank.span, slots.count - 1)
    var sum: UInt64 = 0
    var arcs = [UInt64](repeating: 0, count: max(1, ends.count))
    var leaving = [UInt32](repeating: 0, count: max(1, ends.count))
    var entering = leaving
    do {
      var arcs = arcs.mutableSpan
      var leaving = leaving.mutableSpan
      var entering = entering.mutableSpan
      for (link, ends) in ends.enumerated() {
        let (from, to) = (Int(ends.from), Int(ends.to))
        sum &+= slots[RandomAccess.hash(from) & mask] &+ slots[RandomAccess.hash(to) & mask]
        sum &+= texts[from][0] &+ texts[from][1] &+ texts[to][0] &+ texts[to][1]
        sum &+= UInt64(UInt32(bitPattern: rank[from] &+ rank[to]))
        // Links lie among those of their ends: as far into their list as the end lies into that of activities.
        let (first, last) = (from * arcs.count / count, to * arcs.count / count)
        arcs[last] = UInt64(truncatingIfNeeded: link)
        entering[last] = UInt32(truncatingIfNeeded: link)
        leaving[first] = UInt32(truncatingIfNeeded: link)
      }
    }
    return Int(truncatingIfNeeded: sum &+ arcs[0] &+ UInt64(leaving[0]) &+ UInt64(entering[0]))
  }

  private static func hash(_ place: Int) -> Int {
    Int(truncatingIfNeeded: (UInt64(place) &* 0x9E37_79B9_7F4A_7C15) >> 20)
  }
}
