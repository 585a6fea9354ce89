import PlanFiles
import PlanModel
import Testing

@Suite struct `What files say` {
  @Test func `activities of a project bear its id, and short names mean its own first`() throws {
    let plan = try TemporaryPlan([
      "portfolio.yaml": """
      milepost: 1
      include: projects/*.yaml
      activities:
        test: { milestone: yes }
      """,
      "projects/b.yaml": """
      project: b
      activities:
        test: { duration: 3d }
        start: { milestone: start, after: [test, a.test, "a.dig SS+10d soft"] }
      """,
      "projects/a.yaml": """
      project: a
      activities:
        dig: { duration: 2w, after: test FF-1d }
        test:
          after:
            - from: dig
              kind: integration
              lag: 50%
      links:
        - { from: b.test, to: dig, type: SF, max: 3ed }
      """,
    ]).read().plan
    #expect(plan.activities.map(\.id.text) == ["test", "a.dig", "a.test", "b.test", "b.start"])
    #expect(plan.projects.map(\.id.text) == ["a", "b"])
    #expect(
      plan.links.map { "\($0.from) \($0.to) \($0.kind.word) \($0.lag?.description ?? "-") \($0.strength)" } == [
        "a.test a.dig FF -1d hard", "a.dig a.test FS 50% hard", "b.test a.dig SF - hard", "b.test b.start FS - hard",
        "a.test b.start FS - hard", "a.dig b.start SS 10d soft",
      ])
    #expect(plan.links[2].details.maximum == Quantity("3ed"))
    #expect(plan[ActivityID("b.start")]?.kind == .startMilestone)
  }

  @Test func `sources cover the facts that have no evidence of their own`() throws {
    let plan = try plan(
      """
      projects:
        p:
          source: the report
          activities:
            a: { duration: 3d, planned: 2023-05-01 }
            b: { because: guessed, duration: 3d, after: a }
            c:
              duration: { low: 1d, likely: 2d, because: measured }
              planned: { at: 2023-06, source: a letter, known: 2023-01-02 }
      """)
    let a = try #require(plan[ActivityID("p.a")])
    let b = try #require(plan[ActivityID("p.b")])
    let c = try #require(plan[ActivityID("p.c")])
    #expect(a.duration?.evidence.source == "the report" && a.details.planned?.evidence.source == "the report")
    #expect(b.duration?.basis == .assumed && b.duration?.evidence.source == nil)
    #expect(plan.links[0].evidence.because == "guessed")
    #expect(c.duration?.basis == .assumed)
    #expect(c.details.planned?.evidence.source == "a letter")
    #expect(c.details.planned?.evidence.known == Day(year: 2023, month: 1, day: 2))
  }

  @Test func `every fact knows its place`() throws {
    let document = try TemporaryPlan([
      "plan.yaml":
        "milepost: 1\nactivities:\n  dig:\n    duration: 3d\n    planned: { at: 2023-05-01 }\n  pour: { after: dig }\n"
    ]).read("plan.yaml")
    let places = document.places
    let dig = try #require(document.plan[ActivityID("dig")])
    func place(_ evidence: Evidence?) -> String {
      let place = evidence.flatMap { places[$0.origin] }
      return place.map { "\($0.line):\($0.column)" } ?? "none"
    }
    #expect(place(dig.evidence) == "3:3")
    #expect(place(dig.duration?.evidence) == "4:15")
    #expect(place(dig.details.planned?.evidence) == "5:20")
    #expect(place(document.plan.links[0].evidence) == "6:18")
  }

  @Test func `a milestone that happened started and finished then`() throws {
    let plan = try plan("activities:\n  go: { milestone: yes, actual: 2023-04-05 }")
    let details = try #require(plan[ActivityID("go")]?.details)
    #expect(details.actualStart?.value.words == "2023-04-05" && details.actualStart == details.actualFinish)
  }

  @Test func `targets are dates, switched off, or absent`() throws {
    let plan = try plan(
      "activities:\n  a: { target: none }\n  b: { target: høsten 2023 }\n  c: { target: { at: none, because: dropped } }\n  d: { owner: X }"
    )
    #expect(plan[ActivityID("a")]?.details.target == .off(.none))
    guard case .by(let fact) = plan[ActivityID("b")]?.details.target else {
      Issue.record("no target")
      return
    }
    #expect(fact.value.words == "høsten 2023")
    #expect(plan[ActivityID("c")]?.details.target == .off(Evidence(because: "dropped")))
    #expect(plan[ActivityID("d")]?.details.target == nil)
  }

  @Test func `calendars extend each other in any order`() throws {
    let plan = try plan(
      """
      default-calendar: night
      calendars:
        night: { extends: oslo, monday: "22:00-06:00", tuesday: closed }
        oslo:
          extends: norway
          exceptions:
            - { on: 2023-07-10/2023-07-30, name: fellesferie }
            - { on: 2023-12-24, hours: "08:00-11:30, 12:00-13:00" }
      """)
    let night = try #require(plan.calendar(named: "night"))
    #expect(night.week[0] == [WorkPeriod(from: 1320, to: 1800)] && night.week[1] == [] && night.holidays == .norway)
    #expect(night.exceptions.map(\.hours.count) == [0, 2] && night.exceptions[0].name == "fellesferie")
  }

  @Test func `windows, scenarios, choices, risks and registers are read`() throws {
    let plan = try plan(
      """
      status-date: 2023-04-30
      windows:
        golive: { days: [saturday, sunday], open: 2024-01, frozen: [2023-12-15/2024-01-08] }
      activities:
        go: { milestone: yes, window: golive, part-of: all }
        all: { summary: yes }
        decide: { milestone: yes }
      relations:
        - { id: D1, from: p, to: go, risks: R1, what: money }
      projects: { p: { kind: body, part-of: q }, q: { name: Q } }
      scenarios:
        a: { changes: go planned=2023-11 }
        b:
          extends: a
          changes:
            - { change: go +6ew, because: guessed, seed: Q1 }
            - add p.new milestone planned=2024-01
            - go -> p.new
          stated-verdict: { is: not-realistic, source: §3 }
      choices:
        way: { alternatives: [a, b], decided-by: decide, formal: a }
      risks:
        R1:
          likelihood: S3
          probability: 0.25
          expected: { likelihood: S1, consequence: K2 }
          impact: { go: { low: 1ew, likely: 2ew, high: 3ew } }
          touches: [D1, p]
          measures: { a: { name: do it, new: yes, changes: [go -1ew] } }
      registers:
        decisions:
          columns: { what: text, when: date, cost: number, of: reference, done: flag }
          rows:
            - { what: start, when: mai 2023, cost: 2.50, of: p, done: no, source: minutes }
      """)
    #expect(plan.windows[0].weekdays == [.saturday, .sunday] && plan.windows[0].open?.count == 1)
    #expect(plan[ActivityID("go")]?.details.parent == "all")
    #expect(plan.relations[0].from == "p" && plan.relations[0].dependency.risks == ["R1"])
    #expect(plan.scenarios[1].changes.count == 3 && plan.scenarios[1].extends == ["a"])
    #expect(plan.scenarios[1].changes[0].evidence.because == "guessed" && plan.scenarios[1].changes[0].seeds == ["Q1"])
    #expect(plan.scenarios[1].statedVerdict?.value == "not-realistic")
    #expect(plan.choices[0].decidedBy == "decide" && plan.choices[0].formal == "a")
    #expect(plan.risks[0].likelihood?.value == 3 && plan.risks[0].expectedConsequence == 2)
    #expect(plan.risks[0].probability?.value == Probability("0.25") && plan.risks[0].impacts[0].activity == "go")
    #expect(plan.risks[0].measures[0].isNew && plan.risks[0].measures[0].changes.count == 1)
    #expect(plan.registers[0].rows[0].cells == ["start", "mai 2023", "2.5", "p", "no"])
    #expect(plan.registers[0].rows[0].evidence.source == "minutes")
  }

  @Test func `years that dates leave out come from the status date, or from report-year`() throws {
    let dated = try plan("status-date: 2023-04-30\nactivities: { a: { planned: 11. mai } }")
    #expect(dated.activities[0].details.planned?.value.earliest == Day(year: 2023, month: 5, day: 11))
    let other = try TemporaryPlan([
      "plan.yaml": "milepost: 1\nreport-year: 2019\nstatus-date: 2023-04-30\nactivities: { a: { planned: 11. mai } }"
    ]).read()
    #expect(other.plan.activities[0].details.planned?.value.earliest == Day(year: 2019, month: 5, day: 11))
    #expect(other.dateContext.reportYear == 2019)
  }

  @Test func `ids are kept in normal form C`() throws {
    let plan = try plan("activities:\n  pa\u{30A}: { milestone: yes }")
    #expect(plan.activities[0].id.text.unicodeScalars.map(\.value) == [0x70, 0xE5])
  }
}
