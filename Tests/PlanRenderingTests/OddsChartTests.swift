import PlanModel
import PlanRendering
import PlanSchedule
import PlanSimulation
import Testing

@Suite struct `Pictures of odds` {
  private let monday = Day(year: 2024, month: 1, day: 1) ?? .earliest

  private func odds(spread: Int) throws -> FinishOdds {
    var plan = Plan(activities: [Activity("a", work: .days(1), calendar: "24h")], links: [])
    plan.start = monday
    plan.options.minutesPerDay = 1440
    var model = RiskModel(certain: try Network(plan))
    if spread > 0 { model.setDuration(of: "a", to: try .uniform(min: 1440, max: Double(spread) * 1440)) }
    let futures = Simulation(model, watching: ["a"]).run(batches: 0..<1)
    return try #require(futures.odds(of: "a", in: plan))
  }

  private func chart(_ odds: FinishOdds, _ target: Int?, _ language: Language = .norwegian) -> OddsChart {
    let words = Words(language: language)
    return OddsChart(
      [
        .init(
          title: "Åpning av Sør-Øst <1>", odds: odds,
          target: target.map { (monday + $0, "mål uke 9: 71 %") }, remark: "utelater Ærfugl & co")
      ], percentiles: [10_000, 50_000, 80_000, 90_000], words: words, note: [words.chartNote])
  }

  @Test(arguments: [0, 1, 5, 40, 300, 4000], [nil, -400, 20, 900])
  func `are well formed, and nothing leaves the page`(spread: Int, target: Int?) throws {
    let root = try StrictXML.parse(chart(try odds(spread: spread), target).picture.document)
    let (width, height) = (root.number("width"), root.number("height"))
    #expect(root.children[0].text == "Åpning av Sør-Øst <1>")
    for text in root.named("text") {
      let size = TextLine(text.text, size: text.number("font-size"), bold: text.attributes["font-weight"] == "bold")
        .width
      let from = text.attributes["text-anchor"] == "end" ? text.number("x") - size : text.number("x")
      let left = text.attributes["text-anchor"] == "middle" ? from - size / 2 : from
      #expect(left >= 0 && left + size <= width + 0.5, "\(text.text)")
      #expect(text.number("y") > 0 && text.number("y") < height, "\(text.text)")
    }
    for bar in root.named("rect") where bar.attributes["fill"] != "#ffffff" {
      #expect(bar.number("height") >= 0 && bar.number("x") >= 0 && bar.number("x") + bar.number("width") <= width + 0.5)
    }
  }

  @Test(arguments: [0, 5, 40, 300], [nil, 3, 20, 200])
  func `let no line cross the words of another`(spread: Int, target: Int?) throws {
    let root = try StrictXML.parse(chart(try odds(spread: spread), target).picture.document)
    let labels = root.named("text").filter { $0.text.hasPrefix("P") || $0.text.hasPrefix("mål") }
    #expect(labels.count == (target == nil ? 4 : 5))
    let boxes = labels.map { label -> (from: Double, to: Double, y: Double) in
      let size = TextLine(label.text, size: 11, bold: label.text.hasPrefix("m")).width
      let from = label.attributes["text-anchor"] == "end" ? label.number("x") - size : label.number("x")
      return (from, from + size, label.number("y"))
    }
    for (place, one) in boxes.enumerated() {
      for other in boxes[(place + 1)...] {
        #expect(one.y != other.y || one.to < other.from || other.to < one.from)
      }
      for line in root.named("line")
      where line.attributes["x1"] == line.attributes["x2"] && line.number("y1") < one.y - 10 {
        let x = line.number("x1")
        #expect(x <= one.from || x >= one.to || labels[place].attributes["text-anchor"] == "end")
      }
    }
  }

  @Test func `say in words what they show, in both languages`() throws {
    let odds = try odds(spread: 40)
    let root = try StrictXML.parse(chart(odds, 20).picture.document)
    let day = try #require(odds.quantile(0.8))
    #expect(root.children[1].text.contains("P80 \(Words(language: .norwegian).day(day))"))
    #expect(root.children[1].text.contains("mål uke 9: 71 %"))
    let english = chart(odds, 20, .english).picture.document
    #expect(english.contains("The ranges are assumptions"))
    #expect(english.contains("bars: share of futures"))
  }

  /// The curve ends at the top, and every bar stands for a share of the futures.
  @Test func `have bars that add up and a curve that never falls`() throws {
    let root = try StrictXML.parse(chart(try odds(spread: 40), nil).picture.document)
    let path = try #require(root.named("path").first { ($0.attributes["d"] ?? "").hasPrefix("M64") })
    let heights = (path.attributes["d"] ?? "").split(separator: "L").dropFirst().compactMap { point in
      point.split(separator: "H").first.flatMap { $0.split(separator: " ").last }.flatMap { Double($0) }
    }
    #expect(heights.count > 20)
    #expect(heights == heights.sorted(by: >))
    #expect(abs((heights.first ?? 0) - (heights.last ?? 0) - 210) < 0.1)
  }
}
