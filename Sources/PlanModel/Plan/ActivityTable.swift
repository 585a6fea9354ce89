/// The places of activities by id: the one place where ids are compared.
///
/// Open addressing over the bytes of the ids, several times faster than a dictionary of strings at a million ids. Ids are
/// equal when Unicode says so, as in `==`; the first of two equal ids has the place.
package struct ActivityTable: Sendable {
  /// In each slot a place and one more, and above it a few bits of the hash; 0 where nothing is. Small, for every look-up
  /// waits for memory.
  private(set) var slots: [UInt32]
  /// The bits of a slot that are the place.
  let placeMask: UInt32
  /// The ids by place, close together: activities are long, and a look-up would wait for memory.
  package let texts: [String]
  /// How many different ids there are.
  package private(set) var count = 0
  let hash = TextHash()

  init(_ activities: [Activity]) { self.init(texts: activities.map { $0.id.text }) }

  /// The table of ids in the order of their activities.
  ///
  /// - Parameter prepare: is shown the memory of the slots before it is touched.
  package init(texts: [String], prepare: (UnsafeMutableRawBufferPointer) -> Void = { _ in }) {
    var size = 16
    while size < 2 * texts.count { size *= 2 }
    // At most half of the slots are taken, so that a place and one more fits in the bits that number them.
    placeMask = UInt32(truncatingIfNeeded: size - 1)
    slots = Array(unsafeUninitializedCapacity: size) { slots, count in
      prepare(UnsafeMutableRawBufferPointer(slots))
      slots.initialize(repeating: 0)
      count = size
    }
    self.texts = texts
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Self.bunch) { hashes in
      for first in stride(from: 0, to: texts.count, by: Self.bunch) {
        let places = first..<min(first + Self.bunch, texts.count)
        for place in places { hashes.initializeElement(at: place - first, to: hash(texts[place])) }
        touch(hashes, places.count)
        for place in places { add(place, hashes[place - first]) }
      }
    }
  }

  /// How many ids are hashed before the first of them is looked up.
  static let bunch = 32

  /// What was seen while touching: never asked for, so that nothing is left out.
  private var touched: UInt32 = 0

  /// Looks at the slots of hashes, so that memory is waited for once for all of them.
  private mutating func touch(_ hashes: UnsafeMutableBufferPointer<UInt64>, _ count: Int) {
    for number in 0..<count { touched |= slots[Int(truncatingIfNeeded: hashes[number]) & (slots.count &- 1)] }
  }

  private mutating func add(_ place: Int, _ hash: UInt64) {
    let slot = slot(of: texts[place], hash)
    guard slots[slot] == 0 else { return }
    slots[slot] = tag(hash) | UInt32(truncatingIfNeeded: place + 1)
    count += 1
  }

  /// The bits of a hash that stand above the place.
  @inline(__always)
  func tag(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) & ~placeMask }

  /// The place of an id among the activities that the table was made of; −1 where it is none of theirs.
  package func place(of id: ActivityID) -> Int32 { place(slots[slot(of: id.text, hash(id.text))]) }

  /// The place that an entry says, −1 for an empty one.
  @inline(__always)
  func place(_ entry: UInt32) -> Int32 { Int32(truncatingIfNeeded: entry & placeMask) &- 1 }

  /// The slot of an id, or the empty one where it would go.
  private func slot(of text: String, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    let tag = tag(hash)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let entry = slots[slot]
      if entry & ~placeMask == tag, texts[Int(place(entry))] == text { break }
      slot = (slot + 1) & mask
    }
    return slot
  }
}
