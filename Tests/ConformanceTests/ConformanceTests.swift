import Foundation
import Testing

/// Published and recomputed cases: our own, which lie beside these tests, and those of the folder that MILEPOST_CASES names.
///
/// A case says in `kind` what it is about, and in `expected` what has to come out.
@Suite struct `Conformance` {
  @Test func `our own cases`() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Cases")
    let tallies = try tallies(of: folder)
    #expect(tallies.values.reduce(0) { $0 + $1.passed + $1.failed.count } >= 20, "cases are missing in \(folder.path)")
    #expect(tallies.values.allSatisfy { $0.notDone == 0 && $0.notCompared.isEmpty })
  }

  @Test func `cases of the named folder`() throws {
    guard let folder = ProcessInfo.processInfo.environment["MILEPOST_CASES"] else {
      print("MILEPOST_CASES is not set: no case was read")
      return
    }
    let tallies = try tallies(of: URL(fileURLWithPath: folder))
    for (kind, tally) in tallies.sorted(by: { $0.key < $1.key }) { print("\(kind): \(tally)") }
    #expect(tallies.values.contains { $0.passed > 0 }, "no case was checked in \(folder)")
  }

  struct Tally: CustomStringConvertible {
    var passed = 0
    var failed: [String] = []
    var notDone = 0
    /// What cases expect that nothing here looks at.
    var notCompared: Set<String> = []

    var description: String {
      if notDone > 0, passed == 0, failed.isEmpty { return "\(notDone) not done yet" }
      var text = "\(passed) passed, \(failed.count) failed"
      if notDone > 0 { text += ", \(notDone) not done yet" }
      if !failed.isEmpty { text += ": " + failed.joined(separator: " ") }
      if !notCompared.isEmpty { text += "; not compared: " + notCompared.sorted().joined(separator: " ") }
      return text
    }
  }

  /// The result of every case below a folder, by kind.
  private func tallies(of folder: URL) throws -> [String: Tally] {
    var tallies: [String: Tally] = [:]
    for file in jsonFiles(in: folder) {
      let data = try Data(contentsOf: file)
      guard let kind = try? JSONDecoder().decode(Kind.self, from: data).kind else { continue }
      if ["edtf", "phrases", "slip"].contains(kind) { continue }  // The suites of dates and slips read these.
      let found: Checks?
      do {
        found = try checks(kind, data)
      } catch {
        // What cannot be read has failed, and the others are still told.
        let name = file.deletingPathExtension().lastPathComponent
        tallies[kind, default: Tally()].failed.append(name)
        Issue.record("\(name) cannot be read: \(error)")
        continue
      }
      guard let checks = found else {
        tallies[kind, default: Tally()].notDone += 1
        continue
      }
      let notCompared = expectedKeys(data).subtracting(checks.compared)
      tallies[kind, default: Tally()].notCompared.formUnion(notCompared)
      if checks.differences.isEmpty {
        tallies[kind, default: Tally()].passed += 1
      } else {
        let name = file.deletingPathExtension().lastPathComponent
        tallies[kind, default: Tally()].failed.append(name)
        for difference in checks.differences { Issue.record("\(name): \(difference)") }
      }
    }
    return tallies
  }

  /// What differs in one case; nil where nothing here does its kind.
  private func checks(_ kind: String, _ data: Data) throws -> Checks? {
    switch kind {
    case "cpm", "gpr", "pert": try NetworkCase(data).checks()
    case "graph": try GraphCase(data).checks()
    case "dynamicOrder": try OrderCase(data).checks()
    case "interval": try IntervalCase(data).checks()
    case "network": try RiskNetworkCase(data).checks()
    case "distribution": try DistributionCase(data).checks()
    case "rng": try RandomCase(data).checks()
    case "qmc": try SobolCase(data).checks()
    case "sra": try SensitivityCase(data).checks()
    case "decision": try DecisionCase(data).checks()
    case "stat": try StatisticsCase(data).checks()
    default: nil
    }
  }

  private struct Kind: Decodable { var kind: String }

  /// The keys of what is expected, and of each activity in it.
  private func expectedKeys(_ data: Data) -> Set<String> {
    guard let file = try? JSONSerialization.jsonObject(with: data) as? [String: Any] else { return [] }
    let rows = file["expected"] as? [[String: Any]] ?? [file["expected"] as? [String: Any] ?? [:]]
    var keys: Set<String> = []
    for row in rows {
      keys.formUnion(row.keys)
      for (key, value) in row where key == "activities" {
        for fields in (value as? [String: [String: Any]] ?? [:]).values {
          keys.formUnion(fields.keys.map { "activities.\($0)" })
        }
      }
    }
    return keys
  }

  private func jsonFiles(in folder: URL) -> [URL] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? [])
      .filter { $0.pathExtension == "json" && !$0.lastPathComponent.hasSuffix(".expected.json") }
      .sorted { $0.path < $1.path }
  }
}

/// What differs in one case, and which expected keys were looked at.
struct Checks {
  private(set) var differences: [String] = []
  var compared: Set<String> = []

  mutating func check<Value: Equatable>(_ name: String, _ found: Value?, _ expected: Value?) {
    guard let expected, found != expected else { return }
    differences.append("\(name) is \(found.map { "\($0)" } ?? "nothing"), not \(expected)")
  }

  mutating func check(_ name: String, _ found: Double?, _ expected: Double?, within: Double = 1e-9) {
    guard let expected, abs((found ?? .infinity) - expected) > within else { return }
    differences.append("\(name) is \(found.map { "\($0)" } ?? "nothing"), not \(expected)")
  }
}
