import PlanModel

extension Draft {
  /// Reads one risk with its measures.
  mutating func readRisk(_ pair: YamlPair, _ outer: Fields) {
    guard let fields = outer.entry(pair, as: KeyTable.risk),
      define("risk", pair.key, at: fields.origin, fields.reading)
    else { return }
    var risk = Risk(pair.key, name: fields.text("name") ?? "", evidence: fields.evidence)
    risk.what = fields.text("what")
    risk.likelihood = fields.level("likelihood")
    risk.consequence = fields.level("consequence")
    if let expected = fields.mapping("expected", as: KeyTable.rating) {
      risk.expectedLikelihood = expected.level("likelihood")?.value
      risk.expectedConsequence = expected.level("consequence")?.value
      _ = (expected.note, expected.seeds)
    }
    risk.probability = fields.probability("probability")
    risk.touches = fields.texts("touches")
    for (name, node) in zip(risk.touches, fields.list("touches")) {
      use(.touched, name, at: fields.reading.origin(node.mark, fields.file))
    }
    risk.change = fields.text("change")
    for pair in fields.named("measures") {
      if let measure = fields.entry(pair, as: KeyTable.measure) { risk.measures.append(readMeasure(measure, pair.key)) }
    }
    risk.seeds = fields.seeds
    risk.note = fields.note
    for pair in fields.named("impact", checkingIDs: false) {
      guard let activity = fields.reference(pair.key, at: pair.keyMark, in: nil),
        let delay = fields.estimate(pair.value, pair.key)
      else { continue }
      impacts.append((plan.risks.count, activity, delay))
    }
    for key in [RiskTargets.delays, .stretches] {
      for node in fields.list(key.rawValue) {
        guard let text = fields.raw(node, key.rawValue, "an id"),
          let activity = fields.reference(text, at: node.mark, in: nil)
        else { continue }
        riskTargets.append((plan.risks.count, key, activity))
      }
    }
    risk.cost = fields.range("cost")
    risk.factor = fields.range("factor")
    if let factor = risk.factor, (factor.value.low ?? factor.value.likely).thousandths < 0 {
      fields.reading.report(
        .badEstimate, "a factor of durations cannot be below zero: \(factor.value)", at: factor.evidence.origin)
    }
    plan.risks.append(risk)
  }

  private mutating func readMeasure(_ fields: Fields, _ id: String) -> Risk.Measure {
    var measure = Risk.Measure(id, name: fields.text("name") ?? "", evidence: fields.evidence)
    measure.owner = fields.text("owner")
    measure.status = fields.text("status")
    measure.isNew = fields.flag("new") ?? false
    measure.replacedBy = fields.text("replaced-by")
    measure.changes = readChanges(fields)
    measure.seeds = fields.seeds
    measure.note = fields.note
    return measure
  }

  /// Reads one register: typed columns, then rows.
  mutating func readRegister(_ pair: YamlPair, _ outer: Fields) {
    guard let fields = outer.entry(pair, as: KeyTable.register),
      define("register", pair.key, at: fields.origin, fields.reading)
    else { return }
    var columns: [Register.Column] = []
    for column in fields.named("columns", checkingIDs: false) {
      guard let word = fields.raw(column.value, column.key, "a type") else { continue }
      let words = Register.ColumnKind.allCases.map(\.rawValue)
      if let kind = fields.oneOf(word, column.key, words, column.value).flatMap(Register.ColumnKind.init) {
        columns.append(Register.Column(column.key, kind))
      }
    }
    var register = Register(pair.key, name: fields.text("name") ?? "", columns: columns, evidence: fields.evidence)
    let kind = KeyTable.row(of: columns)
    let knowsColumns = !fields.isCut || fields.pair("columns")?.value.isCut == false
    for node in fields.list("rows") where knowsColumns {
      if let row = Fields(node, row: kind, of: fields) { register.rows.append(readRow(row, columns)) }
    }
    plan.registers.append(register)
  }

  private mutating func readRow(_ fields: Fields, _ columns: [Register.Column]) -> Register.Row {
    let cells = columns.map { column -> String? in
      guard let node = fields.pair(column.name)?.value else { return nil }
      switch column.kind {
      case .text: return fields.text(column.name)
      case .number: return fields.number(column.name)?.description
      case .date: return fields.span(column.name)?.words
      case .flag: return fields.flag(column.name).map { $0 ? "yes" : "no" }
      case .reference:
        guard let text = fields.raw(node, column.name, "an id") else { return nil }
        use(.node, text, at: fields.reading.origin(node.mark, fields.file))
        return text
      }
    }
    return Register.Row(cells: cells, seeds: fields.seeds, evidence: fields.evidence)
  }
}

extension KeyTable {
  /// The keys of a register's rows: its columns, and the evidence that every mapping takes.
  static func row(of columns: [Register.Column]) -> MappingKind {
    let names = Set(columns.map(\.name))
    return MappingKind(
      name: "row", meaning: "",
      keys: columns.map { column in
        let form: ValueForm =
          switch column.kind {
          case .text: .text
          case .number: .number
          case .date: .span
          case .reference: .reference
          case .flag: .flag
          }
        return Key(column.name, form, "")
      } + evidence.filter { !names.contains($0.name) })
  }
}
