/// Anything that finds places for the parts of a drawing.
///
/// The room knows no layout engine; `Graphviz` is one, tests use simple ones.
public protocol GraphLayout {
  /// Places for every node, edge and inhabited cluster.
  ///
  /// - Throws: `DrawingFailure` when the drawing contradicts itself or is too much for the engine.
  func positions(of drawing: GraphDrawing) throws(DrawingFailure) -> GraphPositions
}

/// Why a drawing could not be drawn.
public enum DrawingFailure: Error, Hashable, Sendable {
  case duplicateNode(String)
  case duplicateEdge(String)
  case duplicateCluster(String)
  /// An edge begins or ends at a node that does not exist.
  case unknownNode(String, edge: String)
  /// A node or cluster stands in a cluster that does not exist.
  case unknownCluster(String, of: String)
  /// A cluster stands in itself, by way of its parents.
  case clusterInItself(String)
  /// More than the layout does in reasonable time: show less, or group.
  case tooLarge(nodes: Int, edges: Int)
  /// The positions have no place for this node.
  case unplaced(node: String)
  /// The layout engine or the image library refused, in its words.
  case engine(String)
}

extension DrawingFailure: CustomStringConvertible {
  /// One English sentence.
  public var description: String {
    switch self {
    case .duplicateNode(let id): "two nodes are called '\(id)'"
    case .duplicateEdge(let id): "two edges are called '\(id)'"
    case .duplicateCluster(let id): "two clusters are called '\(id)'"
    case .unknownNode(let id, let edge): "edge '\(edge)' names '\(id)', but there is no such node"
    case .unknownCluster(let id, let of): "'\(of)' stands in cluster '\(id)', but there is no such cluster"
    case .clusterInItself(let id): "cluster '\(id)' stands in itself"
    case .tooLarge(let nodes, let edges):
      "\(nodes) nodes and \(edges) edges are too many for one picture; filter or group them"
    case .unplaced(let id): "the positions have no place for node '\(id)'"
    case .engine(let words): "the drawing engine refused: \(words)"
    }
  }
}
