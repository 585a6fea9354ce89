import PlanComparison
import PlanModel
import PlanRendering
import Testing

@Suite struct `Pictures of projects` {
  private func drawing(
    _ plan: Plan = SmallPortfolio.plan(), _ language: Language = .norwegian,
    _ edit: (inout DependencyPicture.Options) -> Void = { _ in }
  ) throws -> GraphDrawing {
    var options = DependencyPicture.Options()
    edit(&options)
    return DependencyPicture(level: .projects, outlook: try Outlook(plan), language: language, options: options).drawing
  }

  private func edge(_ id: String, in drawing: GraphDrawing) throws -> GraphDrawing.Edge {
    try #require(drawing.edges.first { $0.id == id })
  }

  @Test func `join what leads from one node to another, and keep an element for each part`() throws {
    let drawing = try drawing()
    let line = try edge("alfa→x-group", in: drawing)
    #expect(line.parts == ["R1", "R2"])
    #expect(line.label == "T1.1 2× infra., data")
    let picture = try SVGPicture(drawing, at: GridLayout().positions(of: drawing))
    let ids = Set(try StrictXML.parse(picture.document).all.compactMap { $0.attributes["id"] })
    for relation in SmallPortfolio.plan().relations {
      #expect(ids.contains("part-" + (relation.dependency.id ?? "")))
    }
    #expect(drawing.edges.contains { $0.from == "x-platform" && $0.to == "x-platform" })
  }

  @Test func `take colour and weight from the tightest part, and its sign from the colour`() throws {
    let drawing = try drawing()
    let tight = try edge("alfa→beta", in: drawing)
    let unknown = try edge("beta→gamma", in: drawing)
    let ample = try edge("alfa→gamma", in: drawing)
    let bare = try edge("x-project→gamma", in: drawing)
    #expect(tight.classes.contains("tightness-tight"))
    #expect(tight.label?.contains("△ 6 d") == true)  // 30 June to 10 July, five working days and the last one whole
    #expect(unknown.classes.contains("tightness-unknown"))
    #expect(unknown.label?.contains("?") == true)
    #expect(ample.classes.contains("tightness-slack"))
    #expect(bare.classes.contains("tightness-undatable"))
    #expect(Set([tight, unknown, ample, bare].map(\.colour)).count == 4)
    #expect(tight.width > unknown.width && unknown.width > ample.width && ample.width > bare.width)
  }

  @Test func `do not let a tight part hide unknown ones`() throws {
    var plan = SmallPortfolio.plan()
    plan.links.append(Link(from: "alfa.udatert", to: "beta.klar"))
    plan.activities.append(SmallPortfolio.milestone("alfa.udatert"))
    let drawing = try drawing(plan)
    #expect(try edge("alfa→beta", in: drawing).label?.contains("△ 6 d, 1 ?") == true)
    let note = "«△ 6 d, 1 ?» betyr: den strammeste av linjens avhengigheter har 6 d slakk; for 1 er slakken ukjent."
    #expect(drawing.footnotes.contains(note))
    #expect(!(try self.drawing().footnotes.contains { $0.contains("betyr:") }))
  }

  @Test func `never show an unknown status as green`() throws {
    let drawing = try drawing()
    let badges = Dictionary(uniqueKeysWithValues: drawing.nodes.map { ($0.id, $0.badges) })
    #expect(badges["alfa"]?.map(\.symbol) == ["R"])
    #expect(badges["beta"]?.map(\.symbol) == ["?"])
    #expect(badges["gamma"]?.map(\.symbol) == ["Gr"])
    #expect(badges["beta"]?.first?.tooltip == "Status ukjent (tid: grønn, risiko: ukjent)")
    #expect(badges["x-supplier"]?.isEmpty == true)
    #expect(badges["beta"]?.first?.colour != Palette.standard.good)
  }

  @Test func `give each kind of outer node a look of its own`() throws {
    let drawing = try drawing { $0.showsIsolated = true }
    let looks = drawing.nodes.filter { $0.classes.contains("external") }.map { "\($0.shape) \($0.style)" }
    #expect(looks.count == Project.Kind.allCases.count)
    #expect(Set(looks).count == looks.count)
  }

  @Test func `leave out what nothing leads to, and say how many`() throws {
    let drawing = try drawing()
    #expect(!drawing.nodes.contains { $0.id == "x-goal" })
    #expect(drawing.footnotes.contains("1 element uten forbindelser i dette utvalget er ikke tegnet."))
    #expect(try self.drawing { $0.showsIsolated = true }.nodes.contains { $0.id == "x-goal" })
  }

  @Test func `can be held to rows, to a focus and to hard dependencies`() throws {
    #expect(try drawing { $0.rows = ["T1.*"] }.edges.flatMap(\.parts).allSatisfy { $0.hasPrefix("R") })
    #expect(try drawing { $0.rows = ["T1.7"] }.edges.map(\.parts) == [["R8"]])
    #expect(try !drawing { $0.onlyHard = true }.edges.contains { $0.line != .solid })
    let near = try drawing { $0.focus = ["x-building"] }
    #expect(Set(near.nodes.map(\.id)) == ["x-building", "gamma"])
    let wider = try drawing {
      $0.focus = ["x-building"]; $0.steps = 2
    }
    #expect(Set(wider.nodes.map(\.id)) == ["x-building", "gamma", "alfa", "beta", "x-project"])
  }

  @Test func `explain only what they use`() throws {
    let texts = try drawing { $0.rows = ["T1.7"] }.legend.entries.map(\.text)
    #expect(
      texts == [
        "prosjekt i porteføljen", "kapasitet", "rød (dårligste status av tid, risiko)",
        "uten datoer: slakk kan ikke regnes ut", "hard: kan ikke uten",
      ])
  }

  @Test func `are alike for equal plans`() throws {
    #expect(try drawing() == drawing())
    #expect(try DotText(drawing()).text == DotText(drawing()).text)
  }

  @Test(arguments: Hostile.texts) func `stay whole whatever the plan says`(text: String) throws {
    var plan = SmallPortfolio.plan()
    plan.name = text
    for place in plan.projects.indices { plan.projects[place].name = text + String(place) }
    for place in plan.relations.indices {
      plan.relations[place].dependency.what = text
      plan.relations[place].dependency.kind = text
      plan.relations[place].dependency.row = text
      plan.relations[place].dependency.id = text
      plan.relations[place].dependency.evidence = Evidence(source: text)
    }
    plan.activities = plan.activities.map { activity in
      var activity = activity
      activity.name = text
      activity.details.note = text
      return activity
    }
    for level in GraphLevel.allCases {
      for language in Language.allCases {
        var options = DependencyPicture.Options()
        options.showsRelations = true
        let drawing = DependencyPicture(
          level: level, outlook: try Outlook(plan), language: language, options: options
        ).drawing
        try drawing.check()
        let picture = try SVGPicture(drawing, at: GridLayout().positions(of: drawing))
        let root = try StrictXML.parse(picture.document)
        #expect(root.named("script").isEmpty && root.named("foreignObject").isEmpty)
        let ids = root.all.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
      }
    }
  }

  @Test func `draw an empty plan as an empty picture`() throws {
    for level in GraphLevel.allCases {
      let drawing = DependencyPicture(level: level, outlook: try Outlook(Plan()), language: .english).drawing
      #expect(drawing.nodes.isEmpty && drawing.edges.isEmpty)
    }
  }
}
