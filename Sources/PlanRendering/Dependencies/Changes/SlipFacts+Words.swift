import PlanComparison
import PlanModel
import PlanSchedule

/// What stands over and under a picture of a slip.
extension SlipFacts {
  /// The changes, and what they come to.
  var sayings: [String] {
    let moved = report.moved
    let projects = Set(moved.compactMap(\.activity.project)).count
    return [
      words.changes(changesInWords),
      names.reach(moved: moved.count, projects: projects, held: report.held.count, of: plan.activities.count),
    ]
  }

  /// - Parameter cut: whether what stands around was left out.
  func footnotes(cut: Bool) -> [String] {
    var notes: [String] = []
    if report.moved.isEmpty { notes.append(names.nothingMoves) }
    if reachedInVain > 0 { notes.append(words.reachedInVain(reachedInVain)) }
    if report.rows.contains(where: { !$0.moved.agree || !$0.before.agree }) {
      notes.append(names.readingsNote)
    }
    if let range { notes.append(names.gapsInPicture(range.gaps.joined(), isSame: range.rows.isEmpty)) }
    if cut { notes.append(words.surroundingsLeftOut) }
    let costs = CostLines(CostReport(report), names, priced: true).lines
    if let first = costs.first { notes += [names.costHeading + " " + first] + costs.dropFirst() }
    return notes
  }
}

extension SlipLook {
  /// The signs of a picture of a slip, those that it uses.
  ///
  /// - Parameter isBundled: whether a node stands for all that a project has.
  func explain(_ legend: inout PictureLegend, _ drawing: GraphDrawing, isBundled: Bool = false) {
    let badges = Set(drawing.nodes.flatMap(\.badges))
    let used = Set(badges.map(\.symbol))
    let classes = Set(drawing.nodes.flatMap(\.classes) + drawing.edges.flatMap(\.classes))
    if used.contains("Δ") { legend.add(.badge(ChangeLook.changedBadge("")), words.changedHere) }
    for isLater in [true, false] {
      let badge = ChangeLook.moveBadge(isLater: isLater, "")
      if used.contains(badge.symbol) { legend.add(.badge(badge), words.moved(isLater: isLater)) }
    }
    if used.contains("=") { legend.add(.badge(ChangeLook.heldBadge("")), words.reachedAndStays) }
    for word in Verdict.Word.allCases where badges.contains(badge(word)) {
      legend.add(.badge(badge(word)), words.target(word))
    }
    let shape = drawing.nodes.contains { $0.shape == .hexagon } ? GraphDrawing.Shape.hexagon : .box
    if classes.contains("moved") {
      legend.add(
        .node(shape, ChangeLook.moved(isLater: used.contains("→"))),
        isBundled ? words.somethingMoves : words.movedWithDates)
    }
    if drawing.nodes.contains(where: { $0.classes.contains("held") }) {
      legend.add(.node(shape, ChangeLook.held), words.reachedAndStays)
    }
    if drawing.nodes.contains(where: { $0.classes.contains("around") }) {
      legend.add(.node(shape, ChangeLook.around), words.around)
    }
    for (name, text) in [
      ("carries", words.carries), ("follows", words.follows), ("stopped", words.stopped),
      ("dropped", words.droppedLink),
    ] {
      guard var edge = drawing.edges.first(where: { $0.classes.contains(name) }) else { continue }
      edge.label = nil
      legend.add(.edge(edge), text)
    }
    if drawing.edges.contains(where: { $0.classes.contains("around") }) {
      legend.add(
        .edge(.init(id: "", from: "", to: "", colour: ChangeLook.grey, width: 1.1)), words.nothingOnLink)
    }
    let strengths: [(Strength, String)] = [(.soft, words.strength(.soft)), (.co, words.strength(.co))]
    for (strength, text) in strengths where classes.contains("strength-\(strength.rawValue)") {
      legend.add(
        .edge(
          .init(
            id: "", from: "", to: "", line: lines.line(strength), colour: ChangeLook.grey, width: 1.1,
            arrowhead: lines.arrowhead(strength))), text)
    }
    let standings: [MilestoneLook.Standing] = [.done, .missed, .stopped, .cancelled, .undated, .lowerBound]
    for standing in standings where badges.contains(milestones.badge(standing)) {
      legend.add(.badge(milestones.badge(standing)), milestones.meaning(standing))
    }
  }
}
