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
    guard let box = titleBox(of: cluster), let texts = titlePlaces[cluster.id]?.lines else { return .sequence([]) }
    var y = box.top + 3
    let lines = texts.map { line in
      let baseline = y + FontMetrics.ascent(size: line.size)
      y += line.height
      return SVG.line(line, x: box.left + 2, y: baseline, colour: palette.ink, halo: cluster.style.fill)
    }
    return .element("g", [Attribute("class", "group-title")], lines)
  }

  /// The place of a cluster's title.
  func titleBox(of cluster: GraphDrawing.Cluster) -> Box? { titlePlaces[cluster.id]?.box.moved(by: offset) }

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
