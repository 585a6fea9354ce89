import PlanModel

extension Draft {
  /// Reads one project with its activities, links and relations.
  mutating func readProject(_ fields: Fields, id text: String, at origin: Origin) {
    let reading = fields.reading
    let id = ProjectID(text)
    var isNew = true
    if let first = projectOrigins[id] {
      reading.report(.duplicateID, text, at: origin, related: [first])
      isNew = false
    } else {
      projectOrigins[id] = origin
    }
    var project = Project(id, evidence: fields.evidence)
    project.name = fields.text("name") ?? ""
    project.kind = fields.oneOf("kind").flatMap(Project.Kind.init) ?? .project
    project.isExternal = fields.flag("external") ?? false
    project.aliases = fields.texts("aliases")
    project.partOf = fields.identifier("part-of").map { ProjectID($0) }
    use(.project, project.partOf?.text, at: fields.valuePlace("part-of"))
    if isNew, let whole = project.partOf {
      wholes.append((id, Reference(text: whole.text, project: nil, origin: fields.valuePlace("part-of"))))
    }
    project.owner = fields.text("owner")
    project.what = fields.text("what")
    project.phase = fields.text("phase")
    project.start = fields.day("start")
    project.mustFinishBy = fields.fact("must-finish-by")
    project.calendar = fields.identifier("calendar")
    use(.calendar, project.calendar, at: fields.valuePlace("calendar"))
    project.sites = fields.identifiers("site")
    project.tags = fields.texts("tags")
    project.seeds = fields.seeds
    project.seedID = fields.text("seed-id")
    project.formerIDs = fields.identifiers("was")
    project.note = fields.note
    if let status = fields.mapping("status", as: KeyTable.status) { project.status = readStatus(status) }
    if let cost = fields.mapping("cost", as: KeyTable.cost) { project.cost = readCost(cost) }
    if isNew { projects.append(project) }
    for pair in fields.named("activities") { readActivity(pair, fields, in: id) }
    for node in fields.list("links") { readLink(node, fields, in: id) }
    for node in fields.list("relations") { readRelation(node, fields, in: id) }
    for node in fields.list("correlations") { readCorrelation(node, fields, in: id) }
  }

  private func readStatus(_ fields: Fields) -> Status {
    var status = Status()
    for name in KeyTable.statusDimensions {
      if let colour = fields.oneOf(name).flatMap(Status.Colour.init) {
        status.colours.append(Status.Dimension(name, colour))
      }
    }
    status.trend = fields.oneOf("trend")
    status.words = fields.text("words")
    status.evidence = fields.evidence
    _ = (fields.note, fields.seeds)
    return status
  }

  func readCost(_ fields: Fields) -> Cost {
    var cost = Cost(evidence: fields.evidence)
    if let unit = fields.text("unit") { cost.unit = unit }
    cost.accrued = fields.number("accrued")
    cost.forecast = fields.number("forecast")
    cost.steeringFrame = fields.number("steering-frame")
    cost.costFrame = fields.number("cost-frame")
    cost.originalFrame = fields.number("original-frame")
    cost.changedFrame = fields.number("changed-frame")
    cost.runRate = fields.number("run-rate")
    cost.range = fields.range("range")
    cost.priceBase = fields.text("price-base")
    cost.cases = fields.texts("cases")
    cost.note = fields.note
    cost.seeds = fields.seeds
    for pair in fields.named("parts", checkingIDs: false) {
      if let text = fields.raw(pair.value, pair.key, "a number"), let amount = fields.number(text, pair.value) {
        cost.parts.append(Cost.Part(pair.key, amount))
      }
    }
    return cost
  }
}

extension Fields {
  /// Where the value of a key stands.
  func valuePlace(_ key: String) -> Origin {
    pair(key).map { reading.origin($0.value.mark, file) } ?? origin
  }
}
