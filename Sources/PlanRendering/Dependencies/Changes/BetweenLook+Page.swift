import PlanComparison
import PlanModel
import PlanSchedule

/// What stands around a picture of a difference: title, legend, footnotes.
extension BetweenLook {
  /// A drawing with its title, and nothing in it yet.
  var empty: GraphDrawing {
    var drawing = GraphDrawing(
      title: facts.options.title ?? words.betweenTitle, direction: facts.options.direction,
      language: words.language.rawValue, nodeTextWidth: 185, edgeTextWidth: 96)
    var options = facts.options
    options.scenario = ""
    let names =
      facts.names.first == facts.names.second
      ? [facts.names.first] : ["A: " + facts.names.first, "B: " + facts.names.second]
    drawing.subtitle = PictureLegend(facts.second, lines).subtitle(options, saying: names)
    return drawing
  }

  /// The picture of two plans between which nothing differs.
  var nothing: GraphDrawing {
    var drawing = empty
    drawing.nodeTextWidth = 420
    drawing.nodes = [
      GraphDrawing.Node(
        id: "nothing-differs",
        lines: [
          TextLine(words.nothingDiffers, size: 14, bold: true),
          TextLine(words.nothingDiffersMore, size: 11, colour: ChangeLook.palette.mutedInk),
        ], shape: .plain, classes: ["same"])
    ]
    return drawing
  }

  /// Legend and footnotes of what has been drawn.
  ///
  /// - Parameter isBundled: whether a node stands for all that a project has.
  func finish(_ drawing: inout GraphDrawing, isBundled: Bool = false) {
    var legend = PictureLegend(facts.second, lines)
    let symbols = Set(drawing.nodes.flatMap(\.badges).map(\.symbol))
    let classes = Set(drawing.nodes.flatMap(\.classes) + drawing.edges.flatMap(\.classes))
    let shape = drawing.nodes.contains { $0.shape == .hexagon } ? GraphDrawing.Shape.hexagon : .box
    for isLater in [true, false] {
      let badge = ChangeLook.moveBadge(isLater: isLater, "")
      if symbols.contains(badge.symbol) { legend.add(.badge(badge), words.differs(isLater: isLater)) }
    }
    if symbols.contains("≠") { legend.add(.badge(.init("≠", colour: .white)), words.sameDateOtherwise) }
    for membership in [BetweenFacts.Membership.first, .second] {
      if let badge = badge(membership), symbols.contains(badge.symbol) {
        legend.add(.badge(badge), words.onlyIn(badge.symbol))
      }
    }
    if classes.contains("moved") {
      legend.add(
        .node(shape, ChangeLook.moved(isLater: symbols.contains("→"))),
        isBundled ? words.somethingDiffers : words.bothDates)
    }
    if drawing.nodes.contains(where: { $0.classes.contains("same") }) {
      legend.add(.node(shape, ChangeLook.around), words.equal)
    }
    for (name, letter) in [("only-first", "A"), ("only-second", "B")] {
      guard var edge = drawing.edges.first(where: { $0.classes.contains(name) }) else { continue }
      edge.label = nil
      legend.add(.edge(edge), words.linkOnlyIn(letter))
    }
    if drawing.edges.contains(where: { $0.classes.contains("same") }) {
      legend.add(.edge(.init(id: "", from: "", to: "", colour: ChangeLook.grey, width: 1.2)), words.linkInBoth)
    }
    for strength in [Strength.soft, .co]
    where drawing.edges.contains(where: {
      $0.classes.contains("same") && $0.classes.contains("strength-\(strength.rawValue)")
    }) {
      legend.add(
        .edge(
          .init(
            id: "", from: "", to: "", line: lines.line(strength), colour: ChangeLook.grey, width: 1.2,
            arrowhead: lines.arrowhead(strength))), words.strength(strength))
    }
    drawing.legend = legend.legend
    drawing.legend.place = .free
    let differing = facts.twins.filter(\.differs)
    drawing.footnotes.append(
      words.differing(
        differing.count, of: facts.twins.count, links: facts.lines.filter { $0.membership != .both }.count))
    if differing.contains(where: { $0.difference.map { !$0.agree } ?? false }) {
      drawing.footnotes.append(names.readingsNote)
    }
    drawing.footnotes.append(words.differenceIsBMinusA)
    if facts.selection.cut { drawing.footnotes.append(words.surroundingsLeftOut) }
  }
}
