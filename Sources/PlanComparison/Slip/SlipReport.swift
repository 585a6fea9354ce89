public import PlanModel
public import PlanSchedule

/// What a change moves, what it only brings closer to the edge, and where it is absorbed.
public struct SlipReport: Sendable {
  /// What the change does to one activity.
  public struct Row: Sendable {
    /// Which activity the row is about; both plans have it.
    public let id: ActivityID
    /// As it stands after the changes.
    public let activity: Activity
    /// The placed day before the changes, at the first and at the last days.
    public let before: Readings<Day>
    /// The placed day after the changes, at the first and at the last days.
    public let after: Readings<Day>
    /// How far it moved, in both readings.
    public let moved: Readings<ElapsedTime>
    /// What the links to it pass on, those whose dates moved.
    public let links: Readings<[LinkSlip]>
    /// Total float before, at the first days, as working time on its own calendar; nil where it is done, or no path
    /// leads to the end.
    public let floatBefore: WorkTime?
    /// The same after the changes.
    public let floatAfter: WorkTime?
    /// What can be said of its target before the changes; nil where it has none.
    public let verdictBefore: Verdict?
    /// The same after the changes.
    public let verdictAfter: Verdict?
    /// How the move came about, by path, in each reading; nil in a large plan where the row is not explained.
    public let ledger: Readings<Ledger?>
    /// Whether its date after the changes is only "not before".
    public let isLowerBound: Bool
    /// Whether its date before the changes was only "not before".
    public let wasLowerBound: Bool
    /// The undated activities that it waits for after the changes, in plan order.
    public let waitsFor: [ActivityID]

    /// The link that passes on most, at the first reading; of equal ones that into which most comes.
    public var mainLink: LinkSlip? {
      links.first.max { a, b in
        (a.slipOut.minutes.magnitude, a.arriving.minutes.magnitude)
          < (b.slipOut.minutes.magnitude, b.arriving.minutes.magnitude)
      }
    }
    /// How far its predecessors pushed, by its main link.
    public var pushed: ElapsedTime { mainLink?.arriving ?? .zero }
    /// What of that its float took up.
    public var absorbed: ElapsedTime { mainLink?.absorbed ?? .zero }

    /// Whether its finish differs in either reading, to later or to earlier.
    public var hasMoved: Bool { moved.first != .zero || moved.last != .zero }
    /// Whether it kept its date but lost float.
    public var lostFloat: Bool {
      guard !hasMoved, let before = floatBefore, let after = floatAfter else { return false }
      return after < before
    }
  }

  /// The plan without the changes, solved.
  public let before: Outlook
  /// The plan with the changes, solved.
  public let after: Outlook
  /// Every activity that the change can reach, in plan order; where they are many, only the first
  /// ``Comparison/explainedRows(of:)`` that moved, milestones first, carry break-evens and ledgers.
  public let rows: [Row]

  /// Reached, with another finish in either reading.
  public var moved: [Row] { rows.filter(\.hasMoved) }
  /// Reached, not moved.
  public var held: [Row] { rows.filter { !$0.hasMoved } }

  /// The project of an activity, in either plan.
  public func project(of id: ActivityID) -> ProjectID? { (after.plan[id] ?? before.plan[id])?.project }

  /// Compares a plan before and after changes.
  public init(before: Outlook, after: Outlook) {
    self.before = before
    self.after = after
    let difference = PlanDifference(from: before.plan, to: after.plan)
    let reached = SlipReport.reached(by: difference, before, after)
    func row(_ position: Int, explains: Bool) -> Row? {
      let id = after.plan.activities[position].id
      guard reached.contains(id), let old = before.schedule[id], let new = after.schedule[id], new.isScheduled else {
        return nil
      }
      return Row(old, new, before, after, explains: explains)
    }
    let limit = Comparison.explainedRows(of: after.plan.activities.count)
    let isSmall = reached.count <= limit
    var places: [Int] = []
    var rows: [Row] = []
    for position in after.plan.activities.indices {
      guard let made = row(position, explains: isSmall) else { continue }
      places.append(position)
      rows.append(made)
    }
    if !isSmall {
      let moved = rows.indices.filter { rows[$0].hasMoved }
      let milestonesFirst =
        moved.filter { rows[$0].activity.kind.isMilestone } + moved.filter { !rows[$0].activity.kind.isMilestone }
      for place in milestonesFirst.prefix(limit) {
        if let explained = row(places[place], explains: true) { rows[place] = explained }
      }
    }
    self.rows = rows
  }

  /// What the change touches and everything that hard links lead to from there, in either plan.
  private static func reached(by difference: PlanDifference, _ before: Outlook, _ after: Outlook) -> Set<ActivityID> {
    var touched: [ActivityID] = []
    for edit in difference.edits {
      switch edit {
      case .activity(let id, _), .addActivity(let id), .removeActivity(let id): touched.append(id)
      case .addLink(let link), .removeLink(let link): touched.append(link.to)
      case .calendars, .statusDate: touched += after.plan.activities.map(\.id)
      }
    }
    var reached: Set<ActivityID> = []
    for outlook in [before, after] { reached.formUnion(outlook.network.downstream(of: touched)) }
    return reached
  }
}

extension SlipReport.Row {
  fileprivate init(
    _ old: ScheduledActivity, _ new: ScheduledActivity, _ before: Outlook, _ after: Outlook, explains: Bool
  ) {
    id = new.id
    activity = new.activity
    self.before = old.days
    self.after = new.days
    moved = Readings(first: new.finishes.first - old.finishes.first, last: new.finishes.last - old.finishes.last)
    func links(_ a: EarlyDates, _ b: EarlyDates) -> [LinkSlip] {
      LinkSlip.into(new.id, from: Solved(before.network, a), to: Solved(after.network, b))
    }
    self.links = Readings(
      first: links(before.schedule.first, after.schedule.first),
      last: links(before.schedule.last, after.schedule.last))
    floatBefore = old.totalFloat.first
    floatAfter = new.totalFloat.first
    verdictBefore = before.verdict(on: new.id, explains: explains)
    verdictAfter = after.verdict(on: new.id, explains: explains)
    func path(_ old: EarlyDates, _ new: EarlyDates, _ id: ActivityID) -> Ledger? {
      explains ? Ledger(byPath: id, from: (before.network, old), to: (after.network, new)) : nil
    }
    ledger = Readings(
      first: path(before.schedule.first, after.schedule.first, new.id),
      last: path(before.schedule.last, after.schedule.last, new.id))
    wasLowerBound = old.isLowerBound
    isLowerBound = new.isLowerBound
    waitsFor = new.waitsFor
  }
}
