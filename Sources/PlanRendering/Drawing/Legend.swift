/// What the signs of a picture mean.
///
///     Legend(title: "Tegnforklaring", entries: [
///       Legend.Entry(.edge(GraphDrawing.Edge(id: "", from: "", to: "", line: .dashed)), "myk binding"),
///     ])
public struct Legend: Hashable, Sendable {
  /// Where it stands; it never covers the graph.
  public enum Place: Hashable, Sendable {
    case below, beside
    /// Where the page grows least, in an empty part of the graph if there is one.
    case free
  }

  /// A sample and its meaning.
  public struct Entry: Hashable, Sendable {
    /// The sign as it looks in the picture.
    public var sample: Sample
    /// What it means.
    public var text: String

    /// Made of these parts.
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

  /// The heading of the legend.
  public var title: String
  /// The signs, filled in column by column.
  public var entries: [Entry]
  /// Where the legend stands.
  public var place: Place
  /// The most columns side by side; nil takes as many as the width allows.
  public var columns: Int?

  /// Made of these parts.
  public init(title: String = "", entries: [Entry] = [], place: Place = .below, columns: Int? = nil) {
    self.title = title
    self.entries = entries
    self.place = place
    self.columns = columns
  }
}
