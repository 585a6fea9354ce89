import Foundation

/// One measured figure.
struct Figure: Codable {
  /// What was measured, such as "Schedule.init layered norway".
  var name: String
  var activities: Int
  var links: Int
  var seconds: Double
  /// The bytes that the work cannot avoid to read or write once.
  var bytes: Int
  var peakMemory: Int?
  /// The seconds of the random accesses that the work cannot do without, see ``RandomAccess``.
  var access: Double?
}

/// All figures of one run, as a table and as JSON.
struct Report: Codable {
  var version = 1
  var machine: Machine
  var figures: [Figure] = []

  init(_ machine: Machine) { self.machine = machine }

  /// Adds a figure and prints its row.
  mutating func add(_ figure: Figure) {
    figures.append(figure)
    print(row(figure))
    fflush(nil)
  }

  func printHeader() {
    print("\(machine.name), \(machine.cores) cores; memcpy \(Report.number(machine.copyRate / 1e9, 1)) GB/s now")
    print(
      "× memcpy: the time over the time to copy the bytes that must be touched once. growth: the time over that of the")
    print(
      "size before, in brackets what n log n would be. per access: the time over that of the random accesses that the")
    print("work cannot do without, in memory of the same size; in brackets how much that time has grown.\n")
    print(
      Report.columns([
        "what", "activities", "links", "time", "per activity", "× memcpy", "growth", "per access", "peak memory",
      ]))
  }

  private func row(_ figure: Figure) -> String {
    let perActivity = figure.seconds / Double(max(1, figure.activities)) * 1e9
    let limit = Double(figure.bytes) / machine.copyRate
    return Report.columns([
      figure.name, String(figure.activities), String(figure.links), Report.time(figure.seconds),
      "\(Report.number(perActivity, 0)) ns", limit > 0 ? Report.number(figure.seconds / limit, 0) : "",
      growth(figure), perAccess(figure), figure.peakMemory.map { "\($0 >> 20) MB" } ?? "",
    ])
  }

  private func before(_ figure: Figure) -> Figure? {
    figures.last { $0.name == figure.name && $0.activities < figure.activities }
  }

  private func perAccess(_ figure: Figure) -> String {
    guard let access = figure.access else { return "" }
    let grown = before(figure)?.access.map { " (\(Report.number(access / $0, 1)))" } ?? ""
    return Report.number(figure.seconds / access, 1) + grown
  }

  private func growth(_ figure: Figure) -> String {
    guard let before = before(figure) else { return "" }
    func nLogN(_ count: Int) -> Double { Double(count) * log(Double(count)) }
    let expected = nLogN(figure.activities) / nLogN(before.activities)
    return "\(Report.number(figure.seconds / before.seconds, 1)) (\(Report.number(expected, 1)))"
  }

  static func number(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }

  static func time(_ seconds: Double) -> String {
    switch seconds {
    case ..<1e-3: "\(number(seconds * 1e6, 1)) µs"
    case ..<1: "\(number(seconds * 1e3, 2)) ms"
    default: "\(number(seconds, 2)) s"
    }
  }

  private static func columns(_ cells: [String]) -> String {
    let widths = [34, 11, 9, 11, 13, 9, 13, 12, 12]
    return zip(cells, widths).enumerated().map { place, cell in
      let space = String(repeating: " ", count: max(1, cell.1 - cell.0.count))
      return place == 0 ? cell.0 + space : space + cell.0
    }.joined()
  }

  func write(to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try encoder.encode(self).write(to: URL(fileURLWithPath: path))
  }
}
