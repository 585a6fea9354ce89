public import PlanModel
public import PlanSchedule

/// What changes cost: amended amounts, and the price of the time that projects lose.
///
///     CostReport(SlipReport(before: plan, after: changed)).rows.first?.forecast
///
/// Time costs the project's run rate, where the plan gives one; where it does not, the rate with which a frame would be
/// crossed is still known.
public struct CostReport: Sendable {
  /// Time that a project loses.
  public struct Delay: Hashable, Sendable {
    /// Why a project loses time.
    public enum Cause: Hashable, Sendable {
      /// Its last date moves.
      case end(ActivityID)
      /// It waits for something that moves, by a relation with this id; it loses no more time than that.
      case waits(ActivityID, relation: String?)
    }

    /// Its own last date, or the wait from which the time follows.
    public let cause: Cause
    /// At the first and at the last days.
    public let time: Readings<ElapsedTime>
    /// Nil without a run rate.
    public let cost: Readings<Amount>?

    /// Whether the time can only be less.
    public var isAtMost: Bool { if case .waits = cause { true } else { false } }
  }

  /// The money of one project before and after.
  public struct Row: Sendable {
    /// As it stands in the plan after the changes.
    public let project: Project
    /// With the amounts of the plan before the changes; without any amount where the project had none.
    public let before: Cost
    /// With amended amounts, without the price of time.
    public let after: Cost
    /// Nil where no time counts as lost: then only amounts differ.
    public let delay: Delay?
    /// With the price of time at the first and at the last days; nil without a forecast, or where the price is unknown.
    public let forecast: Readings<Amount>?
    /// The room that is left in the costlier reading; of the forecast without the price of time where that is unknown.
    public let rooms: [FrameRoom]
    /// The room before.
    public let roomsBefore: [FrameRoom]
    /// By frame, the run rate from which the delay crosses it; only where the plan gives none, and it is not crossed.
    public let breakingRates: [Frame: Amount]

    /// The amounts that these changes amend; those that were amended before are left out.
    public var changes: [Fact<CostChange>] { Array(after.changes.dropFirst(before.changes.count)) }
  }

  /// Projects in plan order.
  public let rows: [Row]

  /// - Complexity: O(activities + projects × relations from what moved).
  public init(_ report: SlipReport) {
    let plan = report.after.plan
    let ends = CostReport.ends(report)
    let moved = report.moved.filter { $0.moved.last > .zero || $0.moved.first > .zero }
    rows = plan.projects.compactMap { project in
      guard let after = project.cost else { return nil }
      let before = report.before.plan[project: project.id]?.cost ?? Cost(unit: after.unit)
      let delay = ends[project.id] ?? CostReport.wait(of: project, for: moved, plan)
      guard delay != nil || after != before else { return nil }
      return Row(project, before, after, delay)
    }
  }

  /// The projects whose last date moves to later.
  private static func ends(_ report: SlipReport) -> [ProjectID: Delay] {
    func last(_ outlook: Outlook) -> [ProjectID: (id: ActivityID, first: Instant, last: Instant)] {
      var ends: [ProjectID: (id: ActivityID, first: Instant, last: Instant)] = [:]
      for activity in outlook.schedule.activities where activity.isScheduled && !activity.isUndated {
        guard let project = activity.id.project else { continue }
        let finishes = activity.finishes
        guard let old = ends[project] else {
          ends[project] = (activity.id, finishes.first, finishes.last)
          continue
        }
        ends[project] = (
          finishes.last >= old.last ? activity.id : old.id, max(old.first, finishes.first), max(old.last, finishes.last)
        )
      }
      return ends
    }
    let before = last(report.before)
    var delays: [ProjectID: Delay] = [:]
    for (project, end) in last(report.after) {
      guard let old = before[project] else { continue }
      let time = Readings(first: end.first - old.first, last: end.last - old.last)
      guard time.first > .zero || time.last > .zero, time.first >= .zero, time.last >= .zero else { continue }
      delays[project] = Delay(cause: .end(end.id), time: time, cost: nil)
    }
    return delays
  }

  /// The longest wait of a project for something that moves, by a hard relation.
  private static func wait(of project: Project, for moved: [SlipReport.Row], _ plan: Plan) -> Delay? {
    var longest: Delay?
    for relation in plan.relations where relation.to == project.id.text && relation.strength == .hard {
      guard let row = moved.first(where: { $0.id.text == relation.from }) else { continue }
      let time = Readings(first: max(.zero, row.moved.first), last: max(.zero, row.moved.last))
      if longest.map({ $0.time.last < time.last }) ?? true {
        longest = Delay(cause: .waits(row.id, relation: relation.dependency.id), time: time, cost: nil)
      }
    }
    return longest
  }
}

extension CostReport.Row {
  fileprivate init(_ project: Project, _ before: Cost, _ after: Cost, _ delay: CostReport.Delay?) {
    self.project = project
    self.before = before
    self.after = after
    var price: Readings<Amount>?
    if let delay, let first = after.cost(of: delay.time.first), let last = after.cost(of: delay.time.last) {
      price = Readings(first: first, last: last)
    }
    self.delay = delay.map { CostReport.Delay(cause: $0.cause, time: $0.time, cost: price) }
    func sum(_ a: Amount, _ b: Amount) -> Amount? {
      let (sum, isTooLarge) = a.thousandths.addingReportingOverflow(b.thousandths)
      return isTooLarge ? nil : Amount(thousandths: sum)
    }
    var forecasts: Readings<Amount>?
    if let base = after.forecast {
      if delay == nil {
        forecasts = Readings(first: base, last: base)
      } else if let price, let first = sum(base, price.first), let last = sum(base, price.last) {
        forecasts = Readings(first: first, last: last)
      }
    }
    forecast = forecasts
    roomsBefore = before.rooms
    rooms = (forecasts.map { max($0.first, $0.last) } ?? after.forecast).map(after.rooms) ?? []
    var rates: [Frame: Amount] = [:]
    if let delay, price == nil {
      let time = max(delay.time.first, delay.time.last)
      for room in rooms { rates[room.frame] = after.rate(taking: room.room, in: time) }
    }
    breakingRates = rates
  }
}
