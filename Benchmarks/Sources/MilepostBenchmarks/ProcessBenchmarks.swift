import Foundation
import Milepost
import Portfolios

/// What a person waits for: `milepost schedule` from start to exit.
struct ProcessBenchmarks {
  let milepost: String

  func run(_ report: inout Report) throws {
    guard FileManager.default.isExecutableFile(atPath: milepost) else {
      print("not measured: whole processes, since there is no command at '\(milepost)' (see --milepost)")
      return
    }
    let portfolio = Portfolio(Recipe(.portfolio, activities: 1000))
    let folder = PortfolioFolder.temporary()
    defer { folder.remove() }
    let bytes = try folder.write(portfolio.files())
    try check(try output(["schedule", folder.path, "--json"]), portfolio)
    for (name, arguments) in [
      ("process: --version", ["--version"]), ("process: schedule", ["schedule", folder.path]),
      ("process: schedule --json", ["schedule", folder.path, "--json"]),
    ] {
      let seconds = try Stopwatch.fastest(.wall) { try output(arguments) }
      report.add(
        Figure(
          name: name, activities: arguments.count > 1 ? portfolio.activities.count : 0,
          links: arguments.count > 1 ? portfolio.links.count : 0, seconds: seconds, bytes: bytes, peakMemory: nil))
    }
  }

  /// Starts the command, waits for it, and gives what it wrote on standard output.
  private func output(_ arguments: [String]) throws -> Data {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: milepost)
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw WrongAnswer(
        description: "milepost \(arguments.joined(separator: " ")) ended with \(process.terminationStatus)")
    }
    return data
  }

  /// The finish of every activity in the JSON, at the first reading, is the oracle's.
  private func check(_ json: Data, _ portfolio: Portfolio) throws {
    let document = try JSONSerialization.jsonObject(with: json) as? [String: Any]
    let rows = document?["activities"] as? [[String: Any]] ?? []
    let expected = LongestPath(portfolio)
    guard rows.count == portfolio.activities.count else {
      throw WrongAnswer(description: "the JSON has \(rows.count) activities instead of \(portfolio.activities.count)")
    }
    // Files are read in order of their names, so rows are found by id.
    let found = Dictionary(rows.map { ($0["id"] as? String ?? "", $0["finish"] as? String) }) { first, _ in first }
    for (place, activity) in portfolio.activities.enumerated() {
      let finish = "\(Instant(minutes: expected.finishes[place]))"
      guard let stated = found[activity.id], stated == finish else {
        let says = found[activity.id].flatMap { $0 } ?? "nothing"
        throw WrongAnswer(description: "\(activity.id) should finish \(finish), the JSON says \(says)")
      }
    }
  }
}
