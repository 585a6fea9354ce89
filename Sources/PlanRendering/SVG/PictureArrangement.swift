/// Where title, graph, legend and footnotes of a picture go.
struct PictureArrangement {
  static let margin = 20.0

  private let drawing: GraphDrawing
  private let frame: Size
  private let ratio: Double
  private let header: TextBlock
  /// The upper left corner of the graph.
  let origin: Point

  /// - Parameter share: what the page has in common with others.
  init(_ drawing: GraphDrawing, frame: Size, ratio: Double, share: SharedPage = SharedPage()) {
    self.drawing = drawing
    self.frame = frame
    self.ratio = ratio.isFinite ? min(max(ratio, 0.1), 10) : 1
    header = Self.header(of: drawing, frame: frame)
    origin = Point(x: Self.margin, y: Self.margin + max(header.size.height, share.header))
  }

  private static func header(of drawing: GraphDrawing, frame: Size) -> TextBlock {
    TextBlock(
      [
        TextLine(drawing.title, size: TypeSize.title, bold: true),
        TextLine(drawing.subtitle, size: TypeSize.subtitle, colour: drawing.palette.mutedInk),
      ],
      width: max(frame.width, 520), gapBelow: 12)
  }

  /// How high title and subtitle of a drawing stand.
  static func headerHeight(of drawing: GraphDrawing, frame: Size) -> Double {
    header(of: drawing, frame: frame).size.height
  }

  /// A legend, with the footnotes under it or without.
  private struct Panel {
    let legend: LegendBlock
    let notes: TextBlock?

    var size: Size {
      guard let notes else { return legend.size }
      return Size(
        width: max(legend.size.width, notes.size.width),
        height: legend.size.height + PictureArrangement.noteGap + notes.size.height)
    }
  }

  private static let noteGap = 12.0

  private func notes(width: Double, columns: Int) -> TextBlock {
    let lines = drawing.footnotes.map { TextLine($0, size: TypeSize.small, colour: drawing.palette.mutedInk) }
    return TextBlock(lines, width: width, gapBelow: 0, columns: columns, gap: 3)
  }

  /// Footnotes under everything else, in columns that are easy to read.
  private func footer(under width: Double) -> TextBlock {
    notes(width: max(width, 520), columns: Int(max(width, 520) / 500))
  }

  /// Title, legend and footnotes in their places around a graph, where the legend stands, and the size of the page.
  func filled(with scene: GraphScene) -> (around: [SVG], legend: Box?, size: Size) {
    let (panel, corner, area) = panel(in: scene)
    let width = max(area.width, header.size.width)
    var bottom = origin.y + area.height
    var around = [header.svg(x: Self.margin, y: Self.margin, palette: drawing.palette)]
    var frame: Box?
    if !drawing.legend.entries.isEmpty {
      let place = origin + corner
      around.append(panel.legend.svg(in: scene, at: place))
      frame = Box(left: place.x, top: place.y, width: panel.size.width, height: panel.size.height)
      if let notes = panel.notes {
        around.append(
          notes.svg(x: place.x, y: place.y + panel.legend.size.height + Self.noteGap, palette: drawing.palette))
      }
    }
    var footerWidth = 0.0
    if panel.notes == nil {
      let footer = footer(under: width)
      if footer.size.height > 0 {
        around.append(footer.svg(x: Self.margin, y: bottom + Self.noteGap, palette: drawing.palette))
        bottom += Self.noteGap + footer.size.height
        footerWidth = footer.size.width
      }
    }
    let size = Size(width: max(width, footerWidth) + 2 * Self.margin, height: bottom + Self.margin)
    return (around, frame, size)
  }

  /// The panel, its corner as seen from the graph's, and what both take together.
  private func panel(in scene: GraphScene) -> (Panel, Point, Size) {
    let width = max(frame.width, 520)
    let usual = Panel(legend: LegendBlock(drawing.legend, width: width), notes: nil)
    if drawing.legend.entries.isEmpty { return (usual, Point(x: 0, y: 0), frame) }
    let below = Point(x: 0, y: frame.height + 16)
    func both(_ size: Size, at corner: Point) -> Size {
      frame.union(Size(width: corner.x + size.width, height: corner.y + size.height))
    }
    switch drawing.legend.place {
    case .below: return (usual, below, both(usual.size, at: below))
    case .beside:
      let corner = Point(x: frame.width + 20, y: 0)
      return (usual, corner, both(usual.size, at: corner))
    case .free:
      let panels = panels(width: width)
      let under = footer(under: frame.width).size.height
      let space = FreeSpace(
        in: frame, boxes: scene.taken, traces: scene.traces.map { $0.moved(by: origin * -1) }, margin: 10)
      let blocks = panels.map { panel in
        (panel.size, origin.y + Self.margin + (panel.notes == nil && under > 0 ? under + Self.noteGap : 0))
      }
      guard let found = space.place(blocks, gap: 16, ratio: ratio) else {
        return (usual, below, both(usual.size, at: below))
      }
      let panel = panels[found.number]
      return (panel, found.corner, both(panel.size, at: found.corner))
    }
  }

  /// Narrow and broad legends, with and without the footnotes.
  private func panels(width: Double) -> [Panel] {
    var panels: [Panel] = []
    for count in 1...6 {
      for textWidth in [250.0, 190, 150] where count < 4 || textWidth == 250 {
        let legend = LegendBlock(drawing.legend, width: width, columns: count, textWidth: textWidth)
        panels.append(Panel(legend: legend, notes: nil))
        let notes = notes(width: max(legend.size.width, 180), columns: 1)
        if notes.size.height > 0, count < 4 { panels.append(Panel(legend: legend, notes: notes)) }
      }
    }
    return panels
  }
}

extension GraphScene {
  /// Everything but lines, as seen from the graph's upper left corner.
  fileprivate var taken: [Box] {
    let labels = drawing.edges.indices.compactMap { placedLabels[$0]?.box }
    let nodes = drawing.nodes.compactMap { boxes[$0.id] }
    return (labels + nodes).map { $0.moved(by: offset * -1) }
      + drawing.clusters.compactMap { positions.clusters[$0.id] }
  }
}
