import PlanComparison
import PlanFiles
import PlanModel
import PlanSchedule
import PlanSimulation

/// A plan with many futures of it.
struct SimulatedPlan {
  let outlook: Outlook
  let drawn: DrawnCounts
  let simulation: Simulation
  let futures: Futures

  var plan: Plan { outlook.plan }

  init(_ outlook: Outlook, _ simulation: Simulation, _ futures: Futures) {
    self.outlook = outlook
    self.simulation = simulation
    self.futures = futures
    drawn = simulation.model.drawn
  }

  /// Draws futures of a plan.
  ///
  /// - Parameters:
  ///   - ends: what to watch besides the end of the plan.
  ///   - driven: whose drivers to count.
  init(
    _ outlook: Outlook, watching ends: [ActivityID], countingDriversOf driven: [ActivityID?] = [],
    _ sampling: SamplingChoice
  ) throws(InvalidInput) {
    let simulation = SimulatedPlan.simulation(outlook, watching: ends, countingDriversOf: driven, sampling)
    self.init(outlook, simulation, try SimulatedPlan.futures(of: simulation, 0..<sampling.batches, sampling))
  }

  static func simulation(
    _ outlook: Outlook, watching ends: [ActivityID], countingDriversOf driven: [ActivityID?],
    explaining explained: [ActivityID?] = [], _ sampling: SamplingChoice
  ) -> Simulation {
    Simulation(
      RiskModel(outlook.network), seed: sampling.seed, watching: ends, countingDriversOf: driven,
      explaining: explained, sampling: sampling.mode)
  }

  /// Runs batches on the threads of the call, with a bar where somebody looks on.
  ///
  /// - Parameter isEnough: asked after 8, 10, 13, 17 … batches, whatever the number of threads; all are run where it never
  ///   says so.
  static func futures(
    of simulation: Simulation, _ batches: Range<Int>, _ sampling: SamplingChoice,
    until isEnough: ((Futures) -> Bool)? = nil
  ) throws(InvalidInput) -> Futures {
    let bar = ProgressBar(total: batches.count)
    defer { bar.finish() }
    func run(_ batches: Range<Int>) throws(InvalidInput) -> Futures {
      do {
        return try waiting {
          try await simulation.run(batches: batches, threads: sampling.threads) { bar.advance() }
        }
      } catch {
        throw InvalidInput([Diagnostic(.badArgument, "the run was stopped", "")], places: Places())
      }
    }
    guard let isEnough else { return try run(batches) }
    var count = min(8, batches.count)
    var futures = try run(batches.prefix(count))
    while count < batches.count, !isEnough(futures) {
      let next = min(batches.count, count + count / 4 + 1)
      guard let joined = futures.joined(with: try run(batches.dropFirst(count).prefix(next - count))) else { break }
      (futures, count) = (joined, next)
    }
    return futures
  }
}

extension Outlook {
  /// The milestones ahead that are judged by a target, in plan order.
  var promises: [ActivityID] {
    let activities = plan.activities
    return activities.indices.lazy.filter { activities[$0].kind.isMilestone }.map { activities[$0].id }.filter { id in
      guard let milestone = schedule[id], milestone.isScheduled, !milestone.isDone else { return false }
      return target(of: id) != nil
    }
  }

  /// What a probability of a date leaves out: the undated activities that it waits for; all of them for the end of the plan.
  func leftOut(of end: ActivityID?) -> [ActivityID] {
    guard let end else { return schedule.activities.filter { $0.isScheduled && $0.isUndated }.map(\.id) }
    guard let activity = schedule[end], activity.isLowerBound else { return [] }
    return activity.waitsFor.isEmpty ? [end] : activity.waitsFor
  }

  /// The placed day of an end; nil for the end of a plan without dates.
  func placed(_ end: ActivityID?) -> Readings<Day>? {
    if let end { return schedule[end]?.days }
    let days = schedule.activities.filter(\.isScheduled).map(\.finishDays)
    guard let first = days.map(\.first).max(), let last = days.map(\.last).max() else { return nil }
    return Readings(first: first, last: last)
  }
}
