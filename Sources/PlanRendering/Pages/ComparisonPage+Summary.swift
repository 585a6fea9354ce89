import PlanComparison
import PlanModel
import PlanSchedule

/// What a steering group reads first.
extension ComparisonPage {
  var summary: HTML {
    var parts: [HTML] = []
    if let decision = comparison.decision {
      parts.append(.element("p", [Attribute("class", "choice")], [.text(words.choice(decision, called: label))]))
    }
    parts.append(.element("div", [Attribute("class", "cards")], [card(0), card(1)]))
    parts.append(.element("p", [], [.text(gapSentence)]))
    return section(.summary, parts)
  }

  /// What the page calls an alternative: by the plan that it makes, or else by its id.
  private func label(_ alternative: ScenarioID) -> String {
    sides.first { $0.outlook.plan.applied.contains(alternative.text) }?.label ?? alternative.text
  }

  /// `Plan A (gjelder formelt)`.
  private func cardTitle(_ outlook: Outlook, _ label: String) -> [HTML] {
    let title = HTML.text(words.sentence(label))
    guard let decision = comparison.decision,
      let alternative = decision.choice.alternatives.first(where: { outlook.plan.applied.contains($0.text) }),
      let standing = words.standing(of: alternative, in: decision)
    else { return [title] }
    return [title, .text(" "), .element("span", [Attribute("class", "standing")], [.text("(\(standing))")])]
  }

  private func card(_ place: Int) -> HTML {
    let (outlook, label) = sides[place]
    let verdicts = comparison.milestones.compactMap { place == 0 ? $0.verdict.first : $0.verdict.second }
    let scenarios = scenarios(of: outlook)
    var parts: [HTML] = [
      .element("h3", [], cardTitle(outlook, label)),
      .element("p", [Attribute("class", "muted")], [.text(scenarios.map(\.title).joined(separator: "; "))]),
      .element(
        "p", [], [.text(words.allTargets(verdicts.map(\.word)))]),
      .element("ul", [], rows.compactMap { targetItem($0, place, outlook, label) }),
    ]
    for scenario in scenarios {
      guard let said = scenario.statedVerdict else { continue }
      let source = said.evidence.source.map { " (\($0))" } ?? ""
      parts.append(
        .element(
          "p", [Attribute("class", "said")],
          [
            .text("\(words.heading(.reportSays)): "),
            .element("strong", [], [.text(words.statedVerdict(said.value))]),
            .text("\(source). \(words.statedVerdictNote)"),
          ]))
    }
    return .element("article", [Attribute("class", place == 0 ? "card" : "card second")], parts)
  }

  private func targetItem(_ row: Comparison.Row, _ place: Int, _ outlook: Outlook, _ label: String) -> HTML? {
    guard let verdict = place == 0 ? row.verdict.first : row.verdict.second else { return nil }
    let reason = words.verdict(verdict).dropFirst(words.verdict(verdict.word).count)
    var parts: [HTML] = [
      badge(verdict.word), .text(" "), .element("strong", [], [.text(words.names[row.id])]),
      .text(", \(words.target(verdict.target))"),
      .text(reason.isEmpty ? "." : ": \(reason.dropFirst(2))."),
    ]
    let needs = words.breakEvens(verdict.breakEvens, for: label, status: outlook.plan.statusDate)
    for need in needs {
      parts.append(.element("span", [Attribute("class", "note need")], [.text(words.sentence(need) + ".")]))
    }
    return .element("li", [], parts)
  }

  func badge(_ word: Verdict.Word) -> HTML {
    .element(
      "span", [Attribute("class", "verdict \(word.rawValue)")],
      [
        .element("span", [Attribute("class", "sign"), Attribute("aria-hidden", "true")], [.text(words.symbol(word))]),
        .text(words.verdict(word)),
      ])
  }

  /// `Fra plan A til plan B: Oppstart AMK Bergen +2 måneder (32–91 d) …`
  private var gapSentence: String {
    var parts = rows.compactMap { row in
      row.statedDifference.flatMap { difference in
        row.stated.first?.value == row.stated.second?.value
          ? nil : "\(words.names[row.id]) \(words.difference(difference, signed: true))"
      }
    }
    parts += comparison.gaps.map { gap in
      words.theGap(gap)
    }
    guard !parts.isEmpty else { return "" }
    return words.asStated(from: labels.first, to: labels.second)
      + words.list(parts) + "."
  }
}
