import PlanComparison
import PlanModel
import PlanSchedule

/// The picture at milestone level: milestones and activities framed by project, links between them.
struct MilestoneGraph {
  private let facts: DependencyFacts
  private let options: DependencyPicture.Options
  let look: LineLook
  let nodes: MilestoneLook
  private let projects: ProjectLook
  var words: PictureWords { facts.words }

  private let due: DueDates?

  init(_ facts: DependencyFacts, _ options: DependencyPicture.Options, _ needs: Needs? = nil) {
    due = needs.map { DueDates($0, facts.plan, facts.words.language) }
    self.facts = facts
    self.options = options
    look = LineLook(facts: facts)
    nodes = MilestoneLook(facts: facts)
    projects = ProjectLook(facts.plan, facts.words)
  }

  /// The dependencies and ends to draw, and how many plain links follow from others.
  private func selection() -> (lines: [DrawnDependency], ends: Set<String>, implied: Int) {
    if let selection = options.selection {
      let lines = facts.dependencies.compactMap { line -> DrawnDependency? in
        guard let name = selection.lines[line.id], selection.nodes.isSuperset(of: [line.from, line.to]) else {
          return nil
        }
        var line = line
        line.id = name
        return line
      }
      return (lines, selection.nodes, 0)
    }
    var lines = facts.dependencies.filter { $0.link != nil || options.showsRelations }
    var ends = Set(lines.flatMap { [$0.from, $0.to] })
    if options.showsIsolated { ends.formUnion(facts.plan.activities.map(\.id.text)) }
    if !options.focus.isEmpty {
      let focus = Set(options.focus)
      let members = Set(
        facts.plan.activities.filter { focus.contains($0.id.text) || focus.contains($0.project?.text ?? "") }
          .map(\.id.text)
      ).union(focus.filter { facts.plan[project: ProjectID($0)] != nil && ends.contains($0) })
      let reach = Reach(from: members, steps: options.steps, over: lines.map { ($0.from, $0.to) })
      lines.removeAll { !reach.holds(from: $0.from, to: $0.to) }
      ends = Set(lines.flatMap { [$0.from, $0.to] }).union(options.showsIsolated ? members : [])
    }
    if let to = options.to { ends.insert(to.text) }
    if options.hidesDone {
      ends = ends.filter { facts.outlook.schedule[ActivityID($0)]?.isDone != true }
      lines.removeAll { !ends.contains($0.from) || !ends.contains($0.to) }
    }
    guard options.leavesOutImplied else { return (lines, ends, 0) }
    let plain = lines.indices.filter { index in
      guard let place = lines[index].link else { return false }
      let link = facts.plan.links[place]
      return link.strength == .hard && link.kind == .finishToStart && link.lag == nil
    }
    let implied = Set(ImpliedLines.places(in: plain.map { (lines[$0].from, lines[$0].to) }).map { plain[$0] })
    let kept = lines.indices.filter { !implied.contains($0) }.map { lines[$0] }
    return (kept, ends, implied.count)
  }

  var drawing: GraphDrawing {
    let (lines, ends, implied) = selection()
    let activities = facts.outlook.schedule.activities.filter { ends.contains($0.id.text) }
    let critical = Set(
      lines.filter { $0.room.tightness == .critical && $0.strength == .hard }.flatMap { [$0.from, $0.to] })
    var drawing = GraphDrawing(
      title: options.title ?? due?.title ?? words.title(.milestones), direction: options.direction,
      language: words.language.rawValue, nodeTextWidth: 165, edgeTextWidth: 96)
    var legend = PictureLegend(facts, look)
    drawing.subtitle = due.map { legend.subtitle(options, saying: $0.sayings) } ?? legend.subtitle(options)
    drawing.nodes = activities.map { node($0, isCritical: critical.contains($0.id.text)) }
    let known = Set(activities.map(\.id.text))
    let outer = facts.plan.projects.map(\.id.text).filter { ends.contains($0) && !known.contains($0) }
    let framed = Set(activities.compactMap { $0.activity.project?.text })
    drawing.nodes += outer.map { outerNode($0, isFramed: framed.contains($0)) }
    drawing.clusters = facts.plan.projects.filter { framed.contains($0.id.text) }.map(cluster)
    let unlisted = framed.subtracting(drawing.clusters.map(\.id)).sorted()
    drawing.clusters += unlisted.map { cluster(Project(ProjectID($0), isExternal: true)) }
    let all = known.union(outer)
    let drawn = lines.filter { all.contains($0.from) && all.contains($0.to) }
    drawing.edges = drawn.map(edge)
    addChoices(to: &drawing, known)
    explain(activities, critical, outer, &legend, drawing)
    legend.add(lines: drawn.map { ($0.strength, $0.room.tightness) }, isBundled: false)
    drawing.legend = legend.legend
    drawing.legend.place = .free
    drawing.footnotes = legend.footnotes(
      drawn: drawn, activities: activities.map(\.activity), leftOut: leftOut(known), implied: implied,
      isBundled: false)
    if let due { drawing.footnotes.append(due.footnote) }
    return drawing
  }

  /// How many activities of the plan, or of the focus, are not drawn for want of connections.
  private func leftOut(_ known: Set<String>) -> Int {
    if options.to != nil || options.selection != nil { return 0 }
    let focus = Set(options.focus)
    return facts.plan.activities.filter { activity in
      (focus.isEmpty || focus.contains(activity.project?.text ?? "")) && !known.contains(activity.id.text)
        && !(options.hidesDone && facts.outlook.schedule[activity.id]?.isDone == true)
    }.count
  }

  private func node(_ activity: ScheduledActivity, isCritical: Bool) -> GraphDrawing.Node {
    let isCritical = isCritical && !activity.isDone
    return GraphDrawing.Node(
      id: activity.id.text, lines: nodes.lines(activity) + (due?.lines(activity.id) ?? []),
      shape: nodes.shape(activity.activity.kind),
      style: nodes.style(activity, isCritical: isCritical), badges: nodes.standings(activity).map(nodes.badge),
      tooltip: nodes.tooltip(activity), cluster: activity.activity.project?.text,
      classes: ["kind-" + activity.activity.kind.word] + (isCritical ? ["critical"] : []))
  }

  /// A project, body or capacity at the end of a relation.
  private func outerNode(_ id: String, isFramed: Bool) -> GraphDrawing.Node {
    let project = facts.plan[project: ProjectID(id)] ?? Project(ProjectID(id), isExternal: true)
    if isFramed {
      return GraphDrawing.Node(
        id: id, lines: [TextLine(words("(prosjektet som helhet)", "(the project as a whole)"), size: TypeSize.small)],
        shape: .rounded, style: .init(fill: .white, stroke: Colour(0x8A94A0), strokeWidth: 1), tooltip: project.title,
        cluster: id)
    }
    return GraphDrawing.Node(
      id: id, lines: projects.lines(project), shape: projects.isOwn(project) ? .box : projects.shape(project.kind),
      style: projects.style(project), badges: projects.badges(project), tooltip: project.what ?? project.title)
  }

  private func cluster(_ project: Project) -> GraphDrawing.Cluster {
    let isOwn = projects.isOwn(project)
    let style: GraphDrawing.Style =
      isOwn
      ? .init(fill: Colour(0xEEF5FB), stroke: Colour(0x0B4F82), strokeWidth: 1.4)
      : .init(fill: Colour(0xF7F4EE), stroke: Colour(0xA3957C), strokeWidth: 1.1, line: .dashed)
    let outside = isOwn ? "" : words.outsidePortfolio
    return GraphDrawing.Cluster(
      id: project.id.text, title: project.title.keptTogether + outside, style: style,
      tooltip: project.what ?? project.title)
  }

  private func edge(_ dependency: DrawnDependency) -> GraphDrawing.Edge {
    let room = dependency.room
    let link = dependency.link.map { facts.plan.links[$0] }
    var label: [String] = [dependency.facts.row, lag(link)].compactMap { $0 }
    if dependency.facts.kind != "sequence", let mark = words.mark(dependency.facts.kind) { label.append(mark) }
    if [.critical, .tight, .unknown].contains(room.tightness), let figure = look.figure(room) { label.append(figure) }
    if let stale = look.figure(dependency.staleness) { label.append(stale) }
    let tightness = dependency.link == nil && room.tightness != .done ? Tightness.undatable : room.tightness
    return GraphDrawing.Edge(
      id: dependency.id, from: dependency.from, to: dependency.to, line: look.line(dependency.strength),
      colour: look.colour(tightness), width: look.width(tightness), arrowhead: look.arrowhead(dependency.strength),
      label: label.joined(separator: " "), tooltip: look.tooltip(dependency), weight: look.weight(tightness),
      classes: ["tightness-\(tightness)", "strength-\(dependency.strength.rawValue)"]
        + (dependency.staleness == nil ? [] : ["stale"]),
      isEmphasised: look.isEmphasised(tightness) || dependency.staleness != nil)
  }

  /// `SS +10 d`, nothing for a plain link.
  private func lag(_ link: Link?) -> String? {
    guard let link else { return nil }
    let kind = link.kind == .finishToStart ? nil : words.common.kind(link.kind)
    let lag = link.lag.map { ($0.isNegative ? "" : "+") + words.common.quantity($0) }
    return kind == nil && lag == nil ? nil : [kind, lag].compactMap { $0 }.joined(separator: " ")
  }

  /// A diamond beside the milestone that decides between alternatives.
  private func addChoices(to drawing: inout GraphDrawing, _ known: Set<String>) {
    for choice in facts.plan.choices where options.selection == nil {
      guard let decided = choice.decidedBy?.text, known.contains(decided) else { continue }
      let names = choice.alternatives.map { id in
        var marks: [String] = []
        if id == choice.formal { marks.append(words("gjelder", "in force")) }
        if id == choice.expected { marks.append(words("ventet", "expected")) }
        if facts.plan.applied.contains(id.text) { marks.append(words("tegnet her", "drawn here")) }
        return id.text + (marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))")
      }
      let id = "choice-" + choice.id
      drawing.nodes.append(
        GraphDrawing.Node(
          id: id,
          lines: [TextLine(words("Valg", "Choice"), size: TypeSize.small, bold: true)]
            + names.map { TextLine($0, size: TypeSize.small) },
          shape: .diamond, style: .init(fill: Colour(0xFFFBE0), stroke: Colour(0x857A2A), strokeWidth: 1.2),
          tooltip: choice.name, cluster: choice.decidedBy?.project?.text, classes: ["choice"]))
      drawing.edges.append(
        GraphDrawing.Edge(
          id: id + "-line", from: decided, to: id, line: .dotted, colour: Colour(0x857A2A), width: 1.1,
          arrowhead: .none, tooltip: choice.name))
    }
  }
}
