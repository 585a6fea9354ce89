public import PlanModel
import PlanSchedule

/// What one link passes on of a slip: so much comes in, its float takes up some, the rest goes out.
///
///     +30 d in, 9 d absorbed, +21 d out
///
/// All of it is time by the clock, and adds up: ``slipIn`` + ``lagAdded`` − ``absorbed`` = ``slipOut``. A slip to earlier
/// dates is negative throughout; then it is the float that the link gets that takes some up.
public struct LinkSlip: Hashable, Sendable {
  /// As the plan after the changes states it.
  public let link: Link
  /// How far the date that the link leaves from moved.
  public let slipIn: ElapsedTime
  /// What the link's lag grew by, with nights and days off until its successor can go on; for links to a finish, also
  /// what its work takes less.
  public let lagAdded: ElapsedTime
  /// By how much the link's date could have been later before its successor moved; nil where it never would.
  public let float: ElapsedTime?
  /// The same after the changes.
  public let floatAfter: ElapsedTime?
  /// What the float took up.
  public let absorbed: ElapsedTime
  /// What is left for the successor.
  public let slipOut: ElapsedTime
  /// Whether the link places its successor after the changes.
  public let drives: Bool

  /// What arrives at the float.
  public var arriving: ElapsedTime { slipIn + lagAdded }
}

extension LinkSlip {
  /// The links into an activity whose dates moved, in plan order; none where either plan lacks it.
  ///
  /// - Complexity: O(links into the activity).
  static func into(_ id: ActivityID, from old: Solved, to new: Solved) -> [LinkSlip] {
    guard let before = old.position(of: id), let after = new.position(of: id) else { return [] }
    var moved: [(arc: Int, was: Int)] = []
    for arc in new.arcs(into: after) {
      guard let was = old.arc(like: new.link(of: arc), into: before) else { continue }
      let left = new.leave(arc) != old.date(of: new.source(of: arc))
      if left || new.early.linkBounds[arc] != old.early.linkBounds[was] { moved.append((arc, was)) }
    }
    if moved.isEmpty { return [] }
    moved.sort { new.network.arcLink[$0.arc] < new.network.arcLink[$1.arc] }
    let limits = (old.latestBound(of: before), new.latestBound(of: after))
    let driving = Set(new.network.drivingArcs(of: after, new.early))
    return moved.map { arc, was in
      let slipIn = new.leave(arc) - (old.date(of: new.source(of: arc)) ?? new.leave(arc))
      let (bound, bounded) = (new.bound(of: arc, into: after), old.bound(of: was, into: before))
      let arriving = bound - bounded
      let float = limits.0.map { max(0, $0 - bounded) }
      let floatAfter = limits.1.map { max(0, $0 - bound) }
      let absorbed = absorbed(of: arriving, float: float, floatAfter: floatAfter)
      return LinkSlip(
        link: new.link(of: arc), slipIn: ElapsedTime(minutes: slipIn),
        lagAdded: ElapsedTime(minutes: arriving - slipIn), float: float.map(ElapsedTime.init(minutes:)),
        floatAfter: floatAfter.map(ElapsedTime.init(minutes:)), absorbed: ElapsedTime(minutes: absorbed),
        slipOut: ElapsedTime(minutes: arriving - absorbed), drives: driving.contains(arc))
    }
  }

  /// Of what arrives, what a float takes up: the one there was of a slip to later dates, the one there is of one to
  /// earlier dates.
  static func absorbed(of arriving: Int32, float: Int32?, floatAfter: Int32?) -> Int32 {
    arriving > 0
      ? min(arriving, float ?? arriving)
      : -min(-arriving, floatAfter ?? -arriving)
  }
}

extension Solved {
  /// The date that an arc leaves from.
  func leave(_ arc: Int) -> Int32 { early.rows[Int(network.arcs[arc].row)] }
  /// What an arc allows its successor, at its next work time.
  func bound(of arc: Int, into position: Int) -> Int32 { network.roll(early.linkBounds[arc], position) }
  func source(of arc: Int) -> Event { event(Int(network.arcs[arc].row)) }

  /// The last bound of links with which the activity stands where it stands; nil where links do not place it.
  func latestBound(of position: Int) -> Int32? {
    network.isPlacedByLinks(position) ? network.latestBound(of: position, early) : nil
  }
}
