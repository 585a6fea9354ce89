import PlanComparison
import PlanModel
import PlanRendering
import PlanSchedule

/// The schedule as tables for people, one for each project.
struct ScheduleText {
  let outlook: Outlook
  let analyses: Analyses
  /// Only this project, or all.
  let project: ProjectID?
  let requirements: [DateRequirement]
  let words: Words
  let width: Int

  private var schedule: Schedule { outlook.schedule }

  var text: String {
    let plan = schedule.network.plan
    var text = words.title(of: plan) + "\n"
    if !plan.applied.isEmpty {
      text += wrapped(words.applied(plan.applied), to: width).joined(separator: "\n  ") + "\n"
    }
    if plan.activities.isEmpty { return text + "\n" + words.nothingPlanned + "\n" }
    text += analyses.isEmpty ? dates(plan) : looks(plan)
    if !requirements.isEmpty { text += "\n" + requirements.text(words, width: width) }
    return text
  }

  /// When everything happens.
  private func dates(_ plan: Plan) -> String {
    let ends = analyses.ends.count > 1 ? [words.endsNote] : []
    return tables(plan, where: { _ in true }, table) + "\n"
      + notes(
        [words.marksNote, words.floatNote(to: floatEnds)] + ends + [words.readingsNote]
          + (ends.isEmpty ? [words.basisNote] : []))
  }

  /// The closer looks that were asked for, in place of the dates.
  private func looks(_ plan: Plan) -> String {
    var text = ""
    if let floats = analyses.floats {
      let table = FloatsText(analyses: analyses, floats: floats, schedule: schedule, words: words, width: width)
      let ends = analyses.ends.count > 1 ? [words.endsNote] : []
      let rest = shown.count { !table.hasFloats($0) }
      text += tables(plan, where: table.hasFloats, table.table) + "\n"
      text += notes(
        (rest > 0 ? [words.withoutFloat(rest)] : []) + words.floatNotes + [words.floatNote(to: floatEnds)] + ends
          + (schedule.hasTwoReadings ? [words.readingsNote] : []))
    }
    if let drags = analyses.drags, let criticalities = analyses.criticalities {
      let table = DragText(drags: drags, criticalities: criticalities, words: words, width: width)
      text += tables(plan, where: table.matters, table.table) + "\n"
      text += notes(table.notes(of: shown) + [words.dragEnd(schedule.floatTo)])
    }
    if let paths = analyses.paths {
      text += "\n"
      text += PathsText(analyses: analyses, paths: paths, schedule: schedule, words: words, width: width).text
      text += "\n" + notes([words.floatNote(to: schedule.floatTo.map { [.milestones([$0])] } ?? floatEnds)])
    }
    return text
  }

  /// A table for each project that has something to show.
  private func tables(
    _ plan: Plan, where isShown: (ScheduledActivity) -> Bool, _ table: ([ScheduledActivity]) -> String
  ) -> String {
    groups(plan).filter { $0.1.contains(where: isShown) }.map { id, members in
      "\n" + wrapped(title(of: id, plan), to: width).joined(separator: "\n  ") + "\n" + table(members)
    }.joined()
  }

  private func notes(_ notes: [String]) -> String {
    notes.map { wrapped($0, to: width).joined(separator: "\n  ") + "\n" }.joined()
  }

  private var shown: [ScheduledActivity] {
    schedule.activities.filter { project == nil || $0.activity.project == project }
  }

  /// What the floats that are shown are to.
  private var floatEnds: [Words.FloatEnd] {
    if analyses.ends.count > 1 { return [.milestones(analyses.ends)] }
    if let end = schedule.floatTo { return [.milestones([end])] }
    let shown = shown
    let inGroups = shown.count(where: \.isGroupFloat)
    let bound = shown.count { $0.mustFinish }
    return (inGroups + bound < shown.count || shown.isEmpty ? [.project] : []) + (bound > 0 ? [.mustFinish] : [])
      + (inGroups > 0 ? [.group] : [])
  }

  private func title(of id: ProjectID?, _ plan: Plan) -> String {
    guard let id else { return words.noProject }
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

  /// One table, or with many floats as many as the width asks for.
  private func table(of members: [ScheduledActivity]) -> String {
    TextTable.stacked(analyses.ends.count, width: width) { table(of: members, floatsTo: $0) }
  }

  private func table(of members: [ScheduledActivity], floatsTo ends: Range<Int>) -> TextTable {
    let hasWork = members.contains { !$0.activity.kind.isMilestone }
    // Several floats leave room for the dates only.
    let hasReasons = analyses.ends.count < 2
    func reasons(_ columns: String...) -> [TextTable.Column] { hasReasons ? columns.map { .init($0) } : [] }
    var columns: [TextTable.Column] = [.init(isStacked ? "   " : "", .whole)]
    if !isStacked { columns.append(.init(words.idColumn)) }
    columns += reasons(words.heading(.stated)) + (hasWork ? [.init(words.startColumn)] : [])
    columns += [.init(words.heading(.placed))] + reasons(words.heading(.logic))
    columns += floatColumns(ends).map { .init($0, .right) } + reasons(words.driverColumn, words.heading(.basis))
    var table = TextTable(columns: columns)
    for member in members {
      let activity = member.activity
      let waitsFor = member.waitsFor
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
      if hasReasons { cells.append(outlook.stated(activity.id).map { words.span($0.value) } ?? words.none) }
      guard member.isScheduled else {
        cells += (hasWork ? [""] : []) + [words.notScheduled]
        table.add(cells + Array(repeating: "", count: columns.count - cells.count))
        continue
      }
      if hasWork {
        cells.append(
          activity.kind.isMilestone ? "" : words.days(member.startDays, isLowerBound: isOpenStart(member)))
      }
      cells.append(words.days(member.days, isLowerBound: member.isLowerBound))
      if let toEnds = analyses.toEnds {
        cells += toEnds.ends[ends].map { member.float(to: $0, analyses, words) }
      } else {
        let logic = member.logicDays.map { words.days($0, isLowerBound: !waitsFor.isEmpty) }
        let (driven, all) = (words.basis(member.drivenBasis), words.basis(member.basis))
        cells += [
          logic ?? words.none, float(of: member), words.driver(member.driver, isDone: member.isDone),
          driven == all ? driven : "\(driven) / \(all)",
        ]
      }
      table.add(cells)
      if !waitsFor.isEmpty { table.add(note: words.waiting(for: waitsFor.map(\.text)), indent: 5) }
      if member.isAfterLastWindow { table.add(note: words.afterLastWindow, indent: 5) }
    }
    return table
  }

  /// One float, or one for each of several ends.
  private func floatColumns(_ ends: Range<Int>) -> [String] {
    analyses.ends.count > 1 ? ends.map(words.floatColumn(to:)) : [words.floatColumn]
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
    guard !member.isDone, let first = member.totalFloat.first else { return words.none }
    let last = member.totalFloat.last ?? first
    let text = words.float(
      from: Int(first.minutes), to: Int(last.minutes), dayLength: member.minutesPerDay,
      isElapsed: member.isAroundTheClock)
    let whole = words.whole(text)
    return member.isFloatAtMost ? "≤\u{A0}\(whole)" : whole
  }
}
