package import PlanComparison
package import PlanModel
import PlanSchedule

/// Facts that cannot all hold.
extension Words {
  package func conflictsHeading(failing: Int, holding: Int, unknown: Int) -> String {
    let parts = [
      count(failing, ("mål eller frist ryker", "mål eller frister ryker"), ("limit fails", "limits fail")),
      count(holding, ("holder", "holder"), ("holds", "hold")),
      count(unknown, ("er ukjent", "er ukjente"), ("is unknown", "are unknown")),
    ]
    return list(parts) + "."
  }
  package var noConflicts: String {
    pick(
      "Ingen kjente fakta står i veien for et mål eller en frist.",
      "No known facts stand in the way of a target or deadline.")
  }

  /// `✗ Oppstart AMK Bergen kommer tidligst 12.12.2023, og må være der 30.11.2023.`
  package func conflict(_ conflict: Conflicts.Conflict) -> String {
    let name = names[conflict.activity.id]
    let (comes, limit) = (fullDay(conflict.comes), fullDay(conflict.limit))
    if conflict.isCertain {
      return "✗ "
        + pick(
          "\(name) kommer tidligst \(comes), og må være der \(limit)",
          "\(name) comes no earlier than \(comes), and must be there by \(limit)")
    }
    return "◐ "
      + pick(
        "\(name) kommer \(comes) \(readingWords(conflict.reading)), og må være der \(limit)",
        "\(name) comes on \(comes) \(readingWords(conflict.reading)), and must be there by \(limit)")
  }

  private func readingWords(_ reading: Reading) -> String {
    let dates =
      reading.dates == .first
      ? pick("ved første dag av upresise datoer", "at the first day of imprecise dates")
      : pick("ved siste dag av upresise datoer", "at the last day of imprecise dates")
    return dates + pick(" og ", " and ") + durations(reading.durations).lowercased()
  }

  package var conflictColumns: [String] {
    [pick("Kan ikke alle gjelde", "Cannot all hold"), pick("Kjent", "Known"), pick("Nok alene", "Enough alone")]
  }
  package func relaxation(_ relaxation: Conflicts.Relaxation?) -> String {
    switch relaxation {
    case .later(let days): pick("\(self.days(days)) senere", "\(self.days(days)) later")
    case .earlier(let days): pick("\(self.days(days)) tidligere", "\(self.days(days)) earlier")
    case .shorter(let days): pick("\(self.days(days)) kortere", "\(self.days(days)) shorter")
    case .overlap(let days): pick("\(self.days(days)) overlapp", "\(self.days(days)) overlap")
    case .removal: pick("må bort", "must go")
    case nil: pick("ikke nok", "not enough")
    }
  }
  package var statusDateAlone: String {
    pick(
      "Det som er igjen, kan ikke begynne før statusdatoen; bare målet kan gi etter.",
      "What is left cannot begin before the status date; only the target can give.")
  }
  package func unexplained(_ ids: [ActivityID]) -> String {
    pick("Ryker også, uten forklaring her (spør med --for): ", "Fail as well, unexplained here (ask with --for): ")
      + list(ids.prefix(20).map { names[$0] }) + (ids.count > 20 ? " …" : "")
  }
  package var conflictsNote: String {
    pick(
      "Tas ett av dem bort, kan resten gjelde. Nok alene: det minste som skal til av dette ene, når alt annet i planen står; arbeid i arbeidsdager, ellers kalenderdager. Ikke nok: noe annet kommer også for sent.",
      "Take one of them away, and the rest can hold. Enough alone: the least it takes of this one, all else in the plan as it stands; work in working days, otherwise calendar days. Not enough: something else is too late, too."
    )
  }
}
