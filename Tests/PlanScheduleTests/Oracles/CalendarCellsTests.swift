import PlanModel
import PlanSchedule
import Testing

/// Cells answer as the tables of a calendar do, wherever they answer, and they answer everywhere but near their ends.
@Suite struct `Calendars in cells` {
  private static let calendars: [WorkingCalendar] =
    RandomPlans.manyCalendars + [
      WorkingCalendar(
        name: "odd",
        week: [
          [WorkPeriod(from: 421, to: 683), WorkPeriod(from: 713, to: 928)], [WorkPeriod(from: 480, to: 481)], [],
          [WorkPeriod(from: 0, to: 1440)], [WorkPeriod(from: 1320, to: 1800)], [WorkPeriod(from: 600, to: 700)], [],
        ]),
      WorkingCalendar(name: "sundays", week: Array(repeating: [], count: 6) + [[WorkPeriod(from: 0, to: 1440)]]),
    ]
  private static let years = [
    Day.earliest..<(Day.earliest + 80), (dayZero - 40)..<(dayZero + 60), (Day.latest - 70)..<(Day.latest + 1),
  ]

  @Test(arguments: calendars, years)
  func `give the dates of tables`(calendar: WorkingCalendar, days: Range<Day>) throws {
    let (from, until) = (days.lowerBound.start.minutes, (days.upperBound - 1).end.minutes)
    try [CompiledCalendar(calendar)].withTables { tables in
      let table = tables[0]
      let memory = try #require(CellMemory(tables, years: from..<until))
      let cells = memory.cells[0]
      let before = table.work(until: from)
      var (answers, wrong) = (0, 0)
      func check<T: Equatable>(_ found: T?, _ expected: T) {
        guard let found else { return }
        answers += 1
        if found != expected { wrong += 1 }
      }
      var dice = Dice(seed: Int(from))
      var asked = 0
      for instant in stride(from: from - 100, to: until + 100, by: 7) {
        check(cells.work(until: instant), table.work(until: instant) - before)
        check(cells.opening(instant)?.instant, table.nextWorkStart(instant))
        let work = Int32(dice.one(of: [0, 1, 29, 480, 2000, dice.number(0...9000)]))
        let lag = dice.one(in: 50) ? work : -work
        check(cells.worked(work, from: instant)?.start, table.worked(work, from: instant).start)
        check(cells.worked(work, from: instant)?.finish, table.worked(work, from: instant).finish)
        check(cells.before(work, to: instant), table.before(work, to: instant))
        check(cells.lagged(lag, from: instant), table.lagged(lag, from: instant))
        check(cells.unlagged(lag, to: instant), table.unlagged(lag, to: instant))
        let other = dice.one(of: [Int32.max, instant + Int32(dice.number(-9000...9000))])
        if let byStart = cells.latestMinute(startingBy: other),
          let byFinish = cells.latestMinute(work, finishingBy: instant),
          let dates = cells.dates(of: work, beginning: min(byStart, byFinish)),
          let expected = table.workedBack(work, startingBy: other, finishingBy: instant)
        {
          check(dates.start, expected.start)
          check(dates.finish, expected.finish)
        }
        asked += 9
      }
      #expect(wrong == 0, "\(calendar.name) from \(days.lowerBound)")
      #expect(answers * 5 > asked, "\(calendar.name): \(answers) of \(asked)")
      // In the middle there is nothing that cells do not answer.
      let middle = (from + until) / 2
      for instant in stride(from: middle, to: middle + 20_000, by: 11) {
        #expect(cells.worked(1, from: instant) != nil && cells.before(1, to: instant) != nil)
      }
      #expect(cells.opening(cells.first - 1) == nil && cells.opening(cells.top + 2) == nil)
      #expect(cells.start(of: -1) == nil && cells.start(of: Int32.max) == nil)
    }
  }

  @Test func `are not made where there is no work in those years, or none for a calendar`() {
    let once = WorkingCalendar(
      name: "once", week: Array(repeating: [], count: 7),
      exceptions: [CalendarException(dayZero...dayZero, hours: [WorkPeriod(from: 0, to: 600)])])
    [CompiledCalendar(.weekdays), CompiledCalendar(once)].withTables { tables in
      let (from, until) = ((dayZero + 1).start.minutes, (dayZero + 90).start.minutes)
      #expect(CellMemory(tables, years: from..<until) == nil)
      #expect(CellMemory([tables[0]], years: from..<until) != nil)
    }
  }
}
