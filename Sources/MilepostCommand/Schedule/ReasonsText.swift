import PlanModel
import PlanRendering
import PlanSchedule

/// The reasons for a date, in sentences.
struct ReasonsText {
  let reasons: Reasons
  let requirements: [DateRequirement]
  let words: Words
  let width: Int

  var text: String {
    let member = reasons.activity
    var lines = indented(words.whyHeading(member), by: 0, to: width)
    if !member.isScheduled { return (lines + ["", words.whyNotScheduled]).joined(separator: "\n") + "\n" }
    if member.isLowerBound, !member.waitsFor.isEmpty {
      lines += wrapped(words.whyLowerBound(member.waitsFor), to: width)
    }
    lines += wrapped(words.whyBasis(driven: member.drivenBasis, all: member.basis), to: width)
    lines += section(words.whyPlaced(member.finishes.agree ? nil : .first), reasons.placed, .first)
    if let last = reasons.lastPlaced { lines += section(words.whyPlaced(.last), last, .last) }
    if let end = reasons.logic.first?.steps.last?.activity, let behind = member.schedule[end] {
      lines += section(words.whyLogic(behind), reasons.logic, .first, isLogic: true)
    }
    let text = lines.joined(separator: "\n") + "\n"
    return requirements.isEmpty ? text : text + "\n" + requirements.text(words, width: width)
  }

  private func section(_ heading: String, _ chains: [Chain], _ reading: Reading.Dates, isLogic: Bool = false)
    -> [String]
  {
    var lines = [""] + indented(heading, by: 0, to: width)
    let schedule = reasons.activity.schedule
    for (index, steps) in Reasons.stops(chains).enumerated() {
      guard let member = schedule[steps[0].activity] else { continue }
      let number = String(index + 1)
      let margin = String(repeating: " ", count: max(0, 3 - number.count)) + number + ". "
      let (start, finish) = (member.startDays, member.finishDays)
      // What its links alone say of the first one is not the date where it stands.
      let heading =
        isLogic && index == 0
        ? words.names.withID(member.id)
        : words.whyStep(
          member.id, from: reading == .first ? start.first : start.last,
          to: reading == .first ? finish.first : finish.last)
      let title = wrapped(heading, to: max(30, width - 7))
      lines += title.enumerated().map { ($0 == 0 ? margin : "       ") + $1 }
      for sentence in words.sentences(steps, in: schedule, reading) {
        let parts = wrapped(sentence, to: max(30, width - 7))
        lines += parts.enumerated().map { ($0 == 0 ? "     " : "       ") + $1 }
      }
    }
    return lines
  }
}
