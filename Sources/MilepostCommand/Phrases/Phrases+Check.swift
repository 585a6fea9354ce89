import PlanModel
import PlanRendering

/// The words of `check`.
extension Phrases {
  func findings(_ code: Diagnostic.Code, _ count: Int) -> String {
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
      case .unsupported: pick("Ikke støttet ennå", "Not supported yet")
      default: pick("Annet", "Other") + " (\(code.rawValue))"
      }
    return "\(title): \(count)"
  }

  func more(_ count: Int) -> String {
    pick("… og \(count) til (--json viser alle)", "… and \(count) more (--json has all)")
  }

  func verdict(_ findings: [Diagnostic]) -> String {
    let warnings = findings.count { $0.severity == .warning }
    let notes = findings.count { $0.severity == .note }
    let parts = [
      words.count(warnings, ("advarsel", "advarsler"), ("warning", "warnings")),
      words.count(notes, ("merknad", "merknader"), ("note", "notes")),
    ]
    return pick("Planen kan regnes: ", "The plan can be computed: ") + words.list(parts) + "."
  }

  func unmet(_ requirement: String) -> String {
    pick("Kravet \(requirement) er ikke oppfylt.", "The requirement \(requirement) is not met.")
  }

  func summary(_ summary: Summary) -> [String] {
    [
      words.list([
        words.count(summary.files, ("fil", "filer"), ("file", "files")),
        words.count(summary.projects, ("prosjekt", "prosjekter"), ("project", "projects")),
        words.count(summary.otherNodes, ("annen part", "andre parter"), ("other party", "other parties")),
      ]),
      words.count(summary.milestones, ("milepæl", "milepæler"), ("milestone", "milestones"))
        + pick(", \(summary.datedMilestones) med oppgitt dato", ", \(summary.datedMilestones) with a stated date"),
      words.count(summary.activities, ("aktivitet", "aktiviteter"), ("activity", "activities"))
        + pick(", \(summary.withDuration) med varighet", ", \(summary.withDuration) with a duration"),
      pick("\(summary.done) har skjedd; ", summary.done == 1 ? "1 has happened; " : "\(summary.done) have happened; ")
        + words.count(
          summary.waiting, ("dato er en nedre grense", "datoer er nedre grenser"),
          ("date is a lower bound", "dates are lower bounds")),
      words.list([
        words.count(summary.hardLinks, ("hard kobling", "harde koblinger"), ("hard link", "hard links")),
        words.count(summary.softLinks, ("myk eller samtidig", "myke eller samtidige"), ("soft or co", "soft or co")),
        pick("\(summary.betweenProjects) mellom prosjekter", "\(summary.betweenProjects) between projects"),
        words.count(summary.relations, ("relasjon", "relasjoner"), ("relation", "relations")),
      ]),
      words.list([
        words.count(summary.scenarios, ("scenario", "scenarioer"), ("scenario", "scenarios")),
        words.count(summary.risks, ("risiko", "risikoer"), ("risk", "risks")),
        words.count(summary.registers, ("register", "registre"), ("register", "registers")),
      ]),
      words.count(summary.unsourced, ("opplysning", "opplysninger"), ("fact", "facts"))
        + pick(" uten kilde eller begrunnelse", " without a source or a reason"),
    ]
  }
}
