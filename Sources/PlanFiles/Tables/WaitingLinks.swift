import PlanModel

/// Links of a table on their way: their ids are looked up together, so that memory is waited for once for all of them.
struct WaitingLinks {
  struct Row {
    let from: UnsafeBufferPointer<UInt8>
    let to: UnsafeBufferPointer<UInt8>
    let kind: Link.Kind
    let lag: Quantity?
    let origin: Origin
    /// Where the row can be read again.
    let start: TableScanner.Row
  }

  private static let size = 64
  private var ids: TableIDs
  private var rows: [Row] = []
  private var hashes: [UInt64] = []
  private var lastFrom = -1
  private var lastTo = -1

  init(_ ids: TableIDs) {
    self.ids = ids
    rows.reserveCapacity(Self.size)
    hashes.reserveCapacity(2 * Self.size)
  }

  var isFull: Bool { rows.count >= Self.size }

  mutating func append(_ row: Row) {
    rows.append(row)
    hashes.append(TableIDs.hash(row.from))
    hashes.append(TableIDs.hash(row.to))
  }

  /// Hands over all rows in order with their ends, nil for an id that is unknown; none waits after that.
  mutating func resolve(_ use: (Row, _ from: ActivityID?, _ to: ActivityID?) -> Void) {
    for hash in hashes { ids.touch(hash) }
    for (number, row) in rows.enumerated() {
      lastFrom = place(row.from, hashes[2 * number], after: lastFrom)
      lastTo = place(row.to, hashes[2 * number + 1], after: lastTo)
      use(row, lastFrom < 0 ? nil : ids.ids[lastFrom], lastTo < 0 ? nil : ids.ids[lastTo])
    }
    rows.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
  }

  /// The place of an id; links are mostly in the order of one of their ends, so that the same id or the next is tried first.
  private func place(_ bytes: UnsafeBufferPointer<UInt8>, _ hash: UInt64, after last: Int) -> Int {
    if ids.isEqual(bytes, last) { return last }
    if ids.isEqual(bytes, last + 1) { return last + 1 }
    return ids.place(of: bytes, hash: hash)
  }
}
