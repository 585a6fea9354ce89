package import PlanModel

/// What it would be worth to know each thing that is drawn before choosing between two plans on the same futures.
///
/// A thing has the same draws in both plans, so it is known in both at once.
package struct PairedKnowledge: Hashable, Sendable {
  package let subject: Influence.Subject
  package let value: ValueOfKnowing
  /// For a risk: the probability at which both plans are equally good; nil where one is always the better.
  package let breakEven: Double?
}

extension Simulation {
  /// What knowing each thing would be worth for the choice between this plan and another, the most first; what is worth no more
  /// than chance gives is left out.
  ///
  /// - Parameters:
  ///   - futures: of this simulation.
  ///   - other: another plan with the same seed, and its futures of the same batches.
  ///   - losses: what is lost in every future with this plan and with the other.
  ///   - among: the activities whose durations and dates may matter.
  ///   - leading: of how many things of each plan, those that have most to do with the difference.
  package func worthKnowing(
    _ futures: Futures, against other: (simulation: Simulation, futures: Futures),
    losses: (own: [Double], other: [Double]),
    among: Set<ActivityID>, leading: Int = 12
  ) -> [PairedKnowledge] {
    guard losses.own.count == futures.iterations, losses.other.count == futures.iterations,
      futures.batches == other.futures.batches
    else { return [] }
    let difference = zip(losses.own, losses.other).map { $0 - $1 }
    var seen: Set<Influence.Subject> = []
    var found: [PairedKnowledge] = []
    for (simulation, futures) in [(self, futures), (other.simulation, other.futures)] {
      let chosen = simulation.ranked(difference, futures, leading: leading) { subject, correlation in
        guard correlation != nil, !seen.contains(subject) else { return false }
        switch subject {
        case .duration(let id), .date(let id): return among.contains(id)
        case .risk: return true
        }
      }
      for (one, values) in zip(chosen, simulation.values(of: chosen.map(\.drawn), futures)) {
        seen.insert(one.drawn.subject)
        guard
          let value = ValueOfKnowing(
            values: values.map(Double.init), losses: [losses.own, losses.other], sampling: sampling),
          value.isSure
        else {
          continue
        }
        var breakEven: Double?
        if case .risk = one.drawn.subject {
          breakEven = DriverInformation(occurred: values.map { $0 > 0 }, finishes: [losses.own, losses.other])?
            .breakEven(between: 0, and: 1)
        }
        found.append(PairedKnowledge(subject: one.drawn.subject, value: value, breakEven: breakEven))
      }
    }
    return found.enumerated().sorted { ($1.1.value.worth, $0.0) < ($0.1.value.worth, $1.0) }.map(\.1)
  }
}
