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
  /// In each slot a place and one more, and above it a few bits of the hash; 0 where nothing is. Small, for every look-up
  /// waits for memory.
  private var slots: [UInt32]
  /// How many bits of a slot are the place.
  private var placeBits: UInt32

  /// What was seen while touching: never asked for, so that nothing is left out.
  private var touched: UInt32 = 0

  /// Drawn once for a process, so that nobody can choose ids that all meet in one slot. No result depends on it.
  private static let seed = UInt64.random(in: 0...UInt64.max)

  /// A table with room for so many ids; it grows beyond them.
  init(expecting count: Int) {
    var size = 64
    while size < 2 * count { size *= 2 }
    slots = Array(repeating: 0, count: size)
    placeBits = UInt32(size.trailingZeroBitCount)
    ids.reserveCapacity(count)
    ends.reserveCapacity(count + 1)
    store.reserveCapacity(16 * count)
  }

  /// The place of an id, −1 where none is equal to it.
  func place(of bytes: UnsafeBufferPointer<UInt8>) -> Int { place(of: bytes, hash: Self.hash(bytes)) }

  /// The same for bytes with this hash.
  func place(of bytes: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    let entry = slots[slot(of: bytes, hash)]
    return Int(entry & placeMask) - 1
  }

  /// Looks at the slot of a hash, so that memory has it at hand when it is asked for: many can be on their way at once.
  mutating func touch(_ hash: UInt64) { touched &+= slots[Int(truncatingIfNeeded: hash) & (slots.count - 1)] }

  /// Adds an id with the next place, or gives the place of the equal one that came before.
  mutating func insert(_ bytes: UnsafeBufferPointer<UInt8>, _ id: () -> ActivityID) -> (place: Int, isNew: Bool) {
    if 2 * ids.count >= slots.count { grow() }
    let hash = Self.hash(bytes)
    let slot = slot(of: bytes, hash)
    if slots[slot] != 0 { return (Int(slots[slot] & placeMask) - 1, false) }
    slots[slot] = entry(hash, ids.count)
    ids.append(id())
    store.append(contentsOf: bytes)
    ends.append(UInt32(truncatingIfNeeded: store.count))
    return (ids.count - 1, true)
  }

  private var placeMask: UInt32 { (1 &<< placeBits) &- 1 }

  /// At most half of the slots are taken, so that a place and one more fits in the bits that number them.
  private func entry(_ hash: UInt64, _ place: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: hash >> 32) & ~placeMask | UInt32(truncatingIfNeeded: place + 1)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: 2 * slots.count)
    placeBits += 1
    store.withUnsafeBufferPointer { store in
      for place in ids.indices {
        let hash = Self.hash(UnsafeBufferPointer(rebasing: store[Int(ends[place])..<Int(ends[place + 1])]))
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = entry(hash, place)
      }
    }
  }

  /// The slot of an id, or the empty one where it would go.
  private func slot(of bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    let placeMask = placeMask
    let wanted = UInt32(truncatingIfNeeded: hash >> 32) & ~placeMask
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 || (entry & ~placeMask == wanted && isEqual(bytes, Int(entry & placeMask) - 1)) { return slot }
      slot = (slot + 1) & mask
    }
  }

  /// Whether a place has this id; false for a place that there is not.
  func isEqual(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    guard place >= 0, place < ids.count else { return false }
    let start = Int(ends[place])
    guard Int(ends[place + 1]) - start == bytes.count else { return false }
    return store.withUnsafeBytes { store in
      let (own, other) = (
        UnsafeRawBufferPointer(bytes), UnsafeRawBufferPointer(rebasing: store[start..<start + bytes.count])
      )
      var offset = 0
      while offset + 8 <= own.count {
        let word = own.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        if word != other.loadUnaligned(fromByteOffset: offset, as: UInt64.self) { return false }
        offset += 8
      }
      while offset < own.count {
        if own[offset] != other[offset] { return false }
        offset += 1
      }
      return true
    }
  }

  /// Multiplies to 128 bits and folds the halves, eight bytes at a time (Wang Yi, wyhash).
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
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
