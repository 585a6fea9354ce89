/// A title of a group where it stands, as seen from the upper left corner of the layout.
struct PlacedTitle {
  var box: Box
  var lines: [TextLine]

  init(_ lines: [TextLine], left: Double, top: Double) {
    self.lines = lines
    box = Box(left: left, top: top, width: PlacedTitle.width(lines), height: lines.reduce(6) { $0 + $1.height })
  }

  static func width(_ lines: [TextLine]) -> Double { lines.reduce(0) { max($0, $1.width) } + 4 }
}

extension GraphScene {
  /// Where titles stand in their frames: above to the left, or to the right or in the middle where lines pass behind fewer
  /// letters. Where lines pass behind all of these, below in a corner, perhaps on more lines, if nothing else stands there.
  /// All lines of the layout count, so that drawings that share it have their titles in the same places.
  func placesOfTitles() -> [String: PlacedTitle] {
    if drawing.clusters.isEmpty { return [:] }
    let lines = LineGrid(positions.edges.values.map { Trace($0) })
    var places: [String: PlacedTitle] = [:]
    for cluster in drawing.clusters {
      guard let frame = positions.clusters[cluster.id] else { continue }
      let texts = drawing.titleLines(of: cluster)
      let left = frame.left + 8
      let right = max(left, frame.right - 8 - PlacedTitle.width(texts))
      let titles = [left, right, (left + right) / 2].map { PlacedTitle(texts, left: $0, top: frame.top + 4) }
      let hidden = titles.map { lines.lines(in: $0.box.grown(by: -3)).count }
      let best = hidden.indices.min { hidden[$0] < hidden[$1] } ?? 0
      places[cluster.id] = hidden[best] == 0 ? titles[best] : titleBelow(cluster, frame, lines) ?? titles[best]
    }
    return places
  }

  /// The title in a lower corner of its frame, on as few lines as stand free there; nil where it cannot.
  private func titleBelow(_ cluster: GraphDrawing.Cluster, _ frame: Box, _ lines: LineGrid) -> PlacedTitle? {
    for width in [380.0, 200, 140, 110] {
      let texts = drawing.titleLines(of: cluster, within: width)
      let (width, height) = (PlacedTitle.width(texts), texts.reduce(6) { $0 + $1.height })
      if width > frame.size.width - 16 || height > frame.size.height / 2 { continue }
      for left in [frame.left + 8, frame.right - 8 - width] {
        let title = PlacedTitle(texts, left: left, top: frame.bottom - 4 - height)
        let room = title.box.grown(by: 3)
        if lines.lines(in: room).isEmpty, !positions.nodes.values.contains(where: { $0.overlaps(room) }),
          !drawing.clusters.contains(where: {
            $0.parent == cluster.id && positions.clusters[$0.id]?.overlaps(room) == true
          })
        {
          return title
        }
      }
    }
    return nil
  }
}
