package import PlanRendering

/// The layout of a drawing that shows it largest on a page.
///
///     let picture = try PageFit(ratio: 1.414).picture(of: drawing)
///
/// Type keeps its size in a picture, so the smaller the picture, the larger its text once it fills the paper. Several layouts
/// are tried, wide and narrow, loose and dense; those that need the least page are finished with labels and legend, and of
/// these the largest one wins, what troubles readers counted against it. Drawings above 120 nodes get one layout.
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

  /// Orders to begin with: more find fewer crossings, ever more rarely.
  private static let variants = 14
  /// About what a legend beside the graph takes, and title and margins above it.
  private static let beside = 271.0
  private static let above = 85.0

  private struct Attempt {
    /// The choices behind it, but for the order.
    let kind: [Double]
    let drawings: [GraphDrawing]
    let positions: GraphPositions
    let need: Double
  }

  /// The drawing on its page.
  ///
  /// - Throws: what ``Graphviz/positions(of:)`` throws.
  /// - Complexity: some 150 layouts up to 120 nodes, some thirty of them finished; then one.
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
    var attempts: [Attempt] = []
    for variant in 0..<Self.variants {
      for width in [1, 0.75, 1.3] {
        for (spacing, room) in Self.spacings(variant) {
          let layout = Graphviz(nodeSpacing: spacing, layerSpacing: 36, labelRoom: room, variant: variant)
          let upright = drawings.map { $0.wrapped(width) }
          for gap in variant % 2 == 0 ? [10, 0] : [10.0] {
            attempts += try attempt(upright, layout, gap, kind: [width, spacing, room, gap])
            if turns {
              attempts += try attempt(upright.map(\.turned), layout, gap, kind: [width, spacing, room, gap, 1])
            }
          }
        }
      }
    }
    let order = attempts.indices.sorted { (attempts[$0].need, $0) < (attempts[$1].need, $1) }
    var best: (pages: [GraphPage], score: Double)?
    // What labels make of a layout is known only at the end, so each kind has its chance.
    var kinds: Set<[Double]> = []
    let firsts = order.filter { kinds.insert(attempts[$0].kind).inserted }
    // Small drawings come out the same from many orders.
    var seen = Set(firsts.map { attempts[$0].kind + [attempts[$0].need] })
    let others = order.filter { seen.insert(attempts[$0].kind + [attempts[$0].need]).inserted }
    for place in firsts + others.prefix(8) {
      let pages = try GraphPage.alike(attempts[place].drawings, at: attempts[place].positions, ratio: ratio)
      let score = pages.map(score).min() ?? 0
      if score > best?.score ?? 0 { best = (pages, score) }
    }
    guard let best else { return try GraphPage.alike(drawings, at: Graphviz().positions(of: drawing), ratio: ratio) }
    return best.pages
  }

  /// The first orders are tried dense and loose, the others only as dense as usually wins.
  private static func spacings(_ variant: Int) -> [(nodes: Double, labels: Double)] {
    variant < 3 ? [(9, 0.75), (13, 1), (9, 0.88)] : [(9, 0.75)]
  }

  /// A layout as it falls, and one squeezed to the page where it is too broad for it; `gap` is the room wanted between the
  /// ends of lines.
  private func attempt(
    _ drawings: [GraphDrawing], _ layout: Graphviz, _ gap: Double, kind: [Double]
  ) throws(DrawingFailure) -> [Attempt] {
    let drawing = GraphDrawing.union(drawings).roomyForEnds(gap: gap)
    let free = try layout.positions(of: drawing).spreadingEnds(of: drawing)
    let isFlat = drawing.direction == .leftToRight
    let breadth = isFlat ? free.size.height : free.size.width
    let goal =
      isFlat
      ? (free.size.width + Self.beside) / ratio - Self.above : (free.size.height + Self.above) * ratio - Self.beside
    let attempt = Attempt(kind: kind, drawings: drawings, positions: free, need: need(free, drawing))
    guard goal < breadth * 0.95 else { return [attempt] }
    var dense = layout
    dense.breadthGoal = max(goal, breadth * 0.6)
    let squeezed = try dense.positions(of: drawing).spreadingEnds(of: drawing)
    return [attempt, Attempt(kind: kind, drawings: drawings, positions: squeezed, need: need(squeezed, drawing))]
  }

  /// About the height of the page that a layout will need, more where its lines are hard to follow.
  private func need(_ positions: GraphPositions, _ drawing: GraphDrawing) -> Double {
    var (width, height) = (positions.size.width, positions.size.height)
    if width < height * ratio { (width, height) = (width + Self.beside, height + Self.above) }
    let faults = PictureFaults(linesOf: positions, in: drawing)
    return max(width / ratio, height) * (1 + 0.02 * faults.burden)
  }

  /// How large the page shows its contents, less what troubles readers. Size counts most as long as type is small, since that
  /// troubles everybody; from some 9 points on A3 lines that are easy to follow count more, from 12 on size hardly matters.
  private func score(_ page: GraphPage) -> Double {
    let scale = 1000 / max(page.size.width / ratio, page.size.height, 1)
    let small = min(scale / Self.readable, 1)
    let (middle, large) = (min(max(scale / Self.readable, 1), 1.3), max(scale / Self.readable / 1.3, 1))
    return small * small * small * small * small * small * middle * large.squareRoot() / (1 + 0.02 * page.faults.burden)
  }

  /// The scale that shows the smallest type at some 9 points on A3.
  private static let readable = 1.16
}

extension GraphDrawing {
  /// With the texts of nodes wrapped narrower or wider.
  fileprivate func wrapped(_ factor: Double) -> GraphDrawing {
    var drawing = self
    drawing.nodeTextWidth *= factor
    return drawing
  }

  /// Running the other way: down, or from left to right.
  fileprivate var turned: GraphDrawing {
    var drawing = self
    drawing.direction = direction == .leftToRight ? .topToBottom : .leftToRight
    // With weights, Graphviz 2.43 draws lines through nodes that stand under each other.
    for place in drawing.edges.indices { drawing.edges[place].weight = 1 }
    return drawing
  }
}
