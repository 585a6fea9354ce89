import PlanModel

/// The words of dependency pictures, in one place.
struct PictureWords {
  let language: Language

  init(_ language: Language) { self.language = language }

  /// What pictures say in the same words as tables, sentences and pages.
  var common: Words { Words(language: language) }

  func callAsFunction(_ norwegian: String, _ english: String) -> String {
    language == .norwegian ? norwegian : english
  }

  func title(_ level: GraphLevel) -> String {
    switch level {
    case .projects: self("Avhengigheter mellom prosjektene", "Dependencies between projects")
    case .milestones: self("Milepæler og koblinger", "Milestones and links")
    }
  }

  func kind(_ kind: Project.Kind) -> String {
    switch kind {
    case .project: self("prosjekt utenfor porteføljen", "project outside the portfolio")
    case .programme: self("program", "programme")
    case .supplier: self("leverandør", "supplier")
    case .platform: self("plattform", "platform")
    case .capacity: self("kapasitet", "capacity")
    case .body: self("organ", "body")
    case .group: self("gruppe", "group")
    case .building: self("bygg", "building")
    case .goal: self("mål", "goal")
    }
  }

  /// A short mark for what is waited for.
  func mark(_ kind: String?) -> String? {
    guard let kind else { return nil }
    let marks: [String: (String, String)] = [
      "sequence": ("rekkef.", "sequence"), "module": ("modul", "module"), "infrastructure": ("infra.", "infra."),
      "test-env": ("testmiljø", "test env."), "data": ("data", "data"), "integration": ("integr.", "integr."),
      "decision": ("beslutn.", "decision"), "approval": ("godkj.", "approval"), "capacity": ("kapasitet", "capacity"),
      "ops-handover": ("til drift", "handover"), "alignment": ("samordn.", "alignment"), "legal": ("juss", "legal"),
      "contract": ("avtale", "contract"), "external-input": ("innspill", "input"), "finance": ("midler", "funds"),
    ]
    return marks[kind].map { self($0.0, $0.1) } ?? kind
  }

  /// What is waited for, in full.
  func kindInFull(_ kind: String) -> String {
    let names: [String: (String, String)] = [
      "sequence": ("rekkefølge", "sequence"), "module": ("modul", "module"),
      "infrastructure": ("infrastruktur", "infrastructure"), "test-env": ("testmiljø", "test environment"),
      "data": ("data", "data"), "integration": ("integrasjon", "integration"), "decision": ("beslutning", "decision"),
      "approval": ("godkjenning", "approval"), "capacity": ("kapasitet", "capacity"),
      "ops-handover": ("overføring til drift", "handover to operations"), "alignment": ("samordning", "alignment"),
      "legal": ("rettslig avklaring", "legal clarification"), "contract": ("avtale", "contract"),
      "external-input": ("innspill utenfra", "external input"), "finance": ("midler", "funds"),
    ]
    return names[kind].map { self($0.0, $0.1) } ?? kind
  }

  func strength(_ strength: Strength) -> String {
    switch strength {
    case .hard: self("hard: kan ikke uten", "hard: cannot without")
    case .soft: self("myk: øker risiko, flytter ingen dato", "soft: raises risk, moves no date")
    case .co: self("samtidig: gjøres ved siden av hverandre", "co: done side by side")
    }
  }

  func colour(_ colour: Status.Colour) -> String {
    switch colour {
    case .red: self("rød", "red")
    case .yellow: self("gul", "yellow")
    case .green: self("grønn", "green")
    }
  }

  func letter(_ colour: Status.Colour) -> String {
    switch colour {
    case .red: "R"
    case .yellow: self("Gu", "Y")
    case .green: self("Gr", "G")
    }
  }

  func dimension(_ name: String) -> String {
    let names: [String: (String, String)] = [
      "time": ("tid", "time"), "cost": ("kostnad", "cost"), "risk": ("risiko", "risk"),
      "quality": ("kvalitet", "quality"),
      "scope": ("omfang", "scope"), "benefit": ("gevinst", "benefit"), "overall": ("samlet", "overall"),
    ]
    return names[name].map { self($0.0, $0.1) } ?? name
  }

  func tightness(_ tightness: Tightness, tight: String) -> String {
    switch tightness {
    case .critical:
      self("▲ kritisk: ingen slakk, eller så mange dager for sent", "▲ critical: no float, or that many days late")
    case .tight: self("△ knapp: slakk til og med \(tight)", "△ tight: float up to \(tight)")
    case .unknown: self("? slakk ukjent: venter på noe uten dato", "? float unknown: waits for something undated")
    case .slack: self("god slakk: mer enn \(tight)", "ample float: more than \(tight)")
    case .undatable: self("uten datoer: slakk kan ikke regnes ut", "no dates: float cannot be computed")
    case .done: self("✓ levert", "✓ delivered")
    }
  }

  var outsidePortfolio: String { self(" (utenfor porteføljen)", " (outside the portfolio)") }

  func evidence(_ evidence: Evidence) -> String? {
    if evidence.isWhatIf { return common.sentence(common.basis(.whatIf)) + (evidence.because.map { ": " + $0 } ?? "") }
    if let source = evidence.source { return self("Kilde: ", "Source: ") + source }
    return evidence.because.map { common.sentence(common.basis(.assumed)) + ": " + $0 }
  }
}
