public import PlanModel
import PlanSchedule

/// How much one thing that is drawn has to do with when an end comes.
public struct Influence: Hashable, Sendable {
  /// What is drawn and may sway a date.
  public enum Subject: Hashable, Sendable {
    /// How long an activity takes, with all that delays or stretches it.
    case duration(ActivityID)
    /// On which of several days a date falls.
    case date(ActivityID)
    /// Whether a risk happens.
    case risk(String)
  }

  /// The thing itself, by the id under which the plan has it.
  public let subject: Subject
  /// The correlation of the draws with the end, with its sign: an activity that shortens the project by taking longer
  /// has a negative one. Nil where the draws or the end are all the same.
  public let cruciality: Double?
  /// The same of ranks instead of values; nil too where it was not asked for.
  public let spearman: Double?
  /// Pairs of futures in the same order less pairs in the opposite order, corrected for ties; nil too where it was not
  /// asked for.
  public let kendall: Double?
  /// By how many days the end is later, on average, in the fifth of the futures in which this is largest than in the
  /// fifth in which it is smallest; for a risk, in those in which it happens than in the others.
  public let days: Double
  /// The share of futures in which the activity drives the end; nil for what is no activity, or was not counted.
  public let criticality: Double?
  /// The schedule sensitivity index: criticality times the deviation of the duration over that of the end.
  public let sensitivity: Double?
}

extension Simulation {
  /// Everything that is drawn, by how much it has to do with when an end comes, the most first.
  ///
  /// Where the simulation did not sum up the draws on the way, they are made again from their addresses: nothing was kept of
  /// them. Only the leading ones are ranked in days.
  ///
  /// - Parameters:
  ///   - futures: of this simulation, of any batches.
  ///   - leading: how many to rank.
  ///   - among: durations and dates of other activities are left out; nil: none are.
  /// - Complexity: O(what is drawn · iterations), and sorts of the iterations for each of the leading.
  public func influences(
    on end: ActivityID?, _ futures: Futures, leading: Int = 10, among: Set<ActivityID>? = nil
  ) -> [Influence] {
    influences(on: [(end, among)], futures, leading: leading)[0]
  }

  /// The same for several ends, from one look at the draws.
  ///
  /// - Parameters:
  ///   - ends: with the activities that matter to each; nil: all do.
  ///   - ranks: whether correlations of ranks are wanted, which take about as long as all the rest.
  public func influences(
    on ends: [(end: ActivityID?, among: Set<ActivityID>?)], _ futures: Futures, leading: Int = 10, ranks: Bool = true
  ) -> [[Influence]] {
    let places = ends.map { futures.ends.firstIndex(of: $0.end) }
    let finishes = places.map { $0.map { futures.finishes[$0] } ?? [] }
    var watched: [Int] = []
    for case let place? in places where !futures.isSummed(place) && !watched.contains(place) { watched.append(place) }
    let again = watched.isEmpty || futures.iterations == 0 ? nil : totals(watched, futures)
    let chosen = ends.indices.map { place -> [Ranked] in
      guard let end = places[place], !finishes[place].isEmpty,
        let moments = (futures.isSummed(end) ? futures.totals : again)?.comoments(with: end, finishes[place])
      else { return [] }
      let among = ends[place].among
      return ranked(moments, leading: leading) { subject, _ in
        switch subject {
        case .duration(let id), .date(let id): among?.contains(id) ?? true
        case .risk: true
        }
      }.filter { $0.correlation != nil }
    }
    let values = values(of: chosen.joined().map(\.drawn), futures)
    var next = 0
    return ends.indices.map { place in
      let finish = ranks && !chosen[place].isEmpty ? Association.Ordered(finishes[place]) : nil
      defer { next += chosen[place].count }
      return zip(chosen[place], values[next...]).map { one, values in
        influence(of: one, values, on: ends[place].end, futures, finishes[place], finish)
      }
    }
  }

  private func influence(
    of chosen: Ranked, _ values: [Int32], on end: ActivityID?, _ futures: Futures, _ finishes: [Int32],
    _ finish: Association.Ordered?
  ) -> Influence {
    let subject = chosen.drawn.subject
    var criticality: Double?
    if case .duration(let id) = subject, let index = model.network.plan.index(of: id) {
      criticality = futures.criticality(of: index, for: end)
    }
    let ordered = finish.map { (Association.Ordered(values), $0) }
    return Influence(
      subject: subject, cruciality: chosen.correlation,
      spearman: ordered.flatMap { Association.pearson($0.ranks, $1.ranks) },
      kendall: ordered.flatMap { Association.kendall($0, $1) }, days: chosen.drawn.days(values, finishes),
      criticality: criticality, sensitivity: criticality.map { $0 * chosen.spread })
  }

  /// What is drawn for a subject: one variable for each purpose.
  func variables(of subject: Influence.Subject) -> [Variable] {
    switch subject {
    case .duration(let id):
      guard let activity = model.network.plan[id] else { return [] }
      return [Variable(id: activity.drawID, purpose: .duration)]
    case .date(let id):
      guard let activity = model.network.plan[id] else { return [] }
      return [Variable.Purpose.planned, .startFloor, .finishFloor].map { Variable(id: activity.drawID, purpose: $0) }
    case .risk(let id): return [Variable(id: "risk:" + id, purpose: .occurrence)]
    }
  }
}

extension DrawnSubject {
  /// See ``Influence/days``.
  fileprivate func days(_ values: [Int32], _ finishes: [Int32]) -> Double {
    func mean(_ places: some Sequence<Int>) -> Double? {
      var (sum, count) = (0.0, 0)
      for place in places {
        sum += Double(finishes[place])
        count += 1
      }
      return count == 0 ? nil : sum / Double(count)
    }
    if case .risk = subject {
      guard let with = mean(values.indices.lazy.filter { values[$0] > 0 }),
        let without = mean(values.indices.lazy.filter { values[$0] == 0 })
      else { return 0 }
      return (with - without) / 1440
    }
    let order = WholeOrder.places(of: values)
    let fifth = max(1, order.count / 5)
    guard let low = mean(order.prefix(fifth).lazy.map(Int.init)),
      let high = mean(order.suffix(fifth).lazy.map(Int.init))
    else { return 0 }
    return (high - low) / 1440
  }
}
