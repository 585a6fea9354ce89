import CGraphvizShim
import PlanRendering
import Synchronization

/// The one Graphviz of this process, and the order in which it is used.
///
/// librsvg has its turn in the same order: both use the fonts and caches of one process.
struct GraphvizProcess {
  static let shared = Mutex(GraphvizProcess())

  private init() {}

  /// Lays out prepared text and reads back where everything went.
  mutating func layOut(_ text: String, drawing: GraphDrawing) -> Result<GraphPositions, DrawingFailure> {
    guard let picture = milepost_picture_create(text, "dot") else {
      let words = String(cString: milepost_graphviz_message())
      return .failure(.engine(words.isEmpty ? "no layout" : words))
    }
    defer { milepost_picture_free(picture) }
    return LaidOutPicture(picture).positions(of: drawing)
  }
}

/// Reads a finished layout; y turns downwards and the upper left corner becomes (0, 0).
private struct LaidOutPicture {
  let picture: OpaquePointer
  let left: Double
  let top: Double
  let size: Size
  private static let frameGap = 4.0

  init(_ picture: OpaquePointer) {
    self.picture = picture
    var box = [0.0, 0, 0, 0]
    milepost_picture_box(picture, &box)
    left = box[0]
    top = box[3]
    size = Size(width: box[2] - box[0], height: box[3] - box[1])
  }

  func positions(of drawing: GraphDrawing) -> Result<GraphPositions, DrawingFailure> {
    var positions = GraphPositions(size: size)
    var numbers: [String: Int] = [:]
    var box = [0.0, 0, 0, 0]
    for (index, node) in drawing.nodes.enumerated() {
      guard milepost_picture_node(picture, "n\(index)", &box) else { return .failure(.unplaced(node: node.id)) }
      numbers[node.id] = index
      positions.nodes[node.id] = Box(
        centre: point(box[0], box[1]), size: Size(width: box[2].rounded(), height: box[3].rounded()))
    }
    for (index, cluster) in drawing.clusters.enumerated()
    where milepost_picture_cluster(picture, "cluster_\(index)", &box) {
      // Neighbouring frames would touch, so each gives up a little of its margin.
      let corner = point(box[0] + Self.frameGap, box[3] - Self.frameGap)
      let (width, height) = (box[2] - box[0] - 2 * Self.frameGap, box[3] - box[1] - 2 * Self.frameGap)
      guard width > 0, height > 0 else { continue }
      positions.clusters[cluster.id] = Box(left: corner.x, top: corner.y, width: width, height: height)
    }
    for (index, edge) in drawing.edges.enumerated() {
      guard let from = numbers[edge.from], let to = numbers[edge.to] else { continue }
      positions.edges[edge.id] = path(from: "n\(from)", to: "n\(to)", key: "e\(index)")
    }
    positions.include()
    return .success(positions)
  }

  private func path(from: String, to: String, key: String) -> GraphPositions.Path? {
    var edge = milepost_edge()
    var numbers = [Double](repeating: 0, count: 2 * 64)
    guard milepost_picture_edge(picture, from, to, key, &numbers, 64, &edge) else { return nil }
    if edge.count > 64 {
      numbers = [Double](repeating: 0, count: 2 * edge.count)
      guard milepost_picture_edge(picture, from, to, key, &numbers, edge.count, &edge) else { return nil }
    }
    return GraphPositions.Path(
      points: (0..<edge.count).map { point(numbers[2 * $0], numbers[2 * $0 + 1]) },
      tip: edge.has_tip ? point(edge.tip.0, edge.tip.1) : nil)
  }

  private func point(_ x: Double, _ y: Double) -> Point { Point(x: x - left, y: top - y) }
}

extension GraphPositions {
  /// Widens the frame to everything in it: Graphviz lets lines and loops reach beyond its own box.
  fileprivate mutating func include() {
    let points = edges.values.flatMap { $0.points + [$0.tip].compactMap { $0 } }
    let boxes = Array(nodes.values) + Array(clusters.values)
    let left = min(0, points.map(\.x).min() ?? 0, boxes.map(\.left).min() ?? 0)
    let top = min(0, points.map(\.y).min() ?? 0, boxes.map(\.top).min() ?? 0)
    let right = max(size.width, points.map(\.x).max() ?? 0, boxes.map(\.right).max() ?? 0)
    let bottom = max(size.height, points.map(\.y).max() ?? 0, boxes.map(\.bottom).max() ?? 0)
    size = Size(width: right - left, height: bottom - top)
    guard left < 0 || top < 0 else { return }
    func move(_ point: Point) -> Point { Point(x: point.x - left, y: point.y - top) }
    nodes = nodes.mapValues { Box(centre: move($0.centre), size: $0.size) }
    clusters = clusters.mapValues { Box(centre: move($0.centre), size: $0.size) }
    edges = edges.mapValues { path in
      Path(points: path.points.map(move), tip: path.tip.map(move))
    }
  }
}
