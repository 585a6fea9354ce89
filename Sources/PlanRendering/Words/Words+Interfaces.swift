package import PlanComparison
package import PlanModel

/// The register of dependencies between projects.
extension Words {
  package func interfacesHeading(links: Int, relations: Int) -> String {
    pick(
      "Avhengigheter mellom prosjekter: \(count(links, ("kobling", "koblinger"), ("link", "links"))) mellom aktiviteter, \(count(relations, ("relasjon", "relasjoner"), ("relation", "relations"))) med prosjekter, grupper og organer",
      "Dependencies between projects: \(count(links, ("kobling", "koblinger"), ("link", "links"))) between activities, \(count(relations, ("relasjon", "relasjoner"), ("relation", "relations"))) with projects, groups and bodies"
    )
  }
  package var relationsHeading: String {
    pick(
      "Avhengigheter mellom prosjekter, grupper og organer (flytter ingen dato):",
      "Dependencies between projects, groups and bodies (move no date):")
  }
  package var noInterfaces: String {
    pick("Ingen avhengigheter mellom prosjekter.", "No dependencies between projects.")
  }
  package var promisedColumn: String { pick("Lovet", "Promised") }
  package var statedColumn: String { pick("Leverandørens dato", "Supplier's date") }
  package var neededColumn: String { pick("Trengs senest", "Needed by") }
  package var comesColumn: String { pick("Beregnet", "Computed") }
  package var roomColumn: String { pick("Slakk: mottaker / mål", "Float: receiver / target") }
  package var isThereAlready: String { pick("levert", "delivered") }

  /// `rekkefølge, må vente («først i release 1.1»), risiko R1, rad T1.5`.
  package func character(_ row: InterfaceRegister.Row) -> String {
    var parts = character(row.dependency, row.strength)
    if !row.refinedBy.isEmpty { parts.append(pick("presisert av ", "made precise by ") + list(row.refinedBy)) }
    parts.append(basis(row.basis))
    return parts.joined(separator: ", ")
  }

  private func character(_ dependency: Dependency, _ strength: Strength) -> [String] {
    var parts = [
      dependency.kind.map { PictureWords(language).kindInFull($0) } ?? pick("art ikke oppgitt", "kind not stated"),
      self.strength(strength),
    ]
    if let stated = dependency.stated { parts[1] += pick(" («\(stated)»)", " (“\(stated)”)") }
    if !dependency.risks.isEmpty { parts.append(pick("risiko ", "risk ") + list(dependency.risks)) }
    if let place = dependency.row { parts.append(pick("rad ", "row ") + place) }
    return parts
  }

  /// What a milestone waits for that moves no date.
  package var conditionsHeading: String {
    pick("Venter også på, uten at datoen flytter seg:", "Waits for this, too, though it moves no date:")
  }

  /// `data, må vente, ingen dato i planen; eier: SP (antatt: …)`.
  package func character(_ condition: Condition) -> String {
    var parts = character(condition.dependency, condition.strength)
    if condition.isDone {
      parts.append(isThereAlready + (condition.placed.map { " " + days($0) } ?? ""))
    } else if let placed = condition.placed {
      parts.append(days(placed, isLowerBound: condition.isLowerBound))
    } else {
      parts.append(pick("ingen dato i planen", "no date in the plan"))
    }
    if let owner = condition.owner { parts.append(pick("eier \(owner)", "owner \(owner)")) }
    let because = condition.dependency.evidence.because.map { ": \($0)" } ?? ""
    return parts.joined(separator: ", ") + " (\(basis(condition.dependency.evidence.basis))\(because))"
  }

  /// `løftet gikk ut 15. mai 2023` and the like.
  package func staleness(_ row: InterfaceRegister.Row) -> String? {
    guard let staleness = row.staleness, let promise = row.dependency.promised?.value.latest else { return nil }
    switch staleness {
    case .passed:
      return pick(
        "løftet gikk ut \(fullDay(promise)), og det er ikke levert",
        "the promise expired on \(fullDay(promise)), and nothing has come")
    case .overtaken:
      return pick(
        "løftet \(fullDay(promise)) er forbigått: beregnet dato er senere",
        "the promise of \(fullDay(promise)) is overtaken: the computed date is later")
    }
  }

  package func neededFor(_ id: ActivityID) -> String { pick("for målet til ", "for the target of ") + names[id] }

  package var interfacesNote: [String] {
    [
      pick(
        "– : ikke oppgitt, eller ingen kan vite det. Trengs senest: siste dag som holder alle mål bak, med sannsynlige varigheter. Slakk i arbeidsdager (d) eller kalenderdager (ed).",
        "– : not stated, or nobody can know. Needed by: the last day that keeps every target behind, with likely durations. Float in working days (d) or calendar days (ed)."
      ), readingsNote,
    ]
  }
}
