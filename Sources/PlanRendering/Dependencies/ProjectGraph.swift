import PlanModel

/// The picture at project level: one line for all dependencies from one project to another.
struct ProjectGraph {
  private let facts: DependencyFacts
  private let options: DependencyPicture.Options
  private let look: LineLook
  private let nodes: ProjectLook
  private var words: PictureWords { facts.words }

  init(_ facts: DependencyFacts, _ options: DependencyPicture.Options) {
    self.facts = facts
    self.options = options
    look = LineLook(facts: facts)
    nodes = ProjectLook(facts.plan, facts.words)
  }

  /// All dependencies from one node to another.
  struct Bundle {
    let from: String
    let to: String
    var parts: [DrawnDependency]

    /// The strongest: one hard dependency makes the bundle hard.
    var strength: Strength {
      parts.contains { $0.strength == .hard } ? .hard : parts.contains { $0.strength == .soft } ? .soft : .co
    }

    /// The room of the tightest part.
    var room: Room {
      parts.map(\.room).min { ($0.tightness, $0.minutes ?? .max) < ($1.tightness, $1.minutes ?? .max) } ?? .undatable
    }

    /// The parts without relations that a link among them makes precise.
    var counted: [DrawnDependency] {
      let refined = Set(parts.filter { $0.link != nil }.flatMap(\.facts.refines))
      return parts.filter { $0.link != nil || !refined.contains($0.id) }
    }
  }

  /// Bundles in the order of their first part. A dependency of a project on itself is kept only where the source's table
  /// has it; the rest is told by the node.
  private func bundles() -> (drawn: [Bundle], own: [String: [DrawnDependency]]) {
    var places: [[String]: Int] = [:]
    var drawn: [Bundle] = []
    var own: [String: [DrawnDependency]] = [:]
    for part in facts.dependencies where options.selection.map({ part.isIn($0) }) ?? true {
      guard let from = facts.project(of: part.from), let to = facts.project(of: part.to) else { continue }
      if from == to && part.facts.row == nil {
        own[from, default: []].append(part)
      } else if let place = places[[from, to]] {
        drawn[place].parts.append(part)
      } else {
        places[[from, to]] = drawn.count
        drawn.append(Bundle(from: from, to: to, parts: [part]))
      }
    }
    return (drawn, own)
  }

  var drawing: GraphDrawing {
    var (bundles, own) = bundles()
    let all = facts.plan.projects.map(\.id.text)
    var kept = Set(bundles.flatMap { [$0.from, $0.to] })
    if !options.focus.isEmpty {
      let focus = options.focus.compactMap { facts.project(of: $0) }
      let reach = Reach(from: focus, steps: options.steps, over: bundles.map { ($0.from, $0.to) })
      bundles.removeAll { !reach.holds(from: $0.from, to: $0.to) }
      kept = Set(bundles.flatMap { [$0.from, $0.to] }).union(focus)
    } else if options.showsIsolated {
      kept.formUnion(all)
    }
    if let selection = options.selection {
      kept.formUnion(selection.nodes.compactMap(facts.project))
      kept.formIntersection(selection.nodes.compactMap(facts.project))
    }
    let unknown = bundles.flatMap { [$0.from, $0.to] }.filter { id in !all.contains(id) }
    var order = all.filter(kept.contains)
    for id in unknown where !order.contains(id) { order.append(id) }
    var drawing = GraphDrawing(
      title: options.title ?? words.title(.projects), direction: options.direction, language: words.language.rawValue,
      nodeTextWidth: 150, edgeTextWidth: 96)
    var legend = PictureLegend(facts, look)
    drawing.subtitle = legend.subtitle(options)
    drawing.nodes = order.map { node($0, own: own[$0] ?? []) }
    let pairs = Set(bundles.map { [$0.from, $0.to] })
    drawing.edges = bundles.map { edge($0, isMutual: $0.from != $0.to && pairs.contains([$0.to, $0.from])) }
    legend.add(projects: order.compactMap { facts.plan[project: ProjectID($0)] }, nodes)
    legend.add(lines: bundles.map { ($0.strength, $0.room.tightness) }, isBundled: true)
    drawing.legend = legend.legend
    drawing.legend.place = .free
    let left =
      options.focus.isEmpty && options.to == nil && options.selection == nil
      ? all.count - all.filter(kept.contains).count : 0
    drawing.footnotes = legend.footnotes(
      drawn: bundles.flatMap(\.parts), activities: [], leftOut: left, isBundled: true,
      mixed: bundles.lazy.compactMap(mixedFigure).first)
    return drawing
  }

  private func node(_ id: String, own: [DrawnDependency]) -> GraphDrawing.Node {
    let project =
      facts.plan[project: ProjectID(id)] ?? Project(ProjectID(id), isExternal: true)
    var tooltip = [
      project.title,
      nodes.isOwn(project) ? words("prosjekt i porteføljen", "project of the portfolio") : words.kind(project.kind),
    ]
    if let what = project.what { tooltip.append(what) }
    tooltip += nodes.badges(project).map(\.tooltip)
    if let evidence = words.evidence(project.evidence) { tooltip.append(evidence) }
    if !own.isEmpty {
      tooltip.append(
        words("Avhengig av eget: ", "Depends on its own: ") + own.compactMap(\.facts.what).joined(separator: "; "))
    }
    return GraphDrawing.Node(
      id: id, lines: nodes.lines(project), shape: nodes.isOwn(project) ? .box : nodes.shape(project.kind),
      style: nodes.style(project), badges: nodes.badges(project), tooltip: tooltip.joined(separator: "\n"),
      classes: ["kind-" + project.kind.rawValue] + (nodes.isOwn(project) ? ["own"] : ["external"]))
  }

  private func edge(_ bundle: Bundle, isMutual: Bool) -> GraphDrawing.Edge {
    let room = bundle.room
    // Two that wait for each other have lines side by side: only short labels leave both visible.
    let text = rowsAndKinds(bundle.counted, withKinds: !isMutual)
    let isStale = bundle.parts.contains { $0.staleness != nil }
    let stale = look.figure(bundle.parts.lazy.compactMap(\.staleness).first)
    let label = [text, figure(bundle), stale].compactMap { $0 }.filter { !$0.isEmpty }
    return GraphDrawing.Edge(
      id: "\(bundle.from)→\(bundle.to)", from: bundle.from, to: bundle.to, line: look.line(bundle.strength),
      colour: look.colour(room.tightness), width: look.width(room.tightness),
      arrowhead: look.arrowhead(bundle.strength),
      label: label.joined(separator: isMutual || room.tightness == .done ? " " : "\n"),
      tooltip: bundle.parts.map(look.tooltip).joined(separator: "\n\n"), weight: look.weight(room.tightness),
      classes: ["tightness-\(room.tightness)", "strength-\(bundle.strength.rawValue)"] + (isStale ? ["stale"] : []),
      isEmphasised: look.isEmphasised(room.tightness) || isStale,
      parts: bundle.parts.map(\.id))
  }

  /// The figure of the tightest part, and how many others are not known to be better: `△ 1 d, 3 ?`.
  private func figure(_ bundle: Bundle) -> String? {
    mixedFigure(bundle) ?? look.figure(bundle.room)
  }

  /// `△ 1 d, 3 ?`, nothing where the float of all parts is known or of none is.
  private func mixedFigure(_ bundle: Bundle) -> String? {
    let unknown = bundle.parts.filter { $0.room.tightness == .unknown }.count
    guard let figure = look.figure(bundle.room), unknown > 0, bundle.room.tightness < .unknown else { return nil }
    return "\(figure), \(unknown) ?"
  }

  /// `T1.1 3× rekkef., integr., testmiljø`.
  private func rowsAndKinds(_ parts: [DrawnDependency], withKinds: Bool) -> String {
    var rows: [String] = []
    var kinds: [String] = []
    for part in parts {
      if let row = part.facts.row, !rows.contains(row) { rows.append(row) }
      if withKinds, let mark = words.mark(part.facts.kind), !kinds.contains(mark) { kinds.append(mark) }
    }
    let shown = kinds.prefix(3).joined(separator: ", ") + (kinds.count > 3 ? " …" : "")
    let count = parts.count > 1 ? "\(parts.count)×" : ""
    return [rows.joined(separator: " "), count, shown].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension DrawnDependency {
  /// Whether a picture of a difference has chosen it.
  func isIn(_ selection: DependencyPicture.Options.Selection) -> Bool {
    selection.lines[id] != nil && selection.nodes.isSuperset(of: [from, to])
  }
}
