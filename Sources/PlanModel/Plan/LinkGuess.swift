/// Where the ends of links probably stand: plans mostly list links by their successors, and predecessors are mostly a little
/// before those.
///
/// A guess is compared with the text there, which lies close by in memory, where a look-up waits for two places far away.
/// Where guesses go wrong, fewer are made.
struct LinkGuess {
  /// The place of the last successor, −1 where it is not known.
  private var last: Int32 = -1
  private var (hits, misses): (Int, Int) = (0, 0)
  private var (fromHits, fromMisses): (Int, Int) = (0, 0)
  /// How many bunches are not guessed, and how many will not be after the next one that goes wrong.
  private var pause = 0
  private var nextPause = 2
  private var isFromGuessed = true

  /// How far from the last successor the next one is sought, and from a successor its predecessor.
  private static let ahead: Int32 = 3
  private static let reach: Int32 = 12

  /// The place of a successor, −1 where it was not guessed.
  @inline(__always)
  mutating func to(_ words: TextHash.Words, _ texts: UnsafeRawBufferPointer) -> Int32 {
    if last < 0 { return -1 }
    let end = min(last &+ LinkGuess.ahead, Int32(truncatingIfNeeded: texts.count / 16) &- 1)
    var place = last
    while place <= end {
      if TextHash.Words(texts, at: 16 &* Int(place)) == words {
        last = place
        hits &+= 1
        return place
      }
      place &+= 1
    }
    // Not known until the bunch is looked up.
    (last, misses) = (-1, misses &+ 1)
    return -1
  }

  /// The place of the predecessor of a successor at `to`, −1 where it was not guessed.
  @inline(__always)
  mutating func from(_ words: TextHash.Words, _ to: Int32, _ texts: UnsafeRawBufferPointer) -> Int32 {
    if to < 0 || !isFromGuessed { return -1 }
    let end = max(0, to &- LinkGuess.reach)
    var place = to &- 1
    while place >= end {
      if TextHash.Words(texts, at: 16 &* Int(place)) == words {
        fromHits &+= 1
        return place
      }
      place &-= 1
    }
    fromMisses &+= 1
    return -1
  }

  /// A bunch is looked up: how well it was guessed decides on the next ones.
  ///
  /// - Parameter to: the place of the last successor.
  mutating func end(_ to: Int32) {
    if pause > 0 {
      pause -= 1
    } else if misses > 0, hits < 8 {
      pause = nextPause
      nextPause *= 2
    }
    if fromMisses > fromHits { isFromGuessed = false }
    (hits, misses, fromHits, fromMisses) = (0, 0, 0, 0)
    last = pause > 0 ? -1 : to
  }
}
