/// An id as a file has it, in ASCII, on its way to its place in an ``ActivityTable``.
package struct SoughtID {
  let bytes: UnsafeBufferPointer<UInt8>
  /// −1 where no activity has the id.
  package private(set) var place: Int32 = -1
  private var words = TextHash.Words(low: 0, high: 0)
  private var hash: UInt64 = 0
  /// Whether the words are all of the text, as it lies in memory.
  private var isShort = false

  package init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Prepares the look-up; false where it is done already, for an id is mostly near the one before it and near the other
  /// end of its link.
  @inline(__always)
  fileprivate mutating func begin(
    _ table: borrowing ActivityTable, _ texts: UnsafeRawBufferPointer, near: Int32, _ other: Int32
  ) -> Bool {
    guard let sought = table.hash.hash(sought: bytes) else { return false }
    (hash, isShort) = (sought.hash, sought.isShort)
    words = sought.words
    if isAt(near, table, texts) {
      place = near
    } else if isAt(near &+ 1, table, texts) {
      place = near &+ 1
    } else if isAt(other &- 1, table, texts) {
      place = other &- 1
    } else {
      return true
    }
    return false
  }

  @inline(__always)
  fileprivate func isAt(_ place: Int32, _ table: borrowing ActivityTable, _ texts: UnsafeRawBufferPointer) -> Bool {
    guard place >= 0, Int(place) < table.texts.count else { return false }
    if isShort { return TextHash.Words(texts, at: MemoryLayout<String>.stride * Int(place)) == words }
    return table.texts[Int(place)].utf8.elementsEqual(bytes)
  }

  /// Remembers the first entry that may be it.
  @inline(__always)
  fileprivate mutating func find(_ table: borrowing ActivityTable, _ slots: UnsafeBufferPointer<UInt32>) {
    place = table.place(slots[Int(truncatingIfNeeded: hash) & (slots.count &- 1)])
  }

  /// Settles the place.
  @inline(__always)
  fileprivate mutating func settle(
    _ table: borrowing ActivityTable, _ slots: UnsafeBufferPointer<UInt32>, _ texts: UnsafeRawBufferPointer
  ) {
    if isAt(place, table, texts) { return }
    let tag = table.tag(hash)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count &- 1)
    while true {
      let entry = slots[slot]
      place = table.place(entry)
      if entry == 0 || (entry & ~table.placeMask == tag && isAt(place, table, texts)) { return }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
  }
}

extension ActivityTable {
  /// Finds the places of the ends of links, which stand in turns, from and to.
  ///
  /// First all are hashed, then all slots looked up, then all texts there: memory is waited for once for all of them.
  package func find(_ sought: UnsafeMutableBufferPointer<SoughtID>) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: sought.count) { open in
      slots.withUnsafeBufferPointer { slots in
        texts.withUnsafeBytes { texts in
          var count = 0
          for from in stride(from: 0, to: sought.count & ~1, by: 2) {
            // The later end first: links are mostly listed by it.
            for number in stride(from: from + 1, through: from, by: -1) {
              let other = number == from ? sought[from + 1].place : -1
              guard sought[number].begin(self, texts, near: number < 2 ? -1 : sought[number - 2].place, other) else {
                continue
              }
              open.initializeElement(at: count, to: number)
              count += 1
            }
          }
          for number in 0..<count { sought[open[number]].find(self, slots) }
          for number in 0..<count { sought[open[number]].settle(self, slots, texts) }
        }
      }
    }
  }
}
