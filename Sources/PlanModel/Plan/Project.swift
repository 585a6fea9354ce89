/// A project or another node of the portfolio: supplier, platform, body, building.
public struct Project: Hashable, Sendable {
  /// What a node of the portfolio is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case project, programme, supplier, platform, capacity, body, group, building, goal
  }

  public var id: ProjectID
  /// Display name; empty: the id.
  public var name: String
  public var kind: Kind
  /// Outside the portfolio: drawn differently, answers to others.
  public var isExternal: Bool
  public var aliases: [String] = []
  public var partOf: ProjectID?
  public var owner: String?
  public var what: String?
  public var phase: String?
  public var start: Day?
  /// What late dates are counted from, instead of the project's own finish.
  public var mustFinishBy: Fact<DateSpan>?
  public var calendar: String?
  public var sites: [String] = []
  public var status = Status()
  public var cost: Cost?
  public var tags: [String] = []
  public var seeds: [String] = []
  public var seedID: String?
  public var formerIDs: [String] = []
  public var note: String?
  public var evidence: Evidence

  public init(
    _ id: ProjectID, name: String = "", kind: Kind = .project, isExternal: Bool = false, evidence: Evidence = .none
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.isExternal = isExternal
    self.evidence = evidence
  }

  /// The name for people, on one line; the id where there is none. ``name`` stays as written.
  public var title: String {
    let line = name.oneLine
    return line.isEmpty ? id.text : line
  }
}

/// Reported colours by dimension. What is absent is unknown, never green.
public struct Status: Hashable, Sendable {
  /// A colour of status; one that is absent is unknown.
  public enum Colour: String, Hashable, Sendable, CaseIterable { case red, yellow, green }

  /// In the order of the plan.
  public var colours: [Dimension] = []
  public var trend: String?
  public var words: String?
  public var evidence: Evidence = .none

  /// One colour of a status: `time`, `risk`, `cost` …
  public struct Dimension: Hashable, Sendable {
    public var name: String
    public var colour: Colour

    public init(_ name: String, _ colour: Colour) {
      self.name = name
      self.colour = colour
    }
  }

  public init() {}

  /// The colour of a dimension; nil where none is reported.
  public subscript(dimension: String) -> Colour? { colours.first { $0.name == dimension }?.colour }

  /// The worst reported colour, nil where none is reported.
  public var worst: Colour? {
    for colour in Colour.allCases where colours.contains(where: { $0.colour == colour }) { return colour }
    return nil
  }
}

/// The economy of a project; amounts in thousandths of the unit, so that 275.3 is exact.
public struct Cost: Hashable, Sendable {
  public var unit: String
  public var accrued: Amount?
  public var forecast: Amount?
  public var steeringFrame: Amount?
  public var costFrame: Amount?
  public var originalFrame: Amount?
  public var changedFrame: Amount?
  /// What one month costs by which a project ends later, or an activity takes longer.
  public var runRate: Amount?
  /// The forecast as it would be with dates as planned: what of it is not sure for other reasons than time.
  public var range: Fact<AmountRange>?
  public var priceBase: String?
  public var parts: [Part] = []
  public var cases: [String] = []
  public var note: String?
  public var seeds: [String] = []
  /// What scenarios and what-ifs amended, in order.
  public var changes: [Fact<CostChange>] = []
  public var evidence: Evidence

  /// A named part of a cost.
  public struct Part: Hashable, Sendable {
    public var name: String
    public var amount: Amount

    public init(_ name: String, _ amount: Amount) {
      self.name = name
      self.amount = amount
    }
  }

  public init(unit: String = "MNOK", evidence: Evidence = .none) {
    self.unit = unit
    self.evidence = evidence
  }
}

/// An exact decimal amount with three decimals.
public struct Amount: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let thousandths: Int64

  public init(thousandths: Int64) { self.thousandths = thousandths }

  /// Reads `63`, `-2.5`, `275.3`; nil where the text is no such number.
  public init?(_ text: some StringProtocol) {
    // A quantity without its unit is the same grammar.
    guard let quantity = Quantity("\(text)m"), text.last?.isNumber == true else { return nil }
    thousandths = quantity.thousandths
  }

  public static func < (a: Amount, b: Amount) -> Bool { a.thousandths < b.thousandths }

  public var description: String {
    String(Quantity(thousandths: thousandths, unit: .minutes).description.dropLast())
  }
}
