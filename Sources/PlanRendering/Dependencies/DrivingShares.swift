package import PlanModel

/// In how many of the drawn futures each activity drives an end.
package struct DrivingShares {
  /// Nil for the end of the plan.
  let end: ActivityID?
  let shares: [ActivityID: Double]
  let futures: Int

  package init(end: ActivityID?, shares: [ActivityID: Double], futures: Int) {
    self.end = end
    self.shares = shares
    self.futures = futures
  }

  /// The drawing with each share written in its node, the darker the larger, and what that means below.
  package func shown(in drawing: GraphDrawing, _ words: Words) -> GraphDrawing {
    var drawing = drawing
    for place in drawing.nodes.indices {
      guard let share = shares[ActivityID(drawing.nodes[place].id)], share > 0 else { continue }
      drawing.nodes[place].lines.append(TextLine(words.drives(share), size: TypeSize.small, bold: true))
      // The text stays readable on the darkest: half of the colour is paper.
      drawing.nodes[place].style.fill = Palette.standard.caution.tinted(1 - 0.5 * share)
      drawing.nodes[place].classes.append("drives-\(Int((share * 100).rounded()))")
    }
    drawing.footnotes.insert(words.criticalityNote(end, futures: futures), at: 0)
    return drawing
  }
}
