import PlanComparison
import PlanModel
import PlanSchedule

/// For each milestone the chains of both plans side by side, and the ledgers.
extension ComparisonPage {
  var details: HTML {
    rows.isEmpty ? .sequence([]) : section(.details, rows.map(detail))
  }

  private func detail(_ row: Comparison.Row) -> HTML {
    let summary = "\(words.names[row.id]): \(computedDifference(row))"
    return .element(
      "details", [Attribute("open")],
      [
        .element("summary", [], [.text(summary)]),
        .element("p", [Attribute("class", "note")], [.text(words.names.withID(row.id))]),
        .element("div", [Attribute("class", "side")], [reasons(row, 0), reasons(row, 1)]),
        .element(
          "div", [Attribute("class", "side")],
          [
            ledger(.byChange, Readings(first: row.ledger.first, last: row.ledger.last), row),
            ledger(.byPath, row.pathLedger, row),
          ]),
      ])
  }

  private func reasons(_ row: Comparison.Row, _ place: Int) -> HTML {
    let (outlook, label) = sides[place]
    var parts: [HTML] = [.element("h3", [], [.text("\(words.heading(.chain)), \(label)")])]
    let (chain, bound) =
      place == 0 ? (row.chain.first, row.isLowerBound.first) : (row.chain.second, row.isLowerBound.second)
    if let chain {
      parts.append(list(words.lines(of: chain, in: outlook.plan, called: label)))
    }
    let (waits, placed) = place == 0 ? (row.waitsFor.first, row.placed.first) : (row.waitsFor.second, row.placed.second)
    if bound, let placed {
      let text = words.sentence(words.lowerBound(placed.first, waitsFor: waits, of: row.id)) + "."
      parts.append(.element("p", [], [.text(text)]))
    }
    if let logic = outlook.logic(behind: row.id), let days = outlook.schedule[row.id]?.logicDays {
      let date = words.days(days, isLowerBound: !waits.isEmpty)
      parts.append(.element("h3", [], [.text("\(words.heading(.logicChain)): \(date)")]))
      parts.append(list(words.lines(of: logic, in: outlook.plan, called: label)))
    }
    return .element("div", [], parts)
  }

  private func list(_ lines: [ChainLine]) -> HTML {
    .element("ol", [Attribute("class", "chain")], lines.map { .element("li", [], [.text($0.text)]) })
  }

  /// A ledger with its sum, in both readings.
  private func ledger(_ heading: Words.Heading, _ ledgers: Readings<Ledger>, _ row: Comparison.Row) -> HTML {
    ledger(heading, Readings(first: ledgers.first as Ledger?, last: ledgers.last as Ledger?), row)
  }

  private func ledger(_ heading: Words.Heading, _ ledgers: Readings<Ledger?>, _ row: Comparison.Row) -> HTML {
    var causes: [Ledger.Cause] = []
    for entry in (ledgers.first?.entries ?? []) + (ledgers.last?.entries ?? []) where !causes.contains(entry.cause) {
      causes.append(entry.cause)
    }
    let title = HTML.element("h3", [], [.text(words.heading(heading))])
    guard !causes.isEmpty else {
      return .element("div", [], [title, .element("p", [], [.text(words.heading(.noDifference))])])
    }
    func share(_ cause: Ledger.Cause, _ ledger: Ledger?) -> String {
      ledger?.entries.first { $0.cause == cause }.map { words.moved($0.elapsed) } ?? "0"
    }
    let lines = causes.map { cause in
      HTML.element(
        "tr", [],
        [
          .element("td", [], [.text(words.sentence(words.cause(cause, in: comparison.difference)))]),
          .cell(share(cause, ledgers.first), "amount"), .cell(share(cause, ledgers.last), "amount"),
        ])
    }
    let sums = HTML.element(
      "tr", [],
      [
        .element("th", [Attribute("scope", "row")], [.text(words.heading(.sum))]),
        .cell(ledgers.first.map { words.moved($0.total) } ?? words.none, "amount"),
        .cell(ledgers.last.map { words.moved($0.total) } ?? words.none, "amount"),
      ])
    let head = [
      HTML.column(words.heading(.what)), .column(words.heading(.first), "amount"),
      .column(words.heading(.last), "amount"),
    ]
    var parts = [title, .table(nil, head, lines, foot: sums)]
    if let difference = row.difference, let first = ledgers.first, let last = ledgers.last,
      first.total == difference.first, last.total == difference.last
    {
      parts.append(
        .element(
          "p", [Attribute("class", "note")],
          [
            .text(
              words.sumNote
                + (heading == .byPath ? " " + words.pathNote : ""))
          ]))
    }
    return .element("div", [], parts)
  }
}
