import Foundation
import PlanFiles
import Testing

/// Both documents are recorded: run with `MILEPOST_RECORD=1` to write them anew, which fails that run.
@Suite struct `Documents of the format` {
  @Test(arguments: [
    ("FileFormat.md", FormatDocument.text), ("milepost-plan.schema.json", JSONSchema.text),
  ])
  func `are what the table of keys says`(name: String, text: String) throws {
    var root = URL(filePath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    let file = root.appending(path: "Documentation/\(name)")
    if ProcessInfo.processInfo.environment["MILEPOST_RECORD"] == "1" {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("\(name) was recorded; run again without MILEPOST_RECORD")
      return
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text, "record it with MILEPOST_RECORD=1")
  }

  @Test func `the schema is JSON that knows every kind`() throws {
    let object = try JSONSerialization.jsonObject(with: Data(JSONSchema.text.utf8)) as? [String: Any]
    let definitions = object?["$defs"] as? [String: Any]
    #expect(Set(definitions?.keys ?? [:].keys) == Set(KeyTable.kinds.map(\.name)))
    #expect(FormatDocument.text.contains("## `activity`"))
  }
}
