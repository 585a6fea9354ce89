package import PlanComparison
import PlanModel

/// Facts that cannot all hold, as a graph: for each limit that fails its work, links and dates, and the least that each alone
/// would have to give.
///
///     ConflictPicture(Conflicts(outlook), context).drawing
///
/// The frame around a set names the limit; what would have to give least is marked.
package struct ConflictPicture {
  private let conflicts: Conflicts
  private let context: ChartContext
  private var words: Words { context.words }
  private let palette = Palette.standard

  package init(_ conflicts: Conflicts, _ context: ChartContext) {
    self.conflicts = conflicts
    self.context = context
  }

  /// What to show where nothing conflicts.
  package var nothing: SVGPicture {
    context.empty(words.conflictsTitle, heading + " " + words.noConflicts)
  }

  private var heading: String {
    words.conflictsHeading(
      failing: conflicts.conflicts.count + conflicts.unexplained.count, holding: conflicts.holding,
      unknown: conflicts.unknown.count)
  }

  /// Nil where nothing conflicts.
  package var drawing: GraphDrawing? {
    guard !conflicts.conflicts.isEmpty else { return nil }
    var drawing = GraphDrawing(
      title: words.conflictsTitle, subtitle: (context.sayings + [heading]).joined(separator: " · "),
      language: words.language.rawValue, nodeTextWidth: 190, edgeTextWidth: 100)
    for (number, conflict) in conflicts.conflicts.enumerated() { add(conflict, number, to: &drawing) }
    drawing.legend = Legend(
      title: words.legendTitle,
      entries: [
        .init(.node(.rounded, limitStyle), words.limitSign),
        .init(.node(.rounded, style(isAssumed: false)), words.factSign),
        .init(.node(.rounded, style(isAssumed: true)), words.assumedSign),
        .init(.edge(edge("", "", "", .hard, isAssumed: false)), words.linkSign),
        .init(.badge(least), words.leastSign),
      ], place: .free)
    drawing.footnotes =
      conflicts.conflicts.map { words.conflict($0) + "." }
      + (conflicts.unexplained.isEmpty ? [] : [words.unexplained(conflicts.unexplained)]) + [words.conflictsNote]
      + context.notes
    return drawing
  }

  // MARK: One set

  private func add(_ conflict: Conflicts.Conflict, _ number: Int, to drawing: inout GraphDrawing) {
    let group = "\(number)"
    let limit = conflict.activity.id
    drawing.clusters.append(
      .init(
        id: group, title: "\(conflict.isCertain ? "✗" : "◐") \(words.names[limit])",
        style: ChangeLook.group(isOwn: true),
        tooltip: words.conflict(conflict)))
    let smallest = conflict.members.compactMap(\.relaxation?.days).min()
    var facts: [ActivityID: [Conflicts.Member]] = [:]
    var order: [ActivityID] = []
    func join(_ id: ActivityID) {
      if facts[id] == nil { (facts[id], order) = ([], order + [id]) }
    }
    var edges: [GraphDrawing.Edge] = []
    for (place, member) in conflict.members.enumerated() {
      if case .link(let link) = member.subject {
        join(link.from)
        join(link.to)
        let isLeast = member.relaxation?.days != nil && member.relaxation?.days == smallest
        var edge = edge(
          "\(group)/\(place)", node(group, link.from), node(group, link.to), link.strength,
          isAssumed: isAssumed(member))
        edge.label = words.relaxation(member.relaxation) + (isLeast ? " \(least.symbol)" : "")
        edge.isEmphasised = isLeast
        edge.tooltip = words.assumption(member.subject) + " (\(words.basis(member.basis)))"
        edges.append(edge)
      } else {
        let id = subject(member.subject) ?? limit
        join(id)
        facts[id]?.append(member)
      }
    }
    join(limit)
    // Predecessors first, as the plan has them: then the limit stands at the end.
    let sorted = order.filter { $0 != limit } + [limit]
    drawing.nodes += sorted.map { id in
      node(id, facts[id] ?? [], group, conflict, isLimit: id == limit, smallest: smallest)
    }
    drawing.edges += edges
  }

  private func node(_ group: String, _ id: ActivityID) -> String { "\(group)/\(id)" }

  private func isAssumed(_ member: Conflicts.Member) -> Bool { member.basis == .assumed || member.basis == .whatIf }

  private func node(
    _ id: ActivityID, _ facts: [Conflicts.Member], _ group: String, _ conflict: Conflicts.Conflict, isLimit: Bool,
    smallest: Int?
  ) -> GraphDrawing.Node {
    var lines = [TextLine(words.names[id], size: 11, bold: true)]
    if isLimit {
      lines.append(TextLine(words.comesAndMust(conflict.comes, conflict.limit), size: TypeSize.small))
    }
    var hasLeast = false
    for fact in facts {
      let isLeast = fact.relaxation?.days != nil && fact.relaxation?.days == smallest
      hasLeast = hasLeast || isLeast
      lines.append(TextLine(words.factOf(fact.subject), size: TypeSize.small))
      lines.append(TextLine("→ " + words.relaxation(fact.relaxation), size: TypeSize.small, bold: true))
    }
    let tooltip = facts.map { words.assumption($0.subject) + " (\(words.basis($0.basis)))" }
    return .init(
      id: node(group, id), lines: lines,
      style: isLimit
        ? limitStyle : facts.isEmpty ? ChangeLook.around : style(isAssumed: facts.contains(where: isAssumed)),
      badges: hasLeast ? [least] : [], tooltip: ([words.names.withID(id)] + tooltip).joined(separator: "\n"),
      cluster: group, classes: isLimit ? ["limit"] : ["fact"])
  }

  private var least: GraphDrawing.Badge { .init("★", colour: palette.category(0), tooltip: words.leastSign) }

  private var limitStyle: GraphDrawing.Style { ChangeLook.moved(isLater: true) }

  private func style(isAssumed: Bool) -> GraphDrawing.Style {
    .init(fill: .white, stroke: palette.ink, strokeWidth: 1.4, line: isAssumed ? .dashed : .solid)
  }

  private func edge(_ id: String, _ from: String, _ to: String, _ strength: Strength, isAssumed: Bool)
    -> GraphDrawing.Edge
  {
    .init(
      id: id, from: from, to: to, line: isAssumed ? .dashed : .solid, colour: palette.ink, width: 1.8, weight: 4,
      classes: ["link"])
  }

  /// The activity that a fact is about.
  private func subject(_ subject: Assumptions.Subject) -> ActivityID? {
    switch subject {
    case .planned(let id, _), .target(let id, _), .deadline(let id, _), .actual(let id, _), .duration(let id, _),
      .remaining(let id, _), .constraint(let id, _), .slip(let id, _), .activity(let id):
      id
    case .link, .calendar, .exception, .window, .cost: nil
    }
  }
}
