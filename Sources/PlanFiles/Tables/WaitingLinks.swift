import PlanModel

/// Links of a table on their way: their ids are looked up together, so that memory is waited for once for all of them.
final class WaitingLinks {
  struct Row {
    fileprivate(set) var kind = Link.Kind.finishToStart
    fileprivate(set) var lag: Quantity?
    fileprivate(set) var origin = Origin.memory
    /// Where the row can be read again.
    fileprivate(set) var place = PlainRows.Place.first
  }

  private static let size = 64
  private let ids: ActivityTable
  private let rows = UnsafeMutableBufferPointer<Row>.allocate(capacity: size)
  /// The ends of the rows, from and to.
  private let ends = UnsafeMutableBufferPointer<SoughtID>.allocate(capacity: 2 * size)
  private var count = 0
  private var near = NearbyEnds()

  init(_ ids: ActivityTable) {
    self.ids = ids
    rows.initialize(repeating: Row())
    ends.initialize(repeating: SoughtID(UnsafeBufferPointer(start: nil, count: 0)))
  }

  deinit {
    rows.deallocate()
    ends.deallocate()
  }

  var isFull: Bool { count == Self.size }

  /// Adds a row; there must be room.
  @inline(__always)
  func append(
    _ kind: Link.Kind, _ lag: Quantity?, _ origin: Origin, _ place: PlainRows.Place,
    from: UnsafeBufferPointer<UInt8>, to: UnsafeBufferPointer<UInt8>
  ) {
    // Each field where it belongs: a row made first and copied then costs more than all else here.
    rows[count].kind = kind
    rows[count].lag = lag
    rows[count].origin = origin
    rows[count].place = place
    ends[2 * count].seek(from)
    ends[2 * count + 1].seek(to)
    count += 1
  }

  /// Hands over all rows in order with their ends, nil for an id that is unknown; none waits after that.
  @inline(__always)
  func resolve(_ use: (Row, _ from: ActivityID?, _ to: ActivityID?) -> Void) {
    ids.find(UnsafeMutableBufferPointer(rebasing: ends[..<(2 * count)]), &near)
    for number in 0..<count {
      let (from, to) = (Int(ends[2 * number].place), Int(ends[2 * number + 1].place))
      use(
        rows[number], from < 0 ? nil : ActivityID(ids.texts[from]), to < 0 ? nil : ActivityID(ids.texts[to]))
    }
    count = 0
  }
}
