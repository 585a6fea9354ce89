import Foundation
import Testing

@Suite struct `Odds in other answers` {
  private let assumed = ["--scenario", "release-1-1-juni", "--scenario", "infrastructure-assumed"]
  /// A house with money, a risk, and a measure against it.
  private let house = """
    milepost: 1
    name: Bygg
    language: nb
    start: 2024-01-08
    status-date: 2024-01-07
    default-calendar: weekdays
    projects:
      hus:
        name: Huset
        cost: { forecast: 166, steering-frame: 175, cost-frame: 200, range: 150..160..190, run-rate: 6 }
        activities:
          grav: { name: Graving, duration: 20d..30d..70d }
          stop: { name: Støping, duration: 10d..20d..30d, after: [grav] }
          inn: { name: Innflytting, milestone: finish, target: april 2024, after: [stop] }
    risks:
      R1:
        name: Fjell i tomten
        probability: 0.4
        impact: { hus.grav: 20d }
        cost: 5..10..20
        measures:
          A: { name: Prøveboring, changes: ["risk R1 probability=0.1"] }
          B: { name: Snakke om det }
    """

  // MARK: Needs

  @Test func `needs tells the latest delivery of release 1.1 that keeps plan B with 80 percent`() throws {
    let call = [
      "needs", Built.portfolio, "--scenario", "plan-b", "--for", "bergen-start", "--probability", "80", "--iterations",
      "2048",
    ]
    let json = try JSON(milepost(call + ["--json"]).output)
    #expect(json["question"].text == "odds")
    #expect(json["odds"]["probability"]["bound"].text == "upper")
    let release = json["odds"]["activities"][id: "amk-interregional.release-1-1"]
    let latest = try #require(release["latest"].text)
    // Between what holds with the longest durations and what fails with the shortest.
    #expect(latest > "2023-07-23" && latest < "2023-10-22")
    #expect(try #require(release["from"].text) <= latest && latest <= #require(release["to"].text))
    #expect(release["bound"].text == "exact")
    #expect(release["comes"].isNull)
    // Asked the other way: with the release on the day it holds, and a week later it does not.
    for (day, status) in [(latest, 0), ("2023-09-30", 1)] {
      let run = try milepost(
        "simulate", Built.portfolio, "--scenario", "plan-b", "--iterations", "2048", "--to", "bergen-start", "--change",
        "amk-interregional.release-1-1 planned=\(day)", "--require", "bergen-start <= 2024-01-31 at 80%")
      #expect(run.status == Int32(status), "\(day)")
    }
    let text = try milepost(call, environment: ["COLUMNS": "80"])
    #expect(text.output.contains("med 80 % sannsynlighet"))
    #expect(text.output.contains("Svaret hviler på disse forutsetningene:"))
    #expect(text.lines.allSatisfy { $0.count <= 80 })
    #expect(try milepost(call + ["--language", "en"]).output.contains("The latest delivery with which"))
  }

  @Test(arguments: [["--probability", "80"], ["--probability", "50", "--by", "2024-03"]])
  func `needs fits its schema`(arguments: [String]) throws {
    let run = try milepost(
      ["needs", Built.portfolio, "--scenario", "plan-a", "--for", "bergen-start", "--json", "--iterations", "1"]
        + arguments + assumed)
    #expect(try JSONSchema(named: "needs").problems(in: run.output) == [])
  }

  @Test(arguments: [
    ["--probability", "0"], ["--probability", "100"], ["--probability", "nan"], ["--seed", "4"],
    ["--probability", "80", "--tolerance"], ["--probability", "80", "--for", "release-1-0"],
  ])
  func `needs refuses a wrong call`(arguments: [String]) throws {
    let asked = arguments.contains("--for") ? [] : ["--for", "bergen-start"]
    let run = try milepost(["needs", Built.portfolio, "--scenario", "plan-a"] + asked + arguments)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.problems.contains("error[bad-argument]"), "\(run.problems)")
  }

  // MARK: Simulate

  @Test func `simulate tells costs, and how likely date and money hold together`() throws {
    let folder = try TemporaryFolder(["house.yaml": house])
    let run = try milepost("simulate", "house.yaml", "--json", in: folder.path)
    #expect(try JSONSchema(named: "simulate").problems(in: run.output) == [])
    let json = try JSON(run.output)
    let costs = json["costs"]
    #expect(costs["unit"].text == "MNOK")
    let project = costs["projects"][0]
    let date = try #require(json["ends"][id: "hus.inn"]["probability"]["value"].amount)
    for joint in project["joint"].list {
      #expect(try #require(joint["value"].amount) <= date)
      #expect(joint["bound"].text == "exact")
    }
    #expect(project["joint"].list.map { $0["frame"].text } == ["steering", "cost"])
    // The range is 166.7 on average, the rock 4.7, and the delay costs something.
    #expect(try #require(costs["mean"].amount) > 171.4)
    let text = try milepost("simulate", "house.yaml", environment: ["COLUMNS": "90"], in: folder.path).output
    #expect(text.contains("Hva det koster (MNOK):"))
    #expect(text.contains("mål april 2024 og styringsrammen samtidig: "))
    #expect(text.contains("95 % konfidens"))
    // Where money is the same in every future, nothing is said of it.
    let bare = try JSON(
      milepost("simulate", Built.portfolio, "--iterations", "1", "--scenario", "plan-b", "--json").output)
    #expect(bare["costs"].isNull)
  }

  @Test func `simulate tells what a measure is worth in days, and leaves out those that say nothing`() throws {
    let folder = try TemporaryFolder(["house.yaml": house])
    let json = try JSON(milepost("simulate", "house.yaml", "--to", "inn", "--json", in: folder.path).output)
    let measure = json["measures"][0]
    #expect(measure["id"].text == "hus.inn" && measure["percent"].number == 80)
    #expect(measure["worth"].list.map { $0["measure"].text } == ["A"])
    // As much as the percentile of a run with the measure falls by.
    func p80(_ arguments: String...) throws -> String {
      let json = try JSON(
        milepost(["simulate", "house.yaml", "--to", "inn", "--json"] + arguments, in: folder.path).output)
      return try #require(json["ends"][0]["percentiles"][2]["day"].text)
    }
    let days = try #require(measure["worth"][0]["days"].amount)
    let (before, after) = (try p80(), try p80("--change", "risk R1 probability=0.1"))
    #expect(before > after && days > 5 && days < 20)
    #expect(try #require(measure["worth"][0]["error"].amount) < days)
    let text = try milepost("simulate", "house.yaml", "--to", "inn", in: folder.path).output
    #expect(text.contains("Hva tiltakene er verdt for Innflytting (P80):\n  – R1 A: Prøveboring: "))
    #expect(!text.contains("Snakke om det"))
  }

  @Test func `simulate ranks what drives the doubt by every measure`() throws {
    let folder = try TemporaryFolder(["house.yaml": house])
    let json = try JSON(milepost("simulate", "house.yaml", "--to", "inn", "--json", in: folder.path).output)
    let digging = json["ends"][0]["influences"][0]
    #expect(digging["id"].text == "hus.grav")
    for name in ["cruciality", "spearman", "kendall"] { #expect(try #require(digging[name].amount) > 0.5, "\(name)") }
    #expect(try #require(digging["kendall"].amount) < #require(digging["spearman"].amount))
    #expect(digging["significance"].amount == 1)
    #expect(json["ends"][0]["influences"].list.first { $0["kind"].text == "risk" }?["significance"].isNull == true)
  }

  @Test func `simulate draws a picture where the file asks for one`() throws {
    let folder = try TemporaryFolder(["house.yaml": house])
    for (name, start) in [("odds.svg", "<svg"), ("odds.png", "\u{FFFD}PNG"), ("odds.pdf", "%PDF")] {
      let run = try milepost("simulate", "house.yaml", "--iterations", "1", "-o", name, in: folder.path)
      #expect(run.status == 0, "\(run.problems)")
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + name))
      #expect(String(decoding: bytes.prefix(200), as: UTF8.self).contains(start))
    }
    let picture = try #require(folder.text("odds.svg"))
    #expect(picture.contains("mål april 2024: "))
    #expect(picture.contains("søyler: andel av utfallene"))
    let json = try milepost("simulate", "house.yaml", "--iterations", "1", "--json", "-o", "odds.svg", in: folder.path)
    #expect(json.status == 0)
    #expect(folder.text("odds.svg")?.hasPrefix("{") == true)
  }

  // MARK: Graph

  @Test func `graph writes how often each activity drives the milestone`() throws {
    let folder = try TemporaryFolder(["house.yaml": house])
    let call = ["graph", "house.yaml", "--criticality", "--to", "inn", "--iterations", "1"]
    let run = try milepost(call + ["--json"], in: folder.path)
    #expect(try JSONSchema(named: "graph").problems(in: run.output) == [])
    let nodes = try JSON(run.output)["nodes"]
    #expect(nodes[id: "hus.grav"]["title"].text?.contains("styrer 100 %") == true)
    #expect(nodes[id: "hus.grav"]["classes"].texts.contains("drives-100"))
    #expect(try JSON(run.output)["footnotes"].texts.first?.contains("1 024 trukne utfall") == true)
    let english = try milepost(call + ["--language", "en", "--format", "svg"], in: folder.path)
    #expect(english.output.contains("drives 100 %"))
    for wrong in [["--level", "projects"], ["--slip", "hus.grav +1w"]] {
      #expect(try milepost(call + wrong, in: folder.path).status == 2)
    }
    #expect(try milepost("graph", "house.yaml", "--seed", "4", in: folder.path).status == 2)
  }
}
