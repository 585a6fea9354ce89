public import PlanModel
package import PlanSchedule

/// What projects cost, future by future: the forecast or its range, the price of time, and the risks that happen.
///
///     let costs = CostFutures(simulation, futures)
///     costs?.total.quantile(0.8)              // what 80 % of the futures stay within
///
/// A forecast is what a project costs with dates as planned; it ends later by so many months in a future, and each costs its
/// run rate. A risk costs once if it happens, in the futures in which it delays. All pairs with the dates: nothing is drawn twice.
public struct CostFutures: Sendable {
  /// What one project costs.
  public struct Row: Sendable {
    /// With an economy in the unit of the sum, and a forecast or a range.
    public let project: Project
    /// What the plan states: the forecast, and the frames to compare it with.
    public let cost: Cost
    /// What the project comes to: its forecast or range, the price of time, and the risks that hit no other project.
    public let odds: CostOdds
  }

  /// The unit of all amounts here, such as `MNOK`: that of the first forecast, projects before activities.
  public let unit: String
  /// Projects with a forecast in the unit, in plan order.
  public let rows: [Row]
  /// All of them together, with activities that carry their own cost and all risks.
  public let total: CostOdds
  /// Projects with an economy that is not in the sum: no forecast, or another unit.
  public let leftOut: [ProjectID]

  /// Whether anything of the cost is drawn, or hangs on time.
  public var varies: Bool { total.quantile(0) != total.quantile(1) }

  /// Nil where no project and no activity has a forecast.
  ///
  /// - Parameters:
  ///   - simulation: it must watch ``Simulation/costEnds(of:)``, or projects whose ends it does not watch cost no time.
  ///   - ends: where projects end with dates as planned, where another plan has the same forecast; see ``plannedEnds(of:)``.
  /// - Complexity: O((projects + costly activities and risks) · iterations).
  public init?(_ simulation: Simulation, _ futures: Futures, plannedEnds ends: [ProjectID: Double]? = nil) {
    let network = simulation.model.network
    let plan = network.plan
    let costly = plan.activities.filter { $0.hasDetails && $0.details.cost != nil }
    guard
      let unit = (plan.projects.compactMap(\.cost) + costly.compactMap(\.details.cost)).first(where: \.hasForecast)?
        .unit
    else { return nil }
    self.unit = unit
    let planned = ends ?? CostFutures.plannedEnds(of: network)
    var byProject: [ProjectID: [Double]] = [:]
    var other = [Double](repeating: 0, count: futures.iterations)
    func add(_ costs: [Double], to project: ProjectID?) {
      guard let project, var sum = byProject[project] else {
        for place in other.indices { other[place] += costs[place] }
        return
      }
      for place in sum.indices { sum[place] += costs[place] }
      byProject[project] = sum
    }
    var left: [ProjectID] = []
    for project in plan.projects {
      guard let cost = project.cost else { continue }
      guard cost.unit == unit,
        var costs = simulation.base(of: cost, "cost:" + (project.seedID ?? project.id.text), futures)
      else {
        left.append(project.id)
        continue
      }
      if let rate = cost.runRate.map(\.double), let end = planned[project.id],
        let finishes = simulation.ends(of: project.id, futures)
      {
        for place in costs.indices { costs[place] += rate * (Double(finishes[place]) - end) / CostFutures.month }
      }
      byProject[project.id] = costs
    }
    for activity in costly {
      guard let cost = activity.details.cost, cost.unit == unit else { continue }
      let isApart = activity.project.map { byProject[$0] == nil } ?? true
      if isApart, let base = simulation.base(of: cost, "cost:" + activity.drawID, futures) { add(base, to: nil) }
      if let rate = cost.runRate.map(\.double), let longer = simulation.extraTime(of: activity.id, futures) {
        add(longer.map { rate * $0 / CostFutures.month }, to: activity.project)
      }
    }
    for risk in plan.risks {
      guard let costs = simulation.costs(of: risk, futures) else { continue }
      let projects = Set((risk.impacts.map(\.activity) + risk.delays + risk.stretches).map(\.project))
      add(costs, to: projects.count == 1 ? projects.first ?? nil : nil)
    }
    rows = plan.projects.compactMap { project in
      guard let cost = project.cost, let costs = byProject[project.id] else { return nil }
      return Row(project: project, cost: cost, odds: CostOdds(costs, futures.sampling))
    }
    for row in rows { for place in other.indices { other[place] += row.odds.values[place] } }
    total = CostOdds(other, futures.sampling)
    leftOut = left
  }

  /// Minutes of a month: a twelfth of 365.25 days.
  private static let month = 43_830.0

  /// When projects with a run rate end with dates as planned, in minutes: the middle between first and last days.
  package static func plannedEnds(of network: Network) -> [ProjectID: Double] {
    let (first, last) = (EarlyDates(network, .first), EarlyDates(network, .last))
    var ends: [ProjectID: Double] = [:]
    for project in network.plan.projects where project.cost?.runRate != nil {
      let finishes = network.plan.costEnds(of: project.id).compactMap { id -> Double? in
        guard let index = network.plan.index(of: id) else { return nil }
        let position = network.position(index)
        return (Double(first.finish(position)) + Double(last.finish(position))) / 2
      }
      ends[project.id] = finishes.max()
    }
    return ends
  }
}

extension Plan {
  /// The last activities of a project: nothing of the project comes after them.
  fileprivate func costEnds(of project: ProjectID) -> [ActivityID] {
    let inner = Set(
      links.lazy.filter {
        $0.strength == .hard && $0.from.project == project && $0.to.project == project
          && ($0.kind == .finishToStart || $0.kind == .finishToFinish) && ($0.lag.map { !$0.isNegative } ?? true)
      }.map(\.from))
    return activities.filter {
      $0.project == project && !inner.contains($0.id) && $0.details.actualFinish == nil
    }.map(\.id)
  }

  /// What a simulation has to watch so that time has its price: the last activities of projects with a run rate.
  public var costlyEnds: [ActivityID] {
    projects.filter { $0.cost?.runRate != nil && $0.cost?.hasForecast == true }.flatMap { costEnds(of: $0.id) }
  }
}

extension Cost {
  fileprivate var hasForecast: Bool { forecast != nil || range != nil }
}

extension Amount {
  /// As a floating-point number.
  package var double: Double { Double(thousandths) / 1000 }
}

extension Simulation {
  /// What something costs with dates as planned; nil without a forecast.
  fileprivate func base(of cost: Cost, _ id: String, _ futures: Futures) -> [Double]? {
    if let range = cost.range, let distribution = Distribution(factor: range.value) {
      return uniforms(Variable(id: id, purpose: .cost), futures).map { distribution.quantile($0) }
    }
    return (cost.forecast ?? cost.range?.value.likely).map {
      [Double](repeating: $0.double, count: futures.iterations)
    }
  }

  /// The minute in which a project ends in every future; nil where it is not watched.
  fileprivate func ends(of project: ProjectID, _ futures: Futures) -> [Int32]? {
    var latest: [Int32]?
    for id in model.network.plan.costEnds(of: project) {
      guard let finishes = futures.minutes(of: id) else { return nil }
      latest = latest.map { zip($0, finishes).map { max($0, $1) } } ?? finishes
    }
    return latest
  }

  /// By how many minutes by the clock an activity takes longer than likely, as many as its working time spans on average.
  fileprivate func extraTime(of id: ActivityID, _ futures: Futures) -> [Double]? {
    let network = model.network
    guard let position = network.plan.index(of: id).map({ network.position($0) }), draws.varies[position] else {
      return nil
    }
    let subject = DrawnSubject(subject: .duration(id), kind: .node(draws.first + position))
    let likely = Double(network.duration[position])
    let stretch = 10_080 / Double(max(1, network.lengths.week))
    return values(of: [subject], futures).first?.map { (Double($0) - likely) * stretch }
  }

  /// What a risk costs; nil where the plan does not say.
  fileprivate func costs(of risk: Risk, _ futures: Futures) -> [Double]? {
    let plan = model.network.plan
    guard let probability = plan.probability(of: risk), let cost = plan.cost(of: risk),
      let distribution = Distribution(factor: cost.value)
    else { return nil }
    let limit = Double(probability.value.middle.thousandths) / 1000
    let happens = uniforms(Variable(id: "risk:" + risk.id, purpose: .occurrence), futures)
    let sizes = uniforms(Variable(id: "risk:" + risk.id, purpose: .cost), futures)
    return zip(happens, sizes).map { $0 < limit ? distribution.quantile($1) : 0 }
  }

  /// The uniform numbers of one thing in every future: those of its draws where it is drawn, and numbers of its own else.
  func uniforms(_ variable: Variable, _ futures: Futures) -> [Double] {
    let drawn = draws.variables.firstIndex(of: variable).map { draws.sources[$0] }
    guard let source = drawn ?? UniformSource.sources(of: [variable], seed: seed, sampling, leading: []).first else {
      return []
    }
    return futures.batches.flatMap { source.words(batch: UInt32(truncatingIfNeeded: $0)).map { unitDouble($0) } }
  }
}
