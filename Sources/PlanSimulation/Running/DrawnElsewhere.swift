package import CMilepostKernels
import PlanModel
import PlanSchedule

/// The kernel's forward pass over durations that somebody else draws: for probes of generators.
package final class DrawnElsewhere {
  /// What is to be drawn, in order of nodes.
  package let triangles: [milepost_triangle]
  /// Where the durations of each sixteen iterations go: those of a node sixteen times its number from there.
  package let works: [UnsafeMutablePointer<Float>?]
  private let rows: [Rows]
  private let dates: LaneBlock
  private let calendars: [CompiledCalendar]

  /// Nil where not all that is drawn are triangles that the kernel could draw.
  ///
  /// - Parameter blocks: how many times sixteen iterations are drawn at once.
  package init?(_ simulation: Simulation, blocks: Int) {
    guard let lanes = simulation.lanes, simulation.draws.durations.isEmpty, simulation.draws.days.isEmpty else {
      return nil
    }
    triangles = simulation.draws.triangles
    rows = (0..<max(1, blocks)).map { _ in .zeros(2 * lanes.count) }
    works = rows.map(\.floats)
    dates = LaneBlock(lanes, simulation.path)
    calendars = simulation.model.network.calendars
    for work in rows {
      for node in 0..<lanes.count {
        for half in 0..<2 { work[2 * node + half] = Lanes(repeating: lanes.durations[node]) }
      }
    }
  }

  deinit { for work in rows { UnsafeMutableRawPointer(work).deallocate() } }

  /// Places what has been drawn, and takes in the finish of the plan in each iteration.
  package func place(_ finishes: inout [Int32]) {
    calendars.withTables { tables in
      for work in rows {
        dates.place(work, drawing: [], 0, tables)
        for lane in 0..<LaneNetwork.lanes {
          finishes.append(dates.finish(dates.network.count - 1, lane, endsWork: false, tables))
        }
      }
    }
  }
}
