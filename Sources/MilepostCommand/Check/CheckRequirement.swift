import ArgumentParser
import PlanModel

/// What `check --require` can ask for: no warnings, no notes, or nothing with one code.
struct CheckRequirement: ExpressibleByArgument {
  let text: String
  private let severity: Diagnostic.Severity?
  private let code: Diagnostic.Code?

  init?(argument: String) {
    text = argument
    switch argument {
    case "no-warnings": (severity, code) = (.warning, nil)
    case "no-notes": (severity, code) = (.note, nil)
    default:
      guard argument.hasPrefix("no-"), let named = Diagnostic.Code(rawValue: String(argument.dropFirst(3))) else {
        return nil
      }
      (severity, code) = (nil, named)
    }
  }

  static var allValueStrings: [String] { ["no-warnings", "no-notes"] }

  func isMet(by findings: [Diagnostic]) -> Bool {
    !findings.contains { finding in
      if let code { return finding.code == code }
      return finding.severity <= severity ?? .note
    }
  }
}
