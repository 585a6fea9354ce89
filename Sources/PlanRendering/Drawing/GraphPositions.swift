/// Where everything of a drawing stands, in points, y downwards.
///
///     let both = try layout.positions(of: .union(before, after))
///     let left = try SVGPicture(before, at: both)      // what did not change stands still
///     let right = try SVGPicture(after, at: both)
///
/// Parts that a drawing does not have are ignored, so one layout serves every drawing it covers.
public struct GraphPositions: Hashable, Sendable {
  /// The curve of an edge.
  public struct Path: Hashable, Sendable {
    /// Cubic Bézier pieces: a start, then three points for each.
    public var points: [Point]
    /// Where the arrowhead ends, when it reaches beyond the curve.
    public var tip: Point?

    /// Made of these places.
    public init(points: [Point], tip: Point? = nil) {
      self.points = points
      self.tip = tip
    }
  }

  /// The frame that holds everything, from (0, 0).
  public var size: Size
  /// The outlines of nodes, by their ids.
  public var nodes: [String: Box]
  /// The curves of edges, by their ids.
  public var edges: [String: Path]
  /// The frames of groups, by their ids.
  public var clusters: [String: Box]

  /// Made of these places.
  public init(size: Size, nodes: [String: Box] = [:], edges: [String: Path] = [:], clusters: [String: Box] = [:]) {
    self.size = size
    self.nodes = nodes
    self.edges = edges
    self.clusters = clusters
  }

  /// Only the places of what stands in `drawing`; the size stays, so both pictures have the same frame.
  public func restricted(to drawing: GraphDrawing) -> GraphPositions {
    let nodeNames = Set(drawing.nodes.map(\.id))
    let edgeNames = Set(drawing.edges.map(\.id))
    let clusterNames = Set(drawing.clusters.map(\.id))
    return GraphPositions(
      size: size, nodes: nodes.filter { nodeNames.contains($0.key) },
      edges: edges.filter { edgeNames.contains($0.key) },
      clusters: clusters.filter { clusterNames.contains($0.key) })
  }
}
