import PlanComparison
import PlanModel
import PlanRendering
import PlanSchedule
import Testing

/// A portfolio in which every name is out to break a picture.
private enum HostilePortfolio {
  static func name(_ id: String) -> String {
    "\(id) ÆØÅ <script>alert('\u{1}')</script> & \"]]>\" \u{202E}snudd \u{0} "
      + String(repeating: "Langtordutenmellomrom", count: 12)
  }

  static func plan(windows: Bool = true) throws -> Plan {
    var plan = SmallPortfolio.plan()
    plan.name = name("Plan")
    for place in plan.activities.indices {
      plan.activities[place].name = name("A\(place)")
      if plan.activities[place].kind.isMilestone {
        plan.activities[place].details.event = "go-live"
        plan.activities[place].details.sites = place % 3 == 0 ? [] : ["<sted \(place % 2)>"]
      }
    }
    for place in plan.projects.indices { plan.projects[place].name = name("P\(place)") }
    for place in plan.links.indices { plan.links[place].details.dependency.what = name("L\(place)") }
    plan.links[2].details.dependency.promised = Fact(try DateSpan("2023-05-15"), SmallPortfolio.stated)
    plan.projects[0].owner = name("Eier")
    var cost = Cost()
    (cost.forecast, cost.steeringFrame, cost.costFrame) = (
      Amount(thousandths: 100_000), Amount(thousandths: 90_000), nil
    )
    plan.projects[0].cost = cost
    if windows {
      let first = Day(year: 2023, month: 1, day: 7) ?? .earliest
      plan.windows = [
        EventWindow(name: "golive", open: (0..<30).map { (first + 28 * $0)...(first + (28 * $0 + 1)) })
      ]
      plan.activities[7].details.window = "golive"
    }
    return plan
  }
}

@Suite struct `Pictures of questions` {
  private func outlook(_ changes: [Change] = []) throws -> Outlook {
    let plan = try HostilePortfolio.plan()
    return try Outlook(changes.isEmpty ? plan : plan.applying(changes), promises: plan)
  }

  private func context(_ outlook: Outlook, _ language: Language = .norwegian) -> ChartContext {
    ChartContext(
      outlook, words: Words(language: language, names: Names(outlook.plan)), notes: [HostilePortfolio.name("Note")])
  }

  private func slip() throws -> Touched {
    Touched(SlipReport(before: try outlook(), after: try outlook([Change("alfa.ferdig +9ew")])))
  }

  /// Every chart, with how many rows it must have.
  private func pictures(_ language: Language = .norwegian) throws -> [(name: String, picture: SVGPicture, rows: Int)] {
    let outlook = try outlook()
    let context = context(outlook, language)
    let tolerances = Tolerances(outlook)
    let interfaces = InterfaceRegister(outlook).rows
    let collisions = Collisions(outlook, within: 60)
    let needs = try #require(Needs(outlook, for: "beta.snart"))
    let purchases = try #require(
      Purchases(
        outlook, for: "alfa.oslo",
        among: Purchases.dayLess(for: "alfa.oslo", in: outlook) + [.init(.change(0), [Change("alfa.ferdig +2ew")])]))
    let touched = try slip()
    let during = try #require(During(outlook, "alfa.test"))
    let frames = FrameRanking(outlook.plan, before: outlook.plan)
    let site = { (event: Collisions.Event) in max(1, event.sites.count) }
    return [
      ("tolerance", ToleranceChart(tolerances, context).picture, tolerances.deliverables.count),
      ("interfaces", InterfaceChart(interfaces, context).picture, interfaces.count),
      (
        "collisions", CollisionChart(collisions, event: "go-live", only: nil, context).picture,
        collisions.events.map(site).reduce(0, +) + collisions.undated.count
      ), ("due", DueChart(needs, isTarget: true, context).picture, needs.rows.count + 1 + needs.windows.count),
      ("purchases", PurchaseChart(purchases, changes: ["A x <b>"], context).picture, purchases.rows.count),
      ("touched", TouchedChart(touched, changes: ["A x <b>"], context).picture, touched.parties.count),
      ("during", DuringChart(during, context).picture, during.rows.count),
      ("frames", FrameChart(frames, context).picture, frames.rows.count),
    ]
  }

  @Test(arguments: Language.allCases)
  func `are well formed whatever a plan is called, have every row, and nothing leaves the page`(
    language: Language
  ) throws {
    for (name, picture, rows) in try pictures(language) {
      #expect(rows > 0, "\(name)")
      let root = try StrictXML.parse(picture.document)
      #expect(root.named("script").isEmpty && root.named("foreignObject").isEmpty)
      #expect(root.all.allSatisfy { $0.attributes.keys.allSatisfy { !$0.hasPrefix("on") } })
      #expect(!picture.document.contains("\u{202E}") && !picture.document.contains("<script"))
      let turned = Set(
        root.named("g").filter { $0.attributes["transform"] != nil }.flatMap { $0.named("text").map(\.text) })
      let (width, height) = (root.number("width"), root.number("height"))
      for text in root.named("text") where !turned.contains(text.text) {
        let size = TextLine(text.text, size: text.number("font-size"), bold: text.attributes["font-weight"] == "bold")
          .width
        let anchor = text.attributes["text-anchor"]
        let left = text.number("x") - (anchor == "end" ? size : anchor == "middle" ? size / 2 : 0)
        #expect(left >= 0 && left + size <= width + 1, "\(name): \(text.text)")
        #expect(text.number("y") > 0 && text.number("y") < height, "\(name): \(text.text)")
      }
      for box in root.named("rect") where box.attributes["x"] != nil {
        #expect(box.number("x") >= 0 && box.number("x") + box.number("width") <= width + 1, "\(name)")
        #expect(box.number("y") >= 0 && box.number("y") + box.number("height") <= height + 1, "\(name)")
      }
      let labels = root.named("text").map(\.text).filter { text in
        ["A", "P", "L", "R", "En dag", "Et ", "A day"].contains { text.hasPrefix($0) } && text.contains(" ")
      }
      #expect(labels.count >= rows, "\(name): \(rows) rows, \(labels)")
    }
  }

  @Test func `say the figures of the answer`() throws {
    let outlook = try outlook()
    let words = Words(language: .norwegian, names: Names(outlook.plan))
    func texts(_ picture: SVGPicture) throws -> [String] {
      try StrictXML.parse(picture.document).named("text").map(\.text)
    }
    let tolerances = Tolerances(outlook)
    let cells = try texts(ToleranceChart(tolerances, context(outlook)).picture)
    var counted = 0
    for milestone in tolerances.milestones {
      for id in tolerances.deliverables {
        guard let cell = tolerances[id, milestone], let room = cell.misses?.atWorst else { continue }
        let days = words.wholeDays(room, ifNil: "")
        #expect(cells.contains { $0 == days || $0 == "≤\u{A0}\(days)" }, "\(id) \(milestone) \(days)")
        counted += 1
      }
    }
    #expect(counted >= 1)
    // A promise that is overtaken is marked, and only that one.
    let stale = InterfaceRegister(outlook).rows.filter { $0.staleness != nil }
    #expect(stale.map(\.dependency.id) == ["L3"])
    let register = try texts(InterfaceChart(InterfaceRegister(outlook).rows, context(outlook)).picture)
    #expect(register.count { $0.hasPrefix("! løftet") } == 1)
    // The window that is missed costs what the answer says.
    let needs = try #require(Needs(outlook, for: "beta.snart"))
    let miss = try #require(needs.windows.first)
    let costs = try #require(miss.costs)
    #expect(costs > .zero)
    #expect(try texts(DueChart(needs, isTarget: true, context(outlook)).picture).contains(words.roundShift(costs)))
    let touched = try slip()
    let bars = try texts(TouchedChart(touched, changes: ["x"], context(outlook)).picture)
    for party in touched.parties {
      #expect(bars.contains("\(party.reached) / \(party.consumed.count) / \(party.moved.count)"))
    }
  }

  /// A bar is as long as what it stands for.
  @Test func `have bars in proportion`() throws {
    var plan = Plan(
      activities: [
        Activity("a", work: .days(10), calendar: "24h"), Activity("b", work: .days(10), calendar: "24h"),
        .milestone("m"),
      ], links: [Link(from: "a", to: "b"), Link(from: "b", to: "m")])
    plan.start = Day(year: 2024, month: 1, day: 1)
    plan.options.minutesPerDay = 1440
    let outlook = try Outlook(plan)
    let purchases = try #require(
      Purchases(
        outlook, for: "m",
        among: [
          .init(.change(0), [Change("a duration -6d")]), .init(.change(1), [Change("b duration -2d")]),
          .init(.change(2), [Change("a duration +4d")]),
        ]))
    #expect(purchases.rows.map(\.gain.last) == [.days(6), .days(2), .days(-4)])
    let chart = PurchaseChart(purchases, changes: ["a -6d", "b -2d", "a +4d"], context(outlook))
    let root = try StrictXML.parse(chart.picture.document)
    let legend = Set(root.classed("legend").flatMap { $0.named("rect") }.map { $0.number("y") })
    let bars = root.named("rect").filter { $0.attributes["rx"] == "1.5" && !legend.contains($0.number("y")) }
    let lengths = bars.map { $0.number("width") }
    #expect(lengths.count == 4)
    #expect(abs(lengths[0] / lengths[1] - 3) < 0.01 && abs(lengths[0] / lengths[2] - 1.5) < 0.01)
    // Later lies on the other side of nothing.
    #expect(abs(bars[2].number("x") + lengths[2] - bars[0].number("x")) < 0.1)
    #expect(Set(bars.map { $0.attributes["fill"] }).count == 3)
  }

  @Test func `of nothing say so`() throws {
    let outlook = try Outlook(Plan(activities: [.milestone("m")], links: []))
    let context = context(outlook)
    let pictures = [
      ToleranceChart(Tolerances(outlook), context).picture, InterfaceChart([], context).picture,
      CollisionChart(Collisions(outlook), event: "go-live", only: nil, context).picture,
      FrameChart(FrameRanking(outlook.plan, before: outlook.plan), context).picture,
      ConflictPicture(Conflicts(outlook), context).nothing,
    ]
    for picture in pictures {
      let root = try StrictXML.parse(picture.document)
      #expect(root.named("text").count >= 3 && root.number("height") < 400)
    }
    #expect(ConflictPicture(Conflicts(outlook), context).drawing == nil)
  }

  @Test func `of conflicts have each fact once, with what is enough`() throws {
    let outlook = try outlook()
    let conflicts = Conflicts(outlook)
    #expect(!conflicts.conflicts.isEmpty)
    let drawing = try #require(ConflictPicture(conflicts, context(outlook)).drawing)
    let words = Words(language: .norwegian, names: Names(outlook.plan))
    #expect(drawing.clusters.count == conflicts.conflicts.count)
    let links = conflicts.conflicts.flatMap(\.members).filter { if case .link = $0.subject { true } else { false } }
    #expect(drawing.edges.count == links.count && !links.isEmpty)
    for (edge, member) in zip(drawing.edges, links) {
      #expect(edge.label?.hasPrefix(words.relaxation(member.relaxation)) == true)
    }
    let others = conflicts.conflicts.flatMap(\.members).count - links.count
    #expect(drawing.nodes.flatMap(\.lines).count { $0.text.hasPrefix("→ ") } == others)
    let positions = try GridLayout().positions(of: drawing)
    _ = try StrictXML.parse(SVGPicture(drawing, at: positions).document)
  }
}
