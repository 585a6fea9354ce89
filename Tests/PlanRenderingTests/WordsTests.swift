import PlanComparison
import PlanModel
import PlanRendering
import PlanSchedule
import Testing

@Suite struct `Words about plans` {
  let nb = Words(language: .norwegian)
  let en = Words(language: .english)

  @Test func `elapsed time is exact and shows minutes only where there are any`() {
    #expect(nb.elapsed(.days(61)) == "61 d")
    #expect(nb.elapsed(.zero) == "0 d")
    #expect(nb.elapsed(.hours(16)) == "16 t")
    #expect(nb.elapsed(.minutes(-(2 * 1440 + 16 * 60 + 30))) == "−2 d 16 t 30 min")
    #expect(en.elapsed(.minutes(90)) == "1 h 30 min")
    #expect(en.elapsed(ElapsedTime(minutes: .min)).hasPrefix("−1491308 d"))
  }

  @Test func `moves carry their sign, and weeks where they are whole`() {
    #expect(nb.moved(.days(61)) == "+61 d")
    #expect(nb.moved(.days(42)) == "+42 d (6 uker)")
    #expect(en.moved(.days(-7)) == "−7 d (1 week)")
    #expect(nb.moved(Readings(first: .days(61), last: .days(62))) == "+61 d … +62 d")
    #expect(nb.moved(Readings(first: .zero, last: .days(-2))) == "0 … −2 d")
    #expect(nb.moved(.zero) == "0")
  }

  @Test func `numbers use the decimal mark of the language`() {
    #expect(nb.number(450, over: 60) == "7,5")
    #expect(en.number(450, over: 60) == "7.5")
    #expect(nb.number(-1, over: 100) == "0")
    #expect(nb.number(.min, over: 1).hasPrefix("-") || nb.number(.min, over: 1).hasPrefix("−"))
  }

  @Test func `quantities and estimates are in words, with plural forms`() throws {
    #expect(nb.quantity(.days(1)) == "1 arbeidsdag")
    #expect(nb.quantity(.days(50)) == "50 arbeidsdager")
    #expect(nb.quantity(try #require(Quantity("1.5h"))) == "1,5 arbeidstimer")
    #expect(en.quantity(try #require(Quantity("1.5h"))) == "1.5 working hours")
    #expect(en.quantity(.elapsedWeeks(6)) == "6 weeks by the calendar")
    #expect(en.quantity(Quantity(1, .elapsedMonths)) == "1 month of 30 days")
    #expect(nb.quantity(Quantity(2, .elapsedMonths)) == "2 måneder à 30 dager")
    #expect(nb.quantity(try #require(Quantity("50%"))) == "50 %")
    #expect(nb.estimate(Estimate(.days(50), low: .days(40), high: .days(70))) == "50 arbeidsdager (40–70)")
    #expect(
      nb.estimate(Estimate(.weeks(2), low: .days(5), high: .weeks(3))) == "2 arbeidsuker (5 arbeidsdager–3 arbeidsuker)"
    )
  }

  @Test func `dates are in figures in tables and in full in sentences`() throws {
    let status = try #require(Day(year: 2023, month: 4, day: 30))
    #expect(nb.day(status) == "30.04.2023")
    #expect(en.day(status) == "2023-04-30")
    #expect(nb.fullDay(status) == "30. april 2023")
    #expect(en.fullDay(status) == "30 April 2023")
    let readings = Readings(first: status, last: status + 31)
    #expect(nb.days(readings) == "30.04.2023 … 31.05.2023")
    #expect(nb.days(readings, isLowerBound: true) == "ikke før 30.04.2023 … 31.05.2023")
    #expect(en.days(Readings(first: status, last: status)) == "2023-04-30")
  }

  @Test func `a lower bound says what it waits for`() throws {
    let plan = try AMKPlan.base()
    let words = Words(language: .norwegian, names: Names(plan))
    let day = try #require(Day(year: 2024, month: 2, day: 5))
    #expect(
      words.lowerBound(day, waitsFor: ["amk-interregional.release-1-1"])
        == "ikke før 5. februar 2024: Release 1.1 har ingen dato")
    #expect(
      Words(language: .english, names: Names(plan)).lowerBound(
        day, waitsFor: ["amk-interregional.release-1-1", "amk-hso.regional-infrastructure"])
        == "not before 5 February 2024: Release 1.1 and Regional infrastruktur have no date")
    #expect(words.lowerBound(day, waitsFor: []) == "ikke før 5. februar 2024")
  }

  @Test func `names are display names, with ids where they must be typed`() throws {
    let names = Names(try AMKPlan.base())
    #expect(names["amk-hso.oslo-start"] == "Oppstart AMK Oslo")
    #expect(names.withID("amk-hso.oslo-start") == "Oppstart AMK Oslo (amk-hso.oslo-start)")
    #expect(names.withID("nobody.knows") == "nobody.knows")
  }

  @Test func `stated differences keep their unit`() throws {
    func difference(_ a: String, _ b: String) throws -> SpanDifference {
      try #require(SpanDifference(from: DateSpan(a), to: DateSpan(b)))
    }
    let bergen = try difference("november 2023", "januar 2024")
    #expect(nb.difference(bergen) == "2 måneder (32–91 d)")
    #expect(nb.difference(bergen, signed: true) == "+2 måneder (32–91 d)")
    #expect(nb.difference(try difference("januar 2024", "november 2023"), signed: true) == "−2 måneder (32–91 d)")
    #expect(en.difference(try difference("januar 2024", "februar 2024")) == "1 month (1–59 d)")
    #expect(nb.difference(try difference("2024-01-05", "2024-01-06"), signed: true) == "+1 d")
    #expect(nb.difference(try difference("2024-01-05", "2024-01-05"), signed: true) == "0 d")
    #expect(nb.difference(try difference("2024-01-05", "januar 2024")) == "−4 … +26 d")
    #expect(nb.gap(Pair(bergen, try difference("januar 2024", "februar 2024"))) == "2 måneder → 1 måned")
    #expect(en.gap(Pair(nil, bergen)) == "not stated → 2 months")
  }

  @Test func `every word of the model has words in both languages`() {
    for words in [nb, en] {
      #expect(Set(Basis.allCases.map(words.basis)).count == Basis.allCases.count)
      #expect(Set(Verdict.Word.allCases.map { words.verdict($0) }).count == 4)
      #expect(Set(Verdict.Word.allCases.map(words.symbol)).count == 4)
      #expect(Set(EventState.Word.allCases.map(words.state)).count == 4)
      #expect(Set(Link.Kind.allCases.map(words.kind)).count == 4)
      #expect(Set(Constraint.Kind.allCases.map(words.constraint)).count == Constraint.Kind.allCases.count)
    }
    #expect(nb.constraint(.startNoEarlierThan) == "start ikke før")
    #expect(Basis.allCases.map(nb.basis) == ["oppgitt", "oppgitt uten kilde", "forutsatt", "hva-om", "ukjent"])
  }

  @Test func `columns and pieces of a path are called by what they are`() {
    #expect([.placed, .logic, .verdict].map { nb.heading($0) } == ["Beregnet", "Koblingene alene", "Vurdering"])
    #expect([.placed, .logic, .verdict].map { en.heading($0) } == ["Placed", "Logic", "Verdict"])
    // The time from start to finish has holidays in it: it is not work.
    #expect(nb.segment(.work, of: "grav") == "varigheten av grav")
    #expect(en.segment(.daysOff, of: "dig") == "days off in dig")
    #expect(nb.daysAndHours(750, dayLength: 450) == "1 d 5 t")
    #expect(nb.daysAndHours(-1920, dayLength: 1440) == "−1 d 8 t")
  }

  @Test func `lists have no comma before the last`() {
    #expect(nb.list(["a", "b", "c"]) == "a, b og c")
    #expect(en.list(["a", "b"]) == "a and b")
    #expect(nb.list([]) == "")
  }

  @Test func `a break-even that has passed says so`() throws {
    let day = try #require(Day(year: 2023, month: 5, day: 24))
    let breakEven = BreakEven(activity: "r", likely: day, atBest: day, atWorst: day)
    #expect(nb.breakEven(breakEven, for: "plan A") == "plan A trenger r innen 24. mai 2023")
    #expect(
      nb.breakEven(breakEven, for: "plan A", status: day) == "plan A trenger r innen 24. mai 2023, som er passert")
    #expect(en.breakEven(breakEven, for: "plan A") == "plan A needs r by 24 May 2023")
  }

  @Test func `float is days and hours, its unit once between whole days`() {
    #expect(nb.float(675, dayLength: 450, isElapsed: false) == "1 d 4 t")
    #expect(en.float(675, dayLength: 450, isElapsed: false) == "1 d 4 h")
    #expect(nb.float(-225, dayLength: 450, isElapsed: false) == "−3 t 45 min")
    // One minute less than two days, the last minute of a deadline's day.
    #expect(nb.float(899, dayLength: 450, isElapsed: false) == "2 d")
    #expect(nb.float(0, dayLength: 450, isElapsed: false) == "0 d")
    #expect(nb.float(from: 510, to: 900, dayLength: 450, isElapsed: true) == "1 ed 1 t … 2 ed")
    #expect(nb.float(from: -450, to: 450, dayLength: 450, isElapsed: true) == "−1 … 1 ed")
    #expect(nb.float(from: 450, to: 450, dayLength: 450, isElapsed: false) == "1 d")
  }

  @Test func `what is under way has not happened`() {
    #expect(nb.driver(.actual) == "skjedd")
    #expect(nb.driver(.actual, isDone: false) == "i gang")
    #expect(en.driver(.actual, isDone: false) == "under way")
  }

  @Test func `one of a kind is counted in the singular`() {
    #expect(
      nb.reach(moved: 1, projects: 1, held: 2, of: 4)
        == "1 av 4 flytter seg, i 1 prosjekt; 2 nås uten å flytte seg; 1 nås ikke.")
    #expect(
      en.reach(moved: 1, projects: 1, held: 1, of: 3)
        == "1 of 3 moves, in 1 project; 1 is reached without moving; 1 is not reached.")
    #expect(
      en.reach(moved: 0, projects: 0, held: 0, of: 2)
        == "0 of 2 move; 0 are reached without moving; 2 are not reached.")
  }
}
