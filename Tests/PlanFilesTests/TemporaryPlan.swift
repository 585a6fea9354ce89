import Foundation
import PlanFiles
import PlanModel
import Testing

/// Files in a folder of their own, gone with the object.
final class TemporaryPlan {
  let folder: String

  init(_ files: [String: String]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "milepost-\(UUID().uuidString)").path
    for (name, text) in files { try write(name, Data(text.utf8)) }
  }

  func write(_ name: String, _ data: Data) throws {
    let url = URL(filePath: folder).appending(path: name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  func read(_ path: String = "") throws(InvalidInput) -> PlanDocument {
    try PlanReader().read(path.isEmpty ? folder : "\(folder)/\(path)")
  }

  /// Every problem, one text each, with the folder's own path left out.
  func problems(_ path: String = "") -> [String] {
    let (diagnostics, places): ([Diagnostic], Places)
    do {
      let document = try read(path)
      (diagnostics, places) = (document.diagnostics, document.places)
    } catch {
      (diagnostics, places) = (error.diagnostics, error.places)
    }
    return diagnostics.map { places.describe($0).replacing("\(folder)/", with: "").replacing(folder, with: "PLAN") }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}

/// The plan of one file after the line `milepost: 1`; its own lines begin with line 2.
func plan(_ text: String) throws -> Plan {
  try TemporaryPlan(["plan.yaml": "milepost: 1\n" + text]).read().plan
}

/// The problems of one file after the line `milepost: 1`.
func problems(_ text: String) throws -> [String] {
  try TemporaryPlan(["plan.yaml": "milepost: 1\n" + text]).problems()
}

/// Place and code alone: `plan.yaml:3:5 unknown-key`.
func codes(_ text: String) throws -> [String] { try problems(text).map(\.placeAndCode) }

extension String {
  var placeAndCode: String {
    let line = split(separator: "\n").first.map(String.init) ?? self
    guard let match = line.firstMatch(of: /^(?:(.*?): )?(error|warning|note)\[([a-z0-9-]+)\]/) else { return line }
    return "\(match.1.map(String.init) ?? "") \(match.3)"
  }
}
