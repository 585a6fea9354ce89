import PlanModel
import PlanSchedule

/// The legend, the subtitle and the footnotes of a dependency picture: only what the picture uses is explained.
struct PictureLegend {
  private let facts: DependencyFacts
  private let look: LineLook
  private var entries: [Legend.Entry] = []
  private var words: PictureWords { facts.words }
  private var used: Set<Tightness> = []

  init(_ facts: DependencyFacts, _ look: LineLook) {
    self.facts = facts
    self.look = look
  }

  var legend: Legend { Legend(title: words("Tegnforklaring", "Legend"), entries: entries) }

  mutating func add(_ sample: Legend.Sample, _ text: String) { entries.append(Legend.Entry(sample, text)) }

  /// Explains the kinds of nodes and their status.
  mutating func add(projects: [Project], _ nodes: ProjectLook) {
    if projects.contains(where: nodes.isOwn) {
      add(.node(.box, nodes.style(.project, isOwn: true)), words("prosjekt i porteføljen", "project of the portfolio"))
    }
    for kind in Project.Kind.allCases where projects.contains(where: { $0.kind == kind && !nodes.isOwn($0) }) {
      add(.node(nodes.shape(kind), nodes.style(kind, isOwn: false)), words.kind(kind))
    }
    let badges = projects.flatMap(nodes.badges)
    let dimensions = nodes.dimensions.map(words.dimension).joined(separator: ", ")
    let worst = words("dårligste status av ", "worst status of ") + dimensions
    for colour in Status.Colour.allCases where badges.contains(where: { $0.symbol == words.letter(colour) }) {
      add(.badge(nodes.badge(colour)), "\(words.colour(colour)) (\(worst))")
    }
    if badges.contains(where: { $0.symbol == "?" }) {
      add(.badge(nodes.badge(nil)), words("status ikke oppgitt, altså ukjent", "status not reported, so unknown"))
    }
  }

  /// Explains tightness and strength.
  mutating func add(lines: [(strength: Strength, tightness: Tightness)], isBundled: Bool) {
    used = Set(lines.map(\.tightness))
    let tight = facts.plan.options.tightFloat.description.replacingUnit
    for tightness in Tightness.allCases where used.contains(tightness) {
      add(line(.hard, tightness), words.tightness(tightness, tight: tight))
    }
    for strength in Strength.allCases where lines.contains(where: { $0.strength == strength }) {
      add(line(strength, .undatable), words.strength(strength))
    }
  }

  private func line(_ strength: Strength, _ tightness: Tightness) -> Legend.Sample {
    .edge(
      GraphDrawing.Edge(
        id: "", from: "", to: "", line: look.line(strength), colour: look.colour(tightness),
        width: look.width(tightness), arrowhead: look.arrowhead(strength)))
  }

  /// Plan, status date, scenario, and how to read an arrow.
  ///
  /// - Parameter sayings: sentences that each get a line of their own under it.
  func subtitle(_ options: DependencyPicture.Options, saying sayings: [String]) -> String {
    ([subtitle(options)] + sayings).joined(separator: "\n")
  }

  /// Plan, status date, scenario, and how to read an arrow.
  func subtitle(_ options: DependencyPicture.Options) -> String {
    var parts = [facts.plan.name]
    if let day = facts.plan.statusDate { parts.append(words("status ", "status ") + day.text(in: words.language)) }
    if let scenario = scenario(options) { parts.append(scenario) }
    parts.append(
      words("pilen går fra den som leverer til den som venter", "arrows lead from who delivers to who waits"))
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func scenario(_ options: DependencyPicture.Options) -> String? {
    options.scenario ?? Self.scenarios(of: facts.plan)
  }

  /// The scenarios and changes in a plan, by their titles; nil where there are none.
  static func scenarios(of plan: Plan) -> String? {
    let applied = plan.applied.map { plan.scenario(ScenarioID($0))?.title ?? $0 }
    return applied.isEmpty ? nil : applied.joined(separator: " + ")
  }

  /// What the picture leaves out, and what its signs rest on.
  func footnotes(
    drawn: [DrawnDependency], activities: [Activity], leftOut: Int, implied: Int = 0, isBundled: Bool,
    mixed: String? = nil
  ) -> [String] {
    var notes: [String] = []
    if used.contains(where: { [.critical, .tight, .slack].contains($0) }) {
      notes.append(
        words(
          "Slakk: arbeidsdager som leveransen kan komme senere før en lovet dato nedstrøms eller slutten av det ventende prosjektet ryker.",
          "Float: working days by which the delivery may come later before a promised date downstream, or the end of the waiting project, gives way."
        ))
    }
    if drawn.contains(where: { $0.staleness != nil }) {
      notes.append(
        words(
          "! løfte: løftet gjelder ikke lenger; dagen er gått uten leveranse, eller beregnet dato er senere.",
          "! promise: the promise no longer holds; its day went without delivery, or the computed date is later."))
    }
    if used.contains(.unknown) {
      notes.append(
        words(
          "Ukjent er ikke det samme som god slakk: noe oppstrøms har ingen dato, så linjen kan være kritisk.",
          "Unknown is not ample: something upstream has no date, so the line may be critical."))
    }
    if isBundled {
      let row = drawn.lazy.compactMap(\.facts.row).first
      let rows =
        row.map { words("\($0) er raden i rapportens tabell, ", "\($0) is the row of the report's table, ") } ?? ""
      notes.append(
        words("Linjer mellom de samme to er slått sammen: ", "Lines between the same two are joined: ") + rows
          + words(
            "3× antallet, ordet hva det ventes på; den strammeste bestemmer farge og tykkelse.",
            "3× the count, the word what is waited for; the tightest decides colour and weight."))
    }
    if let mixed, let comma = mixed.lastIndex(of: ",") {
      let tightest = mixed[..<comma].drop { $0 == "▲" || $0 == "△" || $0 == " " }
      let rest = mixed[comma...].dropFirst(2).dropLast(2)
      notes.append(
        words(
          "«\(mixed)» betyr: den strammeste av linjens avhengigheter har \(tightest) slakk; for \(rest) er slakken ukjent.",
          "“\(mixed)” means: the tightest dependency of the line has a float of \(tightest); for \(rest) it is unknown."
        ))
    }
    let assumed = assumptions(drawn, activities)
    if assumed > 0 {
      notes.append(
        words(
          "\(assumed) av det som er tegnet, er \(assumed == 1 ? "en forutsetning" : "forutsetninger") uten kilde; begrunnelsene står i verktøytipsene i SVG-en og i milepost graph --json.",
          "\(assumed) of the facts drawn \(assumed == 1 ? "is an assumption" : "are assumptions") without a source; the reasons are in the tooltips of the SVG and in milepost graph --json."
        ))
    }
    if implied > 0 {
      notes.append(
        words(
          implied == 1
            ? "1 kobling som følger av de andre, er ikke tegnet."
            : "\(implied) koblinger som følger av de andre, er ikke tegnet.",
          implied == 1
            ? "1 link that follows from the others is not drawn."
            : "\(implied) links that follow from the others are not drawn."))
    }
    if leftOut > 0 {
      notes.append(
        words(
          "\(leftOut) \(leftOut == 1 ? "element" : "elementer") uten forbindelser i dette utvalget er ikke tegnet.",
          "Not drawn: \(leftOut) \(leftOut == 1 ? "element" : "elements") without connections in this selection."))
    }
    return notes
  }

  /// How many drawn facts are assumed.
  private func assumptions(_ drawn: [DrawnDependency], _ activities: [Activity]) -> Int {
    let isAssumed = { (basis: Basis) in basis == .assumed || basis == .whatIf }
    var count = drawn.filter { isAssumed($0.facts.evidence.basis) }.count
    for activity in activities {
      let details = activity.details
      let bases = [details.planned?.basis, details.actualFinish?.basis, activity.duration?.basis]
      count += bases.compactMap { $0 }.filter(isAssumed).count
    }
    return count
  }
}

extension String {
  /// A quantity for people: `10d` as `10 d`.
  fileprivate var replacingUnit: String {
    guard let unit = firstIndex(where: { $0.isLetter || $0 == "%" }) else { return self }
    return self[..<unit] + " " + self[unit...]
  }
}
