import PlanModel

/// A portfolio with every kind of node, strength and tightness, made in code.
enum SmallPortfolio {
  static func plan() -> Plan {
    var plan = Plan(activities: activities, links: links)
    plan.name = "Portefølje Ærlig"
    plan.language = .norwegian
    plan.defaultCalendar = "weekdays"
    plan.statusDate = Day(year: 2023, month: 4, day: 30)
    plan.projects = projects
    plan.relations = relations
    plan.choices = [
      Choice("vei", name: "Valg av vei", alternatives: ["a", "b"], decidedBy: "beta.valg", formal: "a", expected: "b")
    ]
    return plan
  }

  static let stated = Evidence(source: "rapporten")

  static func milestone(_ id: ActivityID, _ planned: String? = nil, actual: String? = nil) -> Activity {
    var activity = Activity.milestone(id)
    activity.evidence = stated
    if let planned { activity.details.planned = (try? DateSpan(planned)).map { Fact($0, stated) } }
    if let actual { activity.details.actualFinish = (try? DateSpan(actual)).map { Fact($0, stated) } }
    return activity
  }

  private static var activities: [Activity] {
    var test = Activity("alfa.test", duration: Fact(Estimate(.days(20)), Evidence(because: "et skjønn")))
    test.name = "Akseptansetest på Økern"
    return [
      milestone("alfa.ferdig", "juni 2023"), milestone("alfa.levert", actual: "2023-03-01"), test,
      milestone("alfa.oslo", "2023-06-30"), milestone("beta.klar", "desember 2023"), milestone("beta.udatert"),
      milestone("beta.venter"), milestone("beta.snart", "2023-07-10"), milestone("beta.valg", "2023-05-11"),
      milestone("gamma.sent", "2024-06-01"), milestone("gamma.alene", "2023-08-01"),
    ]
  }

  private static func link(_ id: String, _ from: ActivityID, _ to: ActivityID, _ strength: Strength = .hard) -> Link {
    var details = LinkDetails()
    details.dependency.id = id
    details.dependency.kind = "sequence"
    details.dependency.evidence = stated
    return Link(from: from, to: to, strength: strength, details: details)
  }

  private static var links: [Link] {
    [
      link("L1", "alfa.ferdig", "alfa.test"), link("L2", "alfa.test", "alfa.oslo"),  // ends after its promise
      link("L3", "alfa.ferdig", "beta.snart"), link("L4", "alfa.ferdig", "gamma.sent"),
      link("L5", "beta.udatert", "gamma.sent"), link("L6", "alfa.levert", "beta.klar"),
      link("L7", "gamma.sent", "alfa.oslo", .soft), link("L8", "beta.klar", "gamma.sent", .co),
      link("L9", "beta.udatert", "beta.venter"), link("L10", "beta.valg", "beta.snart"),
      link("L11", "alfa.ferdig", "alfa.oslo"),  // follows from L1 and L2
    ]
  }

  private static var projects: [Project] {
    let own = [("alfa", "Alfa i Helse Sør-Øst"), ("beta", "Beta & <sønn>"), ("gamma", "Gamma")].map { id, name in
      Project(ProjectID(id), name: name, evidence: stated)
    }
    let outer = Project.Kind.allCases.map {
      Project(ProjectID("x-" + $0.rawValue), name: "Ytre \($0.rawValue)", kind: $0, isExternal: true, evidence: stated)
    }
    var all = own + outer
    all[0].status.colours = [.init("time", .red), .init("risk", .green)]
    all[1].status.colours = [.init("time", .green)]  // risk is not reported
    all[2].status.colours = [.init("time", .green), .init("risk", .green)]
    return all
  }

  /// Nine rows of a table; two relations of row 1 join the same two, one of row 6 leads back to where it starts.
  private static var relations: [Relation] {
    let ends = [
      ("T1.1", "alfa", "x-group"), ("T1.1", "alfa", "x-group"), ("T1.2", "x-platform", "beta"),
      ("T1.3", "gamma", "x-building"), ("T1.4", "x-supplier", "x-group"), ("T1.5", "x-project", "gamma"),
      ("T1.6", "x-platform", "x-platform"), ("T1.7", "x-capacity", "alfa"), ("T1.8", "x-body", "beta.klar"),
      ("T1.9", "x-programme", "x-supplier"),
    ]
    return ends.enumerated().map { number, relation in
      var facts = Dependency()
      facts.id = "R\(number + 1)"
      facts.row = relation.0
      facts.kind = number == 1 ? "data" : "infrastructure"
      facts.evidence = stated
      return Relation(
        from: relation.1, to: relation.2, strength: number == 3 ? .soft : .hard, dependency: facts)
    }
  }
}
