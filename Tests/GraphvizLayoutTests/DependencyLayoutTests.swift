import GraphvizLayout
import PlanComparison
import PlanModel
import PlanRendering
import Testing

@Suite struct `Dependency pictures laid out` {
  /// Eleven projects that wait for each other and for many outside, some of them in circles.
  private func plan(seed: Int) -> Plan {
    var plan = Plan()
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let words = ["Regional", "laboratoriedataløsning", "Klinisk", "legemiddelsamhandling", "Økt", "bygg", "i", "Ås"]
    for number in 0..<32 {
      let kind = number < 11 ? .project : Project.Kind.allCases[number % Project.Kind.allCases.count]
      let name = (0...next(4)).map { _ in words[next(words.count)] }.joined(separator: " ")
      plan.projects.append(Project(ProjectID("p\(number)"), name: name, kind: kind, isExternal: number >= 11))
    }
    for number in 0..<48 {
      var facts = Dependency()
      facts.id = "D\(number)"
      facts.row = "T1.\(number % 9 + 1)"
      facts.kind = ["infrastructure", "test-env", "sequence"][next(3)]
      plan.relations.append(
        Relation(
          from: "p\(next(32))", to: "p\(next(14))", strength: Strength.allCases[next(3)], dependency: facts))
    }
    return plan
  }

  @Test(arguments: 1...6) func `keep nodes, and labels and nodes, apart`(seed: Int) throws {
    let drawing = DependencyPicture(level: .projects, outlook: try Outlook(plan(seed: seed)), language: .norwegian)
      .drawing
    let positions = try Graphviz(aspectRatio: 1.414, nodeSpacing: 13).positions(of: drawing)
    let boxes = drawing.nodes.compactMap { positions.nodes[$0.id] }
    #expect(boxes.count == drawing.nodes.count)
    for (place, box) in boxes.enumerated() {
      #expect(!boxes[..<place].contains { $0.overlaps(box) })
    }
    for node in drawing.nodes {
      let size = try #require(positions.nodes[node.id]?.size)
      #expect(drawing.figure(of: node).size.width <= size.width + 1)
    }
    #expect(try Graphviz(aspectRatio: 1.414, nodeSpacing: 13).positions(of: drawing) == positions)
  }

  @Test(arguments: 1...2) func `leave labels clear of nodes, each other and the legend`(seed: Int) throws {
    let drawing = DependencyPicture(level: .projects, outlook: try Outlook(plan(seed: seed)), language: .norwegian)
      .drawing
    let page = try PageFit().page(of: drawing)
    #expect(page.faults.labelsOnNodes == 0 && page.faults.labelsOnLabels == 0, "\(page.faults)")
    #expect(page.faults.underLegend == 0 && page.legend != nil, "\(page.faults)")
    #expect(page.faults.linesThroughNodes == 0, "\(page.faults)")
    #expect(page.faults.linesUnderLabels <= 24, "\(page.faults)")
    #expect(try PageFit().page(of: drawing).picture.document == page.picture.document)
  }
}
