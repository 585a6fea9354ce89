/// The places of activities by id: the one place where ids are compared.
///
/// Open addressing over the bytes of the ids, several times faster than a dictionary of strings at a million ids. Ids are
/// equal when Unicode says so, as in `==`; the first of two equal ids has the place.
struct ActivityTable: Sendable {
  /// In each slot the upper half of the hash, and the place below it; all ones where nothing is.
  private var slots: [UInt64]
  /// The ids by place, close together: activities are long, and a look-up would wait for memory.
  private let texts: [String]
  /// How many different ids there are.
  private(set) var count = 0

  private static let empty = UInt64.max
  /// Drawn once for a process, so that nobody can choose ids that all meet in one slot. No result depends on it.
  private static let seed = UInt64.random(in: 0...UInt64.max)

  init(_ activities: [Activity]) {
    var size = 16
    while size < 2 * activities.count { size *= 2 }
    slots = Array(repeating: Self.empty, count: size)
    texts = activities.map(\.id.text)
    for place in texts.indices {
      let hash = Self.hash(texts[place])
      let slot = slot(of: texts[place], hash)
      guard slots[slot] == Self.empty else { continue }
      slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(UInt32(truncatingIfNeeded: place))
      count += 1
    }
  }

  /// The place of an id among the activities that the table was made of; −1 where it is none of theirs.
  func place(of id: ActivityID) -> Int32 {
    let entry = slots[slot(of: id.text, Self.hash(id.text))]
    return entry == Self.empty ? -1 : Int32(truncatingIfNeeded: entry)
  }

  /// The places of both ends of all links, −1 for an id that no activity has.
  ///
  /// Links are taken in bunches, and of a bunch first all ids are hashed, then all slots looked up, then all texts there:
  /// memory is waited for once for the bunch, where one look-up after the other waits each time.
  func ends(of links: [Link]) -> [LinkEnds] {
    let (bunch, mask) = (32, slots.count - 1)
    return Array(unsafeUninitializedCapacity: links.count) { ends, count in
      withUnsafeTemporaryAllocation(of: Sought.self, capacity: 2 * bunch) { sought in
        slots.withUnsafeBufferPointer { slots in
          texts.withUnsafeBytes { texts in
            while count < links.count {
              let size = min(bunch, links.count - count)
              for member in 0..<size {
                let link = links[count + member]
                sought.initializeElement(at: 2 * member, to: Sought(link.from.text))
                sought.initializeElement(at: 2 * member + 1, to: Sought(link.to.text))
              }
              for member in 0..<2 * size {
                sought[member].entry = slots[Int(truncatingIfNeeded: sought[member].hash) & mask]
              }
              for member in 0..<2 * size { sought[member].compare(texts) }
              for member in 0..<size {
                let (from, to) = (sought[2 * member].place, sought[2 * member + 1].place)
                ends.initializeElement(
                  at: count + member,
                  to: LinkEnds(
                    from: from >= 0 ? from : place(of: links[count + member].from),
                    to: to >= 0 ? to : place(of: links[count + member].to)))
              }
              count += size
            }
          }
        }
      }
    }
  }

  /// An id on its way to its place.
  private struct Sought {
    let hash: UInt64
    var entry: UInt64 = 0
    /// −1 where it is not that of the first slot, or not written alike.
    var place: Int32 = -1
    /// A text as it lies in memory: a short one is all there.
    private let text: (UInt64, UInt64)

    @inline(__always)
    init(_ text: String) {
      hash = ActivityTable.hash(text)
      self.text = withUnsafeBytes(of: text) { $0.count < 16 ? (0, 0) : Sought.words($0, at: 0) }
    }

    /// The same memory is the same text; what differs may still be, and is compared later.
    @inline(__always)
    mutating func compare(_ texts: UnsafeRawBufferPointer) {
      let found = entry == ActivityTable.empty ? 0 : Int(UInt32(truncatingIfNeeded: entry))
      // On a system with smaller pointers, every text is compared later.
      if texts.isEmpty || MemoryLayout<String>.size < 16 { return }
      let other = Sought.words(texts, at: MemoryLayout<String>.stride * found)
      place = other == text && entry != ActivityTable.empty ? Int32(truncatingIfNeeded: found) : -1
    }

    @inline(__always)
    private static func words(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> (UInt64, UInt64) {
      (
        bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)
      )
    }
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

  /// The same number for the same text, however Unicode writes it.
  private static func hash(_ text: String) -> UInt64 {
    if let hash = text.utf8.withContiguousStorageIfAvailable({ hash(ascii: $0) }) ?? nil { return hash }
    // Three other characters are canonically the same as an ASCII one.
    var plain: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x80: plain.append(UInt8(scalar.value))
      case 0x037E: plain.append(0x3B)
      case 0x1FEF: plain.append(0x60)
      case 0x212A: plain.append(0x4B)
      default: return mixed(UInt64(bitPattern: Int64(text.hashValue)), seed)
      }
    }
    return plain.withUnsafeBufferPointer { hash(ascii: $0) } ?? 0
  }

  /// The hash of the bytes, nil where one of them is not ASCII.
  private static func hash(ascii bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
    var state = seed ^ UInt64(truncatingIfNeeded: bytes.count)
    var union: UInt64 = 0
    let raw = UnsafeRawBufferPointer(bytes)
    var place = 0
    while place + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      union |= word
      state = mixed(state ^ word, 0x9E37_79B9_7F4A_7C15)
      place += 8
    }
    var word: UInt64 = 0
    while place < raw.count {
      word = word << 8 | UInt64(raw[place])
      place += 1
    }
    union |= word
    return union & 0x8080_8080_8080_8080 == 0 ? mixed(state ^ word, 0xE703_7ED1_A0B4_28DB) : nil
  }

  /// Multiplies to 128 bits and folds the halves (Wang Yi, wyhash).
  @inline(__always)
  private static func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }
}
