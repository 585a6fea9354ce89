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

  /// A row in the time of another calendar, after a lag in its own.
  struct Conversion: Sendable {
    /// After which node it is made.
    var node: Int32
    /// The row to convert, and where it goes.
    var from: Int32
    var to: Int32
    var lag: Int32
    /// The calendar of the row, and the one to convert it to.
    var calendar: Int16
    var target: Int16
    /// Whether the row, after the lag, ends work: then it stands at the end of a working minute, not at the start of the next.
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
  /// The same as the kernel makes them, one for each or none at all, and the cells of all maps that they read.
  var mapped: [milepost_conversion] = []
  var cells: [Int32] = []
  var rowCount = 0
  /// What each calendar's minutes are counted from.
  var base: [Int32] = []

  var count: Int { floors.count }

  /// How a calendar counts its minutes here.
  @inline(__always)
  func clock(_ calendar: Int16, _ tables: [CalendarTables]) -> LaneClock {
    LaneClock(calendar: calendar, base: base[Int(calendar)], tables: tables)
  }

  /// Whether the finish of a node ends work.
  func endsWork(_ node: Int, varying: Bool) -> Bool { varying || durations[node] > 0 }
}
