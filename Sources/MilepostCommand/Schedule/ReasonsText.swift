import PlanModel
import PlanSchedule

/// The reasons for a date, in sentences.
struct ReasonsText {
  let reasons: Reasons
  let requirements: [DateRequirement]
  let phrases: Phrases
  let width: Int

  var text: String {
    let member = reasons.activity
    var lines = indented(phrases.whyHeading(member), by: 0, to: width)
    if !member.isScheduled { return (lines + ["", phrases.whyNotScheduled]).joined(separator: "\n") + "\n" }
    if member.isLowerBound, !member.waitsFor.isEmpty {
      lines += wrapped(phrases.whyLowerBound(member.waitsFor.map(\.text)), to: width)
    }
    lines += wrapped(phrases.whyBasis(driven: member.drivenBasis, all: member.basis), to: width)
    lines.append("")
    lines += indented(phrases.whyPlaced(bothReadings: member.finishes.agree), by: 0, to: width)
    lines += section(reasons.placed)
    if let last = reasons.lastPlaced {
      lines += ["", phrases.whyLastPlaced]
      lines += section(last)
    }
    if !reasons.logic.isEmpty, let end = reasons.placed.last {
      lines.append("")
      lines += indented(phrases.whyLogic(end.activity), by: 0, to: width)
      lines += section(reasons.logic, byLinksAlone: true)
    }
    let text = lines.joined(separator: "\n") + "\n"
    return requirements.isEmpty ? text : text + "\n" + phrases.verdicts(requirements, width: width)
  }

  private func section(_ steps: [Reasons.Step], byLinksAlone: Bool = false) -> [String] {
    var lines: [String] = []
    for (index, step) in steps.enumerated() {
      let number = String(index + 1)
      let margin = String(repeating: " ", count: max(0, 3 - number.count)) + number + ". "
      let heading = wrapped(phrases.stepHeading(step), to: max(30, width - 7))
      lines += heading.enumerated().map { ($0 == 0 ? margin : "       ") + $1 }
      for sentence in phrases.sentences(step, byLinksAlone: byLinksAlone) {
        let parts = wrapped(sentence, to: max(30, width - 7))
        lines += parts.enumerated().map { ($0 == 0 ? "     " : "       ") + $1 }
      }
    }
    return lines
  }
}
