import PlanComparison
import PlanFiles
import PlanModel
import PlanSchedule
import PlanSimulation

/// Two plans on the same futures: first how each keeps its own promises, then which is earlier.
struct SimulatedComparison {
  /// How a plan keeps its own targets.
  struct Side {
    /// The milestones about which the plans differ and that have a target here.
    let promises: [ActivityID]
    /// Nil without promises.
    let kept: KeptPromises?
    /// All targets of the plan, also those that are alike in both.
    let all: (count: Int, kept: KeptPromises, isAtMost: Bool)?
    /// What has no date behind the promises: their probability is an upper bound.
    let leavesOut: [ActivityID]
    let expectedRegret: Double?
    let maximalRegret: Double?
    let costs: CostFutures?
    /// Until when its promises can still be kept, with likely durations; nil where it can't be told.
    let pointOfNoReturn: PointOfNoReturn?
  }

  /// When one milestone comes in both plans.
  struct Row {
    let id: ActivityID
    let odds: Pair<FinishOdds>
    let target: Pair<TargetProbability?>
    let earlier: Pair<Double>
    let same: Double
    /// By how many days the second is later, on average.
    let difference: Double
    let lateness: Pair<Double?>
    /// Of the first over the second, and the other way.
    let dominance: Pair<Dominance>
    let leavesOut: Pair<[ActivityID]>
  }

  let plans: Pair<SimulatedPlan>
  let sides: Pair<Side>
  let rows: [Row]
  /// What knowing a thing would be worth, in late days.
  let knowledge: [PairedKnowledge]
  /// What knowing everything would be worth; nil unless both have promises.
  let perfectKnowledge: Double?
  let parting: PartingDay?
  /// The choice between these two, where the plan has one.
  let decision: Decision?

  /// - Parameter only: the milestones that are compared; nil: all that differ.
  init(
    _ comparison: Comparison, only: Set<ActivityID>?, _ sampling: SamplingChoice
  ) throws(InvalidInput) {
    let outlooks = [comparison.first, comparison.second]
    var seen: Set<ActivityID> = []
    let watched =
      (comparison.milestones.filter(\.differs).map(\.id) + outlooks.flatMap(\.promises)
      + (only ?? []).sorted { $0.text < $1.text })
      .filter { seen.insert($0).inserted }
    let one = try SimulatedPlan(
      comparison.first, watching: watched + comparison.first.plan.costlyEnds, sampling)
    let other = try SimulatedPlan(
      comparison.second, watching: watched + comparison.second.plan.costlyEnds, sampling)
    plans = Pair(one, other)
    let differing = comparison.milestones.map(\.id).filter { id in
      only.map { $0.contains(id) } ?? SimulatedComparison.differ(id, one, other)
    }
    let promises = [one, other].map { plan in differing.filter { Set(plan.outlook.promises).contains($0) } }
    let kept = zip([one, other], promises).map { plan, ids in
      KeptPromises(ids.compactMap { plan.promise(of: $0) }, sampling.mode)
    }
    let losses = kept.compactMap { $0?.lateness }
    // What waits for something undated may be late by anything.
    let isKnown = zip([one, other], promises).allSatisfy { plan, ids in
      ids.allSatisfy { plan.outlook.leftOut(of: $0).isEmpty }
    }
    let regret = losses.count == 2 && isKnown ? Regret(of: losses) : nil
    let planned = CostFutures.plannedEnds(of: comparison.first.network)
    func side(_ plan: SimulatedPlan, _ place: Int) -> Side {
      var seen: Set<ActivityID> = []
      let own = plan.outlook.promises
      return Side(
        promises: promises[place], kept: kept[place],
        all: KeptPromises(own.compactMap { plan.promise(of: $0) }, sampling.mode).map {
          (own.count, $0, own.contains { !plan.outlook.leftOut(of: $0).isEmpty })
        },
        leavesOut: promises[place].flatMap { plan.outlook.leftOut(of: $0) }.filter { seen.insert($0).inserted },
        expectedRegret: regret?.expected[place], maximalRegret: regret?.maximum[place],
        costs: CostFutures(plan.simulation, plan.futures, plannedEnds: planned),
        pointOfNoReturn: SimulatedComparison.pointOfNoReturn(plan.outlook, promises[place]))
    }
    sides = Pair(side(one, 0), side(other, 1))
    // What is promised first.
    let promised = Set(promises[0] + promises[1])
    rows = (differing.filter(promised.contains) + differing.filter { !promised.contains($0) }).compactMap {
      Row($0, one, other)
    }
    perfectKnowledge = regret?.valueOfPerfectInformation
    if let regret, regret.valueOfPerfectInformation > 0 {
      let among = one.outlook.network.upstream(of: promises[0]).union(other.outlook.network.upstream(of: promises[1]))
      knowledge = one.simulation.worthKnowing(
        one.futures, against: (other.simulation, other.futures), losses: (losses[0], losses[1]), among: among)
    } else {
      knowledge = []
    }
    parting = PartingDay(comparison.first, comparison.second)
    decision = comparison.decision
  }

  /// Whether a milestone is promised differently, or comes on different days in some future.
  private static func differ(_ id: ActivityID, _ one: SimulatedPlan, _ other: SimulatedPlan) -> Bool {
    one.outlook.target(of: id)?.value != other.outlook.target(of: id)?.value
      || one.futures.minutes(of: id) != other.futures.minutes(of: id)
  }

  /// The first day after which one of the promises cannot be kept with likely durations.
  private static func pointOfNoReturn(_ outlook: Outlook, _ promises: [ActivityID]) -> PointOfNoReturn? {
    promises.compactMap {
      Needs(outlook, for: $0)?.pointOfNoReturn(.likely, status: outlook.plan.statusDate)
    }.min { $0.day < $1.day }
  }

  /// The last day on which the choice is still open: the day before the plans part.
  var lastDay: Day? { parting.map { $0.day + -1 } }
}

extension SimulatedComparison.Row {
  init?(_ id: ActivityID, _ one: SimulatedPlan, _ other: SimulatedPlan) {
    guard let days = one.days(of: id), let others = other.days(of: id),
      let pair = PairedFinishes(a: days.map { Double($0.number) }, b: others.map { Double($0.number) }),
      let forward = Dominance(of: pair.a, over: pair.b, sampling: one.simulation.sampling),
      let backward = Dominance(of: pair.b, over: pair.a, sampling: one.simulation.sampling),
      let odds = one.futures.odds(of: id, in: one.plan), let otherOdds = other.futures.odds(of: id, in: other.plan)
    else { return nil }
    self.id = id
    self.odds = Pair(odds, otherOdds)
    earlier = Pair(pair.probabilityAEarlier, pair.probabilityBEarlier)
    same = pair.probabilityTie
    difference = -pair.meanDifference
    func target(_ plan: SimulatedPlan, _ odds: FinishOdds) -> TargetProbability? {
      plan.outlook.target(of: id)?.value.latest.map {
        TargetProbability(odds, by: $0, isAtMost: !plan.outlook.leftOut(of: id).isEmpty)
      }
    }
    let targets = Pair(target(one, odds), target(other, otherOdds))
    self.target = targets
    lateness = Pair(
      targets.first.map { pair.expectedLateness(\.a, after: Double($0.day.number)) },
      targets.second.map { pair.expectedLateness(\.b, after: Double($0.day.number)) })
    dominance = Pair(forward, backward)
    leavesOut = Pair(one.outlook.leftOut(of: id), other.outlook.leftOut(of: id))
  }
}

extension SimulatedPlan {
  /// The civil day of an end in every future, in order of futures.
  func days(of id: ActivityID) -> [Day]? {
    let isStart = plan[id]?.kind == .startMilestone
    return futures.finishes(of: id)?.map { isStart ? $0.day : $0.finishDay }
  }

  /// A target with the days on which it comes.
  func promise(of id: ActivityID) -> KeptPromises.Promise? {
    guard let last = outlook.target(of: id)?.value.latest, let days = days(of: id) else { return nil }
    return KeptPromises.Promise(days: days, last: last)
  }
}
