import PlanComparison
import PlanModel

/// The emergency-call project of the 2023 report, by hand: release, tests, two starts, and plan A and B as scenarios.
enum AMKPlan {
  static let source = "T1-2023 §3.1.2"

  static func base() throws -> Plan {
    func stated(_ id: ActivityID, _ name: String, _ kind: Activity.Kind) -> Activity {
      Activity(id, name: name, kind: kind, evidence: Evidence(source: "T1-2023 §3.1"))
    }
    func work(_ id: ActivityID, _ name: String, _ low: Int, _ likely: Int, _ high: Int) -> Activity {
      Activity(
        id, name: name,
        duration: Fact(
          Estimate(.days(likely), low: .days(low), high: .days(high)),
          Evidence(because: "rapporten gir ingen varighet; et vanlig spenn, valgt før noe var regnet ut")),
        evidence: Evidence(source: "T1-2023 §3.1"))
    }
    func link(_ id: String, _ from: ActivityID, _ to: ActivityID, _ evidence: Evidence, gap: Gap? = nil) -> Link {
      var link = Link(from: from, to: to)
      link.details.dependency.id = id
      link.details.dependency.evidence = evidence
      link.details.gap = gap
      return link
    }
    var release = stated("amk-interregional.release-1-0", "Release 1.0", .finishMilestone)
    release.details.actualFinish = Fact(try DateSpan("2023-04-05"), Evidence(source: "T1-2023 §3.1.1"))
    var decision = stated("amk-interregional.plan-decision", "Valg mellom plan A og plan B", .finishMilestone)
    decision.details.planned = Fact(try DateSpan("2023-05-11"), Evidence(source: "T1-2023 §3.1.3"))
    var plan = Plan(
      activities: [
        release,
        stated("amk-interregional.release-1-1", "Release 1.1", .finishMilestone),
        decision,
        stated("amk-hso.regional-infrastructure", "Regional infrastruktur", .task),
        stated("amk-hso.sit-start", "Oppstart systemintegrasjonstest", .startMilestone),
        work("amk-hso.integration-test", "Systemintegrasjonstest", 30, 40, 65),
        work("amk-hso.acceptance-test", "Akseptansetest", 40, 50, 70),
        stated("amk-interregional.bergen-start", "Oppstart AMK Bergen", .startMilestone),
        stated("amk-hso.oslo-start", "Oppstart AMK Oslo", .startMilestone),
      ],
      links: [
        link(
          "D047", "amk-interregional.release-1-0", "amk-interregional.release-1-1",
          Evidence(because: "utgivelser er nummerert i den rekkefølgen de kommer")),
        link(
          "D214", "amk-interregional.release-1-1", "amk-hso.sit-start",
          Evidence(because: "SIT er lest som integrasjonstesten som trenger release 1.1")),
        link("D045", "amk-interregional.release-1-1", "amk-hso.integration-test", Evidence(source: "T1-2023 §3.1.1")),
        link(
          "D215", "amk-hso.sit-start", "amk-hso.integration-test",
          Evidence(because: "oppstarten er begynnelsen på testen")),
        link("D046", "amk-hso.integration-test", "amk-hso.acceptance-test", Evidence(source: "T1-2023 §3.1.1")),
        link(
          "D050", "amk-hso.acceptance-test", "amk-interregional.bergen-start",
          Evidence(because: "én felles test kommer før første oppstart; rapporten sier det ikke")),
        link(
          "D224", "amk-hso.acceptance-test", "amk-hso.oslo-start",
          Evidence(because: "testen kommer før AMK Oslo")),
        link(
          "D051", "amk-interregional.bergen-start", "amk-hso.oslo-start",
          Evidence(because: "Bergen kommer før Oslo i begge planer"), gap: .unknown),
      ])
    plan.name = "Regional IKT-prosjektportefølje"
    plan.statusDate = Day(year: 2023, month: 4, day: 30)
    plan.reportYear = 2023
    plan.language = .norwegian
    plan.defaultCalendar = "norway"
    plan.projects = [
      Project("amk-hso", name: "AMK i Helse Sør-Øst"), Project("amk-interregional", name: "Interregionalt AMK"),
    ]
    plan.scenarios = [try planA(), try planB(), try june(), try infrastructure()]
    return plan
  }

  static func planA() throws -> Scenario {
    var scenario = Scenario(
      "plan-a", name: "Plan A – Bergen november 2023, Oslo januar 2024",
      changes: [
        try planned("amk-interregional.bergen-start", "november 2023"),
        try planned("amk-hso.oslo-start", "januar 2024"),
        change(
          .link(Link(from: "amk-hso.regional-infrastructure", to: "amk-hso.sit-start")),
          Evidence(source: "T1-2023 §4.2.5")),
      ], evidence: Evidence(source: source))
    scenario.statedVerdict = Fact("not-realistic", Evidence(source: source))
    return scenario
  }

  static func planB() throws -> Scenario {
    Scenario(
      "plan-b", name: "Plan B – Bergen januar 2024, Oslo februar 2024",
      changes: [
        try planned("amk-interregional.bergen-start", "januar 2024"),
        try planned("amk-hso.oslo-start", "februar 2024"),
        change(
          .link(Link(from: "amk-hso.regional-infrastructure", to: "amk-hso.acceptance-test", strength: .co)),
          Evidence(because: "at byggingen ved siden av testen hører til plan B, er vår lesning")),
      ], evidence: Evidence(source: source))
  }

  static func june() throws -> Scenario {
    Scenario(
      "release-1-1-juni", name: "Forutsetning – release 1.1 i juni 2023",
      changes: [
        try planned(
          "amk-interregional.release-1-1", "juni 2023",
          Evidence(
            because: "ingen dato er oppgitt; avklaringene med leverandøren går gjennom mai, og juni er neste måned"))
      ])
  }

  static func infrastructure() throws -> Scenario {
    let reason = Evidence(because: "tre til seks måneders arbeid fra statusdatoen; ikke valgt for å nå en dom")
    return Scenario(
      "infrastructure-assumed", name: "Forutsetning – varighet for regional infrastruktur",
      changes: [
        try planned("amk-hso.regional-infrastructure", "2023-05-01", reason),
        change(
          .set("amk-hso.regional-infrastructure", .duration(Estimate(.days(80), low: .days(60), high: .days(120)))),
          reason),
      ])
  }

  private static func change(_ action: Change.Action, _ evidence: Evidence) -> Change {
    Change(action, text: "", evidence: evidence)
  }

  private static func planned(_ id: ActivityID, _ words: String, _ evidence: Evidence = .none) throws -> Change {
    change(.set(id, .planned(try DateSpan(words))), evidence)
  }

  /// Plan A and plan B, each with the same further scenarios.
  static func comparison(with scenarios: [ScenarioID] = []) throws -> Comparison {
    let base = try base()
    return try Comparison(
      Outlook(base.applying(scenarios: ["plan-a"] + scenarios), name: "plan-a"),
      Outlook(base.applying(scenarios: ["plan-b"] + scenarios), name: "plan-b"))
  }
}
