import PlanModel
import PlanSchedule

/// Sets of changes that differ only in slips: lowered once, then each slip is spread over what it moves, and taken back.
struct CoalitionSlips {
  /// By change, what slips and how far; nil for other changes, and for slips whose length a calendar says.
  private let slipping: [(ActivityID, Quantity)?]
  private let ids: [ActivityID]
  /// By the changes that are no slips; nil where only solving anew will do.
  private var bases: [[Bool]: Base?] = [:]

  private struct Base {
    var propagation: Propagation
    /// By change, the place and the time of a slip.
    let delays: [(ActivityIndex, ElapsedTime)?]
    let ends: [ActivityIndex]
  }

  /// How many networks are kept.
  private static let kept = 16

  init(_ changes: [Change], _ ids: [ActivityID]) {
    self.ids = ids
    slipping = changes.map(CoalitionSlips.slip)
  }

  /// What a change makes slip, and how far.
  private static func slip(_ change: Change) -> (ActivityID, Quantity)? {
    guard case .slip(let id, let quantity) = change.action, quantity.byTheCalendar.unit != .elapsedMonths else {
      return nil
    }
    return (id, quantity.byTheCalendar)
  }

  static func isSlip(_ change: Change) -> Bool { slip(change) != nil }

  /// Whether slips can be spread alone: dates follow bounds and nothing else.
  static func canSpread(_ network: Network) -> Bool {
    network.maximums.isEmpty && network.asLateAsPossible.isEmpty && !network.hasLateFloors && network.spans.isEmpty
  }

  /// The finishes of the asked activities with these changes; nil where the set must be solved anew.
  ///
  /// - Parameter lowered: the network with these changes, nil where they are refused.
  /// - Complexity: O(what the slips move), and a forward pass for the first set with these other changes.
  mutating func finishes(_ members: [Bool], _ lowered: ([Int]) -> Network?) -> Readings<[Int32]>? {
    guard slipping.contains(where: { $0 != nil }) else { return nil }
    let others = members.indices.map { members[$0] && slipping[$0] == nil }
    if bases[others] == nil {
      if bases.count >= CoalitionSlips.kept { bases = [:] }
      bases[others] = .some(base(others, lowered))
    }
    guard var base = bases.updateValue(nil, forKey: others) ?? nil else { return nil }
    var (made, isRefused) = (0, false)
    for place in members.indices where members[place] {
      guard let (index, time) = base.delays[place] else { continue }
      guard (try? base.propagation.delay(index, by: time)) != nil else {
        isRefused = true
        break
      }
      made += 1
    }
    let finishes = base.ends.map(base.propagation.finishes)
    for _ in 0..<made { base.propagation.undo() }
    bases[others] = .some(base)
    if isRefused { return nil }
    return Readings(first: finishes.map(\.first.minutes), last: finishes.map(\.last.minutes))
  }

  /// Nil where dates do not follow bounds alone, where a slip is refused, or where what is asked for is not there.
  private func base(_ others: [Bool], _ lowered: ([Int]) -> Network?) -> Base? {
    let chosen = others.indices.filter { others[$0] }
    let all = others.indices.filter { others[$0] || slipping[$0] != nil }
    guard let network = lowered(chosen), lowered(all) != nil, CoalitionSlips.canSpread(network) else { return nil }
    let plan = network.plan
    let ends = ids.compactMap { plan.index(of: $0) }
    guard ends.count == ids.count else { return nil }
    var delays: [(ActivityIndex, ElapsedTime)?] = []
    for slip in slipping {
      guard let (id, quantity) = slip else {
        delays.append(nil)
        continue
      }
      guard let index = plan.index(of: id), let minutes = plan.unitLengths.minutes(of: quantity),
        let short = Int32(exactly: minutes)
      else { return nil }
      delays.append((index, ElapsedTime(minutes: short)))
    }
    return Base(propagation: Propagation(network), delays: delays, ends: ends)
  }
}
