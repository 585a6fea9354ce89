/// A typed table for what is not network: decisions, gates, deviations, indicators.
public struct Register: Hashable, Sendable {
  /// What the cells of a column hold.
  public enum ColumnKind: String, Hashable, Sendable, CaseIterable { case text, number, date, reference, flag }

  /// A column of the table.
  public struct Column: Hashable, Sendable {
    public var name: String
    public var kind: ColumnKind

    public init(_ name: String, _ kind: ColumnKind) {
      self.name = name
      self.kind = kind
    }
  }

  /// A row of the table.
  public struct Row: Hashable, Sendable {
    /// One text per column, nil where the row says nothing.
    public var cells: [String?]
    public var seeds: [String]
    public var evidence: Evidence

    public init(cells: [String?], seeds: [String] = [], evidence: Evidence = .none) {
      self.cells = cells
      self.seeds = seeds
      self.evidence = evidence
    }
  }

  public var id: String
  public var name: String
  public var columns: [Column]
  public var rows: [Row]
  public var evidence: Evidence

  public init(_ id: String, name: String = "", columns: [Column], rows: [Row] = [], evidence: Evidence = .none) {
    self.id = id
    self.name = name
    self.columns = columns
    self.rows = rows
    self.evidence = evidence
  }
}
