import Foundation
import Testing

@Suite struct `Compare with odds` {
  private let assumed = [
    "--scenario", "release-1-1-juni", "--scenario", "infrastructure-assumed", "--iterations", "2048",
  ]

  /// A waits for a risk, B for a road that always takes ten days.
  private let roads = """
    milepost: 1
    name: Roads
    language: en
    start: 2024-01-01
    status-date: 2023-12-31
    default-calendar: 24h
    options: { minutes-per-day: 1440 }
    activities:
      plan: { name: Planning, duration: 3ed }
      short: { name: Short road, duration: 5ed, after: [plan] }
      long: { name: Long road, duration: 10ed, after: [plan] }
      open: { name: Open, milestone: finish, target: 2024-01-12 }
    risks:
      R: { name: Bog, probability: 0.3, impact: { short: 20ed } }
    scenarios:
      a: { changes: ["short -> open"] }
      b: { changes: ["long -> open"] }
    """

  /// Enough where the form is asked for and not a figure.
  private let few = ["--iterations", "1024"]

  @Test func `tells first who keeps the promises, then who is earlier`() throws {
    let run = try milepost(
      ["compare", Built.portfolio, "plan-a", "plan-b", "--simulate", "--language", "en"] + assumed + few,
      environment: ["COLUMNS": "80"])
    #expect(run.status == 0, "\(run.problems)")
    var places: [String.Index] = []
    for text in [
      "Does each plan keep its own targets?", "All hold together", "Expected lateness", "Expected regret",
      "Largest regret", "Cost, MNOK", "Which plan is earlier?", "Knowing any of what varies",
      "By when must the choice be made?", "The answer rests on these assumptions:",
    ] {
      places.append(try #require(run.output.range(of: text), "\(text)").lowerBound)
    }
    #expect(places == places.sorted())
    #expect(run.output.contains("The ranges are assumptions"))
    #expect(run.output.contains("duration of Systemintegrasjonstest: 40 working days (30–65)"))
    #expect(run.lines.allSatisfy { $0.count <= 80 })
    let norwegian = try milepost(["compare", Built.portfolio, "plan-a", "plan-b", "--simulate"] + assumed + few)
    #expect(norwegian.output.contains("Holder hver plan sine egne mål?"))
  }

  @Test func `of the real plans says how each keeps Bergen and Oslo together`() throws {
    let json = try JSON(
      milepost(["compare", Built.portfolio, "plan-a", "plan-b", "--simulate", "--json"] + assumed).output)["odds"]
    let (a, b) = (json["plans"][0], json["plans"][1])
    #expect(a["targets"].texts == b["targets"].texts)
    #expect(Set(a["targets"].texts) == ["amk-interregional.bergen-start", "amk-hso.oslo-start"])
    #expect(try #require(a["kept"]["value"].amount) < 0.05)
    #expect(b["kept"]["value"].amount == 1)
    // Together is never likelier than the least likely one alone.
    for (place, plan) in [a, b].enumerated() {
      let alone = json["milestones"].list.compactMap { $0["probability"][place]["value"].amount }
      #expect(try #require(plan["kept"]["value"].amount) <= (alone.min() ?? 0))
    }
    #expect(try #require(a["expectedRegretDays"].amount) > 30)
    #expect(b["maximalRegretDays"].amount == 0)
    #expect(json["choice"]["lastDay"].text == "2023-06-01")
    #expect(json["choice"]["decidedBy"].text == "amk-interregional.plan-decision")
    #expect(json["choice"]["decision"]["first"].text == "2023-05-11")
  }

  @Test func `calls probabilities at most, and the order unknown, where something undated is left out`() throws {
    let call = ["compare", Built.portfolio, "plan-a", "plan-b", "--simulate", "--iterations", "1024"]
    let json = try JSON(milepost(call + ["--json"]).output)["odds"]
    #expect(json["plans"][1]["kept"]["bound"].text == "upper")
    #expect(json["plans"][1]["leavesOut"].texts == ["amk-interregional.release-1-1"])
    #expect(json["plans"][0]["expectedRegretDays"].isNull)
    let text = try milepost(call, environment: ["COLUMNS": "200"]).output
    #expect(text.contains("uvisst (høyst 100 %)"))
    #expect(text.contains("plan-b utelater det som ikke har dato: Release 1.1."))
    #expect(text.contains("Rekkefølgen er uviss"))
    #expect(!text.contains("Forventet anger"))
  }

  @Test func `finds what a risk is worth knowing, and when plans part`() throws {
    let folder = try TemporaryFolder(["roads.yaml": roads])
    let call = ["compare", "roads.yaml", "a", "b", "--simulate"]
    let json = try JSON(milepost(call + ["--json"], in: folder.path).output)["odds"]
    // A is on time in seven of ten futures, and 16 days late else; B is always a day late.
    let (a, b) = (json["plans"][0], json["plans"][1])
    let kept = try #require(a["kept"]["value"].amount)
    #expect(abs(kept - 0.7) < 0.02)
    #expect(b["kept"]["value"].amount == 0)
    let late = try #require(a["expectedLatenessDays"].amount)
    #expect(abs(late - 16 * (1 - kept)) < 1e-4)
    #expect(b["expectedLatenessDays"].amount == 1)
    #expect(abs(try #require(a["expectedRegretDays"].amount) - 15 * (1 - kept)) < 1e-4)
    #expect(a["maximalRegretDays"].amount == 15)
    #expect(abs(try #require(b["expectedRegretDays"].amount) - kept) < 1e-4)
    // Not knowing, B loses one day; knowing, only the futures with the bog lose it.
    let risk = json["knowledge"][0]
    #expect(risk["subject"]["id"].text == "R")
    #expect(abs(try #require(risk["days"].amount) - kept) < 1e-4)
    #expect(abs(try #require(risk["breakEven"].amount) - 1.0 / 16) < 1e-4)
    #expect(json["milestones"][0]["earlier"].list.compactMap(\.amount).reduce(0, +) == 1)
    #expect(json["choice"]["lastDay"].isNull == (json["choice"]["partsAt"].texts == []))
    let text = try milepost(call + ["--language", "en"], environment: ["COLUMNS": "200"], in: folder.path).output
    #expect(text.contains("– risk R: Bog: "))
    #expect(text.contains("the plans are equally good at probability 6 %"))
  }

  @Test func `draws the same futures for both, and the same for any number of threads`() throws {
    let folder = try TemporaryFolder(["roads.yaml": roads])
    func output(_ arguments: String...) throws -> String {
      try milepost(
        ["compare", "roads.yaml"] + arguments + ["--simulate", "--json", "--iterations", "4096"], in: folder.path
      )
      .output
    }
    #expect(try output("a", "b", "--threads", "1") == output("a", "b", "--threads", "3"))
    let same = try JSON(output("a", "a"))["odds"]
    #expect(same["milestones"].list.isEmpty)
  }

  @Test func `fits its schema`() throws {
    let call = ["compare", Built.portfolio, "plan-a", "plan-b", "--simulate", "--json"]
    for more in [["--iterations", "1"], assumed + few] {
      let run = try milepost(call + more)
      #expect(try JSONSchema(named: "compare").problems(in: run.output) == [])
    }
  }

  @Test(arguments: [
    ["--seed", "3"], ["--iterations", "5"], ["--simulate", "-o", "x.html"], ["--simulate", "--iterations", "0"],
  ])
  func `a wrong call is refused`(arguments: [String]) throws {
    let folder = try TemporaryFolder(["roads.yaml": roads])
    let run = try milepost(["compare", "roads.yaml", "a", "b"] + arguments, in: folder.path)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.problems.contains("error[bad-argument]"))
  }
}
