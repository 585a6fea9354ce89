import PlanComparison
import PlanModel
import PlanRendering
import PlanSchedule

/// The schedule as tables for people, one for each project.
struct ScheduleText {
  let outlook: Outlook
  /// Only this project, or all.
  let project: ProjectID?
  let requirements: [DateRequirement]
  let phrases: Phrases
  let width: Int

  private var schedule: Schedule { outlook.schedule }

  var text: String {
    let plan = schedule.network.plan
    var text = phrases.heading(plan) + "\n"
    if !plan.applied.isEmpty {
      text += wrapped(phrases.applied(plan.applied), to: width).joined(separator: "\n  ") + "\n"
    }
    if plan.activities.isEmpty { return text + "\n" + phrases.nothingPlanned + "\n" }
    for (id, members) in groups(plan) {
      text += "\n" + wrapped(title(of: id, plan), to: width).joined(separator: "\n  ") + "\n"
      text += table(of: members)
    }
    text += "\n"
    for line in phrases.legend(end: schedule.floatTo) {
      text += wrapped(line, to: width).joined(separator: "\n  ") + "\n"
    }
    if !requirements.isEmpty { text += "\n" + phrases.verdicts(requirements, width: width) }
    return text
  }

  private func title(of id: ProjectID?, _ plan: Plan) -> String {
    guard let id else { return phrases.noProject }
    guard let title = plan[project: id]?.title, title != id.text else { return id.text }
    return "\(title) (\(id.text))"
  }

  /// The activities of each project, projects in the order of their first activity.
  private func groups(_ plan: Plan) -> [(ProjectID?, [ScheduledActivity])] {
    var order: [ProjectID?] = []
    var members: [ProjectID?: [ScheduledActivity]] = [:]
    for activity in schedule.activities {
      let id = activity.activity.project
      if let project, id != project { continue }
      if members[id] == nil { order.append(id) }
      members[id, default: []].append(activity)
    }
    return order.map { ($0, members[$0] ?? []) }
  }

  /// Whether each activity has a line of its own above its columns, since the width is small.
  private var isStacked: Bool { width < 120 }

  private func table(of members: [ScheduledActivity]) -> String {
    let hasWork = members.contains { !$0.activity.kind.isMilestone }
    var table = TextTable(
      columns: [.init(isStacked ? "   " : "", .whole)] + (isStacked ? [] : [.init(phrases.idColumn)]) + [
        .init(phrases.statedColumn)
      ] + (hasWork ? [.init(phrases.startColumn)] : []) + [
        .init(phrases.placedColumn), .init(phrases.logicColumn), .init(phrases.floatColumn, .right),
        .init(phrases.driverColumn), .init(phrases.basisColumn),
      ])
    for member in members {
      let activity = member.activity
      var cells: [String] = []
      if isStacked {
        let name = activity.name.isEmpty ? activity.id.short : "\(activity.id.short)  \(activity.title)"
        let marks = marks(of: member)
        table.add(note: marks + String(repeating: " ", count: max(0, 4 - marks.count)) + name, indent: 0)
        cells = [""]
      } else {
        cells = [
          marks(of: member), activity.name.isEmpty ? activity.id.short : "\(activity.id.short)\n\(activity.title)",
        ]
      }
      cells.append(outlook.stated(activity.id).map { phrases.words.span($0.value) } ?? phrases.words.none)
      guard member.isScheduled else {
        table.add(cells + (hasWork ? [""] : []) + [phrases.notScheduled, "", "", "", ""])
        continue
      }
      if hasWork {
        cells.append(
          activity.kind.isMilestone ? "" : phrases.words.days(member.startDays, isLowerBound: isOpenStart(member)))
      }
      cells.append(phrases.words.days(member.days, isLowerBound: member.isLowerBound))
      cells.append(
        member.logicDays.map { phrases.words.days($0, isLowerBound: !member.waitsFor.isEmpty) } ?? phrases.words.none)
      cells.append(float(of: member))
      cells.append(phrases.driver(member.driver))
      let (driven, all) = (phrases.words.basis(member.drivenBasis), phrases.words.basis(member.basis))
      cells.append(driven == all ? driven : "\(driven) / \(all)")
      table.add(cells)
      if !member.waitsFor.isEmpty { table.add(note: phrases.waitsFor(member.waitsFor.map(\.text)), indent: 5) }
      if member.isAfterLastWindow { table.add(note: phrases.afterLastWindow, indent: 5) }
    }
    return table.text(width: width)
  }

  /// Whether the start itself is a lower bound: unless it has begun.
  private func isOpenStart(_ member: ScheduledActivity) -> Bool {
    member.isLowerBound && member.driver != .actual
  }

  private func marks(of member: ScheduledActivity) -> String {
    if member.isDone { return "v" }
    guard member.isScheduled else { return "" }
    var marks = ""
    if member.knownCritical == true { marks += "!" }
    if member.isOnLongestPath { marks += ">" }
    if member.isUndated { marks += "?" }
    return marks
  }

  private func float(of member: ScheduledActivity) -> String {
    guard !member.isDone, let first = member.totalFloat.first else { return phrases.words.none }
    let last = member.totalFloat.last ?? first
    let text = phrases.float(
      from: Int(first.minutes), to: Int(last.minutes), dayLength: member.minutesPerDay,
      isElapsed: member.isAroundTheClock)
    // A unit stays with its number, and "at most" with what follows.
    var whole = ""
    for part in text.split(separator: " ") {
      let isUnit = part.first?.isLetter ?? false
      whole += (whole.isEmpty ? "" : isUnit ? "\u{A0}" : " ") + part
    }
    return member.isFloatAtMost ? "≤\u{A0}\(whole)" : whole
  }
}
