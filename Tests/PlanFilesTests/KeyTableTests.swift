import PlanFiles
import PlanModel
import Testing

/// Each key's example, put where the key stands, is read without a complaint about its form.
@Suite struct `The table of keys` {
  static let examples: [(kind: String, key: String, text: String)] = KeyTable.kinds.flatMap { kind in
    kind.keys.filter { !$0.example.isEmpty }.map { (kind.name, $0.name, $0.example) }
  }

  /// What is wrong with an example alone, apart from names and companions that it needs.
  static let forms: Set<String> = [
    "bad-date", "bad-quantity", "bad-number", "bad-hours", "bad-identifier", "not-a-choice", "wrong-type",
    "unknown-key", "bad-change", "quote-text", "yaml-syntax", "yaml-feature", "bad-estimate", "duplicate-key",
  ]

  @Test(arguments: examples)
  func `every example parses as its key's form`(kind: String, key: String, text: String) throws {
    guard let file = Self.file(kind, "\(key): \(text)") else {
      Issue.record("no place for kind \(kind)")
      return
    }
    let plan = try TemporaryPlan(file)
    let refused = plan.problems().filter { problem in
      // An alternative that is formal must be listed, which the example alone does not do.
      !(kind == "choice" && problem.contains("not-a-choice"))
        && Self.forms.contains(String(problem.placeAndCode.split(separator: " ").last ?? ""))
    }
    #expect(refused == [])
  }

  @Test func `kinds and keys are named once, and mappings name kinds that exist`() {
    #expect(Set(KeyTable.kinds.map(\.name)).count == KeyTable.kinds.count)
    for kind in KeyTable.kinds {
      #expect(Set(kind.keys.map(\.name)).count == kind.keys.count, "\(kind.name)")
      for key in kind.keys {
        for name in Self.kinds(in: key.form) { #expect(KeyTable.kind(name) != nil, "\(kind.name).\(key.name)") }
        #expect(key.meaning.hasSuffix(".") || key.meaning.hasSuffix(".)"), "\(kind.name).\(key.name)")
      }
    }
  }

  private static func kinds(in form: ValueForm) -> [String] {
    switch form {
    case .mapping(let name): [name]
    case .list(let inner), .named(let inner), .fact(let inner): kinds(in: inner)
    default: []
    }
  }

  /// The files of a plan in which one line stands in a mapping of a kind.
  private static func file(_ kind: String, _ line: String) -> [String: String]? {
    func plan(_ text: String) -> [String: String] { ["plan.yaml": "milepost: 1\n" + text] }
    switch kind {
    case "plan": return ["plan.yaml": line.hasPrefix("milepost") ? line : "milepost: 1\n" + line]
    case "part": return ["plan.yaml": "milepost: 1\ninclude: part.yaml", "part.yaml": line]
    case "options": return plan("options:\n  \(line)")
    case "calendar": return plan("calendars:\n  c:\n    \(line)")
    case "exception": return plan("calendars:\n  c:\n    exceptions:\n      - \(line)")
    case "window": return plan("windows:\n  w:\n    \(line)")
    case "project":
      return [
        "plan.yaml": "milepost: 1\ninclude: part.yaml",
        "part.yaml": line.hasPrefix("project:") ? line : "project: p\n" + line,
      ]
    case "status": return plan("projects:\n  p:\n    status:\n      \(line)")
    case "cost": return plan("projects:\n  p:\n    cost:\n      \(line)")
    case "activity": return plan("activities:\n  a:\n    \(line)")
    case "fact": return plan("activities:\n  a:\n    planned:\n      \(line)")
    case "estimate": return plan("activities:\n  a:\n    duration:\n      \(line)")
    case "state": return plan("activities:\n  a:\n    state:\n      \(line)")
    case "link": return plan("links:\n  - \(line)")
    case "relation": return plan("relations:\n  - \(line)")
    case "choice": return plan("choices:\n  c:\n    \(line)")
    case "scenario":
      return [
        "plan.yaml": "milepost: 1", "scenarios/s.yaml": line.hasPrefix("scenario:") ? line : "scenario: s\n" + line,
      ]
    case "change": return plan("scenarios:\n  s:\n    changes:\n      - \(line)")
    case "state-of-plan": return plan("scenarios:\n  s:\n    stated-verdict:\n      \(line)")
    case "risk": return plan("risks:\n  R1:\n    \(line)")
    case "risk-scales": return plan("risk-scales:\n  \(line)")
    case "consequence": return plan("risk-scales:\n  K3:\n    \(line)")
    case "correlation": return plan("correlations:\n  - \(line)")
    case "range": return plan("risk-scales:\n  K3:\n    cost:\n      \(line)")
    case "rating": return plan("risks:\n  R1:\n    expected:\n      \(line)")
    case "measure": return plan("risks:\n  R1:\n    measures:\n      a:\n        \(line)")
    case "register": return plan("registers:\n  r:\n    \(line)")
    default: return nil
    }
  }
}
