public import PlanModel
public import PlanSchedule

/// How the difference of one date between two schedules splits into causes that add up exactly.
public struct Ledger: Hashable, Sendable {
  /// One cause with the elapsed minutes that it adds, negative where it makes the date earlier.
  public struct Entry: Hashable, Sendable {
    /// Facts that differ, in a ledger by change; a step of the way, in one by path.
    public let cause: Cause
    /// Time by the clock; never zero.
    public let elapsed: ElapsedTime
  }

  /// What makes a part of the difference.
  public enum Cause: Hashable, Sendable {
    /// A fact that differs.
    case edits([PlanEdit])
    /// What happened to the difference at an activity on its way.
    case chain(ActivityID, Segment)
  }

  /// What adds to a difference, or takes from it, at one activity.
  public enum Segment: Hashable, Sendable {
    /// A date, or whatever else places it.
    case date(Driver)
    /// Its own slip.
    case slip
    /// Its duration.
    case work
    /// Days off inside its work.
    case daysOff
    /// The lag of a link to it.
    case lag
    /// A link that only one of the schedules has.
    case link
    /// The float of the link that it waits for, with its waits before: what arrives before it is needed.
    case absorbed
    /// What it waited for no longer holds it back, or something else now does.
    case otherDriver
    case calendarWait
    case windowWait
  }

  /// Whose finish the difference is of.
  public let activity: ActivityID
  /// In plan order of the facts, or in order of the way; what adds nothing is left out.
  public let entries: [Entry]

  /// The difference that the entries explain.
  public var total: ElapsedTime { entries.reduce(.zero) { $0 + $1.elapsed } }

  /// What the entries of each activity add up to, in their order; empty for a ledger by change.
  ///
  ///     ledger.sums { $0 }                                // by activity
  ///     ledger.sums { plan[$0]?.project }                 // by project
  public func sums<Group: Hashable>(by group: (ActivityID) -> Group) -> [(group: Group, elapsed: ElapsedTime)] {
    var order: [Group] = []
    var sums: [Group: ElapsedTime] = [:]
    for entry in entries {
      guard case .chain(let id, _) = entry.cause else { continue }
      let key = group(id)
      if sums[key] == nil { order.append(key) }
      sums[key] = (sums[key] ?? .zero) + entry.elapsed
    }
    return order.map { ($0, sums[$0] ?? .zero) }
  }
}
