import PlanModel

extension Draft {
  /// The plan with every reference resolved; what cannot be is reported.
  ///
  /// Where a file could not be read, names that nothing bears are left out in silence: they may stand there.
  mutating func resolved(_ reading: Reading) -> Plan {
    resolveCalendars(reading)
    let changesAdd = changes.compactMap { change -> Activity? in
      if case .add(let activity) = change.action { activity } else { nil }
    }
    let names = Names(activities: activities, projects: projects)
    let isQuiet = reading.problems.isIncomplete
    func activity(_ reference: Reference, key: String) -> ActivityID? {
      if let id = names.activity(reference) { return id }
      guard !isQuiet else { return nil }
      if names.projects.contains(reference.text) {
        reading.report(
          .wrongType, key, "an activity or milestone", "the project '\(reference.text)'",
          "\(reference.text).…; dependencies of whole projects stand under 'relations'", at: reference.origin)
      } else {
        reading.report(
          .unknownActivity, reference.text, names.suggestion(for: reference), at: reference.origin)
      }
      return nil
    }
    func node(_ reference: Reference, severity: Diagnostic.Severity = .error) -> String? {
      if let id = names.node(reference) { return id }
      if !isQuiet {
        reading.report(
          .unknownNode, reference.text, names.suggestion(for: reference, projectsToo: true), severity: severity,
          at: reference.origin)
      }
      return nil
    }

    if links.isEmpty { swap(&plan.links, &tableLinks) }
    plan.links.reserveCapacity(links.count + tableLinks.count)
    for draft in links {
      let to = draft.to.project == nil && draft.link.to.text == draft.to.text ? draft.link.to : nil
      guard let from = activity(draft.from, key: "from"), let to = to ?? activity(draft.to, key: "to") else { continue }
      var link = draft.link
      link.from = from
      link.to = to
      plan.links.append(link)
    }
    plan.links += tableLinks
    for draft in relations {
      let from = node(draft.from)
      let to = node(draft.to)
      guard let from, let to else { continue }
      var relation = draft.relation
      relation.from = from
      relation.to = to
      plan.relations.append(relation)
    }
    for (position, reference) in parents { activities[position].details.parent = activity(reference, key: "part-of") }
    reportPartsOfThemselves(reading)
    for (position, reference) in bodies { activities[position].details.body = node(reference) }
    for (choice, decidedBy) in choices {
      var choice = choice
      choice.decidedBy = decidedBy.flatMap { activity($0, key: "decided-by") }
      plan.choices.append(choice)
    }
    for (risk, reference, delay) in impacts {
      if let id = activity(reference, key: "impact") { plan.risks[risk].impacts.append(.init(id, delay)) }
    }
    var targets: Set<[String]> = []
    for (risk, key, reference) in riskTargets {
      guard let id = activity(reference, key: key.rawValue) else { continue }
      let list: WritableKeyPath<Risk, [ActivityID]> = key == .delays ? \.delays : \.stretches
      if !targets.insert([String(risk), key.rawValue, id.text]).inserted {
        reading.report(
          .contradiction, "'\(id)' is named twice under '\(key.rawValue)'", "keep one of them", at: reference.origin)
      } else {
        plan.risks[risk][keyPath: list].append(id)
      }
    }
    plan.correlations = resolvedCorrelations(reading) { activity($0, key: $1) }
    plan.projects = projects
    if let ids { plan.setActivities(activities, ids) } else { plan.activities = activities }
    guard !isQuiet else { return plan }

    for use in uses { check(use, names, reading) }
    checkChanges(names, adding: changesAdd, reading)
    return plan
  }

  // MARK: Names that must exist

  private func check(_ use: Use, _ names: Names, _ reading: Reading) {
    let name = use.reference.text
    let origin = use.reference.origin
    func suggestion(_ candidates: [String]) -> String { nearest(to: name, among: candidates) ?? "" }
    switch use.kind {
    case .calendar:
      guard plan.calendar(named: name) == nil, !calendars.contains(where: { $0.name == name }) else { return }
      let known = plan.calendars.map(\.name) + WorkingCalendar.builtIn.map(\.name)
      reading.report(.unknownCalendar, name, suggestion(known), at: origin)
    case .window:
      guard plan.window(named: name) == nil else { return }
      let known = plan.windows.map(\.name)
      reading.report(.unknownWindow, name, suggestion(known), listing("windows", known), at: origin)
    case .project:
      guard !names.projects.contains(name) else { return }
      reading.report(.unknownProject, name, names.project(near: name), names.projectListing, at: origin)
    case .scenario:
      let known = plan.scenarios.map(\.id.text)
      guard !known.contains(name) else { return }
      reading.report(.unknownScenario, name, suggestion(known), known.joined(separator: ", "), at: origin)
    case .risk:
      let known = plan.risks.map(\.id)
      guard !known.contains(name) else { return }
      reading.report(.unknownRisk, name, suggestion(known), listing("risks", known), at: origin)
    case .activity:
      guard names.activity(use.reference) == nil else { return }
      reading.report(.unknownActivity, name, names.suggestion(for: use.reference), at: origin)
    case .node, .touched:
      guard names.node(use.reference) == nil, origins["dependency \(name)"] == nil else { return }
      reading.report(
        .unknownNode, name, names.suggestion(for: use.reference, projectsToo: true),
        severity: use.kind == .touched ? .warning : .error, at: origin)
    }
  }

  private func checkChanges(_ names: Names, adding added: [Activity], _ reading: Reading) {
    let new = Set(added.map(\.id))
    func check(_ id: ActivityID, _ change: Change) {
      guard !names.activities.contains(id), !new.contains(id) else { return }
      let reference = Reference(text: id.text, project: nil, origin: change.evidence.origin)
      reading.report(.unknownActivity, id.text, names.suggestion(for: reference), at: reference.origin)
    }
    for change in changes {
      let origin = change.evidence.origin
      switch change.action {
      case .slip(let id, _), .lengthen(let id, _), .dropActivity(let id): check(id, change)
      case .set(let id, let attribute):
        check(id, change)
        if case .calendar(let name?) = attribute { self.checkName(.calendar, name, origin, names, reading) }
        if case .window(let name?) = attribute { self.checkName(.window, name, origin, names, reading) }
      case .link(let link):
        check(link.from, change)
        check(link.to, change)
      case .dropLink(let from, let to, _):
        check(from, change)
        check(to, change)
      case .add(let activity):
        if let project = activity.project { checkName(.project, project.text, origin, names, reading) }
      case .risk(let risk):
        checkName(.risk, risk.risk, origin, names, reading)
        if case .impact(let id, _) = risk.edit { check(id, change) }
      case .cost(let money):
        if let project = money.project { checkName(.project, project.text, origin, names, reading) }
      }
    }
  }

  private func checkName(
    _ kind: Use.Kind, _ name: String, _ origin: Origin, _ names: Names, _ reading: Reading
  ) {
    check(Use(kind: kind, reference: Reference(text: name, origin: origin)), names, reading)
  }

  // MARK: Calendars

  /// Builds each calendar on the one it extends.
  private mutating func resolveCalendars(_ reading: Reading) {
    var built: [String: WorkingCalendar] = [:]
    for calendar in WorkingCalendar.builtIn { built[calendar.name] = calendar }
    let drafts = Dictionary(calendars.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var looping: Set<String> = []
    for draft in calendars {
      // The chain from this calendar to one that is built, without recursion.
      var chain: [CalendarDraft] = []
      var next: CalendarDraft? = draft
      while let current = next, built[current.name] == nil, !looping.contains(current.name) {
        if let start = chain.firstIndex(where: { $0.name == current.name }) {
          let loop = (chain[start...].map(\.name) + [current.name]).joined(separator: " → ")
          reading.report(
            .contradiction, "calendar '\(current.name)' extends itself: \(loop)", "remove one of these 'extends'",
            at: current.origin)
          looping.formUnion(chain.map(\.name))
          break
        }
        chain.append(current)
        next = current.base.flatMap { drafts[$0] }
      }
      for link in chain.reversed() where !looping.contains(link.name) {
        var calendar =
          link.base.flatMap { built[$0] } ?? WorkingCalendar(name: "", week: Array(repeating: [], count: 7))
        calendar.name = link.name
        for (day, periods) in link.week { calendar.week[day] = periods }
        if let holidays = link.holidays { calendar.holidays = holidays }
        calendar.exceptions += link.exceptions
        built[link.name] = calendar
        var facts = link.facts
        facts.exceptions.insert(contentsOf: link.base.flatMap { plan.calendarFacts[$0]?.exceptions } ?? [], at: 0)
        plan.calendarFacts[link.name] = facts
      }
    }
    for draft in calendars {
      guard let calendar = built[draft.name] else { continue }
      let isFounded = draft.isSound && (draft.base == nil || built[draft.base ?? ""] != nil)
      if isFounded, calendar.problems().contains(.noWork) {
        reading.report(.emptyCalendar, draft.name, "has no working time", at: draft.origin)
      }
      plan.calendars.append(calendar)
    }
  }
}
