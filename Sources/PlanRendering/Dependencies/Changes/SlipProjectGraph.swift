import PlanComparison
import PlanModel
import PlanSchedule

/// A slip at project level: how many milestones and activities of each project move, and what passes between projects.
struct SlipProjectGraph {
  private let facts: SlipFacts
  private let look: SlipLook
  private let projects: ProjectLook
  private var words: PictureWords { facts.words }
  private var plan: Plan { facts.plan }

  init(_ facts: SlipFacts) {
    self.facts = facts
    look = SlipLook(facts)
    projects = ProjectLook(facts.plan, facts.words)
  }

  /// All links from one project to another.
  private struct Bundle {
    let from: String
    let to: String
    var links: [DrawnDependency] = []
  }

  var drawing: GraphDrawing {
    let links = facts.facts.dependencies.filter { $0.link != nil }
    let selection = facts.surroundings(links)
    let touched = facts.touched.intersection(selection.nodes)
    var places: [[String]: Int] = [:]
    var bundles: [Bundle] = []
    for link in selection.lines {
      let ends = [link.from, link.to].compactMap(facts.facts.project)
      guard ends.count == 2, ends[0] != ends[1] else { continue }
      let place = places[ends] ?? bundles.count
      if place == bundles.count {
        places[ends] = place
        bundles.append(Bundle(from: ends[0], to: ends[1]))
      }
      bundles[place].links.append(link)
    }
    let ids = Set(bundles.flatMap { [$0.from, $0.to] }).union(touched.compactMap(facts.facts.project))
    let listed = plan.projects.map(\.id.text).filter(ids.contains)
    let order = listed + ids.subtracting(listed).sorted()
    var drawing = GraphDrawing(
      title: facts.options.title ?? words.slipTitle(facts.changes.count), direction: facts.options.direction,
      language: words.language.rawValue, nodeTextWidth: 165, edgeTextWidth: 96)
    drawing.nodes = order.map { node($0, touched) }
    drawing.edges = bundles.map(edge)
    var legend = PictureLegend(facts.facts, look.lines)
    drawing.subtitle = legend.subtitle(facts.options, saying: facts.sayings)
    look.explain(&legend, drawing, isBundled: true)
    drawing.legend = legend.legend
    drawing.legend.place = .free
    drawing.footnotes = facts.footnotes(cut: selection.cut)
    let homeless = touched.filter { facts.facts.project(of: $0) == nil }.count
    if homeless > 0 { drawing.footnotes.append(words.withoutProject(homeless)) }
    return drawing
  }

  private func node(_ id: String, _ touched: Set<String>) -> GraphDrawing.Node {
    let project = plan[project: ProjectID(id)] ?? Project(ProjectID(id), isExternal: true)
    let members = facts.report.rows.filter { touched.contains($0.id.text) && $0.activity.project?.text == id }
    let moved = members.filter(\.hasMoved)
    let isChanged = touched.contains { facts.isChanged($0) && facts.facts.project(of: $0) == id }
    let role: SlipFacts.Role = !moved.isEmpty ? .moved : members.isEmpty && !isChanged ? .around : .held
    let furthest = moved.max { magnitude($0) < magnitude($1) }
    let isLater = furthest.map { look.isLater($0.id.text) } ?? true
    var lines = [TextLine(project.title.keptTogether, size: 11, bold: projects.isOwn(project))]
    var badges: [GraphDrawing.Badge] = isChanged ? [ChangeLook.changedBadge(words.changedHere)] : []
    if let furthest {
      lines.append(TextLine(words.count(moved: moved.count, held: members.count - moved.count), size: TypeSize.small))
      lines.append(
        TextLine(
          (words.atMost + facts.names.shift(facts.moved(furthest))).unbroken, size: 12, bold: true,
          colour: isLater ? ChangeLook.later : ChangeLook.earlier))
      badges.append(ChangeLook.moveBadge(isLater: isLater, words.moved(isLater: isLater)))
    } else if role == .held {
      lines.append(TextLine(words.count(moved: 0, held: members.count), size: TypeSize.small))
      badges.append(ChangeLook.heldBadge(words.reachedAndStays))
    }
    let verdicts = members.compactMap(look.shownVerdict)
    let words = Verdict.Word.allCases.filter { word in verdicts.contains { $0.word == word } }
    for word in words where word != .holds {
      let count = verdicts.filter { $0.word == word }.count
      lines.append(TextLine(self.words.targets(count, word), size: TypeSize.small, bold: true))
      badges.append(look.badge(word))
    }
    if role == .around { lines = ChangeLook.muted(lines) }
    var style =
      switch role {
      case .moved: ChangeLook.moved(isLater: isLater)
      case .held: ChangeLook.held
      case .around: ChangeLook.around
      }
    if isChanged { style.strokeWidth = 4 }
    let told = members.map {
      $0.hasMoved ? facts.names.move($0, in: facts.report.after) : facts.names.reason(ofStaying: $0)
    }
    return GraphDrawing.Node(
      id: id, lines: lines, shape: projects.isOwn(project) ? .box : projects.shape(project.kind), style: style,
      badges: badges, tooltip: ([project.title] + told.prefix(12)).joined(separator: "\n"),
      classes: ["kind-" + project.kind.rawValue, role.word] + (isChanged ? ["changed"] : [])
        + words.map { "target-\($0.rawValue)" })
  }

  private func magnitude(_ row: SlipReport.Row) -> Int {
    max(Int(row.moved.first.minutes.magnitude), Int(row.moved.last.minutes.magnitude))
  }

  /// The link that passes on most decides the look; where nothing gets through, the one into which most comes.
  private func edge(_ bundle: Bundle) -> GraphDrawing.Edge {
    let strongest = bundle.links.first { $0.strength == .hard } ?? bundle.links[0]
    var edge = GraphDrawing.Edge(
      id: "\(bundle.from)→\(bundle.to)", from: bundle.from, to: bundle.to, line: look.lines.line(strongest.strength),
      colour: ChangeLook.grey, width: 1.1, arrowhead: look.lines.arrowhead(strongest.strength),
      tooltip: bundle.links.map(look.edge).map(\.tooltip).joined(separator: "\n\n"),
      classes: ["strength-\(strongest.strength.rawValue)"], parts: bundle.links.map(\.id))
    let passages = bundle.links.compactMap(facts.passage)
    guard let main = passages.max(by: { weight($0) < weight($1) }) else {
      edge.classes.append("around")
      return edge
    }
    look.apply(main, to: &edge)
    let stopped = passages.filter(\.isStopped).count
    if !main.isStopped {
      let through = facts.names.shift(main.out.wholeDays)
      let label = [through, edge.label].compactMap { $0 } + (stopped > 0 ? [words.stopped(stopped)] : [])
      edge.label = label.joined(separator: "\n")
      edge.isEmphasised = true
    }
    return edge
  }

  private func weight(_ passage: SlipFacts.Passage) -> (Int, Int) {
    func size(_ times: Readings<ElapsedTime>) -> Int {
      max(Int(times.first.minutes.magnitude), Int(times.last.minutes.magnitude))
    }
    return (size(passage.out), size(passage.absorbed))
  }
}
