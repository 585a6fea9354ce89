package import PlanComparison
import PlanModel

extension Words {
  /// The headings and labels of pages.
  package enum Heading {
    case comparison, comparing, statusDate, scenarios, engine, profile, summary, milestones, otherMilestones, gaps
    case details, timeline, assumptions, undated, options, milestone, stated, placed, logic, asStated, computed
    case verdict, target, basis, waitsFor, chain, logicChain, byChange, byPath, sum, because, place, assumption, both
    case between, gapKind, lacks, whoWaits, reportSays, computedVerdict, fact, difference, share, first, last, nothing
    case noDifference, what, lowerBounds, range, bound, targetMark, statusMark, exact, defaultCalendar, lagCalendar
    case applied, unchanged, plan
  }

  package func heading(_ heading: Heading) -> String {
    switch heading {
    case .comparison: pick("Sammenligning", "Comparison")
    case .comparing: pick("mot", "against")
    case .statusDate: pick("Statusdato", "Status date")
    case .scenarios: pick("Scenarier", "Scenarios")
    case .engine: pick("Regnet ut med", "Computed with")
    case .profile: pick("Profil", "Profile")
    case .summary: pick("Kort fortalt", "In short")
    case .milestones: pick("Milepæler som skiller planene", "Milestones that differ")
    case .otherMilestones: pick("Milepæler som er like i begge planer", "Milestones that are the same in both plans")
    case .gaps: pick("Avstand mellom milepæler", "Gaps between milestones")
    case .details: pick("Hvorfor datoene er som de er", "Why the dates are what they are")
    case .timeline: pick("Tidslinje", "Timeline")
    case .assumptions: pick("Forutsetninger", "Assumptions")
    case .undated: pick("Det som mangler dato, og hvem som venter", "What has no date, and who waits for it")
    case .options: pick("Regnemåte", "How this was computed")
    case .milestone: pick("Milepæl", "Milestone")
    case .stated: pick("Oppgitt", "Stated")
    case .placed: pick("Beregnet", "Placed")
    case .logic: pick("Koblingene alene", "Logic")
    case .asStated: pick("Forskjell, oppgitt", "Difference, as stated")
    case .computed: pick("Forskjell, beregnet", "Difference, computed")
    case .verdict: pick("Vurdering", "Verdict")
    case .target: pick("Mål", "Target")
    case .basis: pick("Grunnlag", "Basis")
    case .waitsFor: pick("Venter på", "Waits for")
    case .chain: pick("Dette bestemmer datoen", "What places the date")
    case .logicChain: pick("Koblingene alene ville gitt", "The links alone would give")
    case .byChange: pick("Forskjellen, endring for endring", "The difference, change by change")
    case .byPath: pick("Forskjellen langs veien", "The difference along the path")
    case .sum: pick("Sum", "Sum")
    case .because: pick("Begrunnelse", "Because")
    case .place: pick("Gjelder", "In")
    case .assumption: pick("Forutsetning", "Assumption")
    case .both: pick("begge planer", "both plans")
    case .between: pick("Mellom", "Between")
    case .gapKind: pick("Hva avstanden er", "What the gap is")
    case .lacks: pick("Hva som mangler", "What is missing")
    case .whoWaits: pick("Hvem som venter", "Who waits")
    case .reportSays: pick("Rapporten selv sier", "The report itself says")
    case .computedVerdict: pick("Beregnet", "Computed")
    case .fact: pick("oppgitt", "stated")
    case .difference: pick("Forskjell", "Difference")
    case .share: pick("Andel", "Share")
    case .first: pick("Første dag", "First day")
    case .last: pick("Siste dag", "Last day")
    case .nothing: pick("Ingen.", "None.")
    case .noDifference: pick("Ingenting flytter datoen.", "Nothing moves the date.")
    case .what: pick("Hva", "What")
    case .lowerBounds: pick("mellom nedre grenser", "between lower bounds")
    case .range: pick("upresis dato", "imprecise date")
    case .exact: pick("eksakt dato", "exact date")
    case .bound: pick("ikke før (mangler grunnlag)", "not before (something is undated)")
    case .targetMark: pick("målets siste dag", "last day of the target")
    case .statusMark: pick("statusdato", "status date")
    case .defaultCalendar: pick("Kalender", "Calendar")
    case .lagCalendar: pick("Kalender for avstander i koblinger", "Calendar of lags")
    case .applied: pick("Lagt til planen", "Applied")
    case .unchanged: pick("uendret", "unchanged")
    case .plan: "Plan"
    }
  }

  /// How many targets come out how: `1 holder, 2 ukjent`.
  package func counts(_ words: [Verdict.Word]) -> String {
    let parts = Verdict.Word.allCases.compactMap { word in
      let number = words.count { $0 == word }
      return number == 0 ? nil : "\(symbol(word)) \(number) \(number == 1 ? verdict(word) : plural(word))"
    }
    return parts.isEmpty ? pick("ingen mål", "no targets") : parts.joined(separator: " · ")
  }

  private func plural(_ word: Verdict.Word) -> String {
    switch word {
    case .holds: pick("holder", "hold")
    case .fails: pick("holder ikke", "fail")
    case .depends: pick("betingede", "depend")
    case .unknown: pick("ukjente", "unknown")
    }
  }

  /// How the readings and the sums of the page are to be understood.
  var readingNote: String {
    pick(
      "Der to datoer står med … mellom, er upresise datoer lest ved sin første og ved sin siste dag. Varigheter er lest ved det sannsynlige; vurderingene bruker hele spennet.",
      "Where two dates stand with … between them, imprecise dates are read at their first and at their last day. Durations are read at likely; the verdicts use the whole range."
    )
  }

  /// What the shares of a ledger by path are counted from.
  var pathNote: String {
    pick(
      "Hvert ledd er en forskjell mellom planene, fulgt fra der den begynner og fram til datoen.",
      "Each part is a difference between the plans, followed from where it begins to the date.")
  }
}
