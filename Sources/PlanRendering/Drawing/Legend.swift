/// What the signs of a picture mean.
///
///     Legend(title: "Tegnforklaring", entries: [
///       Legend.Entry(.edge(GraphDrawing.Edge(id: "", from: "", to: "", line: .dashed)), "myk binding"),
///     ])
public struct Legend: Hashable, Sendable {
  /// Where it stands; it never covers the graph.
  public enum Place: Hashable, Sendable {
    case below, beside
  }

  /// A sample and its meaning.
  public struct Entry: Hashable, Sendable {
    public var sample: Sample
    public var text: String

    public init(_ sample: Sample, _ text: String) {
      self.sample = sample
      self.text = text
    }
  }

  /// Something shown as it looks in the picture; ids and texts of it are not read.
  public enum Sample: Hashable, Sendable {
    case node(GraphDrawing.Shape, GraphDrawing.Style)
    case edge(GraphDrawing.Edge)
    case badge(GraphDrawing.Badge)
  }

  public var title: String
  public var entries: [Entry]
  public var place: Place
  /// The most columns side by side; nil takes as many as the width allows.
  public var columns: Int?

  public init(title: String = "", entries: [Entry] = [], place: Place = .below, columns: Int? = nil) {
    self.title = title
    self.entries = entries
    self.place = place
    self.columns = columns
  }
}
