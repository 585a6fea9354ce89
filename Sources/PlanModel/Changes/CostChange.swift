/// A what-if on money: `amk-hso cost phase-1 +10%`, `helselogistikk cost run-rate=2.5`, `* cost forecast +4%`.
public struct CostChange: Hashable, Sendable {
  /// Which amount.
  public enum Item: Hashable, Sendable {
    case accrued, forecast, steeringFrame, costFrame, runRate
    /// A named part of the forecast; the forecast grows with it.
    case part(String)

    /// As the grammar writes it.
    public var word: String {
      switch self {
      case .accrued: "accrued"
      case .forecast: "forecast"
      case .steeringFrame: "steering-frame"
      case .costFrame: "cost-frame"
      case .runRate: "run-rate"
      case .part(let name): name
      }
    }

    /// Every word that is no part is one of the amounts.
    public init(word: String) {
      let named: [Item] = [.accrued, .forecast, .steeringFrame, .costFrame, .runRate]
      self = named.first { $0.word == word } ?? .part(word)
    }
  }

  /// What becomes of an amount.
  public enum Amendment: Hashable, Sendable {
    case set(Amount)
    case add(Amount)
    /// In thousandths of a per cent.
    case grow(Int64)
  }

  /// Nil: every project that has the amount.
  public let project: ProjectID?
  /// Which of the project's amounts is amended: a frame, the forecast or a part of it, money spent or the run rate.
  public let item: Item
  /// What is done to it, in the unit that the project's cost names (MNOK by default), or in per cent.
  public let amendment: Amendment

  /// A what-if on one amount of a project, or of all projects that have it where `project` is nil.
  public init(_ project: ProjectID?, _ item: Item, _ amendment: Amendment) {
    self.project = project
    self.item = item
    self.amendment = amendment
  }
}

extension CostChange.Amendment {
  /// The amended amount, to the nearest thousandth; nil where there is nothing to amend, or no such number.
  func amount(from old: Amount?) -> Amount? {
    switch self {
    case .set(let amount): return amount
    case .add(let more):
      guard let old else { return nil }
      let (sum, isTooLarge) = old.thousandths.addingReportingOverflow(more.thousandths)
      return isTooLarge ? nil : Amount(thousandths: sum)
    case .grow(let share):
      guard let old else { return nil }
      return old.grown(by: share)
    }
  }
}

extension Amount {
  /// The amount with so many thousandths of a per cent more, to the nearest thousandth; nil where it grows too large.
  ///
  ///     Amount("111")?.grown(by: 10_000)      // 122.1
  public func grown(by share: Int64) -> Amount? {
    let (product, isTooLarge) = thousandths.multipliedReportingOverflow(by: 100_000 + share)
    guard !isTooLarge, product.magnitude < UInt64(Int64.max / 2) else { return nil }
    return Amount(thousandths: (product + (product < 0 ? -50_000 : 50_000)) / 100_000)
  }
}

extension Cost {
  /// The economy after a what-if; nil where it has no such amount to amend.
  func applying(_ change: CostChange, _ evidence: Evidence) -> Cost? {
    var cost = self
    func amend(_ path: WritableKeyPath<Cost, Amount?>) -> Bool {
      guard let amount = change.amendment.amount(from: cost[keyPath: path]) else { return false }
      cost[keyPath: path] = amount
      return true
    }
    let isDone: Bool
    switch change.item {
    case .accrued: isDone = amend(\.accrued)
    case .forecast: isDone = amend(\.forecast)
    case .steeringFrame: isDone = amend(\.steeringFrame)
    case .costFrame: isDone = amend(\.costFrame)
    case .runRate: isDone = amend(\.runRate)
    case .part(let name):
      guard let place = cost.parts.firstIndex(where: { $0.name == name }) else { return nil }
      let old = cost.parts[place].amount
      guard let new = change.amendment.amount(from: old) else { return nil }
      cost.parts[place].amount = new
      if let forecast = cost.forecast {
        let (sum, isTooLarge) = forecast.thousandths.addingReportingOverflow(new.thousandths - old.thousandths)
        if isTooLarge { return nil }
        cost.forecast = Amount(thousandths: sum)
      }
      isDone = true
    }
    guard isDone else { return nil }
    cost.changes.append(Fact(change, evidence))
    return cost
  }
}
