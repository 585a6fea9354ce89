/// A directed graph to be drawn: what stands in it, not where.
///
///     var drawing = GraphDrawing(title: "Hvem venter på hvem")
///     drawing.nodes = [.init(id: "lvms", lines: [TextLine("LVMS ved Vestre Viken")]), .init(id: "amk", lines: [TextLine("AMK")])]
///     drawing.edges = [.init(id: "lvms-amk", from: "lvms", to: "amk")]
///     let positions = try Graphviz().positions(of: drawing)
///     let picture = try SVGPicture(drawing, at: positions)
///
/// Texts may be anything at all; each output escapes them for itself. Order matters only as the tie-breaker of the layout,
/// so equal drawings give equal bytes.
public struct GraphDrawing: Hashable, Sendable {
  /// Which way most edges point.
  public enum Direction: Hashable, Sendable {
    case leftToRight, topToBottom
  }

  /// Stands in large letters above the picture.
  public var title: String
  /// Stands under the title: what is shown, as of when.
  public var subtitle: String
  /// Which way time runs.
  public var direction: Direction
  /// The nodes, in the order in which they are drawn.
  public var nodes: [Node]
  /// The edges, in the order in which they are drawn.
  public var edges: [Edge]
  /// The groups that nodes name.
  public var clusters: [Cluster]
  /// What the signs mean.
  public var legend: Legend
  /// Small print under everything.
  public var footnotes: [String]
  /// The language of the texts as in BCP 47: "nb", "en".
  public var language: String
  /// Lines of a node wider than this are wrapped, in points.
  public var nodeTextWidth: Double
  /// Labels of edges wider than this are wrapped, in points.
  public var edgeTextWidth: Double
  /// Colours of text, frames and paper.
  public var palette: Palette

  /// A drawing of these parts; all of them can be added later.
  public init(
    title: String = "", subtitle: String = "", direction: Direction = .leftToRight, nodes: [Node] = [],
    edges: [Edge] = [], clusters: [Cluster] = [], legend: Legend = Legend(), footnotes: [String] = [],
    language: String = "nb", nodeTextWidth: Double = 150, edgeTextWidth: Double = 110, palette: Palette = .standard
  ) {
    self.title = title
    self.subtitle = subtitle
    self.direction = direction
    self.nodes = nodes
    self.edges = edges
    self.clusters = clusters
    self.legend = legend
    self.footnotes = footnotes
    self.language = language
    self.nodeTextWidth = nodeTextWidth
    self.edgeTextWidth = edgeTextWidth
    self.palette = palette
  }
}
