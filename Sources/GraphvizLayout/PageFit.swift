package import PlanRendering

/// The layout of a drawing that shows it largest on a page.
///
///     let picture = try PageFit(ratio: 1.414).picture(of: drawing)
///
/// Type keeps its size in a picture, so the smaller the picture, the larger its text once it fills the paper. Several layouts
/// are tried, wide and narrow, loose and dense. The size of a layout and the course of its lines tell how good its page can
/// be at most; the most promising ones are finished with labels and legend, until nothing that is left can be better than the
/// best so far. Drawings above 120 nodes get one layout.
package struct PageFit {
  /// Width to height of the page.
  package var ratio: Double
  /// Whether to spread a layout that does not fill the page.
  package var fills: Bool
  /// Whether the layout may run the other way where that shows it larger.
  package var turns: Bool

  /// For a page of this shape.
  package init(ratio: Double = 2.0.squareRoot(), fills: Bool = false, turns: Bool = false) {
    self.ratio = ratio
    self.fills = fills
    self.turns = turns
  }

  /// How many layouts are finished at most.
  private static let finished = 40

  /// The drawing on its page.
  ///
  /// - Throws: what ``Graphviz/positions(of:)`` throws.
  /// - Complexity: some 80 layouts up to 120 nodes, some twenty of them finished; then one.
  package func page(of drawing: GraphDrawing) throws(DrawingFailure) -> GraphPage { try pages(of: [drawing])[0] }

  /// Several drawings in one layout: what they share stands in the same place on pages of the same size.
  ///
  /// - Parameter drawings: one at least; what only some have has its room on all pages.
  /// - Throws: what ``Graphviz/positions(of:)`` throws.
  /// - Complexity: as ``page(of:)``.
  package func pages(of drawings: [GraphDrawing]) throws(DrawingFailure) -> [GraphPage] {
    precondition(!drawings.isEmpty, "There must be something to draw")
    let drawing = GraphDrawing.union(drawings)
    if drawing.nodes.count > 120 || drawing.edges.count > 240 {
      let layout = fills ? Graphviz(aspectRatio: ratio, nodeSpacing: 13) : Graphviz()
      return try GraphPage.alike(drawings, at: layout.positions(of: drawing), ratio: ratio)
    }
    var search = LayoutSearch(drawings, on: self)
    try search.run()
    var best: (pages: [GraphPage], score: Double)?
    for trial in search.promising.prefix(Self.finished) {
      if let best, trial.limit <= best.score { break }
      let pages = try GraphPage.alike(trial.drawings, at: trial.positions, ratio: ratio)
      let score = pages.map { self.score($0.size, $0.faults) }.min() ?? 0
      if score > best?.score ?? 0 { best = (pages, score) }
    }
    guard let best else { return try GraphPage.alike(drawings, at: Graphviz().positions(of: drawing), ratio: ratio) }
    return best.pages
  }

  /// How large the page shows its contents, less what troubles readers. Size counts most as long as type is small, since that
  /// troubles everybody; from some 9 points on A3 lines that are easy to follow count more, from 12 on size hardly matters.
  func score(_ size: Size, _ faults: PictureFaults) -> Double {
    let scale = 1000 / max(size.width / ratio, size.height, 1)
    let small = min(scale / Self.readable, 1)
    let (middle, large) = (min(max(scale / Self.readable, 1), 1.3), max(scale / Self.readable / 1.3, 1))
    return small * small * small * small * small * small * middle * large.squareRoot() / (1 + 0.02 * faults.burden)
  }

  /// The scale that shows the smallest type at some 9 points on A3.
  private static let readable = 1.16
}
