package import PlanModel

/// The findings of a check, and what a plan holds.
extension Words {
  /// `Over tiden: 3`.
  package func findings(_ code: Diagnostic.Code, _ count: Int) -> String {
    let title =
      switch code {
      case .actualAfterStatusDate: pick("Skjedd etter statusdatoen", "Happened after the status date")
      case .overdue: pick("Over tiden", "Overdue")
      case .undatedPredecessor: pick("Datoer som venter på noe udatert", "Dates that wait for something undated")
      case .softLinkViolated: pick("Myke koblinger som ikke holder", "Soft links that do not hold")
      case .statedCritical: pick("Oppgitt kritisk, regnet annerledes", "Stated critical, computed otherwise")
      case .unknownGap:
        pick("Avstander: ikke sagt om de er arbeid eller buffer", "Gaps: not said whether work or buffer")
      case .unsourced: pick("Uten kilde", "Without a source")
      case .relationCycle: pick("Prosjekter som venter på hverandre", "Projects that wait for each other")
      case .contradiction: pick("Utsagn som ikke stemmer overens", "Statements that do not agree")
      case .maximumBroken: pick("Lengste avstander som ikke holder", "Longest lags that do not hold")
      case .levelWithoutScale: pick("Risikonivåer uten tall", "Levels of risks without numbers")
      case .riskWithoutImpact: pick("Risikoer uten virkning", "Risks without an impact")
      case .riskWithoutProbability: pick("Risikoer uten sannsynlighet", "Risks without a probability")
      case .idleFactor: pick("Faktorer som ikke strekker noe", "Factors that stretch nothing")
      case .constantCorrelation: pick("Samvariasjon uten noe å trekke", "Correlations of what is not drawn")
      case .idleFact: pick("Opplysninger som ikke flytter noe", "Facts that move nothing")
      default: pick("Annet", "Other") + " (\(code.rawValue))"
      }
    return "\(title): \(count)"
  }

  package func more(_ count: Int) -> String {
    pick("… og \(count) til (--json viser alle)", "… and \(count) more (--json has all)")
  }

  /// `Planen kan regnes: 2 advarsler og 1 merknad.`
  package func soundness(_ findings: [Diagnostic]) -> String {
    let warnings = findings.count { $0.severity == .warning }
    let notes = findings.count { $0.severity == .note }
    let parts = [
      count(warnings, ("advarsel", "advarsler"), ("warning", "warnings")),
      count(notes, ("merknad", "merknader"), ("note", "notes")),
    ]
    return pick("Planen kan regnes: ", "The plan can be computed: ") + list(parts) + "."
  }

  package func unmet(_ requirement: String) -> String {
    pick("Kravet \(requirement) er ikke oppfylt.", "The requirement \(requirement) is not met.")
  }

  /// What a plan holds, one kind to a line.
  package func lines(of counts: PlanCounts) -> [String] {
    [
      list([
        count(counts.files, ("fil", "filer"), ("file", "files")),
        count(counts.projects, ("prosjekt", "prosjekter"), ("project", "projects")),
        count(counts.otherNodes, ("annen part", "andre parter"), ("other party", "other parties")),
      ]),
      count(counts.milestones, ("milepæl", "milepæler"), ("milestone", "milestones"))
        + pick(", \(counts.datedMilestones) med oppgitt dato", ", \(counts.datedMilestones) with a stated date"),
      count(counts.activities, ("aktivitet", "aktiviteter"), ("activity", "activities"))
        + pick(", \(counts.withDuration) med varighet", ", \(counts.withDuration) with a duration")
        + (counts.spans == 0
          ? ""
          : "; "
            + count(
              counts.spans, ("sammendrag eller støtteaktivitet", "sammendrag eller støtteaktiviteter"),
              ("summary or hammock", "summaries or hammocks"))),
      pick("\(counts.done) har skjedd; ", counts.done == 1 ? "1 has happened; " : "\(counts.done) have happened; ")
        + count(
          counts.waiting, ("dato er en nedre grense", "datoer er nedre grenser"),
          ("date is a lower bound", "dates are lower bounds")),
      list([
        count(counts.hardLinks, ("hard kobling", "harde koblinger"), ("hard link", "hard links")),
        count(counts.softLinks, ("myk eller samtidig", "myke eller samtidige"), ("soft or co", "soft or co")),
      ]) + pick(", \(counts.betweenProjects) av dem", ", \(counts.betweenProjects) of them")
        + pick(" mellom prosjekter; ", " between projects; ")
        + count(counts.relations, ("relasjon", "relasjoner"), ("relation", "relations")),
      list([
        count(counts.scenarios, ("scenario", "scenarioer"), ("scenario", "scenarios")),
        count(counts.risks, ("risiko", "risikoer"), ("risk", "risks")),
        count(counts.registers, ("register", "registre"), ("register", "registers")),
      ]),
      count(counts.unsourced, ("opplysning", "opplysninger"), ("fact", "facts"))
        + pick(" uten kilde eller begrunnelse", " without a source or a reason"),
    ]
  }
}
