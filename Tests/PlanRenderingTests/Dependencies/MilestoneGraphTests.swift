import PlanComparison
import PlanModel
import PlanRendering
import Testing

@Suite struct `Pictures of milestones` {
  private func drawing(
    _ plan: Plan = SmallPortfolio.plan(), _ language: Language = .norwegian,
    _ edit: (inout DependencyPicture.Options) -> Void = { _ in }
  ) throws -> GraphDrawing {
    var options = DependencyPicture.Options()
    edit(&options)
    return DependencyPicture(level: .milestones, outlook: try Outlook(plan), language: language, options: options)
      .drawing
  }

  private func texts(_ id: String, in drawing: GraphDrawing) -> [String] {
    drawing.nodes.first { $0.id == id }?.lines.map(\.text) ?? []
  }

  private func badges(_ id: String, in drawing: GraphDrawing) -> [String] {
    drawing.nodes.first { $0.id == id }?.badges.map(\.symbol) ?? []
  }

  @Test func `say a date in the words of the plan`() throws {
    let drawing = try drawing()
    #expect(texts("alfa.ferdig", in: drawing) == ["ferdig", "juni 2023"])
    #expect(texts("alfa.levert", in: drawing) == ["levert", "1. mars 2023"])
    #expect(badges("alfa.levert", in: drawing) == ["✓"])
  }

  @Test func `say that a date is unknown, or only a lower bound`() throws {
    let drawing = try drawing()
    #expect(texts("beta.udatert", in: drawing)[1] == "udatert")
    #expect(badges("beta.udatert", in: drawing) == ["?"])
    #expect(texts("gamma.sent", in: drawing)[1] == "ikke før 1. juni 2024")
    #expect(badges("gamma.sent", in: drawing) == ["≥"])
    #expect(texts("beta.venter", in: drawing)[1] == "udatert")  // a bound at the status date says nothing
    let line = try #require(drawing.edges.first { $0.id == "L5" })
    #expect(line.classes.contains("tightness-unknown"))
    #expect(line.tooltip.contains("ingen dato for udatert"))
  }

  @Test func `show a broken promise and how far it is broken`() throws {
    let drawing = try drawing()
    // Twenty working days after June end on 28 July at the latest, twenty after the promise of 30 June.
    for id in ["L1", "L2"] {
      let line = try #require(drawing.edges.first { $0.id == id })
      #expect(line.classes.contains("tightness-critical"))
      #expect(line.label?.contains("▲ −20 d") == true)
    }
    #expect(drawing.nodes.first { $0.id == "alfa.test" }?.classes.contains("critical") == true)
    #expect(texts("alfa.oslo", in: drawing).contains("oppgitt 30. juni 2023"))
  }

  @Test func `mark what rests on an assumption`() throws {
    let drawing = try drawing()
    let test = try #require(drawing.nodes.first { $0.id == "alfa.test" })
    #expect(test.style.line == .dashed)
    #expect(test.badges.map(\.symbol) == ["F"])
    #expect(test.tooltip.contains("Varighet: 20 arbeidsdager (Forutsatt: et skjønn)"))
    #expect(
      try self.drawing(SmallPortfolio.plan(), .english).nodes.first { $0.id == "alfa.test" }?.badges.map(\.symbol) == [
        "A"
      ])
  }

  @Test func `frame nodes by project`() throws {
    let drawing = try drawing()
    #expect(drawing.clusters.map(\.id) == ["alfa", "beta", "gamma"])
    #expect(drawing.nodes.allSatisfy { $0.cluster != nil })
  }

  @Test func `draw strength as the style of the line`() throws {
    let lines = Dictionary(uniqueKeysWithValues: try drawing().edges.map { ($0.id, $0.line) })
    #expect(lines["L1"] == .solid && lines["L7"] == .dashed && lines["L8"] == .double)
  }

  @Test func `leave out links that follow from others, when asked`() throws {
    let all = try drawing()
    let few = try drawing { $0.leavesOutImplied = true }
    #expect(Set(all.edges.map(\.id)).subtracting(few.edges.map(\.id)) == ["L11"])
    #expect(few.footnotes.contains("1 kobling som følger av de andre, er ikke tegnet."))
  }

  @Test func `show only what a milestone waits for`() throws {
    let drawing = try drawing { $0.to = "alfa.oslo" }
    #expect(Set(drawing.nodes.map(\.id)) == ["alfa.ferdig", "alfa.test", "alfa.oslo"])
  }

  @Test func `leave out what is done`() throws {
    #expect(try !drawing { $0.hidesDone = true }.nodes.contains { $0.id == "alfa.levert" })
  }

  @Test func `put a choice beside the milestone that decides`() throws {
    let drawing = try drawing()
    let choice = try #require(drawing.nodes.first { $0.shape == .diamond })
    #expect(choice.lines.map(\.text) == ["Valg", "a (gjelder)", "b (ventet)"])
    #expect(drawing.edges.contains { $0.from == "beta.valg" && $0.to == choice.id })
  }

  @Test func `draw relations when asked, to whole projects too`() throws {
    #expect(try !drawing().edges.contains { $0.id == "R9" })
    let drawing = try drawing { $0.showsRelations = true }
    #expect(drawing.edges.contains { $0.id == "R9" && $0.from == "x-body" && $0.to == "beta.klar" })
    #expect(texts("alfa", in: drawing) == ["(prosjektet som helhet)"])
  }
}
