import PlanFiles
import PlanModel
import PlanRendering

/// The answer of `check` for people: findings one to a line, then what the plan holds.
struct CheckText {
  let findings: [Diagnostic]
  let places: Places
  let plan: Plan
  let counts: PlanCounts
  let words: Words
  let unmet: [CheckRequirement]
  let width: Int

  /// Of one code so many are shown; JSON has them all.
  static let shown = 40

  var text: String {
    var text = words.title(of: plan) + "\n"
    if !plan.applied.isEmpty {
      text += wrapped(words.applied(plan.applied), to: width).joined(separator: "\n  ") + "\n"
    }
    var codes: [Diagnostic.Code] = []
    for finding in findings where !codes.contains(finding.code) { codes.append(finding.code) }
    for code in codes {
      let members = findings.filter { $0.code == code }
      text += "\n\(words.findings(code, members.count))\n"
      for member in members.prefix(CheckText.shown) {
        let line = places.describe(
          Diagnostic(code, values: member.values, severity: member.severity, at: member.origin))
        // One line each: the help is the same for all of a code, and stands below.
        text += "  " + (line.split(separator: "\n").first ?? "") + "\n"
      }
      if members.count > CheckText.shown { text += "  \(words.more(members.count - CheckText.shown))\n" }
      if let help = members[0].help { text += wrapped("  help: \(help)", to: width).joined(separator: "\n    ") + "\n" }
    }
    text += "\n" + words.soundness(findings) + "\n"
    for line in words.lines(of: counts) { text += "  \(line)\n" }
    for requirement in unmet { text += words.unmet(requirement.text) + "\n" }
    return text
  }
}
