/// A typed table for what is not network: decisions, gates, deviations, indicators.
public struct Register: Hashable, Sendable {
  /// What the cells of a column hold.
  public enum ColumnKind: String, Hashable, Sendable, CaseIterable { case text, number, date, reference, flag }

  /// A column of the table.
  public struct Column: Hashable, Sendable {
    /// The heading, by which rows name their cells; e.g. `decided`.
    public var name: String
    /// What its cells are read as.
    public var kind: ColumnKind

    /// A column with its heading and what its cells hold.
    public init(_ name: String, _ kind: ColumnKind) {
      self.name = name
      self.kind = kind
    }
  }

  /// A row of the table.
  public struct Row: Hashable, Sendable {
    /// One text per column, nil where the row says nothing.
    public var cells: [String?]
    /// Rows of the source facts that this row carries, e.g. `D048`.
    public var seeds: [String]
    /// How the row is known; that of the register where it has none of its own.
    public var evidence: Evidence

    /// A row with its cells.
    ///
    /// - Parameter cells: one per column of the register, in the order of the columns.
    public init(cells: [String?], seeds: [String] = [], evidence: Evidence = .none) {
      self.cells = cells
      self.seeds = seeds
      self.evidence = evidence
    }
  }

  /// What the plan calls it; unique among its registers.
  public var id: String
  /// Title; empty: none.
  public var name: String
  /// In the order of the plan.
  public var columns: [Column]
  /// In the order of the plan; no date depends on them.
  public var rows: [Row]
  /// How the register as a whole is known; rows may have evidence of their own.
  public var evidence: Evidence

  /// A table; without rows it is empty until they are set.
  ///
  /// - Parameter rows: each with one cell per column.
  public init(_ id: String, name: String = "", columns: [Column], rows: [Row] = [], evidence: Evidence = .none) {
    self.id = id
    self.name = name
    self.columns = columns
    self.rows = rows
    self.evidence = evidence
  }
}
