import ArgumentParser
import Milepost
import Portfolios

/// Lowers and schedules one plan once, for a profiler that counts instructions: work without the memory's share in time.
///
///     valgrind --tool=callgrind milepost-benchmarks once --shape portfolio --activities 100000
///
/// Look for ``lowering(_:)`` and ``scheduling(_:)``, with what they call.
struct Once: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lower and schedule one plan once, for a profiler that counts instructions.")

  @Option(help: "How many activities.")
  var activities = 1000
  @Option(help: "chain, layered, shuffled or portfolio.")
  var shape = Recipe.Shape.portfolio
  @Option(help: "24h or norway.")
  var calendar = Recipe.WorkCalendar.aroundTheClock

  func run() throws {
    let plan = Portfolio(Recipe(shape, activities: activities, calendar: calendar)).plan()
    let schedule = Once.scheduling(try Once.lowering(plan))
    print(
      "\(plan.activities.count) activities, \(plan.links.count) links, finished \(schedule.finish?.day.description ?? "never")"
    )
  }

  @inline(never)
  static func lowering(_ plan: Plan) throws -> Network { try Network(plan) }

  @inline(never)
  static func scheduling(_ network: Network) -> Schedule { Schedule(network) }
}
