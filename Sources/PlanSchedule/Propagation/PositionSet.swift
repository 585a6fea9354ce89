/// Positions still to be visited, the lowest first.
struct PositionSet: Sendable {
  private var words: [UInt64]
  /// No position is in a word before this one.
  private var first = 0

  init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

  mutating func insert(_ position: Int) {
    words[position / 64] |= 1 << UInt64(position % 64)
    first = min(first, position / 64)
  }

  mutating func remove(_ position: Int) { words[position / 64] &= ~(1 << UInt64(position % 64)) }

  mutating func removeFirst() -> Int? {
    while first < words.count {
      let word = words[first]
      if word != 0 {
        words[first] = word & (word - 1)
        return 64 * first + word.trailingZeroBitCount
      }
      first += 1
    }
    return nil
  }

  mutating func removeAll() { while removeFirst() != nil {} }
}
