import PlanModel

extension Draft {
  /// Reads one scenario.
  mutating func readScenario(_ fields: Fields, id: String) {
    guard define("scenario", id, at: fields.origin, fields.reading) else { return }
    var scenario = Scenario(ScenarioID(id), name: fields.text("name") ?? "", evidence: fields.evidence)
    for node in fields.list("extends") {
      guard let text = fields.raw(node, "extends", "an id"), let base = fields.identifier(text, node) else { continue }
      use(.scenario, base, at: fields.reading.origin(node.mark, fields.file))
      scenario.extends.append(ScenarioID(base))
    }
    scenario.changes = readChanges(fields)
    if let verdict = fields.mapping("stated-verdict", as: KeyTable.statedVerdict) {
      scenario.statedVerdict = verdict.oneOf("is").map { Fact($0, verdict.evidence) }
      _ = (verdict.note, verdict.seeds)
    }
    scenario.seeds = fields.seeds
    scenario.note = fields.note
    plan.scenarios.append(scenario)
  }

  /// Reads the items of `changes`: expressions, or `{ change:, source:, because: }`.
  mutating func readChanges(_ fields: Fields) -> [Change] {
    var result: [Change] = []
    for node in fields.list("changes") {
      var value = node
      var evidence = fields.evidence
      var seeds: [String] = []
      if case .mapping = node.content {
        guard
          let long = Fields(
            node, as: KeyTable.change, of: fields.file, in: fields.reading, within: evidence, named: "changes")
        else { continue }
        evidence = long.evidence
        seeds = long.seeds
        _ = long.note
        guard let inner = long.pair("change")?.value else { continue }
        value = inner
      }
      guard let text = fields.raw(value, "changes", "a change") else { continue }
      evidence.origin = fields.reading.origin(value.mark, fields.file)
      do {
        var change = try Change(text.normalised, context: fields.reading.context, evidence: evidence)
        change.seeds = seeds
        result.append(change)
      } catch {
        let mark = value.mark(ofCharacter: error.column - 1)
        fields.reading.problems.add(error.located(at: fields.reading.origin(mark, fields.file)))
      }
    }
    changes += result
    return result
  }

  /// Reads one choice.
  mutating func readChoice(_ pair: YamlPair, _ outer: Fields) {
    guard let fields = outer.entry(pair, as: KeyTable.choice),
      define("choice", pair.key, at: fields.origin, fields.reading)
    else { return }
    var alternatives: [ScenarioID] = []
    for node in fields.list("alternatives") {
      guard let text = fields.raw(node, "alternatives", "an id"), let id = fields.identifier(text, node) else {
        continue
      }
      use(.scenario, id, at: fields.reading.origin(node.mark, fields.file))
      alternatives.append(ScenarioID(id))
    }
    func alternative(_ key: String) -> ScenarioID? {
      guard let id = fields.identifier(key), let node = fields.pair(key)?.value else { return nil }
      if fields.isCut { return ScenarioID(id) }
      return fields.oneOf(id, key, alternatives.map(\.text), node).map { ScenarioID($0) }
    }
    let choice = Choice(
      pair.key, name: fields.text("name") ?? "", alternatives: alternatives, formal: alternative("formal"),
      expected: alternative("expected"), evidence: fields.evidence)
    _ = (fields.note, fields.seeds)
    choices.append((choice, decidedBy: fields.reference("decided-by")))
  }
}
