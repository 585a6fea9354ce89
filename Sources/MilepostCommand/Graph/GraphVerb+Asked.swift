import PlanComparison
import PlanFiles
import PlanModel
import PlanRendering
import PlanSchedule
import PlanSimulation

/// The drawing that a call of `graph` asks for, and those that must have room in its layout.
struct AskedDrawing {
  let level: GraphLevel
  /// Laid out together, for one layout.
  let layout: [GraphDrawing]
  /// Which of them is shown.
  var shown = 0
  let manifest: [(String, JSONValue)]

  var drawing: GraphDrawing { layout[shown] }
}

extension GraphVerb {
  /// Draws what the call asks for: a whole plan, a slip, or a difference.
  func asked(_ loaded: LoadedPlan, _ language: Language) throws(InvalidInput) -> AskedDrawing {
    let isChange = !slips.isEmpty || !sides.isEmpty
    let level = level ?? (isChange || needs || criticality ? .milestones : .projects)
    let options = try options(loaded)
    let sampling = try drawn(loaded, level, isChange: isChange)
    let manifest = manifest(level, options) + (sampling?.manifest ?? [])
    if !slips.isEmpty {
      let report = SlipReport(before: try loaded.outlook(), after: try loaded.slippedOutlook())
      let picture = SlipPicture(
        level: level, report: report, changes: slips, range: try range(of: report, loaded), language: language,
        options: options)
      return AskedDrawing(level: level, layout: [picture.drawing], manifest: manifest)
    }
    if !sides.isEmpty {
      let plans = Pair(
        try loaded.outlook(adding: sides[0], of: "--between"), try loaded.outlook(adding: sides[1], of: "--between"))
      let names = Pair(title(of: sides[0], loaded, language), title(of: sides[1], loaded, language))
      let picture = BetweenPicture(
        level: level, plans, names: names, language: language, options: options, gaps: try gaps(plans, loaded))
      let shown = alone.flatMap { sides.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
      let layout = picture.differs ? [picture.drawing, picture.first, picture.second] : [picture.drawing]
      return AskedDrawing(
        level: level, layout: picture.differs || shown == 0 ? layout : [picture.first],
        shown: picture.differs ? shown : 0,
        manifest: manifest)
    }
    let outlook = try loaded.outlook()
    var drawing =
      DependencyPicture(
        level: level, outlook: outlook, language: language, options: options,
        needs: try needs(options.to, outlook, loaded)
      ).drawing
    if let sampling {
      let shares = try drivingShares(outlook, of: options.to, sampling)
      drawing = shares.shown(in: drawing, Words(language: language, names: Names(outlook.plan)))
    }
    return AskedDrawing(level: level, layout: [drawing], manifest: manifest)
  }

  /// In how many futures what drives an end.
  private func drivingShares(
    _ outlook: Outlook, of end: ActivityID?, _ sampling: SamplingChoice
  ) throws(InvalidInput) -> DrivingShares {
    let simulated = try SimulatedPlan(
      outlook, watching: end.map { [$0] } ?? [], countingDriversOf: [end], sampling)
    var shares: [ActivityID: Double] = [:]
    for (place, activity) in outlook.plan.activities.enumerated() {
      shares[activity.id] = simulated.futures.criticality(of: ActivityIndex(place), for: end)
    }
    return DrivingShares(end: end, shares: shares, futures: simulated.futures.iterations)
  }

  /// Which futures to draw; nil where nothing is asked of them.
  private func drawn(_ loaded: LoadedPlan, _ level: GraphLevel, isChange: Bool) throws(InvalidInput) -> SamplingChoice?
  {
    guard criticality else {
      guard sampling.isGiven else { return nil }
      throw loaded.refusal(
        .badArgument, "without --criticality nothing is drawn", "add --criticality, or leave these options out",
        of: "graph")
    }
    guard level == .milestones, !isChange else {
      throw loaded.refusal(
        .badArgument, "--criticality is about activities and milestones of one plan",
        "leave out --level projects, --slip and --between", of: "--criticality")
    }
    return try sampling.choice(loaded)
  }

  /// What the milestone of --to needs; nil where that is not asked for.
  private func needs(_ id: ActivityID?, _ outlook: Outlook, _ loaded: LoadedPlan) throws(InvalidInput) -> Needs? {
    guard needs else { return nil }
    guard let id else {
      throw loaded.refusal(
        .badArgument, "--needs needs a milestone", "name it with --to, for example --to bergen-start", of: "--needs")
    }
    let question = NeedsQuestion.latest(id, by: try NeedsQuestion.wish(by, loaded))
    guard case .latest(let needs, _, _) = try NeedsResult(question, outlook, loaded) else { return nil }
    return needs
  }

  /// The same slip where gaps are work that may be either.
  private func range(of report: SlipReport, _ loaded: LoadedPlan) throws(InvalidInput) -> GapRange? {
    let gaps = try loaded.openGaps()
    if gaps.isEmpty { return nil }
    return GapRange(
      gaps, asBuffer: report,
      asWork: SlipReport(
        before: try loaded.outlook(openGapsAreWork: true), after: try loaded.slippedOutlook(openGapsAreWork: true)))
  }

  /// The open gaps of either side, and whether its dates are the same if they are work.
  private func gaps(_ plans: Pair<Outlook>, _ loaded: LoadedPlan) throws(InvalidInput) -> (
    open: [SizedGap], areTheSame: Bool
  ) {
    var open: [SizedGap] = []
    var areTheSame = true
    for (side, plan) in [(sides[0], plans.first), (sides[1], plans.second)] {
      let found = try loaded.openGaps(adding: side, of: "--between")
      if found.isEmpty { continue }
      open += found
      let work = try loaded.outlook(adding: side, of: "--between", openGapsAreWork: true)
      areTheSame =
        areTheSame && plan.plan.activities.allSatisfy { plan.schedule[$0.id]?.days == work.schedule[$0.id]?.days }
    }
    return (open, areTheSame)
  }

  private func title(of scenario: String, _ loaded: LoadedPlan, _ language: Language) -> String {
    loaded.base.scenario(ScenarioID(scenario))?.title ?? Words(language: language).planWithoutScenario
  }

  /// Refuses arguments out of range, and those that do not go together.
  func check(_ loaded: LoadedPlan) throws(InvalidInput) {
    guard (0.1...20).contains(scale) else {
      throw loaded.refusal(.badArgument, "'\(scale)' is no scale", "a number from 0.1 to 20", of: "--scale")
    }
    if let steps, !(0...1000).contains(steps) {
      throw loaded.refusal(.badArgument, "'\(steps)' is no number of steps", "a number from 0 to 1000", of: "--steps")
    }
    if let aspect, !(0.1...10).contains(aspect) {
      throw loaded.refusal(
        .badArgument, "'\(aspect)' is no ratio of width to height", "a number from 0.1 to 10", of: "--aspect")
    }
    if keepsProjects, rows.isEmpty {
      throw loaded.refusal(
        .badArgument, "--keep-projects says what stays beside --row", "for example --row 'T1.*' --keep-projects",
        of: "--keep-projects")
    }
    try checkSides(loaded)
    try checkNeeds(loaded)
    guard !slips.isEmpty || !sides.isEmpty else { return }
    let change = slips.isEmpty ? "--between" : "--slip"
    for (name, isGiven) in [
      ("--row", !rows.isEmpty), ("--relations", showsRelations), ("--isolated", showsIsolated),
    ] where isGiven {
      throw loaded.refusal(
        .badArgument, "\(name) does not go with \(change), which draws what a change touches",
        "narrow it with --project, --to, --steps, --only-hard or --hide-done", of: name)
    }
  }

  private func checkNeeds(_ loaded: LoadedPlan) throws(InvalidInput) {
    if by != nil, !needs {
      throw loaded.refusal(.badArgument, "--by says nothing here", "it goes with --needs", of: "--by")
    }
    guard needs else { return }
    if level == .projects || !slips.isEmpty || !sides.isEmpty {
      throw loaded.refusal(
        .badArgument, "--needs draws the milestones before one", "leave out --slip, --between and --level projects",
        of: "--needs")
    }
  }

  private func checkSides(_ loaded: LoadedPlan) throws(InvalidInput) {
    if !sides.isEmpty {
      let known = ["base"] + loaded.base.scenarios.map(\.id.text)
      if sides.count != 2 {
        throw loaded.refusal(
          .badArgument, "--between takes two scenarios, not \(sides.count)",
          known.count == 1
            ? "the plan has no scenarios yet; see 'scenarios' in Documentation/FileFormat.md"
            : "for example: milepost graph \(plan.path) --between \(known.suffix(2).joined(separator: " ")); there are: \(known.joined(separator: ", "))",
          of: "--between")
      }
      if !slips.isEmpty {
        throw loaded.refusal(
          .badArgument, "--slip and --between are two pictures",
          "draw one at a time; --change makes a change on both sides of --between", of: "--between")
      }
    }
    if let alone, !sides.contains(alone) {
      throw loaded.refusal(
        .badArgument, "--alone picks one of the two scenarios of --between",
        sides.isEmpty
          ? "for example --between plan-a plan-b --alone plan-a" : "one of: \(sides.joined(separator: ", "))",
        of: "--alone")
    }
  }

  private func options(_ loaded: LoadedPlan) throws(InvalidInput) -> DependencyPicture.Options {
    var options = DependencyPicture.Options()
    options.title = title
    for project in projects { options.focus.append(try loaded.project(project, of: "--project").text) }
    options.steps = steps ?? 1
    options.around = steps
    options.rows = try knownRows(loaded)
    options.keepsProjects = keepsProjects
    options.hidesDone = hidesDone
    options.onlyHard = onlyHard
    options.showsRelations = showsRelations
    options.showsIsolated = showsIsolated
    if let to { options.to = try loaded.activity(to, of: "--to") }
    return options
  }

  /// The rows asked for, when the plan has each of them.
  private func knownRows(_ loaded: LoadedPlan) throws(InvalidInput) -> [String] {
    if rows.isEmpty { return [] }
    let known = DependencyPicture.rows(of: loaded.plan)
    for row in rows where !known.contains(where: { DependencyPicture.isRow($0, in: row) }) {
      throw loaded.refusal(
        .badArgument, "no dependency has the row '\(row)'",
        known.isEmpty
          ? "the dependencies of this plan name no rows of a table" : "there are: \(known.joined(separator: ", "))",
        of: "--row")
    }
    return rows
  }

  /// What was asked to be drawn, among the arguments of a manifest.
  private func manifest(_ level: GraphLevel, _ options: DependencyPicture.Options) -> [(String, JSONValue)] {
    [
      ("level", .string(level.rawValue)), ("slip", JSONValue(slips)), ("between", JSONValue(sides)),
      ("alone", JSONValue(alone)), ("project", JSONValue(options.focus)), ("steps", JSONValue(steps)),
      ("to", JSONValue(options.to?.text)), ("needs", .bool(needs)), ("by", JSONValue(by)), ("row", JSONValue(rows)),
      ("keepProjects", .bool(keepsProjects)),
      ("hideDone", .bool(hidesDone)), ("onlyHard", .bool(onlyHard)), ("relations", .bool(showsRelations)),
      ("isolated", .bool(showsIsolated)), ("criticality", .bool(criticality)),
    ]
  }
}
