import ArgumentParser
import Foundation
import Milepost
import PlanFiles

/// Reads two tables and prints the time and some sums as JSON, for `peers/csv_peer.py`.
struct ReadTables: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Read a folder that generate --csv wrote; print the time as JSON.")

  @Argument(help: "The folder.")
  var folder: String

  func run() throws {
    var (seconds, wall) = (Double.infinity, Double.infinity)
    var plan = Plan()
    for _ in 0..<3 {
      plan = Plan()
      let (begin, clock) = (ReadTables.time(CLOCK_PROCESS_CPUTIME_ID), ReadTables.time(CLOCK_MONOTONIC))
      plan = try PlanReader().read("\(folder)/activities.csv").plan
      seconds = min(seconds, ReadTables.time(CLOCK_PROCESS_CPUTIME_ID) - begin)
      wall = min(wall, ReadTables.time(CLOCK_MONOTONIC) - clock)
    }
    var ends = 0
    for link in plan.links {
      guard let from = plan.index(of: link.from), let to = plan.index(of: link.to) else { continue }
      ends += Int(from.value) + 3 * Int(to.value)
    }
    print(
      """
      {"seconds": \(seconds), "wall": \(wall), "activities": \(plan.activities.count), \
      "links": \(plan.links.count), "ends": \(ends)}
      """)
  }

  private static func time(_ clock: clockid_t) -> Double {
    var now = timespec()
    clock_gettime(clock, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}
