package import PlanComparison
package import PlanModel
import PlanSchedule

/// Until when each delivery may come so that a milestone holds with a probability, everything else as it is drawn.
///
///     let needs = LatestDeliveries(outlook, of: "bergen-start", by: target, seed: 1, batches: 10)
///     needs?.rows.first?.latest(0.8)             // the last day with which 80 % of the futures hold
///
/// A delivery is taken to come on the day, whatever comes before it. In each future the backward pass tells its last day exactly, so
/// one run answers for every day and every probability; nothing is searched for.
package struct LatestDeliveries: Sendable {
  package struct Row: Sendable {
    package let activity: Activity
    /// The last day of each future, in order; the earliest of days where the milestone fails however early this comes.
    private let days: [Day]
    /// Those of each batch, where batches and not futures are independent.
    private let batches: [[Day]]
    /// When it comes as drawn; nil where it has no date.
    package let odds: FinishOdds?
    /// What else has no date between or beside: then the days are upper bounds.
    package let leavesOut: [ActivityID]

    package var id: ActivityID { activity.id }

    init(
      _ activity: Activity, days: [Day], odds: FinishOdds?, leavesOut: [ActivityID], _ sampling: SamplingMode = .plain
    ) {
      self.activity = activity
      batches = sampling == .plain ? [] : BatchError.batches(of: days).map { $0.sorted() }
      self.days = days.sorted()
      self.odds = odds
      self.leavesOut = leavesOut
    }

    /// The share of futures in which the milestone holds if this comes early enough.
    package var atBest: Double {
      days.isEmpty ? 0 : Double(days.count { $0 > .earliest }) / Double(days.count)
    }

    /// The last day with which at least this share of the futures holds; nil where no day is early enough.
    package func latest(_ share: Double) -> Day? { Row.latest(share, of: days) }

    private static func latest(_ share: Double, of days: [Day]) -> Day? {
      guard !days.isEmpty else { return nil }
      let needed = Quantile.index(of: share, count: days.count) + 1
      let day = days[days.count - needed]
      return day > .earliest ? day : nil
    }

    /// Between which days it lies, with 95 % confidence; an end is open where there are too few futures.
    ///
    /// By the order of days where futures are independent, between batches by Student's t where draws are spread evenly.
    package func confidence(_ share: Double) -> (lower: Day?, upper: Day?) {
      if !batches.isEmpty {
        let latest = batches.compactMap { Row.latest(share, of: $0) }
        guard latest.count == batches.count, let day = self.latest(share),
          let half = BatchError.halfWidth(latest.map { Double($0.number) }), half < 1e6
        else { return (nil, nil) }
        let days = Int(half.rounded(.up))
        return (day - days, day + days)
      }
      guard let interval = QuantileInterval(count: days.count, p: 1 - share, confidence: 0.95) else {
        return (nil, nil)
      }
      func day(_ rank: Int?) -> Day? { rank.map { days[$0 - 1] }.flatMap { $0 > .earliest ? $0 : nil } }
      return (day(interval.lower), day(interval.upper))
    }

    /// The share of futures that hold if this comes on a day.
    package func probability(on day: Day) -> Double {
      days.isEmpty ? 0 : Double(days.count { $0 >= day }) / Double(days.count)
    }
  }

  package let milestone: ActivityID
  package let limit: Day
  /// How sure the milestone is as everything is drawn.
  package let odds: FinishOdds
  package let leavesOut: [ActivityID]
  package let simulation: Simulation
  /// What lies before the milestone and is not done, those needed first ahead.
  package let rows: [Row]

  /// Nil where the plan does not schedule the milestone, or it is done.
  ///
  /// - Parameters:
  ///   - limit: the day by which it is to be there.
  ///   - share: rows stand in the order of their last days for this probability.
  ///   - sampling: plain or a Latin hypercube; Sobol points differ from plan to plan.
  /// - Complexity: O((activities + links) · futures), forward and backward, and one more run for each delivery that makes
  ///   the milestone late in some future.
  package init?(
    _ outlook: Outlook, of id: ActivityID, by limit: Day, share: Double, seed: UInt64, batches: Int,
    sampling: SamplingMode = .plain
  ) {
    guard let index = outlook.plan.index(of: id), let end = outlook.schedule[id], end.isScheduled, !end.isDone else {
      return nil
    }
    let network = outlook.network
    let upstream = network.upstream(of: [id])
    let ahead = outlook.plan.activities.filter { activity in
      guard activity.id != id, upstream.contains(activity.id), let own = outlook.schedule[activity.id] else {
        return false
      }
      return own.isScheduled && !own.isDone
    }
    let simulation = Simulation(
      RiskModel(network), seed: seed, watching: [id] + ahead.map(\.id), countingDriversOf: [], sampling: sampling)
    let futures = simulation.run(batches: 0..<batches)
    guard let finishes = futures.minutes(of: id), let odds = futures.odds(of: id, in: outlook.plan) else { return nil }
    let isStart = outlook.plan[index].kind == .startMilestone
    let anchor = isStart ? limit.end.minutes - 1 : limit.end.minutes
    let positions = ahead.map { activity in outlook.plan.index(of: activity.id).map { network.position($0) } ?? 0 }
    var (late, ends) = LatestDeliveries.lateFinishes(
      simulation, futures.iterations, anchor, at: network.position(index), of: positions)
    for (place, activity) in ahead.enumerated() {
      guard let own = futures.minutes(of: activity.id) else { continue }
      // Where the milestone is late though this is not, something else makes it late.
      var isOpen = false
      for future in late[place].indices where finishes[future] > anchor {
        if own[future] <= late[place][future] { late[place][future] = .min } else { isOpen = true }
      }
      guard isOpen else { continue }
      // Where both are late, the milestone without it tells.
      guard let others = LatestDeliveries.finishes(of: id, without: activity.id, outlook.plan, seed, batches, sampling)
      else {
        continue
      }
      for future in late[place].indices where finishes[future] > anchor && others[future] > anchor {
        late[place][future] = .min
      }
    }
    func undated(_ activity: ScheduledActivity) -> [ActivityID] {
      activity.isLowerBound ? activity.waitsFor.isEmpty ? [activity.id] : activity.waitsFor : []
    }
    milestone = id
    self.limit = limit
    self.odds = odds
    let missing = undated(end)
    leavesOut = missing
    self.simulation = simulation
    let rows = ahead.enumerated().compactMap { place, activity -> Row? in
      guard late[place].contains(where: { $0 < noLimit }) else { return nil }
      let days = zip(late[place], ends[place]).map { instant, endsDay in
        instant == .min ? Day.earliest : outlook.latestDay(of: activity, by: instant, endsDay: endsDay) ?? .earliest
      }
      let own = outlook.schedule[activity.id]
      // What waits behind the delivery does not matter once it is there.
      let before = network.upstream(of: [activity.id])
      return Row(
        activity, days: days,
        odds: own?.isLowerBound == true ? nil : futures.odds(of: activity.id, in: outlook.plan),
        leavesOut: missing.filter {
          $0 != activity.id && !LatestDeliveries.onlyReaches(id, by: activity.id, from: $0, before, outlook.plan)
        }, sampling)
    }
    self.rows = rows.enumerated().sorted {
      ($0.1.latest(share) ?? .earliest, $0.0) < ($1.1.latest(share) ?? .earliest, $1.0)
    }.map(\.1)
  }

  /// The last finishes with which the end is there by the anchor, by position asked for and future, and whether their midnights
  /// end days.
  private static func lateFinishes(
    _ simulation: Simulation, _ futures: Int, _ anchor: Int32, at end: Int, of positions: [Int]
  ) -> (late: [[Int32]], endsDay: [[Bool]]) {
    let drawn = DrawnNetwork(simulation)
    var anchors = [Int32](repeating: noLimit, count: drawn.network.count)
    anchors[end] = anchor
    var late = positions.map { _ in [Int32]() }
    var endsDay = positions.map { _ in [Bool]() }
    var dates: LateDates?
    for future in 0..<futures {
      drawn.place(UInt32(truncatingIfNeeded: future))
      if dates == nil {
        dates = LateDates(drawn.network, drawn.early, anchors: anchors, deadlines: false)
      } else {
        dates?.rerun(drawn.network, drawn.early, anchors: anchors, deadlines: false)
      }
      let ends = dates.map { DayEnds(drawn.network, $0) }
      for (place, position) in positions.enumerated() {
        late[place].append(dates?.finish(position) ?? noLimit)
        endsDay[place].append(ends?[position] ?? false)
      }
    }
    return (late, endsDay)
  }

  /// When the milestone comes in every future in which nothing waits for a delivery.
  private static func finishes(
    of id: ActivityID, without delivery: ActivityID, _ plan: Plan, _ seed: UInt64, _ batches: Int,
    _ sampling: SamplingMode
  ) -> [Int32]? {
    var plan = plan
    plan.links.removeAll { $0.from == delivery }
    guard let network = try? Network(plan) else { return nil }
    let simulation = Simulation(
      RiskModel(network), seed: seed, watching: [id], countingDriversOf: [], sampling: sampling)
    return simulation.run(batches: 0..<batches).minutes(of: id)
  }

  /// Whether everything that `start` makes wait reaches the end by way of the delivery.
  private static func onlyReaches(
    _ end: ActivityID, by delivery: ActivityID, from start: ActivityID, _ before: Set<ActivityID>, _ plan: Plan
  ) -> Bool {
    guard before.contains(start) else { return false }
    var next: [ActivityID: [ActivityID]] = [:]
    for link in plan.links where link.strength == .hard { next[link.from, default: []].append(link.to) }
    var (open, seen): ([ActivityID], Set<ActivityID>) = ([start], [start, delivery])
    while let id = open.popLast() {
      if id == end { return false }
      for other in next[id] ?? [] where seen.insert(other).inserted { open.append(other) }
    }
    return true
  }
}
