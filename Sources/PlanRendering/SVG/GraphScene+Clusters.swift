extension GraphScene {
  /// The frame of a cluster and its title; nothing for a cluster without a place.
  func svg(_ cluster: GraphDrawing.Cluster, at index: Int) -> SVG {
    guard let box = positions.clusters[cluster.id]?.moved(by: offset) else { return .sequence([]) }
    var parts: [SVG] = [.tooltip(cluster.tooltip.isEmpty ? cluster.title : cluster.tooltip)]
    parts.append(
      .element(
        "rect",
        [
          Attribute("x", box.left), Attribute("y", box.top), Attribute("width", box.size.width),
          Attribute("height", box.size.height), Attribute("rx", 9),
        ] + cluster.style.attributes))
    return .element("g", [Attribute("id", clusterIDs[index]), classes(["group"])], parts)
  }

  /// The title of a cluster, to be drawn over lines that pass behind it.
  func title(of cluster: GraphDrawing.Cluster) -> SVG {
    guard let box = titleBox(of: cluster) else { return .sequence([]) }
    var y = box.top + 3
    let lines = drawing.titleLines(of: cluster).map { line in
      let baseline = y + FontMetrics.ascent(size: line.size)
      y += line.height
      return SVG.line(line, x: box.left + 2, y: baseline, colour: palette.ink, halo: cluster.style.fill)
    }
    return .element("g", [Attribute("class", "group-title")], lines)
  }

  /// The place of a cluster's title.
  func titleBox(of cluster: GraphDrawing.Cluster) -> Box? { titlePlaces[cluster.id]?.moved(by: offset) }

  /// Where titles stand in their frames: above to the left, or to the right or in the middle where lines pass behind fewer
  /// letters. All lines of the layout count, so that drawings that share it have their titles in the same places.
  func placesOfTitles() -> [String: Box] {
    if drawing.clusters.isEmpty { return [:] }
    let lines = LineGrid(positions.edges.values.map { Trace($0) })
    var places: [String: Box] = [:]
    for cluster in drawing.clusters {
      guard let frame = positions.clusters[cluster.id] else { continue }
      let texts = drawing.titleLines(of: cluster)
      let size = Size(
        width: texts.reduce(0) { max($0, $1.width) } + 4, height: texts.reduce(6) { $0 + $1.height })
      let left = frame.left + 8
      let right = max(left, frame.right - 8 - size.width)
      let boxes = [left, right, (left + right) / 2].map {
        Box(left: $0, top: frame.top + 4, width: size.width, height: size.height)
      }
      let hidden = boxes.map { lines.lines(in: $0.grown(by: -3)).count }
      places[cluster.id] = boxes[hidden.indices.min { hidden[$0] < hidden[$1] } ?? 0]
    }
    return places
  }

  /// Outer frames before the frames inside them.
  var clustersOutsideIn: [Int] {
    let parents = Dictionary(drawing.clusters.map { ($0.id, $0.parent) }, uniquingKeysWith: { a, _ in a })
    func depth(_ id: String) -> Int {
      var steps = 0
      var inner = id
      while steps <= drawing.clusters.count, let outer = parents[inner] ?? nil {
        steps += 1
        inner = outer
      }
      return steps
    }
    let depths = drawing.clusters.map { depth($0.id) }
    return drawing.clusters.indices.sorted { (depths[$0], $0) < (depths[$1], $1) }
  }
}
