public import ArgumentParser
import Milepost
public import Portfolios

@main
struct MilepostBenchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "milepost-benchmarks", abstract: "Checks answers, then measures, over growing sizes.",
    subcommands: [Measure.self, Generate.self, ReadTables.self, Once.self], defaultSubcommand: Measure.self)
}

struct Measure: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Check and measure.")

  @Flag(help: "Small sizes only: are the answers right? Takes seconds.")
  var smoke = false
  @Option(help: "The largest number of activities.")
  var largest = 1_000_000
  @Option(help: "Measure only what has this word in its name: chain, norway, read, process …")
  var only: String?
  @Option(help: "Also write the figures to this file.")
  var json: String?

  @Option(help: "The command to start for whole-process figures.")
  var milepost = ".build/release/milepost"

  func run() throws {
    try ScheduleBenchmarks.check()
    print("Small networks of every shape: dates agree with counting minute by minute.\n")
    var report = Report(Machine.measured())
    report.printHeader()
    let limit = smoke ? 1000 : largest
    func wanted(_ name: String) -> Bool { only.map { name.contains($0) } ?? true }
    for calendar in Recipe.WorkCalendar.allCases {
      for shape in Recipe.Shape.allCases where wanted("\(shape) \(calendar.rawValue)") {
        let sizes = [1000, 10_000, 100_000, 1_000_000].filter { $0 <= limit }
        try ScheduleBenchmarks.run(shape, calendar, sizes: sizes, &report)
      }
    }
    for size in [1000, 10_000, 50_000] where size <= limit && wanted("read") {
      try ReadingBenchmarks.run(size: size, &report)
    }
    if wanted("process") { try ProcessBenchmarks(milepost: milepost).run(&report) }
    if let json { try report.write(to: json) }
  }
}

struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Write a made-up portfolio as files.")

  @Option(help: "How many activities.")
  var activities = 1000
  @Option(help: "The same seed gives the same files.")
  var seed: UInt64 = 1
  @Option(help: "chain, layered, shuffled or portfolio.")
  var shape = Recipe.Shape.portfolio
  @Option(help: "24h or norway.")
  var calendar = Recipe.WorkCalendar.norway
  @Flag(help: "Comma-separated tables instead of a plan folder.")
  var csv = false
  @Argument(help: "The folder to write to.")
  var folder: String

  func run() throws {
    let portfolio = Portfolio(Recipe(shape, activities: activities, calendar: calendar, seed: seed))
    try PortfolioFolder(path: folder).write(csv ? portfolio.tables() : portfolio.files())
  }
}

extension Recipe.Shape: ExpressibleByArgument {}
extension Recipe.WorkCalendar: ExpressibleByArgument {}
