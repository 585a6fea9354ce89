package import PlanComparison
package import PlanModel
package import PlanSchedule

/// Which changes buy most days.
extension Words {
  package func purchasesHeading(_ purchases: Purchases) -> String {
    let verdict = purchases.verdictBefore.map { " – \(symbol($0)) \(self.verdict($0))" } ?? ""
    return pick("Hva som kjøper flest dager for ", "What buys most days for ") + names.withID(purchases.milestone)
      + pick(", nå ", ", now ") + days(purchases.before) + verdict
  }
  package func candidate(_ source: Purchases.Source, changes: [String]) -> String {
    switch source {
    case .change(let place): changes.indices.contains(place) ? changes[place] : none
    case .measure(let risk, let id, let name): pick("tiltak ", "measure ") + "\(risk) \(id): \(name)"
    case .dayLess(let id): pick("en dag mindre av ", "a day less of ") + names[id]
    }
  }
  package var purchaseColumns: [String] {
    [pick("Endring", "Change"), pick("Tidligere med", "Earlier by"), pick("Da", "Then"), pick("Mål", "Target")]
  }
  package func together(_ time: Readings<ElapsedTime>) -> String {
    pick("Alle som kjøper noe, sammen: ", "All that buy something, together: ") + gained(time)
  }
  /// `6 dager`, `0 d … 1 d`.
  package func gained(_ time: Readings<ElapsedTime>) -> String {
    time.agree ? roundSpan(time.last) : "\(roundSpan(time.first)) … \(roundSpan(time.last))"
  }
  package func buysNothing(_ count: Int) -> String {
    pick(
      "\(self.count(count, ("endring kjøper", "endringer kjøper"), ("", ""))) ingenting: noe annet plasserer datoen.",
      "\(self.count(count, ("", ""), ("change buys", "changes buy"))) nothing: something else places the date.")
  }
  package var nothingToBuy: String {
    pick(
      "Intet arbeid foran plasserer datoen: en dag mindre noe sted kjøper ingenting.",
      "No work before it places the date: a day less anywhere buys nothing.")
  }
  package func refusedCandidates(_ texts: [String]) -> String {
    pick("Lar seg ikke gjøre: ", "Cannot be made: ") + texts.joined(separator: "; ")
  }

  /// What the plan would have to say for more to be ranked: measures without an effect, work without a duration.
  package func notRanked(_ missing: Purchases.Missing) -> [String] {
    var sentences: [String] = []
    let count = missing.measures.reduce(0) { $0 + $1.ids.count }
    if count > 0 {
      let named = missing.measures.map { "\($0.risk) \($0.ids.joined(separator: ", "))" }.joined(separator: "; ")
      sentences.append(
        pick(
          "\(self.count(count, ("tiltak sier", "tiltak sier"), ("", ""))) ikke hva \(count == 1 ? "det" : "de") gjør med datoene, og kan ikke rangeres: \(named). Det som mangler, er «changes» på tiltaket: hvilken dato eller varighet det endrer, og hvor mye.",
          "\(self.count(count, ("", ""), ("measure does", "measures do"))) not say what \(count == 1 ? "it does" : "they do") to dates, and cannot be ranked: \(named). What is missing is “changes” of the measure: which date or duration it changes, and by how much."
        ))
    }
    if !missing.durations.isEmpty {
      let named = list(missing.durations.map(names.withID))
      sentences.append(
        pick(
          "Varigheten er ikke oppgitt, så en dag mindre kan ikke regnes: \(named).",
          "The duration is not stated, so that a day less cannot be computed: \(named)."))
    }
    return sentences
  }
}
