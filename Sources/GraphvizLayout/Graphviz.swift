public import PlanRendering
import Synchronization

/// Places found by Graphviz, inside this process.
///
///     let positions = try Graphviz().positions(of: drawing)
///
/// Sizes of nodes and labels are measured by our own font tables and given to Graphviz as fixed boxes, and it sees numbers
/// only, no text and no id: the same drawing gets the same places wherever the same Graphviz runs, and nothing in a plan
/// can reach its language.
///
/// Only `dot`, the layout in layers, is used: with the overlap removal that the others need for nodes of such different
/// sizes, Graphviz 2.43 can abort the whole process (an assertion in its triangulation library).
///
/// Graphviz is not thread-safe, so callers wait for each other. It cannot be stopped once it runs, hence the limits on size;
/// a server that wants a time limit as well runs this in a child process.
public struct Graphviz: GraphLayout, Hashable, Sendable {
  /// Width by height to come near to, such as 1.414 for a landscape page; nil leaves the layout as it falls.
  public var aspectRatio: Double?
  /// The most nodes to lay out; more are refused.
  public var nodeLimit: Int
  /// The most edges to lay out; more are refused.
  public var edgeLimit: Int
  /// Free space between nodes of a layer, in points.
  public var nodeSpacing: Double
  /// Free space between layers, in points; labels may ask for more.
  public var layerSpacing: Double

  /// How broad layers should be at most where that is possible, in points: height when time runs from left to right.
  /// Lines are less straight for it. Nil leaves it to the layout.
  public var breadthGoal: Double?
  /// How much of the longest label should fit between two layers, 1 for all of it.
  public var labelRoom: Double

  /// Which of many equally good orders to begin with; 0 is the order of the drawing.
  public var variant: Int

  /// A layout with these wishes.
  public init(
    aspectRatio: Double? = nil, nodeLimit: Int = 2000, edgeLimit: Int = 6000,
    nodeSpacing: Double = 18, layerSpacing: Double = 46, breadthGoal: Double? = nil, labelRoom: Double = 1,
    variant: Int = 0
  ) {
    self.breadthGoal = breadthGoal
    self.variant = variant
    self.labelRoom = labelRoom
    self.aspectRatio = aspectRatio
    self.nodeLimit = nodeLimit
    self.edgeLimit = edgeLimit
    self.nodeSpacing = nodeSpacing
    self.layerSpacing = layerSpacing
  }

  /// Above this, quality gives way to speed: bounded network simplex and plain polylines.
  static let carefulLimit = 300

  /// Places for everything in the drawing.
  ///
  /// - Throws: a contradiction in the drawing, `tooLarge`, or `engine` with the words of Graphviz.
  /// - Complexity: superlinear in the edges per layer; some 10 ms for 50 nodes, 50 ms for 200, 1 to 3 s for 1000.
  public func positions(of drawing: GraphDrawing) throws(DrawingFailure) -> GraphPositions {
    try positions(of: checked(drawing))
  }

  /// A drawing measured for layout, once it is known to be free of contradictions and not too large.
  func checked(_ drawing: GraphDrawing) throws(DrawingFailure) -> LayoutText {
    try drawing.check()
    if drawing.nodes.count > nodeLimit || drawing.edges.count > edgeLimit {
      throw .tooLarge(nodes: drawing.nodes.count, edges: drawing.edges.count)
    }
    return LayoutText(drawing)
  }

  /// Places for everything in a drawing that is measured already.
  func positions(of measured: LayoutText) throws(DrawingFailure) -> GraphPositions {
    if measured.drawing.nodes.isEmpty { return GraphPositions(size: Size(width: 0, height: 0)) }
    let first = try laidOut(measured, ratio: nil)
    guard let stretch = stretch(from: first.size) else { return first }
    return try laidOut(measured, ratio: stretch)
  }

  /// The ratio of height to width to ask for, or nil where the layout is near enough.
  ///
  /// Only distances grow, so a layout is stretched to 1.6 times its size at most.
  private func stretch(from size: Size) -> Double? {
    guard let wanted = aspectRatio, wanted.isFinite, wanted > 0, size.width > 0, size.height > 0 else { return nil }
    let limited = min(max(size.width / size.height / wanted, 1 / 1.6), 1.6)
    guard abs(limited - 1) > 0.08 else { return nil }
    return size.height / size.width * limited
  }

  private func laidOut(_ measured: LayoutText, ratio: Double?) throws(DrawingFailure) -> GraphPositions {
    let text = measured.text(for: self, ratio: ratio)
    let result = GraphvizProcess.shared.withLock { graphviz in
      graphviz.layOut(text, drawing: measured.drawing)
    }
    return try result.get()
  }
}
