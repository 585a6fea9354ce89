import PlanFiles
import PlanModel
import PlanRendering

/// The answer of `check` as JSON (`Documentation/schemas/check.json`).
struct CheckJSON {
  let findings: [Diagnostic]
  let places: Places
  /// Nil where the plan has errors.
  let counts: PlanCounts?
  let manifest: Manifest?
  let unmet: [CheckRequirement]

  var text: String {
    JSONValue.object([
      ("format", 1),
      ("manifest", manifest?.json ?? .null),
      ("sound", .bool(!findings.contains { $0.severity == .error })),
      ("findings", .array(findings.map(json))),
      ("summary", counts.map { .object($0.named.map { ($0, .integer($1)) }) } ?? .null),
      ("unmet", JSONValue(unmet.map(\.text))),
    ]).text
  }

  private func json(_ finding: Diagnostic) -> JSONValue {
    .object([
      ("severity", .string(finding.severity.jsonWord)),
      ("code", .string(finding.code.rawValue)),
      ("message", .string(finding.message)),
      ("help", JSONValue(finding.help)),
      ("values", JSONValue(finding.values)),
      ("place", place(finding.origin)),
      ("related", .array(finding.related.map(place))),
    ])
  }

  private func place(_ origin: Origin) -> JSONValue {
    guard let place = places[origin] else { return .null }
    return .object([
      ("source", .string(place.source)),
      ("line", JSONValue(place.line > 0 ? place.line : nil)),
      ("column", JSONValue(place.column > 0 ? place.column : nil)),
    ])
  }
}

extension Diagnostic.Severity {
  /// The word used in JSON.
  var jsonWord: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    }
  }
}

extension PlanCounts {
  /// The counts by their names in JSON.
  fileprivate var named: [(String, Int)] {
    [
      ("files", files), ("projects", projects), ("otherNodes", otherNodes), ("milestones", milestones),
      ("datedMilestones", datedMilestones), ("activities", activities), ("activitiesWithDuration", withDuration),
      ("spans", spans),
      ("done", done), ("lowerBounds", waiting), ("hardLinks", hardLinks), ("softLinks", softLinks),
      ("linksBetweenProjects", betweenProjects), ("relations", relations), ("scenarios", scenarios), ("risks", risks),
      ("registers", registers), ("unsourcedFacts", unsourced),
    ]
  }
}
