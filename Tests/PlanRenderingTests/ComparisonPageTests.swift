import PlanComparison
import PlanModel
import PlanRendering
import PlanSchedule
import Testing

@Suite struct `The comparison of plan A and plan B` {
  let bergen: ActivityID = "amk-interregional.bergen-start"
  let oslo: ActivityID = "amk-hso.oslo-start"
  let release: ActivityID = "amk-interregional.release-1-1"

  private func row(_ id: ActivityID, _ comparison: Comparison) throws -> Comparison.Row {
    try #require(comparison.rows.first { $0.id == id })
  }

  @Test func `as stated, Bergen moves two months and Oslo one`() throws {
    let comparison = try AMKPlan.comparison()
    let first = try #require(try row(bergen, comparison).statedDifference)
    #expect(first.months == 2 && first.days == 32...91 && first.firstToFirst == 61)
    let second = try #require(try row(oslo, comparison).statedDifference)
    #expect(second.months == 1 && second.days == 1...59 && second.firstToFirst == 31)
    let gap = try #require(comparison.gaps.first)
    #expect(comparison.gaps.count == 1 && gap.from == bergen && gap.to == oslo)
    #expect(gap.stated.first?.months == 2 && gap.stated.first?.days == 32...91)
    #expect(gap.stated.second?.months == 1 && gap.stated.second?.days == 1...59)
  }

  /// Release 1.0 has happened and release 1.1 follows it: that dates release 1.1 no better than having no link at all.
  @Test func `without assumptions both plans wait for release 1.1`() throws {
    let comparison = try AMKPlan.comparison()
    for id in [bergen, oslo] {
      let verdicts = try row(id, comparison).verdict
      #expect(verdicts.first?.word == .unknown && verdicts.second?.word == .unknown)
      #expect(verdicts.first?.waitsFor == [release, "amk-hso.regional-infrastructure"])
      #expect(verdicts.second?.waitsFor == [release])
    }
  }

  @Test func `plan A needs release 1.1 by 24 May`() throws {
    let verdict = try #require(try row(bergen, AMKPlan.comparison()).verdict.first)
    let words = Words(language: .norwegian, names: Names(try AMKPlan.base()))
    let expected =
      "plan A trenger Release 1.1 innen 24. mai 2023 for å holde uansett (sannsynlige varigheter: 27. juli 2023; korte varigheter: 24. august 2023)"
    #expect(verdict.breakEvens.map { words.breakEven($0, for: "plan A") }.contains(expected))
  }

  @Test func `with release 1.1 in June plan B holds and plan A still waits for its infrastructure`() throws {
    let comparison = try AMKPlan.comparison(with: ["release-1-1-juni"])
    let verdicts = try row(bergen, comparison).verdict
    #expect(verdicts.first?.word == .unknown)
    #expect(verdicts.first?.waitsFor == ["amk-hso.regional-infrastructure"])
    #expect(verdicts.second?.word == .holds && verdicts.second?.basis == .assumed)
  }

  @Test func `with the infrastructure assumed too plan A depends on it and on release 1.1`() throws {
    let comparison = try AMKPlan.comparison(with: ["release-1-1-juni", "infrastructure-assumed"])
    let verdict = try #require(try row(bergen, comparison).verdict.first)
    #expect(verdict.word == .depends)
    #expect(Set(verdict.breakEvens.map(\.activity)) == [release, "amk-hso.regional-infrastructure"])
  }

  @Test(arguments: [[], ["release-1-1-juni"], ["release-1-1-juni", "infrastructure-assumed"]] as [[ScenarioID]])
  func `ledgers add up`(scenarios: [ScenarioID]) throws {
    let comparison = try AMKPlan.comparison(with: scenarios)
    for row in comparison.rows {
      guard let difference = row.difference else { continue }
      #expect(row.ledger.first.total == difference.first && row.ledger.last.total == difference.last)
      #expect(row.pathLedger.first?.total == difference.first && row.pathLedger.last?.total == difference.last)
    }
  }
}

@Suite struct `The comparison page` {
  private func page(_ scenarios: [ScenarioID] = [], _ language: Language = .norwegian) throws -> String {
    ComparisonPage(try AMKPlan.comparison(with: scenarios), language: language, engine: "Milepost 0.0.0").html
  }

  @Test func `says the facts in Norwegian`() throws {
    let page = try page()
    for text in [
      "<html lang=\"nb\">", "Plan A mot plan B", "30. april 2023", "Milepost 0.0.0",
      "Oppstart AMK Bergen +2 måneder (32–91 d)", "Oppstart AMK Oslo +1 måned (1–59 d)", "2 måneder → 1 måned",
      "Rapporten selv sier: <strong>ikke realistisk</strong> (T1-2023 §3.1.2)",
      "Plan A trenger Release 1.1 og Regional infrastruktur innen 24. mai 2023",
      "venter på Release 1.1 og Regional infrastruktur", "Summen er lik den beregnede forskjellen.",
      "mangler dato og varighet", "strict",
    ] {
      #expect(page.contains(text), "\(text)")
    }
  }

  @Test func `says the facts in English`() throws {
    let page = try page(["release-1-1-juni"], .english)
    for text in [
      "<html lang=\"en\">", "Plan A against plan B", "2 months → 1 month", "not realistic", "by 24 May 2023",
      "The sum equals the computed difference.", "2023-10-05",
    ] {
      #expect(page.contains(text), "\(text)")
    }
  }

  @Test func `lists every assumption with its reason and its plan`() throws {
    let page = try page(["release-1-1-juni"])
    for text in [
      "Varighet av Akseptansetest: 50 arbeidsdager (40–70)", "rapporten gir ingen varighet",
      "Dato for Release 1.1: juni 2023", "avklaringene med leverandøren går gjennom mai",
      "Kobling Regional infrastruktur → Akseptansetest (går samtidig)", "er vår lesning", "begge planer",
      "Bergen kommer før Oslo i begge planer",
    ] {
      #expect(page.contains(text), "\(text)")
    }
  }

  @Test func `every assumed fact of a plan is among its assumptions`() throws {
    let plan = try AMKPlan.comparison(with: ["release-1-1-juni", "infrastructure-assumed"]).first.plan
    let entries = Assumptions(of: plan).entries
    #expect(entries.allSatisfy { $0.basis == .assumed && $0.because != nil })
    // Two tests, release 1.1, the infrastructure's date and duration, and six links.
    #expect(entries.count == 11)
    let whatIf = try plan.applying([
      Change(.slip("amk-interregional.release-1-1", .elapsedWeeks(6)), text: "", evidence: Evidence(isWhatIf: true))
    ])
    #expect(Assumptions(of: whatIf).entries.count { $0.basis == .whatIf } == 1)
  }

  @Test func `needs no network and no script`() throws {
    let page = try page()
    #expect(!page.contains("<script") && !page.contains("<link") && !page.contains("src=") && !page.contains("url("))
    #expect(!page.contains("href="))
  }

  @Test func `tables have headings, verdicts have words beside their signs`() throws {
    let main = try main(of: page())
    #expect(main.named("table").allSatisfy { !$0.named("th").isEmpty })
    #expect(main.named("th").allSatisfy { $0.attributes["scope"] != nil })
    let badges = main.classed("verdict")
    #expect(!badges.isEmpty && badges.allSatisfy { !$0.text.isEmpty })
    #expect(main.named("svg").count == 1 && main.named("desc").allSatisfy { !$0.text.isEmpty })
  }

  @Test(arguments: Hostile.texts) func `names do not become markup`(text: String) throws {
    func comparison(_ name: String) throws -> Comparison {
      func outlook(_ scenario: ScenarioID) throws -> Outlook {
        var plan = try AMKPlan.base()
        plan.name = name
        plan.activities = plan.activities.map { activity in
          var activity = activity
          activity.name = name
          return activity
        }
        plan.scenarios = plan.scenarios.map { scenario in
          var scenario = scenario
          scenario.name = name
          scenario.statedVerdict = scenario.statedVerdict.map { Fact($0.value + name, Evidence(source: name)) }
          scenario.evidence.source = name
          return scenario
        }
        return try Outlook(plan.applying(scenarios: [scenario]), name: name)
      }
      return try Comparison(outlook("plan-a"), outlook("plan-b"))
    }
    func shape(_ name: String) throws -> [String: Int] {
      let page = ComparisonPage(try comparison(name), language: .norwegian, engine: name).html
      // How many lines and pieces a text breaks into depends on the text.
      let all = try main(of: page).all.map(\.name).filter { $0 != "text" && $0 != "span" }
      return Dictionary(grouping: all) { $0 }.mapValues(\.count)
    }
    #expect(try shape(text) == shape("x"))
  }

  @Test func `equal plans give a page that says so`() throws {
    let plan = try AMKPlan.base()
    let page = ComparisonPage(try Comparison(Outlook(plan), Outlook(plan)), language: .norwegian, engine: "").html
    #expect(page.contains("Den første mot den andre") && page.contains("Ingen."))
    let empty = ComparisonPage(try Comparison(Outlook(Plan()), Outlook(Plan())), language: .english, engine: "").html
    #expect(empty.contains("None."))
  }

  private func main(of page: String) throws -> StrictXML.Element {
    let start = try #require(page.firstRange(of: "<main>")).lowerBound
    let end = try #require(page.firstRange(of: "</main>")).upperBound
    return try StrictXML.parse(String(page[start..<end]))
  }

  /// Ten pages of milestones that are equal in both plans hid what differs.
  @Test func `prints only the count of the milestones that are equal`() throws {
    let page = ComparisonPage(try AMKPlan.comparison(), language: .norwegian, engine: "Milepost").html
    let list = try #require(page.firstRange(of: #"<details class="same"><summary>"#))
    #expect(page[list.upperBound...].hasPrefix("Milepæler som er like i begge planer ("))
    #expect(page.contains("details:not(.same)::details-content { content-visibility: visible;"))
    #expect(!page.contains(" details::details-content"))
  }
}
