import PlanFiles
import PlanModel
import Testing

/// How calendars, closures and windows are known is carried beside them.
@Suite struct `Facts about calendars and windows` {
  static let text = """
    name: P
    note: a remark
    seed: [B1, B2]
    report-year: 2023
    source: report
    calendars:
      base:
        extends: norway
        source: handbook §2
        note: as agreed
        seed: C1
        exceptions:
          - { on: 2023-07-10/2023-07-30, name: Fellesferie, because: it is usual, known: 2023-03-01 }
          - { on: 2023-12-27/2023-12-29, seed: C2, note: not every year }
      site: { extends: base, because: nobody said, saturday: "08:00-12:00", exceptions: { on: 2023-05-19 } }
    windows:
      golive:
        name: "Produksjonssetting\\nVestre Viken"
        days: [saturday, sunday]
        because: the vendor's habit
        note: weekends
        seed: W1
      plain: { days: monday }
    """

  @Test func `the plan, its calendars, their exceptions and its windows keep what is said of them`() throws {
    let plan = try plan(Self.text)
    #expect(plan.note == "a remark" && plan.seeds == ["B1", "B2"] && plan.reportYear == 2023)
    let base = try #require(plan.calendarFacts["base"])
    #expect(base.base == "norway")
    #expect(base.remarks == Remarks(Evidence(source: "handbook §2"), seeds: ["C1"], note: "as agreed"))
    #expect(base.exceptions.map(\.evidence.basis) == [.assumed, .stated])
    #expect(base.exceptions[0].evidence.because == "it is usual" && base.exceptions[0].evidence.source == nil)
    #expect(base.exceptions[0].evidence.known == Day(year: 2023, month: 3, day: 1))
    #expect(base.exceptions[1].seeds == ["C2"] && base.exceptions[1].note == "not every year")
    #expect(plan.windowFacts["golive"]?.remarks.evidence.because == "the vendor's habit")
    #expect(plan.windowFacts["golive"]?.remarks.seeds == ["W1"])
    #expect(plan.windowFacts["golive"]?.remarks.note == "weekends")
    #expect(plan.windowFacts["golive"]?.name == "Produksjonssetting\nVestre Viken")
    #expect(plan.title(ofWindow: "golive") == "Produksjonssetting Vestre Viken")
    #expect(plan.title(ofWindow: "plain") == "plain")
    #expect(plan.windowFacts["plain"]?.remarks.evidence.source == "report")
  }

  @Test func `a calendar keeps the facts of the exceptions that it takes over`() throws {
    let plan = try plan(Self.text)
    let site = try #require(plan.calendarFacts["site"])
    #expect(site.exceptions.count == plan.calendar(named: "site")?.exceptions.count)
    #expect(site.exceptions.map(\.evidence.because) == ["it is usual", nil, "nobody said"])
  }

  @Test func `every fact knows its place`() throws {
    let document = try TemporaryPlan(["plan.yaml": "milepost: 1\n" + Self.text]).read("plan.yaml")
    func line(_ evidence: Evidence?) -> Int? { evidence.flatMap { document.places[$0.origin]?.line } }
    #expect(line(document.plan.calendarFacts["base"]?.remarks.evidence) == 8)
    #expect(line(document.plan.calendarFacts["site"]?.exceptions[0].evidence) == 14)
    #expect(line(document.plan.windowFacts["golive"]?.remarks.evidence) == 18)
  }

  @Test func `a closure that was not known yet closes nothing`() throws {
    let plan = try plan(Self.text)
    let early = plan.asOf(Day(year: 2023, month: 2, day: 28)!)
    #expect(early.calendar(named: "site")?.exceptions.map(\.name) == [nil, nil])
    #expect(early.calendarFacts["site"]?.exceptions.map(\.evidence.because) == [nil, "nobody said"])
    let late = plan.asOf(Day(year: 2023, month: 3, day: 1)!)
    #expect(late.calendar(named: "site") == plan.calendar(named: "site"))
  }

  @Test func `calendars with the same hours stay equal however they are known`() throws {
    let one = try plan("calendars: { c: { extends: norway, source: a } }")
    let two = try plan("calendars: { c: { extends: norway, because: b } }")
    #expect(one.calendar(named: "c") == two.calendar(named: "c"))
  }
}
