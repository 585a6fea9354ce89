import PlanComparison
import PlanModel
import PlanRendering
import PlanSchedule

/// Two plans side by side as text for people.
struct ComparisonText {
  let comparison: Comparison
  let names: Pair<String>
  let only: Set<ActivityID>?
  let showsAll: Bool
  let language: Language
  let width: Int
  private let phrases: Phrases
  private var words: Words { phrases.words }

  init(
    comparison: Comparison, names: Pair<String>, only: Set<ActivityID>?, showsAll: Bool, language: Language, width: Int
  ) {
    self.comparison = comparison
    self.names = names
    self.only = only
    self.showsAll = showsAll
    self.language = language
    self.width = width
    phrases = Phrases(language, names: Names(comparison.first.plan, comparison.second.plan))
  }

  private func pick(_ norwegian: String, _ english: String) -> String { words.pick(norwegian, english) }

  var text: String {
    let plan = comparison.second.plan
    var parts = [phrases.heading(plan) + "\n" + sides]
    let rows = comparison.rows.filter { row in
      only?.contains(row.id) ?? (row.activity.kind.isMilestone && (showsAll || row.differs))
    }
    if rows.isEmpty {
      parts.append(
        names.first == names.second
          ? pick("Begge sider er den samme planen.", "Both sides are the same plan.")
          : pick("Ingen milepæl er forskjellig i de to planene.", "No milestone differs between the two plans."))
    }
    parts += rows.map(block)
    let gaps = comparison.gaps.filter { gap in only.map { $0.contains(gap.from) && $0.contains(gap.to) } ?? true }
    if !gaps.isEmpty { parts.append(self.gaps(gaps)) }
    if !rows.isEmpty { parts.append(assumptions(of: rows)) }
    parts.append(legend)
    return parts.joined(separator: "\n\n") + "\n"
  }

  // MARK: The sides

  private var sides: String {
    var lines: [String] = []
    for (name, outlook) in [(names.first, comparison.first), (names.second, comparison.second)] {
      let scenario = outlook.plan.scenario(ScenarioID(name))
      var line = "\(name): \(scenario?.title ?? pick("planen uten scenario", "the plan without a scenario"))"
      if let stated = scenario?.statedVerdict {
        let source = stated.evidence.source.map { " (\($0))" } ?? ""
        line +=
          pick("; rapportens egen vurdering: ", "; the report's own word: ")
          + words.statedVerdict(stated.value) + source
      }
      lines += indented(line, by: 0)
      lines += indented(tally(outlook), by: 2)
    }
    let shared = comparison.second.plan.applied.filter { $0 != names.first && $0 != names.second }
    if !shared.isEmpty { lines += indented(pick("Begge med: ", "Both with: ") + shared.joined(separator: "; "), by: 0) }
    return lines.joined(separator: "\n")
  }

  /// How many targets of each verdict, among the milestones that differ.
  private func tally(_ outlook: Outlook) -> String {
    let verdicts = comparison.rows.filter { $0.activity.kind.isMilestone && $0.differs }
      .compactMap { outlook.verdict(on: $0.id)?.word }
    return pick("mål: ", "targets: ") + words.counts(verdicts)
  }

  // MARK: One milestone

  private func block(_ row: Comparison.Row) -> String {
    var table = TextTable(columns: [
      .init(" "), .init(names.first), .init(names.second), .init(words.heading(.difference)),
    ])
    func cell(_ fact: Fact<DateSpan>?) -> String { fact.map { words.span($0.value) } ?? words.none }
    table.add([
      words.heading(.stated), cell(row.stated.first), cell(row.stated.second),
      row.statedDifference.map { words.difference($0, signed: true) } ?? words.none,
    ])
    table.add([
      words.heading(.placed), placed(row.placed.first, row.isLowerBound.first),
      placed(row.placed.second, row.isLowerBound.second), row.difference.map { words.moved($0) } ?? words.none,
    ])
    table.add([
      words.heading(.logic), placed(row.logic.first, !row.waitsFor.first.isEmpty),
      placed(row.logic.second, !row.waitsFor.second.isEmpty), logicDifference(row),
    ])
    table.add([words.heading(.target), target(row.verdict.first), target(row.verdict.second), ""])
    table.add([
      words.heading(.basis), row.basis.first.map { words.basis($0) } ?? words.none,
      row.basis.second.map { words.basis($0) } ?? words.none, "",
    ])
    var lines = indented("\(row.activity.title) (\(row.id))", by: 0)
    lines.append(contentsOf: table.text(width: width, indent: 2).split(separator: "\n").map(String.init))
    for (name, verdict, outlook) in [
      (names.first, row.verdict.first, comparison.first), (names.second, row.verdict.second, comparison.second),
    ] {
      guard let verdict else { continue }
      for sentence in words.breakEvens(verdict.breakEvens, for: name, status: outlook.plan.statusDate) {
        lines += indented(sentence + ".", by: 2)
      }
    }
    lines += chains(row)
    lines += ledgers(row)
    return lines.joined(separator: "\n")
  }

  private func placed(_ days: Readings<Day>?, _ isLowerBound: Bool) -> String {
    days.map { words.days($0, isLowerBound: isLowerBound) } ?? words.none
  }

  private func logicDifference(_ row: Comparison.Row) -> String {
    guard let old = row.logic.first, let new = row.logic.second else { return words.none }
    return words.moved(
      Readings(first: .days(new.first - old.first), last: .days(new.last - old.last)))
  }

  private func target(_ verdict: Verdict?) -> String {
    guard let verdict else { return words.none }
    return "\(words.symbol(verdict.word)) \(words.verdict(verdict))"
  }

  private func chains(_ row: Comparison.Row) -> [String] {
    var lines: [String] = []
    let sides = [
      (names.first, row.chain.first, comparison.first.plan), (names.second, row.chain.second, comparison.second.plan),
    ]
    for (name, chain, plan) in sides {
      guard let chain else { continue }
      lines += indented(
        pick("Hvorfor i \(name), lest ved de første dagene:", "Why in \(name), read at the first days:"), by: 2)
      for line in words.lines(of: chain, in: plan, called: name) { lines += indented("– " + line.text, by: 4) }
    }
    return lines
  }

  private func ledgers(_ row: Comparison.Row) -> [String] {
    guard let difference = row.difference, difference.first != .zero || difference.last != .zero else { return [] }
    var lines = ["  " + pick("Regnskap over forskjellen:", "Ledger of the difference:")]
    let readings = [
      (pick("første dager", "first days"), difference.first, row.ledger.first),
      (pick("siste dager", "last days"), difference.last, row.ledger.last),
    ]
    for (name, total, ledger) in readings {
      let entries = ledger.entries.map { words.entry($0, in: comparison.difference) }
      let sum = entries.isEmpty ? words.moved(total) : entries.joined(separator: "; ") + " = " + words.moved(total)
      lines += indented("– \(name): \(sum)", by: 4)
    }
    return lines
  }

  // MARK: Gaps and assumptions

  private func gaps(_ gaps: [Comparison.GapRow]) -> String {
    var lines: [String] = []
    for gap in gaps {
      lines += indented(
        pick("Avstand ", "Gap ") + "\(words.names[gap.from]) → \(words.names[gap.to]): \(words.gap(gap.stated))", by: 0)
      for (name, stated, placed) in [
        (names.first, gap.stated.first, gap.placed.first), (names.second, gap.stated.second, gap.placed.second),
      ] {
        let said = stated.map { words.difference($0) } ?? pick("ikke oppgitt", "not stated")
        let made = placed.map { words.distance($0) } ?? words.none
        lines += indented(
          "\(name): \(words.basis(.stated)) \(said), \(words.heading(.placed).lowercased()) \(made)", by: 2)
      }
      if let kind = gap.gap {
        lines += indented(
          pick("Planen sier om avstanden: ", "The plan says of the gap: ") + words.gap(kind) + ".", by: 2)
      }
    }
    return lines.joined(separator: "\n")
  }

  private func assumptions(of rows: [Comparison.Row]) -> String {
    let (heading, items) = phrases.assumptions(
      behind: rows.map(\.id) + comparison.difference.linkEnds, in: [comparison.first, comparison.second])
    return ([heading] + items.flatMap { indented($0, by: 2) }).joined(separator: "\n")
  }

  private var legend: String {
    indented(
      pick(
        "✓ holder   ✗ holder ikke   ◐ betinget   ? ukjent. a … b: upresise datoer lest ved første og siste dag. Oppgitt forskjell: dato mot dato; beregnet: dit beregningen setter datoen.",
        "✓ holds   ✗ fails   ◐ depends   ? unknown. a … b: imprecise dates read at their first and last day. Stated difference: date against date; placed: what was computed."
      ), by: 0
    ).joined(separator: "\n")
  }

  private func indented(_ text: String, by indent: Int) -> [String] {
    MilepostCommand.indented(text, by: indent, to: width)
  }
}
