import PlanFiles
import PlanModel

/// The answer of `check` for people: findings one to a line, then what the plan holds.
struct CheckText {
  let findings: [Diagnostic]
  let places: Places
  let summary: Summary
  let phrases: Phrases
  let unmet: [CheckRequirement]
  let width: Int

  /// Of one code so many are shown; JSON has them all.
  static let shown = 40

  var text: String {
    var text = phrases.heading(summary.plan) + "\n"
    if !summary.plan.applied.isEmpty { text += phrases.applied(summary.plan.applied) + "\n" }
    var codes: [Diagnostic.Code] = []
    for finding in findings where !codes.contains(finding.code) { codes.append(finding.code) }
    for code in codes {
      let members = findings.filter { $0.code == code }
      text += "\n\(phrases.findings(code, members.count))\n"
      for member in members.prefix(CheckText.shown) {
        let line = places.describe(
          Diagnostic(code, values: member.values, severity: member.severity, at: member.origin))
        // One line each: the help is the same for all of a code, and stands below.
        text += "  " + (line.split(separator: "\n").first ?? "") + "\n"
      }
      if members.count > CheckText.shown { text += "  \(phrases.more(members.count - CheckText.shown))\n" }
      if let help = members[0].help { text += wrapped("  help: \(help)", to: width).joined(separator: "\n    ") + "\n" }
    }
    text += "\n" + phrases.verdict(findings) + "\n"
    for line in phrases.summary(summary) { text += "  \(line)\n" }
    for requirement in unmet { text += phrases.unmet(requirement.text) + "\n" }
    return text
  }
}
