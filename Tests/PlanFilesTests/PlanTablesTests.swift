import Foundation
import PlanFiles
import PlanModel
import Testing

/// A plan written as tables and read again is the same plan.
@Suite struct `Plans as tables` {
  private func again(_ tables: PlanTables) throws -> Plan {
    let folder = try TemporaryPlan([:])
    try folder.write("activities.csv", Data(tables.activities))
    try folder.write("links.csv", Data(tables.links))
    return try folder.read("activities.csv").plan
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// Starts of formulas, quotes, separators, line breaks, spaces, marks, and what looks like any of them.
  static let hostile = [
    "=1+1", "+47 22", "-1d", "@SUM(A1)", "\tx", "\rx", "\r\nx", "\nx", "'", "''", "'=x", "''=x", "'x", "' =x", "x=1",
    "a,b", "a;b", "\"", "\"\"", "\"a\"", "a\"b", "a\nb", "a\r\nb", "a\rb", " a", "a ", "  ", "\u{A0}a", "a\u{A0}",
    "\u{2003}", "\u{2028}", "å", "å=", "=å", "'å", "a #b", "#", "# a", "|", "none", "id", "e\u{301}", "👩‍👩‍👧", "'-", "'@'",
    "=\"x\"", "\u{FF1D}1", "\\", "a\tb", "'\r", "'\n=",
  ]

  @Test(arguments: [PlanTables.Separator.comma, .semicolon], [false, true])
  func `hostile cells come back exactly`(separator: PlanTables.Separator, hasMark: Bool) throws {
    var plan = Plan()
    var activities: [Activity] = []
    for (number, text) in Self.hostile.enumerated() {
      let evidence = Evidence(source: text, because: Self.hostile.reversed()[number])
      activities.append(Activity(ActivityID("a\(number)"), name: text, evidence: evidence))
    }
    plan.activities = activities
    for (number, text) in Self.hostile.enumerated().dropFirst() {
      var details = LinkDetails()
      details.dependency.what = text
      details.dependency.evidence.because = text
      plan.links.append(
        Link(from: activities[number - 1].id, to: activities[number].id, lag: Quantity("-2d"), details: details))
    }
    let tables = PlanTables(plan, separator: separator, hasMark: hasMark)
    #expect(tables.omissions == [])
    #expect(tables.activities.starts(with: [0xEF, 0xBB, 0xBF]) == hasMark)
    let read = try again(tables)
    for (one, two) in zip(plan.activities, read.activities) {
      #expect(Array(one.name.utf8) == Array(two.name.utf8))
      #expect(one == two)
    }
    #expect(read.activities == plan.activities && read.links == plan.links)
  }

  @Test func `no cell begins as a formula`() {
    for text in Self.hostile {
      let tables = PlanTables(Plan(activities: [Activity("a", name: text)]))
      var cell = tables.activities.dropFirst("id,name\r\na,".utf8.count).dropLast(2)
      if cell.first == UInt8(ascii: "\"") { cell.removeFirst() }
      #expect(!cell.isEmpty && !"=+-@\t\r".utf8.contains(cell.first ?? 0), "\(text.debugDescription)")
    }
  }

  @Test func `a small plan is what one would write by hand`() {
    var live = Activity.milestone("p.live", .startMilestone, planned: DateSpan(Day(year: 2024, month: 3, day: 1)!))
    live.name = "Oppstart, Oslo"
    let plan = Plan(
      activities: [Activity("dig", work: .days(3)), live],
      links: [Link(from: "dig", to: "p.live", .startToStart, lag: .elapsedDays(2), strength: .soft)])
    let tables = PlanTables(plan)
    #expect(
      text(tables.activities)
        == "id,name,duration,milestone,planned\r\ndig,,3d,,\r\np.live,\"Oppstart, Oslo\",,start,2024-03-01\r\n")
    #expect(text(tables.links) == "from,to,type,lag,strength\r\ndig,p.live,SS,2ed,soft\r\n")
    #expect(text(PlanTables(Plan()).activities) == "id\r\n")
  }

  @Test(arguments: 1...60)
  func `random plans come back equal`(seed: UInt64) throws {
    let plan = RandomTablePlan(seed: seed).plan
    let tables = PlanTables(plan, separator: seed % 2 == 0 ? .comma : .semicolon, hasMark: seed % 3 == 0)
    #expect(tables.omissions == [], "seed \(seed)")
    let read = try again(tables)
    #expect(read.activities == plan.activities, "seed \(seed)")
    #expect(read.links == plan.links, "seed \(seed)")
  }

  @Test func `what tables cannot say is counted by kind`() throws {
    let plan = try plan(
      """
      name: P
      status-date: 2023-04-30
      default-calendar: norway
      source: report
      calendars: { c: { extends: norway } }
      windows: { w: { days: [saturday] } }
      projects:
        p: { name: Named, activities: { a: { duration: { low: 1d, likely: 2d, high: 3d, shape: pert, because: x } } } }
      activities:
        b: { milestone: yes, calendar: c, window: w, planned: 11. mai, note: n, name: "A\\eB" }
        s: { summary: yes }
      links: [{ from: p.a, to: b, max: 3d, id: D1, kind: sequence }]
      relations: [{ from: p, to: b }]
      scenarios: { x: { changes: "b planned=2023-06" }, y: { changes: "b planned=2023-07" } }
      """)
    let tables = PlanTables(plan)
    let found = Dictionary(uniqueKeysWithValues: tables.omissions.map { ($0.kind, $0.count) })
    let expected = [
      "names of plans": 1, "status dates (read the tables with --as-of 2023-04-30)": 1, "calendars": 1, "windows": 1,
      "facts about projects": 1, "relations": 1,
      "scenarios": 2, "shapes of durations": 1, "sources and reasons of single facts": 1,
      "calendars of activities that are not built in": 1, "windows of activities": 1,
      "words of dates (written as days)": 1,
      "notes and seeds of activities": 1, "control characters": 1, "maximal lags": 1, "ids of links": 1,
      "kinds of links": 1, "summaries (written as activities without a duration)": 1,
    ]
    for (kind, count) in expected { #expect(found[kind] == count, "\(kind): \(found)") }
    #expect(found.count == expected.count + 1, "\(found)")
    #expect(found.keys.contains { $0.hasPrefix("default calendars") })
    let read = try again(tables)
    #expect(read.activities.map(\.id) == plan.activities.map(\.id) && read.links.count == 1)
    #expect(
      read.activities.first { $0.id == "b" }?.details.planned?.value.earliest == Day(year: 2023, month: 5, day: 11))
    #expect(read.activities.first { $0.id == "b" }?.name == "AB")
  }
}

/// A plan of what tables can say, from a seed (SplitMix64).
struct RandomTablePlan {
  private(set) var plan = Plan()
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
    let count = below(12)
    var activities: [Activity] = []
    for number in 0..<count {
      let name = ["a", "Ab-1", "åse", "0"][below(4)] + "\(number)"
      let id = ActivityID(below(2) == 0 ? name : "\(["p", "q", "øk"][below(3)]).\(name)")
      activities.append(activity(id))
    }
    plan.activities = activities
    for _ in 0..<below(2 * count + 1) {
      var details = LinkDetails()
      details.dependency.what = text()
      details.dependency.evidence = evidence()
      let lag = ["3d", "-2d", "1.5h", "50%", "2emo", "10ed", "-1.25w"][below(7)]
      plan.links.append(
        Link(
          from: activities[below(count)].id, to: activities[below(count)].id, Link.Kind.allCases[below(4)],
          lag: below(2) == 0 ? nil : Quantity(lag), strength: Strength.allCases[below(3)],
          details: below(2) == 0 ? nil : details))
    }
  }

  private mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }

  private mutating func text() -> String? {
    below(3) == 0 ? `Plans as tables`.hostile[below(`Plans as tables`.hostile.count)] : nil
  }

  private mutating func evidence() -> Evidence { Evidence(source: text(), because: text()) }

  private mutating func date() -> DateSpan {
    let words = ["2023-05-01", "høsten 2023", "2023-Q2", "../2022-10-01", "2023-05/2023-08", "uke 35-2020", "2024-03~"]
    return (try? DateSpan(words[below(words.count)])) ?? DateSpan(Day(year: 2000, month: 1, day: 1)!)
  }

  private mutating func activity(_ id: ActivityID) -> Activity {
    let kind = [Activity.Kind.task, .task, .startMilestone, .finishMilestone][below(4)]
    let evidence = evidence()
    var activity = Activity(id, name: text() ?? "", kind: kind, evidence: evidence)
    func fact(_ span: DateSpan) -> Fact<DateSpan> { Fact(span, evidence) }
    if kind == .task {
      let durations = ["3d", "1d..2d..4d", "1.5h", "2emo", "30d..65d", "0d", "10ed..10ed..3ew", "2mo"]
      if below(4) > 0 { activity.duration = Estimate(durations[below(8)]).map { Fact($0, evidence) } }
    }
    if below(4) == 0 { activity.calendar = ["24h", "weekdays", "norway"][below(3)] }
    if below(3) == 0 { activity.details.planned = fact(date()) }
    if below(4) == 0 { activity.details.target = below(2) == 0 ? .by(fact(date())) : .off(evidence) }
    if below(4) == 0 { activity.details.deadline = fact(date()) }
    if below(4) == 0 {
      let start = fact(DateSpan(Day(year: 2023, month: 1, day: 9)!))
      activity.details.actualStart = start
      if kind == .task {
        if below(2) == 0 { activity.details.remaining = Fact(Quantity(below(9), .days), evidence) }
      } else {
        activity.details.actualFinish = start
      }
    }
    return activity
  }
}
