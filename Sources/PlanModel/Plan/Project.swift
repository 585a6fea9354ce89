/// A project or another node of the portfolio: supplier, platform, body, building.
public struct Project: Hashable, Sendable {
  /// What a node of the portfolio is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case project, programme, supplier, platform, capacity, body, group, building, goal
  }

  /// What plans call it, e.g. `amk-hso`: what stands before the dot in the ids of its activities.
  public var id: ProjectID
  /// Display name; empty: the id.
  public var name: String
  /// A project unless the plan says otherwise.
  public var kind: Kind
  /// Outside the portfolio: drawn differently, answers to others.
  public var isExternal: Bool
  /// Other names that documents use, for readers: nothing in a plan is found by them.
  public var aliases: [String] = []
  /// The programme, group or other node that it belongs to; nil: none. Relations that reach that node reach it too.
  public var partOf: ProjectID?
  /// Who answers for it, e.g. `OUS`; nil: not known.
  public var owner: String?
  /// What it is or delivers, in a phrase, for the tooltips of pictures; nil: not said.
  public var what: String?
  /// The phase of the project model that it has come to, in the words of the report; nil: not reported.
  public var phase: String?
  /// The day at whose start its roots without a date begin; nil: the plan's start.
  public var start: Day?
  /// What late dates are counted from, instead of the project's own finish.
  public var mustFinishBy: Fact<DateSpan>?
  /// The name of the default calendar of its activities; nil: the plan's.
  public var calendar: String?
  /// The hospitals and other sites that receive it, by id; activities have sites of their own.
  public var sites: [String] = []
  /// As last reported; without colours where nothing is reported.
  public var status = Status()
  /// Its economy; nil: the plan gives no amounts.
  public var cost: Cost?
  /// Free labels, such as goals and focus areas.
  public var tags: [String] = []
  /// Rows of the source facts that it carries, e.g. `D048`.
  public var seeds: [String] = []
  /// The `seed-id` that the plan gives it, to keep the random draws of an earlier id; nil: none.
  public var seedID: String?
  /// Ids that it had in older plans.
  public var formerIDs: [String] = []
  /// A remark for readers; nothing is computed from it.
  public var note: String?
  /// How what the plan says of it is known; facts inside it may have evidence of their own.
  public var evidence: Evidence

  /// A node of which no more is known than this; the other properties are set afterwards.
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
  /// Where the status is heading as reported: `up`, `down` or `flat`; nil: not reported.
  public var trend: String?
  /// The status in the report's own words; nil: none.
  public var words: String?
  /// How the status is known; files hand on the evidence of the project where it has none of its own.
  public var evidence: Evidence = .none

  /// One colour of a status: `time`, `risk`, `cost` …
  public struct Dimension: Hashable, Sendable {
    /// What is judged; files know `time cost scope risk quality resources benefit overall`.
    public var name: String
    /// As reported, never computed.
    public var colour: Colour

    /// One dimension with its reported colour.
    public init(_ name: String, _ colour: Colour) {
      self.name = name
      self.colour = colour
    }
  }

  /// A status of which nothing is known.
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
  /// The unit of all its amounts, as text: `MNOK` is million Norwegian kroner. Nothing is converted between units.
  public var unit: String
  /// Spent so far (påløpt); nil: not reported.
  public var accrued: Amount?
  /// What it is expected to have cost at completion (prognose); nil: not reported.
  public var forecast: Amount?
  /// The limit that it is steered by (styringsramme), held against the forecast; nil: none is given.
  public var steeringFrame: Amount?
  /// The limit on what it may cost in all (kostnadsramme), held against the forecast; nil: none is given.
  public var costFrame: Amount?
  /// The cost frame that was decided first, for readers; nil: not given.
  public var originalFrame: Amount?
  /// The cost frame after decisions to change it, for readers; nil: not given. Limits are read from ``costFrame``.
  public var changedFrame: Amount?
  /// What one month costs by which a project ends later, or an activity takes longer.
  public var runRate: Amount?
  /// The forecast as it would be with dates as planned: what of it is not sure for other reasons than time.
  public var range: Fact<AmountRange>?
  /// The year whose prices the frames are given in, e.g. `2022`; nothing is recomputed to other years.
  public var priceBase: String?
  /// Named parts of the forecast, in the order of the plan; they need not sum up to it.
  public var parts: [Part] = []
  /// Board cases that set the frames, e.g. `075-2020`.
  public var cases: [String] = []
  /// A remark for readers; nothing is computed from it.
  public var note: String?
  /// Rows of the source facts that these amounts carry.
  public var seeds: [String] = []
  /// What scenarios and what-ifs amended, in order.
  public var changes: [Fact<CostChange>] = []
  /// How the amounts are known; ``range`` and ``changes`` have evidence of their own.
  public var evidence: Evidence

  /// A named part of a cost.
  public struct Part: Hashable, Sendable {
    /// What what-ifs call it, e.g. `phase-1` in `amk-hso cost phase-1 +10%`.
    public var name: String
    /// In the unit of the cost.
    public var amount: Amount

    /// A part with its amount, in the unit of the cost.
    public init(_ name: String, _ amount: Amount) {
      self.name = name
      self.amount = amount
    }
  }

  /// An economy of which no amount is known yet.
  public init(unit: String = "MNOK", evidence: Evidence = .none) {
    self.unit = unit
    self.evidence = evidence
  }
}

/// An exact decimal amount with three decimals.
public struct Amount: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The amount times 1000: 275.3 is 275300.
  public let thousandths: Int64

  /// The amount of so many thousandths: 275300 makes 275.3.
  public init(thousandths: Int64) { self.thousandths = thousandths }

  /// Reads `63`, `-2.5`, `275.3`; nil where the text is no such number.
  public init?(_ text: some StringProtocol) {
    // A quantity without its unit is the same grammar.
    guard let quantity = Quantity("\(text)m"), text.last?.isNumber == true else { return nil }
    thousandths = quantity.thousandths
  }

  /// By size; units are not part of amounts.
  public static func < (a: Amount, b: Amount) -> Bool { a.thousandths < b.thousandths }

  /// With as many decimals as it needs: `63`, `-2.5`, `275.3`.
  public var description: String {
    String(Quantity(thousandths: thousandths, unit: .minutes).description.dropLast())
  }
}
