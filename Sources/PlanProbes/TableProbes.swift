import PlanFiles
import PlanModel

/// Reading two tables into numbers, the ids interned; `Benchmarks/peers/csv_peer.py` puts Python's csv module beside it.
struct TableProbes {
  let folder: String

  /// Prints the processor time of the fastest of three, and sums that other readers must find too.
  func run() throws {
    var tables: InternedTables?
    let seconds = Probe.fastest(budget: 0) {
      tables = nil
      tables = InternedTables(
        activities: "\(folder)/activities.csv", links: "\(folder)/links.csv",
        UnitLengths(day: 450, daysPerWeek: 5, daysPerMonth: 20))
    }
    guard let tables else { throw WrongAnswer(description: "the tables in \(folder) say more than numbers") }
    let ends = tables.from.indices.reduce(0) { $0 + Int(tables.from[$1]) + 3 * Int(tables.to[$1]) }
    print(
      """
      {"seconds": \(seconds), "activities": \(tables.ids.count), "links": \(tables.from.count), "ends": \(ends)}
      """)
  }
}
