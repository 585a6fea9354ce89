import PlanRendering

/// Layouts of one drawing for one page, tried one after the other.
///
///     var search = LayoutSearch([drawing], on: PageFit())
///     try search.run()
///     search.promising                // the layout that may have the best page first
///
/// First many orders are tried in two widths, as dense as usually wins: the order decides which lines cross. The best of them are
/// then tried in all forms. Small drawings come out the same from most orders, so the search ends where nothing new comes.
struct LayoutSearch {
  /// A layout that may become a page.
  struct Trial {
    /// The choices behind it, but for the order.
    let kind: [Double]
    let drawings: [GraphDrawing]
    let positions: GraphPositions
    /// What its page can score at most, whatever labels and legend come to.
    let limit: Double
  }

  /// Drawings in one form, measured for layout.
  private struct Form {
    let kind: [Double]
    let drawings: [GraphDrawing]
    let measured: LayoutText
  }

  /// An order to begin with, and how wide the texts of nodes are.
  private struct Start: Hashable {
    let variant: Int
    let width: Double
  }

  private let drawings: [GraphDrawing]
  private let page: PageFit
  private var forms: [[Double]: Form] = [:]
  private var trials: [Trial] = []
  /// What is known of the trials so far: those that equal an earlier one are left out.
  private var seen: Set<[Double]> = []

  init(_ drawings: [GraphDrawing], on page: PageFit) {
    self.drawings = drawings
    self.page = page
  }

  /// Orders to begin with: more find fewer crossings, ever more rarely.
  private static let variants = 14
  /// After how many orders that bring nothing new the search ends.
  private static let patience = 4
  /// How many starts are tried in all forms.
  private static let kept = 8
  /// How dense a layout usually wins: the space between nodes, and how much of the longest label fits between layers.
  private static let dense = (nodes: 9.0, labels: 0.75)
  /// About what a legend beside the graph takes, and title and margins above it.
  private static let beside = 271.0
  private static let above = 85.0

  /// The trials from the highest limit downwards.
  var promising: [Trial] {
    trials.indices.sorted { (-trials[$0].limit, $0) < (-trials[$1].limit, $1) }.map { trials[$0] }
  }

  /// Tries all that is worth it.
  mutating func run() throws(DrawingFailure) {
    var starts: [(start: Start, limit: Double)] = []
    var idle = 0
    for variant in 0..<Self.variants where idle < Self.patience {
      let before = trials.count
      for width in [0.75, 1.3] {
        let first = trials.count
        try attempt(Start(variant: variant, width: width), Self.dense, gap: 10)
        // Orders that come out like earlier ones need no closer look.
        let limit = trials[first...].map(\.limit).max()
        if let limit { starts.append((Start(variant: variant, width: width), limit)) }
      }
      idle = trials.count == before ? idle + 1 : 0
    }
    let order = starts.indices.sorted { (-starts[$0].limit, $0) < (-starts[$1].limit, $1) }
    let best = order.prefix(Self.kept).map { starts[$0].start }
    for start in best { try attemptAll(start) }
    for variant in Set(best.map(\.variant)).sorted() {
      let start = Start(variant: variant, width: 1)
      try attempt(start, Self.dense, gap: 10)
      try attemptAll(start)
    }
  }

  /// Every form of a start but the usual one; of the first orders loose ones, too.
  private mutating func attemptAll(_ start: Start) throws(DrawingFailure) {
    let gaps = start.variant % 2 == 0 ? [10.0, 0] : [10]
    for spacing in start.variant < 3 ? [Self.dense, (13, 1), (9, 0.88)] : [Self.dense] {
      for gap in gaps where spacing != Self.dense || gap != 10 { try attempt(start, spacing, gap: gap) }
    }
  }

  /// One start with some space and some room wanted between the ends of lines, the other way round too where that may be.
  private mutating func attempt(
    _ start: Start, _ spacing: (nodes: Double, labels: Double), gap: Double
  ) throws(DrawingFailure) {
    let layout = Graphviz(
      nodeSpacing: spacing.nodes, layerSpacing: 36, labelRoom: spacing.labels, variant: start.variant)
    for isTurned in page.turns ? [false, true] : [false] {
      let form = try form(start.width, gap, isTurned: isTurned)
      // Where no node asks for more room, its absence is no other form.
      if gap == 0, try form.measured.drawing == self.form(start.width, 10, isTurned: isTurned).measured.drawing {
        continue
      }
      try attempt(form, layout)
    }
  }

  /// A layout as it falls, and one squeezed to the page where it is too broad for it.
  private mutating func attempt(_ form: Form, _ layout: Graphviz) throws(DrawingFailure) {
    let drawing = form.measured.drawing
    let free = try layout.positions(of: form.measured).spreadingEnds(of: drawing)
    let isFlat = drawing.direction == .leftToRight
    let (width, height) = (free.size.width, free.size.height)
    let breadth = isFlat ? height : width
    let goal =
      isFlat
      ? (width + Self.beside) / page.ratio - Self.above : (height + Self.above) * page.ratio - Self.beside
    guard keep(free, form, layout), goal < breadth * 0.95 else { return }
    var dense = layout
    dense.breadthGoal = max(goal, breadth * 0.6)
    _ = keep(try dense.positions(of: form.measured).spreadingEnds(of: drawing), form, dense)
  }

  /// Adds a layout unless there is one that equals it.
  private mutating func keep(_ positions: GraphPositions, _ form: Form, _ layout: Graphviz) -> Bool {
    let faults = PictureFaults(linesOf: positions, in: form.measured.drawing)
    let margins = 2 * GraphPage.margin
    let size = Size(width: positions.size.width + margins, height: positions.size.height + margins)
    let kind = form.kind + [layout.nodeSpacing, layout.labelRoom]
    let limit = page.score(size, faults)
    guard seen.insert(kind + [size.width, size.height, limit]).inserted else { return false }
    trials.append(Trial(kind: kind, drawings: form.drawings, positions: positions, limit: limit))
    return true
  }

  private mutating func form(_ width: Double, _ gap: Double, isTurned: Bool) throws(DrawingFailure) -> Form {
    let kind = isTurned ? [width, gap, 1] : [width, gap]
    if let form = forms[kind] { return form }
    let wrapped = drawings.map { isTurned ? $0.wrapped(width).turned : $0.wrapped(width) }
    let whole = GraphDrawing.union(wrapped).roomyForEnds(gap: gap)
    let form = Form(kind: kind, drawings: wrapped, measured: try Graphviz().checked(whole))
    forms[kind] = form
    return form
  }
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
