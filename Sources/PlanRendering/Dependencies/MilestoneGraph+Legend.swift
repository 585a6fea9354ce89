import PlanModel
import PlanSchedule

extension MilestoneGraph {
  /// The signs of nodes that the picture uses.
  func explain(
    _ activities: [ScheduledActivity], _ critical: Set<String>, _ outer: [String], _ legend: inout PictureLegend,
    _ drawing: GraphDrawing
  ) {
    let plain = GraphDrawing.Style(fill: .white, stroke: Colour(0x3A4654), strokeWidth: 1.3)
    if activities.contains(where: { $0.activity.kind.isMilestone }) {
      legend.add(.node(.hexagon, plain), words("milepæl", "milestone"))
    }
    if activities.contains(where: { !$0.activity.kind.isMilestone }) {
      legend.add(.node(.box, plain), words("aktivitet", "activity"))
    }
    if let sample = activities.first(where: { critical.contains($0.id.text) && !$0.isDone }) {
      var style = nodes.style(sample, isCritical: true)
      style.line = .solid
      legend.add(.node(.hexagon, style), words("på kritisk linje", "on a critical line"))
    }
    let marks = activities.flatMap(nodes.standings)
    if marks.contains(.undated) || marks.contains(.lowerBound) {
      let style = GraphDrawing.Style(
        fill: Colour(0xE9F2FA), stroke: look.palette.category(0), strokeWidth: 1.8, line: .dotted)
      legend.add(
        .node(.hexagon, style),
        words("uten sikker dato: udatert eller «ikke før»", "no firm date: undated or “not before”"))
    }
    if marks.contains(.assumed) || marks.contains(.whatIf) {
      legend.add(
        .node(.hexagon, .init(fill: .white, stroke: Colour(0x3A4654), strokeWidth: 1.3, line: .dashed)),
        words("forutsatt dato eller hva-om-dato", "assumed or what-if date"))
    }
    for standing in MilestoneLook.Standing.allCases where marks.contains(standing) {
      legend.add(.badge(nodes.badge(standing)), nodes.meaning(standing))
    }
    if drawing.nodes.contains(where: { $0.shape == .diamond }) {
      legend.add(
        .node(.diamond, .init(fill: Colour(0xFFFBE0), stroke: Colour(0x857A2A), strokeWidth: 1.2)),
        words("valg mellom alternativer", "choice between alternatives"))
    }
  }
}
