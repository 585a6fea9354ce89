package import PlanComparison
package import PlanModel

/// Events that come close to each other.
extension Words {
  package func collisionsHeading(within days: Int, event: String?, only: String? = nil) -> String {
    pick("Hendelser", "Events")
      + (event.map { pick(" av slaget \(self.event($0))", " of kind \(self.event($0))") } ?? "")
      + (only.map { pick(" ved eller i \($0)", " at or in \($0)") } ?? "")
      + pick(
        " som deler sted, team eller prosjekt, innen \(self.days(days))",
        " that share a site, team or project, within \(self.days(days))")
  }

  /// A kind of event; one that the format does not list stands as the plan writes it.
  func event(_ kind: String) -> String {
    guard language == .norwegian else { return kind }
    return [
      "go-live": "oppstart", "decision": "beslutning", "approval": "godkjenning", "release": "release",
      "gate": "beslutningspunkt", "report": "rapport", "contract": "kontrakt", "deadline": "frist",
      "handover": "overlevering",
    ][kind] ?? kind
  }

  package func collision(_ word: Collisions.Word) -> String {
    switch word {
    case .certain: pick("sikker", "certain")
    case .possible: pick("mulig", "possible")
    case .none: pick("ingen", "none")
    }
  }

  package func symbol(_ word: Collisions.Word) -> String {
    switch word {
    case .certain: "●"
    case .possible: "◐"
    case .none: "○"
    }
  }

  package func shared(_ shared: Collisions.Shared, title: (ProjectID) -> String) -> String {
    switch shared {
    case .site(let site): pick("sted ", "site ") + title(ProjectID(site))
    case .team(let team): "team \(team)"
    case .project(let id): pick("prosjekt ", "project ") + title(id)
    }
  }

  /// `hvis Exadata kommer i tide`.
  package func inTime(_ ids: [ActivityID]) -> String {
    pick(
      "hvis \(list(ids.map { names[$0] })) kommer i tide",
      "if \(list(ids.map { names[$0] })) \(ids.count == 1 ? "comes" : "come") in time")
  }

  package func distance(_ distance: ClosedRange<Int>) -> String {
    distance.lowerBound == distance.upperBound
      ? days(distance.lowerBound) : "\(distance.lowerBound)–\(days(distance.upperBound))"
  }

  package var collisionColumns: [String] {
    [
      pick("Kollisjon", "Collision"), pick("Avstand", "Distance"), pick("Hendelser", "Events"),
      pick("Felles", "Shared"),
    ]
  }
  package var noCollisions: String {
    pick("Ingen av hendelsene med dato deler noe innen dette.", "No dated events share anything within this.")
  }
  package func furtherApart(_ count: Int) -> String {
    pick(
      "\(count) par deler noe, men ligger lenger fra hverandre uansett.",
      "\(count) \(count == 1 ? "pair shares" : "pairs share") something but \(count == 1 ? "is" : "are") further apart in any case."
    )
  }
  package func nearest(_ text: String) -> String { pick("Nærmest: ", "Nearest: ") + text }
  package var quartersHeading: String { pick("Per kvartal og sted:", "By quarter and site:") }
  package var siteColumn: String { pick("Sted", "Site") }
  package var noSite: String { pick("sted ikke oppgitt", "site not stated") }
  package func quarter(_ year: Int, _ quarter: Int) -> String { pick("\(quarter). kv. \(year)", "Q\(quarter) \(year)") }
  package var asPlannedHeading: String {
    pick(
      "Regnet der de er planlagt, selv om de venter på noe uten dato:",
      "Taken where they are planned, though they wait for something undated:")
  }
  package var withoutDateHeading: String {
    pick("Ikke vurdert, fordi planen ikke gir dem noen dato:", "Not judged, since the plan gives them no date:")
  }
  package func noEvents(_ kind: String, known: [String]) -> String {
    known.isEmpty
      ? pick("Planen har ingen hendelser.", "The plan has no events.")
      : pick("Ingen hendelse er av slaget \(kind); planen har ", "No event is of kind \(kind); the plan has ")
        + list(known) + "."
  }
  package var collisionsNote: [String] {
    [
      pick(
        "Sikker: hvor enn de faller i sine spenn. Mulig: for noen dager i spennene. Spennene er tatt som uavhengige av hverandre.",
        "Certain: wherever they fall in their spans. Possible: for some days of the spans. Spans are taken to be free of each other."
      ),
      pick(
        "2–3: to faller i kvartalet uansett, tre kan gjøre det. * : stedets topp (flest sikre, så flest mulige).",
        "2–3: two fall in the quarter in any case, three may. * : the site's peak (most certain ones, then most possible ones)."
      ),
    ]
  }
}

/// Who is touched by changes.
extension Words {
  package var touchedColumns: [String] {
    [
      pick("Prosjekt", "Project"), pick("Eier", "Owner"), pick("Nås", "Reached"), pick("Mister slakk", "Loses float"),
      pick("Flytter seg", "Moves"),
    ]
  }
  package var ownerUnknown: String { pick("ikke oppgitt", "not stated") }
  package var nobodyTouched: String { pick("Endringen når ingen.", "The change reaches nobody.") }
  /// `Oppstart AMK Bergen: 01.11.2023 → 13.12.2023, +42 d`.
  package func move(_ row: SlipReport.Row) -> String {
    let before = days(row.before, isLowerBound: row.wasLowerBound)
    return "\(names[row.id]): \(before) → \(days(row.after, isLowerBound: row.isLowerBound)), \(moved(row.moved))"
  }

  package var touchedLists: (moves: String, loses: String, reached: String) {
    (
      pick("flytter seg: ", "moves: "), pick("mister slakk: ", "loses float: "),
      pick("nås bare: ", "only reached: ")
    )
  }
  package var exposuresHeading: String {
    pick(
      "Avhenger av det som flytter seg, uten dato som kan regnes (relasjoner):",
      "Depends on what moves, without a date to compute (relations):")
  }
  /// What is known of who depends on what moves: `leddene er ikke listet i planen`; nil where its dates are known.
  package func receiver(_ receiver: Touched.Receiver, title: (ProjectID) -> String) -> String? {
    switch receiver {
    case .dated: nil
    case .members(let ids): pick("omfatter ", "comprises ") + list(ids.map(title))
    case .unlisted: pick("planen lister ikke hvem det er", "the plan does not list who they are")
    case .undated:
      pick(
        "har ingen milepæl med dato foran seg: virkningen i tid kan ikke sies",
        "has no dated milestone ahead: the effect in time cannot be said")
    }
  }
  package var touchedNote: String {
    pick(
      "Nås: en vei av koblinger leder dit. Mister slakk: det blir mindre å gå på til slutten av prosjektet. Flytter seg: datoen blir en annen.",
      "Reached: a path of links leads there. Loses float: less room to the end of its project. Moves: the date becomes another."
    )
  }
}
