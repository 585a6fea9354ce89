public import PlanModel
public import PlanSchedule

/// Two plans side by side: dates, targets, drivers, and what makes the difference.
public struct Comparison: Sendable {
  /// One activity or milestone in both plans.
  public struct Row: Sendable {
    /// By this the plans are matched; a row may be in only one of them.
    public let id: ActivityID
    /// As the second plan has it, or else the first.
    public let activity: Activity
    /// The date that each plan states; nil where it states none.
    public let stated: Pair<Fact<DateSpan>?>
    /// The difference of the stated dates.
    public let statedDifference: SpanDifference?
    /// The placed day in both readings; nil where a plan lacks the activity or does not schedule it.
    public let placed: Pair<Readings<Day>?>
    /// The day by links alone.
    public let logic: Pair<Readings<Day>?>
    /// The difference of the placed dates, in both readings.
    public let difference: Readings<ElapsedTime>?
    /// What can be said of its target in each plan; nil where it has none, or the plan does not schedule it.
    public let verdict: Pair<Verdict?>
    /// The weakest basis of all that each date could rest on; nil where a plan lacks the activity.
    public let basis: Pair<Basis?>
    /// The undated activities that it waits for in each plan; empty where a plan lacks it.
    public let waitsFor: Pair<[ActivityID]>
    /// Whether each date is only "not before", for want of a date here or before it; false where a plan lacks it.
    public let isLowerBound: Pair<Bool>
    /// Why each date is what it is, at the first reading.
    public let chain: Pair<Chain?>
    /// What makes the computed difference at the first and at the last reading, fact by fact.
    public let ledger: Readings<Ledger>
    /// The same by driving chain.
    public let pathLedger: Readings<Ledger?>

    /// Whether anything about it differs.
    public var differs: Bool {
      stated.first?.value != stated.second?.value || placed.first != placed.second || logic.first != logic.second
        || verdict.first?.word != verdict.second?.word || waitsFor.first != waitsFor.second
    }
  }

  /// The distance between two milestones, as a quantity of its own.
  public struct GapRow: Sendable {
    /// The predecessor of a link that says what its gap is.
    public let from: ActivityID
    /// The successor of that link; the distance is negative where it comes first.
    public let to: ActivityID
    /// Work, buffer or not known, as the link says in the second plan, or else in the first; never nil here.
    public let gap: Gap?
    /// As stated in each plan.
    public let stated: Pair<SpanDifference?>
    /// As placed, in days, in both readings.
    public let placed: Pair<Readings<Int>?>
  }

  /// Where differences are counted from: each is the second less the first.
  public let first: Outlook
  /// Where differences are counted to: a positive one means that dates here are later.
  public let second: Outlook
  /// The facts in which the two plans differ, and which ledgers share the moves among.
  public let difference: PlanDifference
  /// In the order of the second plan, then what only the first has.
  public let rows: [Row]
  /// One for each two activities whose link says what its gap is; what only the first plan has comes last.
  public let gaps: [GapRow]
  /// The choice that these two are alternatives of; nil where the plan has none.
  public let decision: Decision?

  /// Compares two solved plans.
  ///
  /// - Throws: ``InvalidPlan`` where a plan cannot be lowered again; not for plans that are solved already. Plans in
  ///   between that would have a cycle are passed over, their facts sharing an entry of the ledger.
  public init(_ first: Outlook, _ second: Outlook) throws(InvalidPlan) {
    self.first = first
    self.second = second
    let difference = PlanDifference(from: first.plan, to: second.plan)
    self.difference = difference
    let ids =
      second.plan.activities.map(\.id)
      + first.plan.activities.map(\.id).filter { second.plan.index(of: $0) == nil }
    let byChange = Readings(
      first: try Ledger.byChange(ids, difference, .first), last: try Ledger.byChange(ids, difference, .last))
    func row(_ place: Int, explains: Bool) -> Row {
      Row(
        ids[place], first, second, Readings(first: byChange.first[place], last: byChange.last[place]),
        explains: explains)
    }
    let limit = Comparison.explainedRows(of: ids.count)
    let isSmall = ids.count <= limit
    var rows = ids.indices.map { row($0, explains: isSmall) }
    if !isSmall {
      let differing = rows.indices.filter { rows[$0].differs }
      let milestonesFirst =
        differing.filter { rows[$0].activity.kind.isMilestone }
        + differing.filter { !rows[$0].activity.kind.isMilestone }
      for place in milestonesFirst.prefix(limit) { rows[place] = row(place, explains: true) }
    }
    self.rows = rows
    gaps = Comparison.gaps(first, second)
    decision = Decision(between: first, and: second)
  }

  /// How many rows of a plan with so many activities carry break-evens, chains and ledgers by path, each of which may be
  /// as long as the plan: all of a small plan, 300 of one with a thousand activities, 10 of the largest.
  public static func explainedRows(of count: Int) -> Int { count <= 300 ? count : max(10, min(300, 300_000 / count)) }

  /// The rows of milestones, whether they differ or not.
  public var milestones: [Row] { rows.filter { $0.activity.kind.isMilestone } }

  private static func gaps(_ first: Outlook, _ second: Outlook) -> [GapRow] {
    var seen: Set<[ActivityID]> = []
    return (second.plan.links + first.plan.links).compactMap { link in
      guard link.hasDetails, let gap = link.details.gap, seen.insert([link.from, link.to]).inserted else { return nil }
      func stated(_ outlook: Outlook) -> SpanDifference? {
        guard let a = outlook.stated(link.from), let b = outlook.stated(link.to) else { return nil }
        return SpanDifference(from: a.value, to: b.value)
      }
      func placed(_ outlook: Outlook) -> Readings<Int>? {
        guard let a = outlook.schedule[link.from], let b = outlook.schedule[link.to] else { return nil }
        return Readings(first: b.days.first - a.days.first, last: b.days.last - a.days.last)
      }
      return GapRow(
        from: link.from, to: link.to, gap: gap, stated: Pair(stated(first), stated(second)),
        placed: Pair(placed(first), placed(second)))
    }
  }
}

/// The same thing in the first and in the second plan.
public struct Pair<Value: Sendable>: Sendable {
  /// In the plan that differences are counted from.
  public let first: Value
  /// In the plan that differences are counted to.
  public let second: Value

  /// Two values of one kind, in the order in which the plans are compared.
  public init(_ first: Value, _ second: Value) {
    self.first = first
    self.second = second
  }
}

extension Comparison.Row {
  fileprivate init(_ id: ActivityID, _ a: Outlook, _ b: Outlook, _ ledger: Readings<Ledger>, explains: Bool) {
    let old = a.schedule[id]
    let new = b.schedule[id]
    self.id = id
    activity = b.plan[id] ?? a.plan[id] ?? Activity(id)
    stated = Pair(a.stated(id), b.stated(id))
    if let from = a.stated(id), let to = b.stated(id) {
      statedDifference = SpanDifference(from: from.value, to: to.value)
    } else {
      statedDifference = nil
    }
    func days(_ activity: ScheduledActivity?) -> Readings<Day>? {
      activity.flatMap { $0.isScheduled ? $0.days : nil }
    }
    placed = Pair(days(old), days(new))
    logic = Pair(old?.logicDays, new?.logicDays)
    if let old, let new, old.isScheduled, new.isScheduled {
      difference = Readings(
        first: new.finishes.first - old.finishes.first, last: new.finishes.last - old.finishes.last)
    } else {
      difference = nil
    }
    verdict = Pair(a.verdict(on: id, explains: explains), b.verdict(on: id, explains: explains))
    basis = Pair(old?.basis, new?.basis)
    waitsFor = Pair(old?.waitsFor ?? [], new?.waitsFor ?? [])
    isLowerBound = Pair(old?.isLowerBound ?? false, new?.isLowerBound ?? false)
    func path(_ old: EarlyDates, _ new: EarlyDates) -> Ledger? {
      explains ? Ledger(byPath: id, from: (a.network, old), to: (b.network, new)) : nil
    }
    chain =
      explains
      ? Pair(Chain(of: id, in: a.network, a.schedule.first), Chain(of: id, in: b.network, b.schedule.first))
      : Pair(nil, nil)
    self.ledger = ledger
    pathLedger = Readings(
      first: path(a.schedule.first, b.schedule.first), last: path(a.schedule.last, b.schedule.last))
  }
}
