/// A date that is drawn: one of a row of days.
struct DrawnDay: Hashable, Sendable {
  /// What of the activity it bounds.
  enum Bound: UInt32, Sendable { case planned, startFloor, finishFloor }

  var position: Int32
  var bound: Bound
  /// The instant on the first day.
  var first: Int32
  /// The number of days, two or more.
  var count: Int32
}
