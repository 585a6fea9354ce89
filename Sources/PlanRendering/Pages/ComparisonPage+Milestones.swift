import PlanComparison
import PlanModel
import PlanSchedule

/// The tables of dates, verdicts and gaps.
extension ComparisonPage {
  var milestoneTable: HTML {
    var parts: [HTML] = [
      rows.isEmpty
        ? .element("p", [], [.text(words.heading(.nothing))]) : table(of: rows),
      .element("p", [Attribute("class", "note")], [.text(words.readingNote)]),
    ]
    if !otherRows.isEmpty {
      let title = "\(words.heading(.otherMilestones)) (\(otherRows.count))"
      parts.append(
        .element(
          "details", [Attribute("class", "same")], [.element("summary", [], [.text(title)]), table(of: otherRows)]))
    }
    return section(.milestones, parts)
  }

  private func table(of rows: [Comparison.Row]) -> HTML {
    let head: [Words.Heading] = [.milestone]
    let rest: [Words.Heading] = [.stated, .placed, .logic, .verdict, .basis, .waitsFor, .asStated, .computed]
    return .table(
      head.map { .column(words.heading($0)) } + [.column(words.heading(.plan))]
        + rest.map { .column(words.heading($0)) }, groups: rows.map(lines))
  }

  /// A milestone is two lines, one for each plan.
  private func lines(_ row: Comparison.Row) -> [HTML] {
    func line(_ place: Int) -> HTML {
      func of<Value>(_ pair: Pair<Value>) -> Value { place == 0 ? pair.first : pair.second }
      let waits = of(row.waitsFor)
      var cells: [HTML] = []
      if place == 0 {
        cells.append(
          .element("th", [Attribute("scope", "rowgroup"), Attribute("rowspan", 2)], [.text(words.names[row.id])]))
      }
      cells += [
        .element(
          "th", [Attribute("scope", "row"), Attribute("class", "nowrap")], [.text(words.sentence(sides[place].label))]),
        .cell(of(row.stated).map { words.span($0.value) } ?? words.none),
        .cell([.whole(of(row.placed).map { words.days($0, isLowerBound: of(row.isLowerBound)) } ?? words.none)]),
        .cell([.whole(of(row.logic).map { words.days($0, isLowerBound: !waits.isEmpty) } ?? words.none)]),
        .cell(of(row.verdict).map { [badge($0.word)] } ?? [.text(words.none)]),
        .cell(of(row.basis).map(words.basis) ?? words.none),
        .cell(waits.isEmpty ? words.none : words.list(waits.map { words.names[$0] })),
      ]
      if place == 0 {
        cells += [spanning(statedDifference(row)), spanning(computedDifference(row))]
      }
      return .element("tr", [Attribute("class", place == 0 ? "first-line" : "second-line")], cells)
    }
    return [line(0), line(1)]
  }

  private func spanning(_ text: String) -> HTML { .element("td", [Attribute("rowspan", 2)], [.whole(text)]) }

  func statedDifference(_ row: Comparison.Row) -> String {
    guard let first = row.stated.first?.value, let second = row.stated.second?.value else { return words.none }
    if first.earliest == second.earliest, first.latest == second.latest { return words.heading(.unchanged) }
    return row.statedDifference.map { words.difference($0, signed: true) } ?? words.none
  }

  func computedDifference(_ row: Comparison.Row) -> String {
    guard let moved = row.difference else { return words.none }
    let isBetweenBounds = row.isLowerBound.first || row.isLowerBound.second
    return words.moved(moved) + (isBetweenBounds ? " (\(words.heading(.lowerBounds)))" : "")
  }

  var gapTable: HTML {
    guard !comparison.gaps.isEmpty else { return .sequence([]) }
    let head = [
      HTML.column(words.heading(.between)), .column(words.heading(.asStated)),
      .column("\(words.sentence(labels.first)), \(words.heading(.stated).lowercased())"),
      .column("\(words.sentence(labels.second)), \(words.heading(.stated).lowercased())"),
      .column("\(words.sentence(labels.first)), \(words.heading(.placed).lowercased())"),
      .column("\(words.sentence(labels.second)), \(words.heading(.placed).lowercased())"),
      .column(words.heading(.gapKind)),
    ]
    let lines = comparison.gaps.map { gap in
      HTML.element(
        "tr", [],
        [
          .element(
            "th", [Attribute("scope", "row")], [.text("\(words.names[gap.from]) – \(words.names[gap.to])")]),
          .element("td", [], [.element("strong", [], [.text(words.gap(gap.stated))])]),
          .cell([.whole(gap.stated.first.map { words.difference($0) } ?? words.none)]),
          .cell([.whole(gap.stated.second.map { words.difference($0) } ?? words.none)]),
          .cell(gap.placed.first.map(words.distance) ?? words.none),
          .cell(gap.placed.second.map(words.distance) ?? words.none),
          .cell(gap.gap.map(words.gap) ?? words.none),
        ])
    }
    return section(.gaps, [.table(nil, head, lines)])
  }
}
