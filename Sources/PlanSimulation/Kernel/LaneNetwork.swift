import CMilepostKernels
import PlanModel
import PlanSchedule

/// A network as the simulation runs it: sixteen iterations side by side, in working minutes.
///
/// The times of a node are the working minutes of its own calendar since a common beginning. In them a link between two
/// activities of one calendar is an addition, and a start waits for its next opening by itself; only links from one
/// calendar to another, and elapsed lags inside one, look anything up: those have a row of their own, which is converted
/// once when its node has been placed.
///
/// Node 0 stands at zero; then come the dates that are drawn, from ``first`` on the positions of the network, and last the
/// end of the plan. Row 2j is the start of node j, row 2j + 1 its finish; after them come the converted rows.
struct LaneNetwork: Sendable {
  /// How many iterations run side by side.
  static let lanes = 16
  /// Whole numbers below this are exact.
  static let limit: Int32 = 1 << 24

  /// A row in the time of another calendar.
  struct Conversion: Sendable {
    var node: Int32
    /// The row to convert, and where it goes.
    var from: Int32
    var to: Int32
    var lag: Int32
    /// The calendar of the lag, 0 for elapsed time.
    var lagCalendar: Int16
    var calendar: Int16
    var target: Int16
    /// Whether the row ends work: then it stands at the end of a working minute, not at the start of the next.
    var endsWork: Bool
  }

  /// The node of position 0.
  var first: Int32 = 1
  var ranges: [Int32] = [0]
  var links: [milepost_link] = []
  /// The node that each link leaves from.
  var sources: [Int32] = []
  var floors: [Float] = []
  var calendars: [Int16] = []
  /// Durations where nothing is drawn.
  var durations: [Float] = []
  var conversions: [Conversion] = []
  var rowCount = 0
  /// What each calendar's minutes are counted from.
  var base: [Int32] = []

  var count: Int { floors.count }

  /// The instant of a time in a row.
  @inline(__always)
  static func instant(of time: Int32, endsWork: Bool, _ calendar: Int16, base: Int32, _ tables: [CalendarTables])
    -> Int32
  {
    let minute = time &+ base
    if calendar == 0 { return minute }
    let table = tables[Int(calendar)]
    let number = min(max(endsWork ? minute &- 1 : minute, 0), table.total &- 1)
    return table.start(ofWorkingMinute: number) &+ (endsWork ? 1 : 0)
  }

  /// Whether the finish of a node ends work.
  func endsWork(_ node: Int, varying: Bool) -> Bool { varying || durations[node] > 0 }
}
