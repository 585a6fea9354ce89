/// An id as a file has it, in ASCII, on its way to its place in an ``ActivityTable``.
package struct SoughtID {
  private var bytes: UnsafeBufferPointer<UInt8>
  /// −1 where no activity has the id.
  package private(set) var place: Int32 = -1
  private var words = TextHash.Words(low: 0, high: 0)
  private var hash: UInt64 = 0
  /// Whether the words are all of the text, as it lies in memory.
  private var isShort = false

  package init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Seeks another id from now on.
  @inline(__always)
  package mutating func seek(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    (place, isShort) = (-1, false)
  }

  /// Prepares the look-up; false where there is none, because a byte is not ASCII.
  @inline(__always)
  mutating func prepare(_ ids: borrowing SoughtTable) -> Bool {
    guard let sought = ids.hash.hash(sought: bytes) else { return false }
    (hash, words, isShort) = (sought.hash, sought.words, sought.isShort)
    return true
  }

  /// Whether it is surely the same as another.
  @inline(__always)
  func isTwin(of other: SoughtID) -> Bool { isShort && other.isShort && words == other.words }

  @inline(__always)
  mutating func take(_ other: SoughtID) { place = other.place }

  /// Whether it stands at one of some places, from the first on by steps of 1 or −1.
  @inline(__always)
  mutating func isNear(_ first: Int32, _ count: Int32, by step: Int32, _ ids: borrowing SoughtTable) -> Bool {
    var guess = first
    for _ in 0..<count {
      if isAt(guess, ids) {
        place = guess
        return true
      }
      guess &+= step
    }
    return false
  }

  @inline(__always)
  private func isAt(_ place: Int32, _ ids: borrowing SoughtTable) -> Bool {
    guard place >= 0, Int(place) < ids.texts.count else { return false }
    if isShort { return TextHash.Words(ids.words, at: MemoryLayout<String>.stride * Int(place)) == words }
    return isSame(ids.texts[Int(place)])
  }

  private func isSame(_ text: String) -> Bool {
    let same = text.utf8.withContiguousStorageIfAvailable { own in
      guard own.count == bytes.count, own.count >= 8 else { return own.elementsEqual(bytes) }
      let (a, b) = (UnsafeRawBufferPointer(own), UnsafeRawBufferPointer(bytes))
      // From the end on, for long ids mostly differ there; the first word may tell bytes again.
      var end = a.count
      while end > 0 {
        let offset = max(0, end - 8)
        guard
          a.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            == b.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        else { return false }
        end -= 8
      }
      return true
    }
    return same ?? text.utf8.elementsEqual(bytes)
  }

  /// Remembers the first entry that may be it.
  @inline(__always)
  mutating func find(_ ids: borrowing SoughtTable) {
    place = ids.place(ids.slots[Int(truncatingIfNeeded: hash) & (ids.slots.count &- 1)])
  }

  /// Settles the place.
  @inline(__always)
  mutating func settle(_ ids: borrowing SoughtTable) {
    if isAt(place, ids) { return }
    let tag = UInt32(truncatingIfNeeded: hash >> 32) & ~ids.placeMask
    var slot = Int(truncatingIfNeeded: hash) & (ids.slots.count &- 1)
    while true {
      let entry = ids.slots[slot]
      place = ids.place(entry)
      if entry == 0 || (entry & ~ids.placeMask == tag && isAt(place, ids)) { return }
      slot = (slot &+ 1) & (ids.slots.count &- 1)
    }
  }
}

/// What look-ups read of a table.
struct SoughtTable: ~Copyable {
  let slots: UnsafeBufferPointer<UInt32>
  let texts: UnsafeBufferPointer<String>
  /// The texts as they lie in memory.
  let words: UnsafeRawBufferPointer
  let placeMask: UInt32
  let hash: TextHash

  @inline(__always)
  func place(_ entry: UInt32) -> Int32 { Int32(truncatingIfNeeded: entry & placeMask) &- 1 }
}
