public import PlanComparison
package import PlanModel

extension Words {
  /// What a change does to one activity: `Oppstart AMK Oslo: 01.02.2024 → 15.02.2024, +14 d (2 uker)`.
  public func slip(_ row: SlipReport.Row) -> String {
    let name = names[row.id]
    if row.hasMoved {
      return
        "\(name): \(days(row.before, isLowerBound: row.wasLowerBound)) → \(days(row.after, isLowerBound: row.isLowerBound)), \(moved(row.moved))"
    }
    if row.lostFloat { return pick("\(name) står, med mindre slakk", "\(name) stays, with less float") }
    return pick("\(name) står", "\(name) stays")
  }

  /// Where a push was taken up: `+30 d inn, 9 d tatt opp i Akseptansetest, +21 d ut`; nil where nothing was.
  public func absorption(_ row: SlipReport.Row) -> String? {
    guard row.absorbed > .zero else { return nil }
    let out = row.pushed - row.absorbed
    return
      "\(moved(row.pushed)) \(pick("inn", "in")), \(elapsed(row.absorbed)) \(pick("tatt opp i", "absorbed at")) \(names[row.id]), \(moved(out)) \(pick("ut", "out"))"
  }
}

/// What stands over and under the rows of a slip.
extension Words {
  /// `Endring: x.release-1-1 +6ew`.
  package func changes(_ changes: [String]) -> String {
    pick("Endring: ", "Change: ") + changes.joined(separator: "; ")
  }

  /// `x.test +6w (lest etter kalenderen: +42 d (6 uker))`: a working unit that a slip reads by the calendar.
  package func byTheCalendar(_ change: String, _ time: ElapsedTime) -> String {
    change + pick(" (lest etter kalenderen: ", " (read by the calendar: ") + moved(time) + ")"
  }

  package var movesHeading: String { pick("Dette flytter seg:", "This moves:") }
  package var nothingMoves: String { pick("Ingenting flytter seg.", "Nothing moves.") }
  package var staysHeading: String { pick("Nås, men flytter seg ikke:", "Reached, but stays:") }

  /// `fordi: egen forskyvning av Release 1.1: +42 d = +42 d`.
  package func because(_ ledger: Ledger) -> String {
    pick("fordi: ", "because: ") + sum(ledger, total: ledger.total)
  }

  /// Something reached that stays, with the float it lost: `Oppstart AMK Oslo 01.02.2024; slakk 3 d → 1 d`.
  package func stays(_ row: SlipReport.Row, float: (before: String, after: String)?) -> String {
    let text = names[row.id] + " " + days(row.after, isLowerBound: row.isLowerBound)
    return float.map { text + "; " + pick("slakk ", "float ") + "\($0.before) → \($0.after)" } ?? text
  }

  /// A verdict and what it was before: `◐ mål januar 2024: holder → betinget: mellom …`.
  package func verdict(_ verdict: Verdict, before: Verdict.Word?) -> String {
    let change = before.map { $0 == verdict.word ? "" : "\(self.verdict($0)) → " } ?? ""
    return "\(symbol(verdict.word)) \(target(verdict.target)): \(change)\(self.verdict(verdict))"
  }

  package var theTarget: String { pick("målet", "the target") }

  /// `4 av 101 flytter seg, i 2 prosjekter; 2 nås uten å flytte seg; 95 nås ikke.`
  package func reach(moved: Int, projects: Int, held: Int, of total: Int) -> String {
    let inProjects =
      projects == 0 ? "" : pick(", i ", ", in ") + count(projects, ("prosjekt", "prosjekter"), ("project", "projects"))
    let others = total - moved - held
    return pick(
      "\(moved) av \(total) flytter seg\(inProjects); \(held) nås uten å flytte seg; \(others) nås ikke.",
      "\(moved) of \(total) \(moved == 1 ? "moves" : "move")\(inProjects); \(held) \(held == 1 ? "is" : "are") reached without moving; \(others) \(others == 1 ? "is" : "are") not reached."
    )
  }
}
