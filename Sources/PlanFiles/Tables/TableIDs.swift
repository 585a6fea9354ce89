import PlanModel

/// The ids of a table of activities with their places: found by their bytes, without making texts of them.
///
///     let place = ids.place(of: bytes[cell.start..<cell.end])      // −1 where no row has the id
///
/// Open addressing over one store of bytes, all in normal form C, in which equal bytes mean equal ids.
struct TableIDs {
  /// By place.
  private(set) var ids: [ActivityID] = []
  private var store: [UInt8] = []
  /// Where each id ends in the store; the first ends at 0.
  private var ends: [UInt32] = [0]
  /// In each slot the upper half of the hash, and the place below it; all ones where nothing is.
  private var slots: [UInt64]

  private static let empty = UInt64.max
  /// Drawn once for a process, so that nobody can choose ids that all meet in one slot. No result depends on it.
  private static let seed = UInt64.random(in: 0...UInt64.max)

  /// A table with room for so many ids; it grows beyond them.
  init(expecting count: Int) {
    var size = 64
    while size < 2 * count { size *= 2 }
    slots = Array(repeating: Self.empty, count: size)
    ids.reserveCapacity(count)
    ends.reserveCapacity(count + 1)
    store.reserveCapacity(16 * count)
  }

  /// The place of an id, −1 where none is equal to it.
  func place(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = Self.hash(bytes)
    let entry = slots[slot(of: bytes, hash)]
    return entry == Self.empty ? -1 : Int(UInt32(truncatingIfNeeded: entry))
  }

  /// Adds an id with the next place, or gives the place of the equal one that came before.
  mutating func insert(_ bytes: UnsafeBufferPointer<UInt8>, _ id: () -> ActivityID) -> (place: Int, isNew: Bool) {
    if 2 * ids.count >= slots.count { grow() }
    let hash = Self.hash(bytes)
    let slot = slot(of: bytes, hash)
    if slots[slot] != Self.empty { return (Int(UInt32(truncatingIfNeeded: slots[slot])), false) }
    let place = ids.count
    slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(UInt32(truncatingIfNeeded: place))
    ids.append(id())
    store.append(contentsOf: bytes)
    ends.append(UInt32(truncatingIfNeeded: store.count))
    return (place, true)
  }

  private mutating func grow() {
    slots = Array(repeating: Self.empty, count: 2 * slots.count)
    store.withUnsafeBufferPointer { store in
      for place in ids.indices {
        let bytes = UnsafeBufferPointer(rebasing: store[Int(ends[place])..<Int(ends[place + 1])])
        let hash = Self.hash(bytes)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != Self.empty { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(UInt32(truncatingIfNeeded: place))
      }
    }
  }

  /// The slot of an id, or the empty one where it would go.
  private func slot(of bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != Self.empty {
      let entry = slots[slot]
      if entry >> 32 == hash >> 32, isEqual(bytes, Int(UInt32(truncatingIfNeeded: entry))) { break }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func isEqual(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    let start = Int(ends[place])
    guard Int(ends[place + 1]) - start == bytes.count else { return false }
    for offset in 0..<bytes.count where store[start + offset] != bytes[offset] { return false }
    return true
  }

  /// Multiplies to 128 bits and folds the halves, eight bytes at a time (Wang Yi, wyhash).
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var state = seed ^ UInt64(truncatingIfNeeded: raw.count)
    var place = 0
    while place + 8 <= raw.count {
      state = mixed(state ^ raw.loadUnaligned(fromByteOffset: place, as: UInt64.self), 0x9E37_79B9_7F4A_7C15)
      place += 8
    }
    var word: UInt64 = 0
    while place < raw.count {
      word = word << 8 | UInt64(raw[place])
      place += 1
    }
    return mixed(state ^ word, 0xE703_7ED1_A0B4_28DB)
  }

  @inline(__always)
  private static func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }
}
