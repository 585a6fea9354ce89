import PlanComparison
import PlanModel
import PlanSchedule

/// A difference at project level: how much differs in each project, and which links between projects only one plan has.
struct BetweenProjectGraph {
  private let facts: BetweenFacts
  private let look: BetweenLook
  private let projects: ProjectLook
  private var words: PictureWords { facts.words }

  init(_ facts: BetweenFacts) {
    self.facts = facts
    look = BetweenLook(facts)
    projects = ProjectLook(facts.second.plan, facts.words)
  }

  var drawing: GraphDrawing {
    guard facts.differs else { return look.nothing }
    let drawn = Set(facts.selection.lines.map(\.id))
    var places: [[String]: Int] = [:]
    var bundles: [[BetweenFacts.Line]] = []
    for line in facts.lines where drawn.contains(line.dependency.id) {
      let ends = [project(line.dependency.from), project(line.dependency.to)].compactMap { $0 }
      guard ends.count == 2, ends[0] != ends[1] else { continue }
      if let place = places[ends] {
        bundles[place].append(line)
      } else {
        places[ends] = bundles.count
        bundles.append([line])
      }
    }
    let differing = facts.twins.filter { $0.differs && facts.selection.nodes.contains($0.id) }
    var ids = Set(places.keys.joined())
    ids.formUnion(differing.compactMap { project($0.id) })
    let listed = facts.second.plan.projects.map(\.id.text).filter(ids.contains)
    let order = listed + ids.subtracting(listed).sorted()
    var drawing = look.empty
    drawing.nodes = order.map { id in node(id, differing.filter { project($0.id) == id }) }
    drawing.edges = bundles.map(edge)
    look.finish(&drawing, isBundled: true)
    return drawing
  }

  private func project(_ id: String) -> String? { ActivityID(id).project?.text }

  private func node(_ id: String, _ twins: [BetweenFacts.Twin]) -> GraphDrawing.Node {
    let project = facts.second.plan[project: ProjectID(id)] ?? Project(ProjectID(id), isExternal: true)
    var lines = [TextLine(project.title.keptTogether, size: 11, bold: projects.isOwn(project))]
    let furthest = twins.filter(\.hasMoved).max { magnitude($0) < magnitude($1) }
    var badges: [GraphDrawing.Badge] = []
    if twins.isEmpty {
      lines = ChangeLook.muted(lines)
    } else {
      lines.append(TextLine(words.differing(twins.count), size: TypeSize.small))
    }
    let own = facts.lines.filter {
      $0.membership != .both && self.project($0.dependency.from) == id && self.project($0.dependency.to) == id
    }.count
    if own > 0 { lines.append(TextLine(words.differing(links: own), size: TypeSize.small)) }
    if let furthest, let difference = furthest.difference {
      lines.append(
        TextLine(
          (words.atMost + look.names.shift(difference)).unbroken, size: 12, bold: true,
          colour: furthest.isLater ? ChangeLook.later : ChangeLook.earlier))
      badges = look.badges(furthest)
    } else if !twins.isEmpty {
      badges = [.init("≠", colour: .white, tooltip: words.sameDateOtherwise)]
    }
    let style =
      furthest.map { ChangeLook.moved(isLater: $0.isLater) }
      ?? (twins.isEmpty ? ChangeLook.around : ChangeLook.held)
    return GraphDrawing.Node(
      id: id, lines: lines, shape: projects.isOwn(project) ? .box : projects.shape(project.kind), style: style,
      badges: badges,
      tooltip: ([project.title] + twins.map { look.lines($0).map(\.text).joined(separator: " · ") }.prefix(12))
        .joined(separator: "\n"),
      classes: ["kind-" + project.kind.rawValue, twins.isEmpty ? "same" : furthest == nil ? "differs" : "moved"])
  }

  private func magnitude(_ twin: BetweenFacts.Twin) -> Int {
    twin.difference.map { max(Int($0.first.minutes.magnitude), Int($0.last.minutes.magnitude)) } ?? 0
  }

  /// A line for all links: of one plan alone where all are, else grey with a count of those that differ.
  private func edge(_ bundle: [BetweenFacts.Line]) -> GraphDrawing.Edge {
    let from = project(bundle[0].dependency.from) ?? ""
    let to = project(bundle[0].dependency.to) ?? ""
    let edges = bundle.map(look.edge)
    let memberships = Set(bundle.map(\.membership))
    let isAlike = memberships.count == 1
    var edge = edges.first { $0.classes.contains("strength-hard") } ?? edges[0]
    if !isAlike {
      let place = bundle.firstIndex { $0.membership == .both } ?? 0
      edge = edges[place]
      (edge.line, edge.isEmphasised, edge.colour, edge.width) = (.solid, false, ChangeLook.greyInk, 1.6)
    }
    edge.id = "\(from)→\(to)"
    (edge.from, edge.to) = (from, to)
    edge.parts = bundle.map(\.dependency.id)
    edge.tooltip = edges.map(\.tooltip).joined(separator: "\n\n")
    let counts = [("A", BetweenFacts.Membership.first), ("B", .second)].compactMap { letter, side in
      let count = bundle.filter { $0.membership == side }.count
      return count == 0 ? nil : words.count(onlyIn: letter, count)
    }
    edge.label = counts.isEmpty ? nil : counts.joined(separator: "\n")
    return edge
  }
}
