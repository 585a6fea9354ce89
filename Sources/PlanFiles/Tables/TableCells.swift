import PlanModel

/// The cells of one activity, in the order of ``KeyTable/activityColumns``.
struct ActivityCells {
  private(set) var cells = Array(repeating: "", count: KeyTable.activityColumns.count)

  /// The columns that are written; what predecessors say stands in the table of links.
  private enum Column: Int {
    case id, name, duration, milestone, calendar, planned, target, predecessors, deadline, actual, actualStart
    case actualFinish, remaining, source, because
  }

  private mutating func set(_ column: Column, _ text: String?) { if let text { cells[column.rawValue] = text } }

  init(_ activity: Activity, _ omitted: inout Omissions) {
    set(.id, activity.id.text)
    set(.name, omitted.text(activity.name))
    let row = activity.evidence
    omitted.addEvidence(row, of: "activities")
    set(.source, row.source.map { omitted.text($0) })
    set(.because, row.because.map { omitted.text($0) })
    switch activity.kind {
    case .startMilestone: set(.milestone, "start")
    case .finishMilestone: set(.milestone, "finish")
    case .summary: omitted.add("summaries (written as activities without a duration)")
    case .hammock: omitted.add("hammocks (written as activities without a duration)")
    case .task: break
    }
    if let calendar = activity.calendar {
      if WorkingCalendar.builtIn.contains(where: { $0.name == calendar }) {
        set(.calendar, calendar)
      } else {
        omitted.add("calendars of activities that are not built in")
      }
    }
    if let fact = activity.duration {
      if activity.kind == .task { set(.duration, Self.text(fact.value, &omitted)) } else { omitted.add("durations") }
      omitted.compare(fact.evidence, row)
    }
    if activity.hasDetails { setDetails(activity, &omitted) }
  }

  private static func text(_ estimate: Estimate, _ omitted: inout Omissions) -> String {
    if estimate.meaning != .minMax { omitted.add("meanings of durations (p10-p90)") }
    if estimate.shape != .triangular { omitted.add("shapes of durations") }
    let parts = [estimate.low ?? estimate.likely, estimate.likely, estimate.high ?? estimate.likely]
    guard estimate.low != nil || estimate.high != nil else { return estimate.likely.description }
    if estimate.low == nil || estimate.high == nil {
      omitted.add("durations with one end only (the likely one is both)")
    }
    return parts.map(\.description).joined(separator: "..")
  }

  private mutating func setDetails(_ activity: Activity, _ omitted: inout Omissions) {
    let details = activity.details
    let row = activity.evidence
    func set(_ column: Column, _ fact: Fact<DateSpan>?) {
      guard let fact else { return }
      self.set(column, omitted.text(fact.value))
      omitted.compare(fact.evidence, row)
    }
    set(.planned, details.planned)
    set(.deadline, details.deadline)
    switch details.target {
    case .by(let fact)?: set(.target, fact)
    case .off(let evidence)?:
      self.set(.target, "none")
      omitted.compare(evidence, row)
    case nil: break
    }
    if activity.kind.isMilestone, details.actualStart == details.actualFinish {
      set(.actual, details.actualFinish)
    } else {
      set(.actualStart, details.actualStart)
      set(.actualFinish, details.actualFinish)
    }
    if let remaining = details.remaining {
      self.set(.remaining, remaining.value.description)
      omitted.compare(remaining.evidence, row)
    }
    omitted.addDetails(details)
  }
}

/// The cells of one link, in the order of ``KeyTable/linkColumns``.
struct LinkCells {
  private(set) var cells: [String]

  init(_ link: Link, _ omitted: inout Omissions) {
    var (what, source, because) = ("", "", "")
    if link.hasDetails {
      let details = link.details
      what = omitted.text(details.dependency.what ?? "")
      if details.dependency.what == "" { omitted.add("empty texts of links") }
      source = omitted.text(details.dependency.evidence.source ?? "")
      because = omitted.text(details.dependency.evidence.because ?? "")
      omitted.addEvidence(details.dependency.evidence, of: "links")
      omitted.addDetails(details)
    }
    cells = [
      link.from.text, link.to.text, link.kind == .finishToStart ? "" : link.kind.word, link.lag?.description ?? "",
      link.strength == .hard ? "" : link.strength.rawValue, what, source, because,
    ]
  }
}
