public import PlanModel
public import PlanSchedule

/// Which changes of a list buy most days for a milestone: what-ifs, measures that say what they do, or a day less of work here or
/// there.
///
///     Purchases(outlook, for: "bergen-start", among: Purchases.dayLess(for: "bergen-start", in: outlook)).rows.first?.gain
///
/// Each candidate is made alone, and everything that it reaches is scheduled again.
public struct Purchases: Sendable {
  /// Where a candidate comes from.
  public enum Source: Hashable, Sendable {
    /// The what-if with this place among those asked for.
    case change(Int)
    case measure(risk: String, id: String, name: String)
    /// A day less of the work of an activity.
    case dayLess(ActivityID)
  }

  /// Changes that may buy days.
  public struct Candidate: Hashable, Sendable {
    /// A what-if, a measure against a risk, or a day less of work.
    public let source: Source
    /// Made together, in this order.
    public let changes: [Change]

    /// Changes that are made and judged as one.
    public init(_ source: Source, _ changes: [Change]) {
      self.source = source
      self.changes = changes
    }
  }

  /// What one candidate buys.
  public struct Row: Sendable {
    /// Changes of one source, made without those of any other.
    public let candidate: Candidate
    /// How much earlier the milestone comes, at the first and at the last days; negative: later.
    public let gain: Readings<ElapsedTime>
    /// Whether its target then holds; only for the best rows, and where it has one.
    public let verdict: Verdict.Word?
    /// The milestone's day with the candidate made, at the first and at the last days; only for the best rows.
    public let after: Readings<Day>?
  }

  /// What is to come earlier, and whose target counts.
  public let milestone: ActivityID
  /// The milestone's day without any candidate, at the first and at the last days.
  public let before: Readings<Day>
  /// How the milestone's target comes out without any candidate; nil where it has none.
  public let verdictBefore: Verdict.Word?
  /// The largest gain first (at the last days, then at the first), then in the order of the candidates.
  public let rows: [Row]
  /// What cannot be made, for example a slip of something undated.
  public let refused: [Candidate]
  /// What all candidates that buy something buy together; nil with fewer than two.
  public let together: Readings<ElapsedTime>?

  /// Nil where the plan has no such milestone or does not schedule it.
  ///
  /// - Complexity: of a day less of work, O(what moves); of other candidates O(activities + links) to lower the changed plan. The best
  ///   ones are judged with schedules of their own.
  public init?(_ outlook: Outlook, for id: ActivityID, among candidates: [Candidate]) {
    guard let own = outlook.schedule[id], own.isScheduled,
      let start = Purchases.finish(
        outlook.network, outlook.schedule.first, outlook.schedule.last, of: id)
    else { return nil }
    milestone = id
    before = own.days
    let limit = outlook.target(of: id)?.value.latest
    verdictBefore = limit.flatMap { outlook.judgement(of: id, by: $0)?.word }
    var propagation = Propagation(outlook.network)
    func gain(_ changes: [Change]) -> Readings<ElapsedTime>? {
      do {
        try propagation.apply(changes)
      } catch {
        return nil
      }
      defer { propagation.undo() }
      guard let end = Purchases.finish(propagation.network, propagation.first, propagation.last, of: id) else {
        return nil
      }
      return Readings(first: start.first - end.first, last: start.last - end.last)
    }
    var (found, refused): ([(Candidate, Readings<ElapsedTime>)], [Candidate]) = ([], [])
    let quick = Purchases.quickGains(of: candidates, for: id, outlook)
    for (place, candidate) in candidates.enumerated() {
      if let gain = quick[place] ?? gain(candidate.changes) {
        found.append((candidate, gain))
      } else {
        refused.append(candidate)
      }
    }
    let ordered = found.enumerated().sorted { a, b in
      let (x, y) = (a.1.1, b.1.1)
      return (-x.last.minutes, -x.first.minutes, a.0) < (-y.last.minutes, -y.first.minutes, b.0)
    }.map(\.1)
    rows = ordered.enumerated().map { place, row in
      guard place < Purchases.judged, let plan = try? outlook.plan.applying(row.0.changes),
        let changed = try? Outlook(plan, promises: outlook.plan)
      else { return Row(candidate: row.0, gain: row.1, verdict: nil, after: nil) }
      return Row(
        candidate: row.0, gain: row.1, verdict: limit.flatMap { changed.judgement(of: id, by: $0)?.word },
        after: changed.schedule[id]?.days)
    }
    self.refused = refused
    let buying = rows.filter { $0.gain.last > .zero || $0.gain.first > .zero }
    together = buying.count > 1 ? gain(buying.flatMap(\.candidate.changes)) : nil
  }

  /// How many rows are judged against the target.
  private static let judged = 10

  private static func finish(_ network: Network, _ first: EarlyDates, _ last: EarlyDates, of id: ActivityID)
    -> Readings<Instant>?
  {
    guard let index = network.plan.index(of: id) else { return nil }
    let position = network.position(index)
    return Readings(
      first: Instant(minutes: first.finish(position)), last: Instant(minutes: last.finish(position)))
  }

  /// The gains of a day less of work that has not begun, by place: these need no plan lowered anew.
  private static func quickGains(of candidates: [Candidate], for id: ActivityID, _ outlook: Outlook)
    -> [Int: Readings<ElapsedTime>]
  {
    let (network, plan) = (outlook.network, outlook.plan)
    guard let end = plan.index(of: id).map(network.position) else { return [:] }
    var places: [Int] = []
    var less: [(position: Int, minutes: Int32)] = []
    for (place, candidate) in candidates.enumerated() {
      guard case .dayLess(let own) = candidate.source, let index = plan.index(of: own),
        let unit = plan[index].duration?.value.likely.isElapsed
      else { continue }
      places.append(place)
      less.append((network.position(index), unit ? 1440 : Int32(clamping: plan.unitLengths.day)))
    }
    guard !less.isEmpty else { return [:] }
    let (first, last) = (outlook.schedule.first, outlook.schedule.last)
    let finishes = (
      network.finishes(of: end, first, withLess: less),
      network.isImprecise ? network.finishes(of: end, last, withLess: less) : nil
    )
    var gains: [Int: Readings<ElapsedTime>] = [:]
    for (number, place) in places.enumerated() {
      guard let a = finishes.0[number], let b = (finishes.1 ?? finishes.0)[number] else { continue }
      gains[place] = Readings(
        first: ElapsedTime(minutes: first.finish(end) - a), last: ElapsedTime(minutes: last.finish(end) - b))
    }
    return gains
  }

  // MARK: Candidates

  /// The measures of the plan's risks that say what they do.
  public static func measures(of plan: Plan) -> [Candidate] {
    plan.risks.flatMap { risk in
      risk.measures.filter { !$0.changes.isEmpty }.map { measure in
        Candidate(.measure(risk: risk.id, id: measure.id, name: measure.name), measure.changes)
      }
    }
  }

  /// What cannot be a candidate because the plan does not say enough of it.
  public struct Missing: Hashable, Sendable {
    /// By risk, the measures that do not say what they do to the plan; risks without any are left out.
    public let measures: [RiskMeasures]
    /// Work before the milestone, not done, of which nobody knows how long it takes.
    public let durations: [ActivityID]

    /// Whether the plan says enough of everything that could be a candidate.
    public var isEmpty: Bool { measures.isEmpty && durations.isEmpty }
  }

  /// The measures of one risk.
  public struct RiskMeasures: Hashable, Sendable {
    /// The risk's id in the plan.
    public let risk: String
    /// Ids of those of its measures that do not say what they do, in plan order.
    public let ids: [String]
  }

  /// What the plan would have to say for more to be ranked.
  ///
  /// - Complexity: O(activities + links).
  public static func missing(for id: ActivityID, in outlook: Outlook) -> Missing {
    let upstream = outlook.network.upstream(of: [id])
    return Missing(
      measures: outlook.plan.risks.compactMap { risk in
        let silent = risk.measures.filter(\.changes.isEmpty).map(\.id)
        return silent.isEmpty ? nil : RiskMeasures(risk: risk.id, ids: silent)
      },
      durations: outlook.plan.activities.filter {
        $0.kind == .task && $0.duration == nil && upstream.contains($0.id) && outlook.schedule[$0.id]?.isDone == false
      }.map(\.id))
  }

  /// A day less of each work on a way that places the milestone: no other work can bring it forward alone.
  ///
  /// A working day of what has a working duration, a day by the clock of what has an elapsed one; work of a day or less is left out.
  public static func dayLess(for id: ActivityID, in outlook: Outlook) -> [Candidate] {
    let network = outlook.network
    let driving = network.driving(id, outlook.schedule.first).union(network.driving(id, outlook.schedule.last))
    return outlook.plan.activities.compactMap { activity in
      guard driving.contains(activity.id), activity.kind == .task, activity.details.actualFinish == nil,
        let work = activity.duration?.value, let minutes = outlook.plan.unitLengths.minutes(of: work.low ?? work.likely)
      else { return nil }
      let isElapsed = work.likely.isElapsed
      let day = Quantity(-1, isElapsed ? .elapsedDays : .days)
      guard minutes > Int64(isElapsed ? 1440 : outlook.plan.unitLengths.day) else { return nil }
      return Candidate(
        .dayLess(activity.id),
        [
          Change(
            .lengthen(activity.id, day), text: "\(activity.id) duration \(day)", evidence: Evidence(isWhatIf: true))
        ])
    }
  }
}

extension Network {
  /// Everything on a driving way to an activity, ties included; all before it where more than links place dates.
  fileprivate func driving(_ id: ActivityID, _ early: EarlyDates) -> Set<ActivityID> {
    guard let index = plan.index(of: id) else { return [] }
    guard maximums.isEmpty, asLateAsPossible.isEmpty else { return upstream(of: [id]) }
    var seen: Set<Int> = [position(index)]
    var open = [position(index)]
    while let next = open.popLast() {
      for arc in drivingArcs(of: next, early) {
        let source = Int(arcs[arc].row) / 2
        if seen.insert(source).inserted { open.append(source) }
      }
    }
    return Set(seen.map { activity($0).id })
  }
}
