extension GraphDrawing {
  /// One thing in the graph: a milestone, an activity, a project.
  public struct Node: Hashable, Sendable {
    /// Unique among the nodes of the drawing; stays the same as long as the thing does.
    public var id: String
    /// What is written in it, from the top.
    public var lines: [TextLine]
    /// Its outline.
    public var shape: Shape
    /// How the outline is painted.
    public var style: Style
    /// Small signs beside the text.
    public var badges: [Badge]
    /// What is shown when the pointer rests on the node, read aloud as its description.
    public var tooltip: String
    /// Where a click leads; only web addresses, relative ones and `#` anchors are written.
    public var link: String?
    /// The id of the cluster that the node stands in.
    public var cluster: String?
    /// Extra class names for style sheets and scripts of a page.
    public var classes: [String]
    /// Room to keep even where the text needs less, in points; see ``GraphDrawing/union(_:_:)``.
    public var minimumSize: Size?

    /// Made of these parts; those not given have usual values.
    public init(
      id: String, lines: [TextLine], shape: Shape = .rounded, style: Style = Style(), badges: [Badge] = [],
      tooltip: String = "", link: String? = nil, cluster: String? = nil, classes: [String] = [],
      minimumSize: Size? = nil
    ) {
      self.id = id
      self.lines = lines
      self.shape = shape
      self.style = style
      self.badges = badges
      self.tooltip = tooltip
      self.link = link
      self.cluster = cluster
      self.classes = classes
      self.minimumSize = minimumSize
    }
  }

  /// The outline of a node.
  public enum Shape: String, Hashable, Sendable, CaseIterable {
    case box, rounded, ellipse, hexagon, diamond, note, cylinder
    /// No outline at all.
    case plain
  }

  /// How an outline is painted.
  public struct Style: Hashable, Sendable {
    /// The colour inside.
    public var fill: Colour
    /// The colour of the outline.
    public var stroke: Colour
    /// In points.
    public var strokeWidth: Double
    /// The outline, solid or otherwise.
    public var line: Line

    /// Made of these parts; those not given have usual values.
    public init(
      fill: Colour = .white, stroke: Colour = Palette.standard.line, strokeWidth: Double = 1.2, line: Line = .solid
    ) {
      self.fill = fill
      self.stroke = stroke
      self.strokeWidth = strokeWidth
      self.line = line
    }
  }

  /// How a line is drawn.
  public enum Line: String, Hashable, Sendable, CaseIterable {
    case solid, dashed, dotted, double
  }

  /// A small coloured square with a letter or sign in it: colour never carries a meaning alone.
  public struct Badge: Hashable, Sendable {
    /// One or two characters.
    public var symbol: String
    /// The ground; the ink on it is chosen to be readable.
    public var colour: Colour
    /// What is shown when the pointer rests on it.
    public var tooltip: String

    /// Made of these parts; those not given have usual values.
    public init(_ symbol: String, colour: Colour, tooltip: String = "") {
      self.symbol = symbol
      self.colour = colour
      self.tooltip = tooltip
    }
  }

  /// A framed group of nodes, with a title in its upper left corner.
  public struct Cluster: Hashable, Sendable {
    /// Unique among the clusters of the drawing.
    public var id: String
    /// Stands in its upper left corner.
    public var title: String
    /// How the outline is painted.
    public var style: Style
    /// What is shown when the pointer rests on it.
    public var tooltip: String
    /// The id of the cluster around this one.
    public var parent: String?

    /// Made of these parts; those not given have usual values.
    public init(
      id: String, title: String,
      style: Style = Style(
        fill: Palette.standard.groupFill, stroke: Palette.standard.groupStroke, strokeWidth: 1, line: .solid),
      tooltip: String = "", parent: String? = nil
    ) {
      self.id = id
      self.title = title
      self.style = style
      self.tooltip = tooltip
      self.parent = parent
    }
  }
}
