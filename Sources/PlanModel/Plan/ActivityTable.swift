/// The places of activities by id: the one place where ids are compared.
///
/// Open addressing over the bytes of the ids, several times faster than a dictionary of strings at a million ids. Ids are
/// equal when Unicode says so, as in `==`; the first of two equal ids has the place.
struct ActivityTable: Sendable {
  /// In each slot the upper half of the hash, and the place below it; all ones where nothing is.
  private(set) var slots: [UInt64]
  /// The ids by place, close together: activities are long, and a look-up would wait for memory.
  let texts: [String]
  /// How many different ids there are.
  private(set) var count = 0
  let hash = TextHash()

  static let empty = UInt64.max

  init(_ activities: [Activity]) {
    var size = 16
    while size < 2 * activities.count { size *= 2 }
    slots = Array(repeating: Self.empty, count: size)
    texts = activities.map(\.id.text)
    for place in texts.indices {
      let hash = hash(texts[place])
      let slot = slot(of: texts[place], hash)
      guard slots[slot] == Self.empty else { continue }
      slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(UInt32(truncatingIfNeeded: place))
      count += 1
    }
  }

  /// The place of an id among the activities that the table was made of; −1 where it is none of theirs.
  func place(of id: ActivityID) -> Int32 {
    let entry = slots[slot(of: id.text, hash(id.text))]
    return entry == Self.empty ? -1 : Int32(truncatingIfNeeded: entry)
  }

  /// The slot of an id, or the empty one where it would go.
  private func slot(of text: String, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != Self.empty {
      let entry = slots[slot]
      if entry >> 32 == hash >> 32, texts[Int(UInt32(truncatingIfNeeded: entry))] == text { break }
      slot = (slot + 1) & mask
    }
    return slot
  }
}
