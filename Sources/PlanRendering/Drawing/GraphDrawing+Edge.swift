extension GraphDrawing {
  /// A line from one node to another.
  public struct Edge: Hashable, Sendable {
    /// Unique among the edges of the drawing; two edges may join the same nodes.
    public var id: String
    /// The id of the node where it begins.
    public var from: String
    /// The id of the node where it ends.
    public var to: String
    /// Solid, dashed, dotted or double.
    public var line: Line
    /// The colour of line, arrowhead and, when dark enough, label.
    public var colour: Colour
    /// In points.
    public var width: Double
    /// What stands at its end.
    public var arrowhead: Arrowhead
    /// A few words that stand on the line.
    public var label: String?
    /// What is shown when the pointer rests on the line; an empty text gives the names of both ends.
    public var tooltip: String
    /// How much the layout should favour a short and straight line, 1 for ordinary.
    public var weight: Int
    /// Whether the edge pushes its head behind its tail; false for lines that run against the flow.
    public var constraint: Bool
    /// Extra class names for style sheets and scripts of a page.
    public var classes: [String]
    /// Whether the label stands out: bold, on a ground of the line's colour.
    public var isEmphasised: Bool
    /// Ids of what this one line stands for, when that is several things; each gets an element id of its own.
    public var parts: [String]

    /// An edge between two nodes; the rest has usual values.
    public init(
      id: String, from: String, to: String, line: Line = .solid, colour: Colour = Palette.standard.line,
      width: Double = 1.4, arrowhead: Arrowhead = .filled, label: String? = nil, tooltip: String = "", weight: Int = 1,
      constraint: Bool = true, classes: [String] = [], isEmphasised: Bool = false, parts: [String] = []
    ) {
      self.id = id
      self.from = from
      self.to = to
      self.line = line
      self.colour = colour
      self.width = width
      self.arrowhead = arrowhead
      self.label = label
      self.tooltip = tooltip
      self.weight = weight
      self.constraint = constraint
      self.classes = classes
      self.isEmphasised = isEmphasised
      self.parts = parts
    }
  }

  /// What stands at the head of an edge.
  public enum Arrowhead: String, Hashable, Sendable, CaseIterable {
    case filled, hollow, open, bar, diamond
    case none

    /// How far it reaches back along the edge, in points.
    public func length(width: Double) -> Double {
      switch self {
      case .none: 0
      case .bar: 5
      default: 7 + 1.6 * min(max(width, 0.5), 5)
      }
    }
  }
}
