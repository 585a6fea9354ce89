import PlanComparison
import PlanModel
import PlanRendering
import PlanSchedule

/// Two plans side by side as text for people.
struct ComparisonText {
  let comparison: Comparison
  let range: GapRange?
  let names: Pair<String>
  let only: Set<ActivityID>?
  let showsAll: Bool
  let width: Int
  private let words: Words

  init(
    comparison: Comparison, range: GapRange?, names: Pair<String>, only: Set<ActivityID>?, showsAll: Bool,
    language: Language, width: Int
  ) {
    self.range = range
    self.comparison = comparison
    self.names = names
    self.only = only
    self.showsAll = showsAll
    self.width = width
    words = Words(language: language, names: Names(comparison.first.plan, comparison.second.plan))
  }

  var text: String {
    let plan = comparison.second.plan
    var parts = [words.title(of: plan) + "\n" + sides]
    let rows = comparison.rows.filter { row in
      only?.contains(row.id) ?? (row.activity.kind.isMilestone && (showsAll || row.differs))
    }
    if rows.isEmpty {
      parts.append(words.nothingDiffers(areTheSame: names.first == names.second))
    }
    parts += rows.map(block)
    let gaps = comparison.gaps.filter { gap in only.map { $0.contains(gap.from) && $0.contains(gap.to) } ?? true }
    if !gaps.isEmpty {
      let open = GapText(range: range, columns: [names.first, names.second], words: words, width: width).lines
      parts.append((self.gaps(gaps).split(separator: "\n").map(String.init) + open.dropFirst()).joined(separator: "\n"))
    }
    if !rows.isEmpty { parts.append(assumptions(of: rows)) }
    parts.append(legend)
    return parts.joined(separator: "\n\n") + "\n"
  }

  // MARK: The sides

  private var sides: String {
    var lines: [String] = []
    for (name, outlook) in [(names.first, comparison.first), (names.second, comparison.second)] {
      lines += indented(words.side(name, outlook.plan.scenario(ScenarioID(name))), by: 0)
      lines += indented(words.targets(verdicts(outlook)), by: 2)
    }
    let shared = comparison.second.plan.applied.filter { $0 != names.first && $0 != names.second }
    if !shared.isEmpty { lines += indented(words.shared(shared), by: 0) }
    if let decision = comparison.decision { lines += indented(words.choice(decision), by: 0) }
    return lines.joined(separator: "\n")
  }

  /// The verdicts on targets among the milestones that differ.
  private func verdicts(_ outlook: Outlook) -> [Verdict.Word] {
    comparison.rows.filter { $0.activity.kind.isMilestone && $0.differs }
      .compactMap { outlook.verdict(on: $0.id)?.word }
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
      lines += indented(words.why(in: name), by: 2)
      for line in words.lines(of: chain, in: plan, called: name) { lines += indented("– " + line.text, by: 4) }
    }
    return lines
  }

  private func ledgers(_ row: Comparison.Row) -> [String] {
    guard let difference = row.difference, difference.first != .zero || difference.last != .zero else { return [] }
    return indented(words.ledgerHeading, by: 2)
      + indented(
        "– " + words.ledger(row.ledger.first, .first, total: difference.first, in: comparison.difference), by: 4)
      + indented("– " + words.ledger(row.ledger.last, .last, total: difference.last, in: comparison.difference), by: 4)
  }

  // MARK: Gaps and assumptions

  private func gaps(_ gaps: [Comparison.GapRow]) -> String {
    var lines: [String] = []
    for gap in gaps {
      lines += indented(words.gap(gap), by: 0)
      for (name, stated, placed) in [
        (names.first, gap.stated.first, gap.placed.first), (names.second, gap.stated.second, gap.placed.second),
      ] {
        lines += indented(words.gap(in: name, stated: stated, placed: placed), by: 2)
      }
      // What is not said of it stands under all gaps together, with what that leaves open.
      if let kind = gap.gap, !isOpen(gap) { lines += indented(words.gapMeaning(kind), by: 2) }
    }
    return lines.joined(separator: "\n")
  }

  private func isOpen(_ gap: Comparison.GapRow) -> Bool {
    (range?.gaps ?? []).joined().contains { $0.from == gap.from && $0.to == gap.to }
  }

  private func assumptions(of rows: [Comparison.Row]) -> String {
    let (heading, items) = words.assumptions(
      behind: rows.map(\.id) + comparison.difference.linkEnds, in: [comparison.first, comparison.second])
    return ([heading] + items.flatMap { indented("– " + $0, by: 2) }).joined(separator: "\n")
  }

  private var legend: String {
    words.comparisonNote.flatMap { indented($0, by: 0) }.joined(separator: "\n")
  }

  private func indented(_ text: String, by indent: Int) -> [String] {
    MilepostCommand.indented(text, by: indent, to: width)
  }
}
