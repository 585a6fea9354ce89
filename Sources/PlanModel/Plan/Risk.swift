/// A risk of the register.
public struct Risk: Hashable, Sendable {
  public var id: String
  public var name: String
  public var what: String?
  /// 1 to 5; nil: unknown.
  public var likelihood: Int?
  public var consequence: Int?
  public var expectedLikelihood: Int?
  public var expectedConsequence: Int?
  /// Likelihood as a number from 0 to 1.
  public var probability: Amount?
  /// Delay of named activities if it happens.
  public var impacts: [Impact] = []
  public var touches: [String] = []
  public var change: String?
  public var measures: [Measure] = []
  public var seeds: [String] = []
  public var note: String?
  public var evidence: Evidence

  public struct Impact: Hashable, Sendable {
    public var activity: ActivityID
    public var delay: Fact<Estimate>

    public init(_ activity: ActivityID, _ delay: Fact<Estimate>) {
      self.activity = activity
      self.delay = delay
    }
  }

  public struct Measure: Hashable, Sendable {
    public var id: String
    public var name: String
    public var owner: String?
    public var status: String?
    public var isNew = false
    public var replacedBy: String?
    public var changes: [Change] = []
    public var seeds: [String] = []
    public var note: String?
    public var evidence: Evidence

    public init(_ id: String, name: String, evidence: Evidence = .none) {
      self.id = id
      self.name = name
      self.evidence = evidence
    }
  }

  public init(_ id: String, name: String = "", evidence: Evidence = .none) {
    self.id = id
    self.name = name
    self.evidence = evidence
  }
}

/// A typed table for what is not network: decisions, gates, deviations, indicators.
public struct Register: Hashable, Sendable {
  public enum ColumnKind: String, Hashable, Sendable, CaseIterable { case text, number, date, reference, flag }

  public struct Column: Hashable, Sendable {
    public var name: String
    public var kind: ColumnKind

    public init(_ name: String, _ kind: ColumnKind) {
      self.name = name
      self.kind = kind
    }
  }

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
