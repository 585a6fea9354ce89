package import PlanComparison
package import PlanModel
package import PlanSchedule

/// Two plans side by side: what each side is, and what stands over and under their milestones.
extension Words {
  /// `plan-a: Plan A; rapportens egen vurdering: ikke realistisk (T1-2023 §3.1.2)`.
  ///
  /// - Parameter scenario: nil for the plan without one.
  package func side(_ name: String, _ scenario: Scenario?) -> String {
    let line = "\(name): \(scenario?.title ?? pick("planen uten scenario", "the plan without a scenario"))"
    guard let stated = scenario?.statedVerdict else { return line }
    let source = stated.evidence.source.map { " (\($0))" } ?? ""
    return line + pick("; rapportens egen vurdering: ", "; the report's own word: ") + statedVerdict(stated.value)
      + source
  }

  /// `mål: ✓ 1 holder · ? 2 ukjente`.
  package func targets(_ verdicts: [Verdict.Word]) -> String { pick("mål: ", "targets: ") + counts(verdicts) }

  /// What both sides have: `Begge med: release-1-1-juni`.
  package func shared(_ applied: [String]) -> String {
    pick("Begge med: ", "Both with: ") + applied.joined(separator: "; ")
  }

  package func nothingDiffers(areTheSame: Bool) -> String {
    areTheSame
      ? pick("Begge sider er den samme planen.", "Both sides are the same plan.")
      : pick("Ingen milepæl er forskjellig i de to planene.", "No milestone differs between the two plans.")
  }

  /// The heading over the chain of one side.
  package func why(in name: String) -> String {
    pick("Hvorfor i \(name)", "Why in \(name)") + reading(.first) + ":"
  }

  package var ledgerHeading: String { pick("Regnskap over forskjellen:", "Ledger of the difference:") }

  /// A ledger in one line: `første dager: oppgitt dato for Oppstart AMK Bergen: +61 d = +61 d`.
  package func ledger(_ ledger: Ledger, _ reading: Reading.Dates, total: ElapsedTime, in difference: PlanDifference)
    -> String
  {
    let name = reading == .first ? pick("første dager", "first days") : pick("siste dager", "last days")
    return "\(name): " + sum(ledger, total: total, in: difference)
  }

  /// `Avstand Oppstart AMK Bergen → Oppstart AMK Oslo: 2 måneder → 1 måned`.
  package func gap(_ row: Comparison.GapRow) -> String {
    pick("Avstand ", "Gap ") + "\(names[row.from]) → \(names[row.to]): \(gap(row.stated))"
  }

  /// A gap on one side: `plan-a: oppgitt 2 måneder (32–91 d), beregnet 61 … 62 d`.
  package func gap(in name: String, stated: SpanDifference?, placed: Readings<Int>?) -> String {
    let said = stated.map { difference($0) } ?? pick("ikke oppgitt", "not stated")
    let made = placed.map { distance($0) } ?? none
    return "\(name): \(basis(.stated)) \(said), \(heading(.placed).lowercased()) \(made)"
  }

  package func gapMeaning(_ gap: Gap) -> String {
    if case .unknown = gap {
      return pick(
        "Planen sier ikke om avstanden er arbeid eller buffer.",
        "The plan does not say whether the gap is work or buffer.")
    }
    return pick("Planen sier at avstanden er ", "The plan says that the gap is ") + self.gap(gap) + "."
  }

  package var comparisonNote: [String] {
    [
      Verdict.Word.allCases.map { "\(symbol($0)) \(verdict($0))" }.joined(separator: "   "),
      pick(
        "a … b: upresise datoer lest ved første og siste dag. Oppgitt forskjell er dato mot dato; beregnet forskjell er mellom datoene som er regnet ut.",
        "a … b: imprecise dates read at their first and last day. The stated difference is date against date, the placed one between computed dates."
      ),
    ]
  }
}
