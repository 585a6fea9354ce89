import PlanComparison
import PlanModel
import PlanSchedule

/// A slip at milestone level.
struct SlipMilestoneGraph {
  private let facts: SlipFacts
  private let look: SlipLook
  private let projects: ProjectLook
  private var words: PictureWords { facts.words }

  init(_ facts: SlipFacts) {
    self.facts = facts
    look = SlipLook(facts)
    projects = ProjectLook(facts.plan, facts.words)
  }

  var drawing: GraphDrawing {
    let links = facts.facts.dependencies.filter { $0.link != nil } + facts.dropped
    let selection = facts.surroundings(links)
    let activities = facts.report.after.schedule.activities.filter { selection.nodes.contains($0.id.text) }
    var drawing = GraphDrawing(
      title: facts.options.title ?? words.slipTitle(facts.changes.count), direction: facts.options.direction,
      language: words.language.rawValue, nodeTextWidth: 175, edgeTextWidth: 96)
    drawing.nodes = activities.map(node)
    drawing.clusters = projects.clusters(around: activities.map(\.activity), in: facts.plan)
    drawing.edges = selection.lines.map { $0.link == nil ? look.droppedEdge($0) : look.edge($0) }
    var legend = PictureLegend(facts.facts, look.lines)
    drawing.subtitle = legend.subtitle(facts.options, saying: facts.sayings)
    look.explain(&legend, drawing)
    drawing.legend = legend.legend
    drawing.legend.place = .free
    drawing.footnotes =
      facts.footnotes(cut: selection.cut)
      + legend.footnotes(
        drawn: selection.lines, activities: activities.map(\.activity), leftOut: 0, isBundled: false)
    return drawing
  }

  private func node(_ activity: ScheduledActivity) -> GraphDrawing.Node {
    let id = activity.id.text
    var classes = ["kind-" + activity.activity.kind.word, facts.role(id).word]
    if facts.isChanged(id) { classes.append("changed") }
    if let word = facts.row(id)?.verdictAfter?.word { classes.append("target-\(word.rawValue)") }
    var style = look.style(id)
    if facts.isChanged(id) { style.strokeWidth = 4 }
    return GraphDrawing.Node(
      id: id, lines: look.lines(activity), shape: look.milestones.shape(activity.activity.kind), style: style,
      badges: look.badges(activity), tooltip: look.tooltip(activity), cluster: activity.activity.project?.text,
      classes: classes)
  }
}

extension SlipFacts.Role {
  var word: String {
    switch self {
    case .moved: "moved"
    case .held: "held"
    case .around: "around"
    }
  }
}
