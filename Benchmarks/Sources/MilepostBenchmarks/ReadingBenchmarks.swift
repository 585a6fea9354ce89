import Milepost
import PlanFiles
import Portfolios

/// Reading the same portfolio as a plan folder and as tables.
enum ReadingBenchmarks {
  static func run(size: Int, _ report: inout Report) throws {
    let portfolio = Portfolio(Recipe(.portfolio, activities: size))
    let folder = PortfolioFolder.temporary()
    defer { folder.remove() }
    let yaml = try folder.write(portfolio.files())
    let csv = try PortfolioFolder(path: folder.path + "/tables").write(portfolio.tables())

    let schedule = Schedule(try Network(try PlanReader().read(folder.path).plan))
    try ScheduleBenchmarks.compare(schedule, LongestPath(portfolio), portfolio, "read from YAML, \(size) activities")
    let tables = try PlanReader().read(folder.path + "/tables/activities.csv").plan
    guard tables.activities.map(\.id.text) == portfolio.activities.map(\.id),
      tables.links.count == portfolio.links.count
    else { throw WrongAnswer(description: "tables of \(size) activities lose some") }

    for (name, path, bytes) in [
      ("read YAML", folder.path, yaml), ("read CSV", folder.path + "/tables/activities.csv", csv),
    ] {
      PeakMemory.reset()
      let seconds = try Stopwatch.fastest { try PlanReader().read(path) }
      report.add(
        Figure(
          name: name, activities: size, links: portfolio.links.count, seconds: seconds, bytes: bytes,
          peakMemory: PeakMemory.bytes))
    }
  }
}
