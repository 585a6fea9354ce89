import Foundation
import PlanComparison
import PlanModel
import PlanSchedule
import Testing

/// Cases of kind `slip`: some durations grow, and what comes of it; those beside these tests, and those of the folder that
/// MILEPOST_CASES names.
@Suite struct `Slip Conformance` {
  @Test func `our own cases`() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Cases")
    #expect(try run(folder) >= 2, "cases are missing in \(folder.path)")
  }

  @Test func `cases of the named folder`() throws {
    guard let folder = ProcessInfo.processInfo.environment["MILEPOST_CASES"] else {
      print("MILEPOST_CASES is not set: no case was read")
      return
    }
    _ = try run(URL(fileURLWithPath: folder))
  }

  private struct Kind: Decodable { var kind: String }

  /// Compares every case of the kind below a folder; how many there were.
  private func run(_ folder: URL) throws -> Int {
    var passed = 0
    var failed: [String] = []
    for file in jsonFiles(in: folder) {
      let data = try Data(contentsOf: file)
      guard (try? JSONDecoder().decode(Kind.self, from: data))?.kind == "slip" else { continue }
      let name = file.deletingPathExtension().lastPathComponent
      let differences: [String]
      do { differences = try SlipCase(data).differences() } catch { differences = ["cannot be read: \(error)"] }
      if differences.isEmpty { passed += 1 } else { failed.append(name) }
      for difference in differences { Issue.record("\(name): \(difference)") }
    }
    print("slip: \(passed) passed, \(failed.count) failed\(failed.isEmpty ? "" : ": " + failed.joined(separator: " "))")
    return passed + failed.count
  }

  private func jsonFiles(in folder: URL) -> [URL] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? [])
      .filter { $0.pathExtension == "json" && !$0.lastPathComponent.hasSuffix(".expected.json") }
      .sorted { $0.path < $1.path }
  }
}
