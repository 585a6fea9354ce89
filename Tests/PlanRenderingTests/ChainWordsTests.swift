import PlanComparison
import PlanModel
import PlanRendering
import PlanSchedule
import Testing

@Suite struct `Chains in words` {
  private func lines(_ plan: Plan, _ id: ActivityID, _ language: Language = .norwegian) throws -> [String] {
    let network = try Network(plan)
    let chain = try #require(Chain(of: id, in: network, Schedule(network).first))
    return Words(language: language, names: Names(plan)).lines(of: chain, in: plan, called: "plan B").map(\.text)
  }

  @Test func `a stated date names its plan and its words`() throws {
    let plan = try AMKPlan.comparison().second.plan
    #expect(
      try lines(plan, "amk-interregional.bergen-start") == [
        "Oppstart AMK Bergen 01.01.2024: oppgitt dato i plan B (januar 2024)"
      ])
  }

  @Test func `work, links and waits follow each other`() throws {
    var dig = Activity("grav", work: .days(2), calendar: "norway")
    dig.details.planned = Fact(try DateSpan("2023-11-02"), Evidence(source: "plan"))
    var plan = Plan(
      activities: [dig, Activity("støp", work: .days(1), calendar: "norway"), .milestone("ferdig")],
      links: [Link(from: "grav", to: "støp", lag: .elapsedDays(1)), Link(from: "støp", to: "ferdig")])
    plan.defaultCalendar = "norway"
    #expect(
      try lines(plan, "ferdig") == [
        "grav 02.11.2023: oppgitt dato i plan B",
        "grav: venter 8 t til neste arbeidstid",
        "grav: 2 arbeidsdager (oppgitt uten kilde) fra 02.11.2023 til 03.11.2023",
        "støp kan begynne når grav er ferdig, pluss 1 kalenderdag",
        "støp: venter 1 d 16 t 30 min til neste arbeidstid",
        "støp: 1 arbeidsdag (oppgitt uten kilde) fra 06.11.2023 til 06.11.2023",
        "ferdig kan nås når støp er ferdig",
      ])
    #expect(try lines(plan, "ferdig", .english).last == "ferdig can be reached when støp is finished")
  }

  @Test func `slips and windows are named`() throws {
    var plan = Plan(activities: [.milestone("start", .startMilestone, planned: try DateSpan("2023-11-01"))])
    plan.windows = [EventWindow(name: "helg", weekdays: [.saturday])]
    var start = plan.activities[0]
    start.details.window = "helg"
    start.details.slips = [Fact(.elapsedDays(1))]
    plan.activities = [start]
    #expect(
      try lines(plan, "start") == [
        "start 01.11.2023: oppgitt dato uten kilde i plan B", "start: forskjøvet 1 d",
        "start: venter 2 d på neste åpning i vinduet helg",
      ])
  }

  @Test func `what is undated says so`() throws {
    let plan = try AMKPlan.comparison().second.plan
    #expect(
      try lines(plan, "amk-hso.sit-start") == [
        "Release 1.1 30.04.2023: mangler dato, regnet fra statusdatoen",
        "Oppstart systemintegrasjonstest kan nås når Release 1.1 er nådd",
      ])
  }
}
