/// What troubles the reader of a graph, counted from the places of its parts.
package struct PictureFaults: Hashable, Sendable {
  /// Pairs of a label and a node that it covers in part, its own ends included.
  package var labelsOnNodes = 0
  /// Pairs of labels that cover each other.
  package var labelsOnLabels = 0
  /// Pairs of a label and a line that is not its own and runs under it.
  package var linesUnderLabels = 0
  /// Pairs of a label's leader and a line that is not its own and crosses it.
  package var leadersOverLines = 0
  /// Labels that leave hardly anything of their own line to be seen.
  package var hiddenLines = 0
  /// Pairs of a node and a line that runs through it to somewhere else.
  package var linesThroughNodes = 0
  /// Pairs of the title of a group and a line behind it.
  package var linesUnderTitles = 0
  /// Pairs of lines that cross.
  package var crossings = 0
  /// For how many points of length lines run so near to each other that a finger slips from one to the other.
  package var alongside = 0
  /// Nodes, labels and lines under the legend.
  package var underLegend = 0

  /// The faults of a finished page.
  ///
  /// - Complexity: linear in labels, nodes and lengths of lines, but for crowded places.
  init(_ scene: GraphScene, legend: Box?) {
    let nodes = scene.drawing.nodes.compactMap { node in scene.boxes[node.id].map { (node.id, $0) } }
    let labels = scene.drawing.edges.indices.compactMap { index in scene.placedLabels[index].map { (index, $0.box) } }
    let lines = LineGrid(scene.traces)
    for (place, (index, label)) in labels.enumerated() {
      labelsOnNodes += nodes.count { $0.1.overlaps(label) }
      labelsOnLabels += labels[..<place].count { $0.1.overlaps(label) }
      if LabelPlacement.hides(scene.traces[index].points, label) { hiddenLines += 1 }
      linesUnderLabels += lines.lines(in: label, besides: index).count
      guard let foot = scene.placedLabels[index]?.anchor else { continue }
      let leader = Trace(from: foot, to: label.nearest(to: foot)).points.dropFirst()
      leadersOverLines +=
        Set(leader.flatMap { lines.lines(in: Box(centre: $0, size: Size(width: 4, height: 4)), besides: index) }).count
    }
    count(nodes, lines, scene.drawing)
    let titles = scene.drawing.clusters.compactMap(scene.titleBox)
    linesUnderTitles = titles.reduce(0) { $0 + lines.lines(in: $1.grown(by: -3)).count }
    count(scene.traces, lines)
    guard let legend else { return }
    underLegend =
      nodes.count { $0.1.overlaps(legend) } + labels.count { $0.1.overlaps(legend) } + lines.lines(in: legend).count
  }

  /// The faults of a layout's lines alone, before any label has a place.
  package init(linesOf positions: GraphPositions, in drawing: GraphDrawing) {
    let traces = drawing.edges.map { Trace(positions.edges[$0.id]) }
    let lines = LineGrid(traces)
    count(drawing.nodes.compactMap { node in positions.nodes[node.id].map { (node.id, $0) } }, lines, drawing)
    count(traces, lines)
  }

  private mutating func count(_ nodes: [(String, Box)], _ lines: LineGrid, _ drawing: GraphDrawing) {
    for (id, box) in nodes {
      linesThroughNodes += lines.lines(in: box.grown(by: -1.5)).count { line in
        drawing.edges[line].from != id && drawing.edges[line].to != id
      }
    }
  }

  private mutating func count(_ traces: [Trace], _ lines: LineGrid) {
    crossings = lines.crossingPairs()
    for (number, trace) in traces.enumerated() {
      guard let start = trace.points.first, let end = trace.points.last else { continue }
      let step = trace.points.count > 1 ? (trace.points[1] - start).length : 0
      var slips = 0
      // Lines that meet at a node are near each other there.
      for point in trace.points where (point - start).length > 40 && (point - end).length > 40 {
        let near = Box(centre: point, size: Size(width: 7, height: 7))
        if lines.lines(in: near).contains(where: { $0 != number }) { slips += 1 }
      }
      alongside += Int(Double(slips) * step)
    }
  }

  /// One figure for all, by how much each matters: a line under a label makes a picture wrong to many readers, lines that cross or
  /// run together only slow them down.
  package var burden: Double {
    let hidden = labelsOnNodes + labelsOnLabels + underLegend
    let broken =
      hidden * 25 + linesThroughNodes * 100 + hiddenLines * 10 + linesUnderLabels * 130 + leadersOverLines * 4
      + linesUnderTitles * 10
    return Double(broken) + Double(crossings) + Double(alongside) * 0.05
  }
}
