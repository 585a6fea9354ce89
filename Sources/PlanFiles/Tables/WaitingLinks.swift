import PlanModel

/// Links of a table on their way: their ids are looked up together, so that memory is waited for once for all of them.
final class WaitingLinks {
  struct Row {
    let kind: Link.Kind
    let lag: Quantity?
    let origin: Origin
    /// Where the row can be read again.
    let place: PlainRows.Place
  }

  private static let size = 64
  private let ids: ActivityTable
  private let rows = UnsafeMutableBufferPointer<Row>.allocate(capacity: size)
  /// The ends of the rows, from and to.
  private let ends = UnsafeMutableBufferPointer<SoughtID>.allocate(capacity: 2 * size)
  private var count = 0

  init(_ ids: ActivityTable) { self.ids = ids }

  deinit {
    rows.deallocate()
    ends.deallocate()
  }

  var isFull: Bool { count == Self.size }

  /// Adds a row; there must be room.
  @inline(__always)
  func append(_ row: Row, from: UnsafeBufferPointer<UInt8>, to: UnsafeBufferPointer<UInt8>) {
    rows.initializeElement(at: count, to: row)
    ends.initializeElement(at: 2 * count, to: SoughtID(from))
    ends.initializeElement(at: 2 * count + 1, to: SoughtID(to))
    count += 1
  }

  /// Hands over all rows in order with their ends, nil for an id that is unknown; none waits after that.
  @inline(__always)
  func resolve(_ use: (Row, _ from: ActivityID?, _ to: ActivityID?) -> Void) {
    ids.find(UnsafeMutableBufferPointer(rebasing: ends[..<(2 * count)]))
    for number in 0..<count {
      let (from, to) = (Int(ends[2 * number].place), Int(ends[2 * number + 1].place))
      use(
        rows[number], from < 0 ? nil : ActivityID(ids.texts[from]), to < 0 ? nil : ActivityID(ids.texts[to]))
    }
    count = 0
  }
}
