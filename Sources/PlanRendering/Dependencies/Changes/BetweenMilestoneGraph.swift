import PlanComparison
import PlanModel
import PlanSchedule

/// A difference at milestone level.
struct BetweenMilestoneGraph {
  private let facts: BetweenFacts
  private let look: BetweenLook
  private var words: PictureWords { facts.words }

  init(_ facts: BetweenFacts) {
    self.facts = facts
    look = BetweenLook(facts)
  }

  var drawing: GraphDrawing {
    guard facts.differs else { return look.nothing }
    let twins = facts.twins.filter { facts.selection.nodes.contains($0.id) }
    var drawing = look.empty
    drawing.nodes = twins.map { twin in
      let kind = twin.activity?.kind ?? .task
      return GraphDrawing.Node(
        id: twin.id, lines: look.lines(twin), shape: look.second.shape(kind), style: look.style(twin),
        badges: look.badges(twin), tooltip: look.tooltip(twin), cluster: twin.activity?.project?.text,
        classes: ["kind-" + kind.word, twin.differs ? (twin.hasMoved ? "moved" : "differs") : "same"])
    }
    let projects = ProjectLook(facts.second.plan, words)
    drawing.clusters = projects.clusters(around: twins.compactMap(\.activity), in: facts.second.plan)
    let drawn = Set(facts.selection.lines.map(\.id))
    drawing.edges = facts.lines.filter { drawn.contains($0.dependency.id) }.map(look.edge)
    look.finish(&drawing)
    return drawing
  }
}
