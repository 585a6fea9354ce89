public import PlanModel
public import PlanSchedule

/// How the difference of one date between two schedules splits into causes that add up exactly.
public struct Ledger: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    public let cause: Cause
    public let elapsed: ElapsedTime
  }

  public enum Cause: Hashable, Sendable {
    /// A fact that differs.
    case edits([PlanEdit])
    /// A piece of the driving chain: the work of an activity, a wait, a lag, a stated date.
    case chain(ActivityID, Segment)
  }

  public enum Segment: Hashable, Sendable {
    case work, lag, slip, calendarWait, windowWait
    case date(Driver)
  }

  public let activity: ActivityID
  public let entries: [Entry]

  /// The difference that the entries explain.
  public var total: ElapsedTime { entries.reduce(.zero) { $0 + $1.elapsed } }
}

extension Ledger {
  /// The ledger by path: the driving chains of both schedules, segment by segment.
  ///
  /// Segments that agree cancel; those that remain add up to the difference of the two dates, in elapsed minutes.
  /// Nil where either plan lacks the activity.
  public init?(byPath id: ActivityID, from: (Network, EarlyDates), to: (Network, EarlyDates)) {
    guard let old = Chain(of: id, in: from.0, from.1), let new = Chain(of: id, in: to.0, to.1) else { return nil }
    var order: [Key] = []
    var sums: [Key: Int32] = [:]
    func add(_ chain: Chain, sign: Int32) {
      for step in chain.steps {
        let segment: Segment
        var minutes = step.elapsed.minutes
        switch step.cause {
        case .date(let driver):
          segment = .date(driver)
          // Both chains count from the reference of the older one.
          minutes = step.until.minutes - old.reference.minutes
        case .work: segment = .work
        case .link, .maximum: segment = .lag
        case .slip: segment = .slip
        case .calendarWait: segment = .calendarWait
        case .windowWait: segment = .windowWait
        }
        let key = Key(activity: step.activity, segment: segment)
        if sums[key] == nil { order.append(key) }
        sums[key, default: 0] += sign * minutes
      }
    }
    add(old, sign: -1)
    add(new, sign: 1)
    activity = id
    entries = order.compactMap { key in
      guard let minutes = sums[key], minutes != 0 else { return nil }
      return Entry(cause: .chain(key.activity, key.segment), elapsed: ElapsedTime(minutes: minutes))
    }
  }

  private struct Key: Hashable {
    let activity: ActivityID
    let segment: Segment
  }

  /// The ledgers by change, for several activities at once: each fact that differs is changed in plan order, and what
  /// the date gains is its share.
  ///
  /// Facts that only together make a plan without cycles share an entry. The shares of facts in sequence depend on the
  /// order; they always add up to the difference.
  ///
  /// - Complexity: one forward pass for each differing fact; from `limit` facts on the rest counts as one.
  public static func byChange(
    _ ids: [ActivityID], _ difference: PlanDifference, _ reading: Reading, limit: Int = 200
  ) throws(InvalidPlan) -> [Ledger] {
    var plan = difference.from
    var before = try finishes(ids, plan, reading)
    var entries = [[Entry]](repeating: [], count: ids.count)
    var pending: [PlanEdit] = []
    for (place, edit) in difference.edits.enumerated() {
      plan = difference.applying(edit, to: plan)
      pending.append(edit)
      let isLast = place == difference.edits.count - 1
      if place >= limit && !isLast { continue }
      if isLast { plan = difference.to }
      guard let after = isLast ? try finishes(ids, plan, reading) : try? finishes(ids, plan, reading) else { continue }
      for (position, id) in ids.enumerated() {
        guard let old = before[id], let new = after[id], old != new else { continue }
        entries[position].append(Entry(cause: .edits(pending), elapsed: ElapsedTime(minutes: new - old)))
      }
      before.merge(after) { $1 }
      pending = []
    }
    return zip(ids, entries).map { Ledger(activity: $0, entries: $1) }
  }

  private static func finishes(
    _ ids: [ActivityID], _ plan: Plan, _ reading: Reading
  ) throws(InvalidPlan) -> [ActivityID: Int32] {
    let network = try Network(plan)
    let early = EarlyDates(network, reading)
    var finishes: [ActivityID: Int32] = [:]
    for id in ids { finishes[id] = plan.index(of: id).map { early.finish(network.position($0)) } }
    return finishes
  }
}
