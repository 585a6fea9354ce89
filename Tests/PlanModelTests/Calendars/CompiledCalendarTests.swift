import PlanModel
import Testing

@Suite struct `Compiled calendar` {
  /// Easter 2023, seen from Wednesday to Wednesday.
  static let easterWeek = date(2023, 4, 5)...date(2023, 4, 12)

  static let nights = WorkingCalendar(
    name: "nights",
    week: Array(repeating: [WorkPeriod(from: 360, to: 420), WorkPeriod(from: 1320, to: 1800)], count: 6) + [[]],
    holidays: .norway,
    exceptions: [CalendarException(date(2023, 4, 10)...date(2023, 4, 10), hours: [WorkPeriod(from: 719, to: 720)])])

  static let halfDay = WorkingCalendar(
    name: "half day before Easter", week: WorkingCalendar.norway.week, holidays: .norway,
    exceptions: [
      .closed(date(2023, 4, 5)...date(2023, 4, 11)),
      CalendarException(date(2023, 4, 5)...date(2023, 4, 5), hours: [WorkPeriod(from: 480, to: 720)]),
    ])

  static let closed = WorkingCalendar(name: "closed", week: Array(repeating: [], count: 7))

  @Test(arguments: [WorkingCalendar.aroundTheClock, .weekdays, .norway, nights, halfDay, closed])
  func `agrees with counting every minute of a week`(definition: WorkingCalendar) {
    #expect(
      disagreements(definition, days: Self.easterWeek, amounts: [0, 1, 2, 59, 60, 450, 451, 961, 2250, 20000]) == [])
  }

  @Test(arguments: 0..<60)
  func `agrees with counting minutes on random calendars`(seed: Int) {
    var dice = CalendarDice(seed: seed)
    let first = date(2023, 4, 1) + Int.random(in: 0..<60, using: &dice)
    let days = first...(first + Int.random(in: 0...9, using: &dice))
    let definition = dice.calendar(near: days)
    let amounts = [0, 1] + (0..<3).map { _ in Int32.random(in: 1...3000, using: &dice) }
    #expect(disagreements(definition, days: days, amounts: amounts, stride: 7) == [])
  }

  /// Every answer that differs from the oracle's, the first few of them.
  private func disagreements(
    _ definition: WorkingCalendar, days: ClosedRange<Day>, amounts: [Int32], stride step: Int32 = 1
  ) -> [String] {
    let oracle = CalendarOracle(definition, days: days)
    var found: [String] = []
    func compare(_ got: Int32, _ wanted: Int32, _ what: @autoclosure () -> String) {
      if got != wanted, found.count < 5 { found.append("\(what()) is \(got), not \(wanted)") }
    }
    CompiledCalendar(definition, days: days).withTables { tables in
      compare(tables.total, oracle.total, "total")
      for t in Swift.stride(from: oracle.first, through: oracle.last, by: Int(step)) {
        compare(tables.work(until: t), oracle.work(until: t), "W(\(t))")
        let done = Int(oracle.work(until: t))
        compare(tables.nextWorkStart(t), oracle.lastWithin[done], "nextWorkStart(\(t))")
        compare(tables.previousWorkFinish(t), oracle.firstReaching[done], "previousWorkFinish(\(t))")
        for w in amounts {
          compare(tables.after(w, from: t), oracle.after(w, from: t), "after(\(w), \(t))")
          compare(tables.before(w, to: t), oracle.before(w, to: t), "before(\(w), \(t))")
          compare(tables.lagged(-w, from: t), oracle.lagged(-w, from: t), "lagged(\(-w), \(t))")
          compare(tables.lagged(w, from: t), oracle.lagged(w, from: t), "lagged(\(w), \(t))")
        }
      }
    }
    return found
  }

  // MARK: Laws

  @Test(arguments: [WorkingCalendar.norway, nights, halfDay, closed, .aroundTheClock])
  func `after and before are adjoint for every difference between minutes of two days`(definition: WorkingCalendar) {
    var broken = 0
    let days = date(2023, 4, 11)...date(2023, 4, 12)
    CompiledCalendar(definition, days: days).withTables { tables in
      for w: Int32 in [1, 90, 450] {
        for s in (tables.first + 1)...tables.last {
          let done = tables.after(w, from: s)
          for t in stride(from: tables.first + s % 13, to: tables.last, by: 13) {
            if (done <= t) != (s <= tables.before(w, to: t)) { broken += 1 }
          }
        }
      }
    }
    #expect(broken == 0)
  }

  @Test(arguments: 0..<40)
  func `after and before are adjoint on random calendars`(seed: Int) {
    var dice = CalendarDice(seed: seed)
    let days = date(2024, 3, 20)...date(2024, 5, 20)
    CompiledCalendar(dice.calendar(near: days), days: days).withTables { tables in
      for _ in 0..<2000 {
        let s = Int32.random(in: (tables.first + 1)...tables.last, using: &dice)
        let w = Int32.random(in: 1...3000, using: &dice)
        // Close to the boundary, where the law can break.
        let t = min(tables.after(w, from: s) + Int32.random(in: -2...2, using: &dice), tables.last - 1)
        if (tables.after(w, from: s) <= t) != (s <= tables.before(w, to: t)) {
          Issue.record("seed \(seed): \(w) minutes from \(s) to \(t)")
          return
        }
      }
    }
  }

  @Test(arguments: 0..<30)
  func `the inverse of a lag is the last instant that the lag brings no later`(seed: Int) {
    var dice = CalendarDice(seed: seed)
    let days = date(2023, 4, 28)...date(2023, 5, 3)
    let definition = dice.calendar(near: days)
    let oracle = CalendarOracle(definition, days: days)
    CompiledCalendar(definition, days: days).withTables { tables in
      for lag in [0, -1, -450, 1, 450, Int32.random(in: -900...900, using: &dice)] {
        // L never falls, so the last instant for each x moves forwards with x.
        var t = oracle.first
        for x in oracle.first..<oracle.last {
          while t < oracle.last, oracle.lagged(lag, from: t + 1) <= x { t += 1 }
          if tables.unlagged(lag, to: x) != t {
            Issue.record("seed \(seed): lag \(lag) to \(x) is \(tables.unlagged(lag, to: x)), not \(t)")
            return
          }
        }
      }
    }
  }

  @Test(arguments: [WorkingCalendar.norway, nights, .aroundTheClock])
  func `the work between a start and what comes after it is that work`(definition: WorkingCalendar) {
    let calendar = CompiledCalendar(definition)
    for day in [date(1900, 2, 1), date(1999, 12, 31), date(2024, 2, 29), date(2200, 1, 31)] {
      for minutes in [1, 449, 450, 451, 9000] {
        let start = day.at(11, 7)
        let finish = calendar.after(.minutes(minutes), from: start)
        #expect(calendar.work(from: start, to: finish) == .minutes(minutes))
        #expect(calendar.work(from: finish, to: start) == .minutes(-minutes))
        #expect(calendar.before(.minutes(minutes), to: finish) == calendar.nextWorkStart(start))
      }
    }
  }

  @Test func `a short range counts like the whole one`() {
    let whole = CompiledCalendar(Self.nights)
    let short = CompiledCalendar(Self.nights, days: date(2023, 1, 1)...date(2024, 12, 31))
    for offset in 0..<500 {
      let start = date(2023, 2, 1).start + .minutes(offset * 997)
      #expect(whole.after(.minutes(777), from: start) == short.after(.minutes(777), from: start))
      #expect(whole.before(.minutes(777), to: start) == short.before(.minutes(777), to: start))
    }
  }

  // MARK: The ends of the range

  @Test func `an answer outside the range is the end of the range`() {
    let days = date(2023, 1, 2)...date(2023, 1, 6)
    let calendar = CompiledCalendar(.weekdays, days: days)
    #expect(calendar.totalWork == .hours(40))
    #expect(calendar.after(.hours(40), from: calendar.earliest) == date(2023, 1, 6).at(16))
    #expect(calendar.after(.minutes(2401), from: calendar.earliest) == calendar.latest)
    #expect(calendar.before(.minutes(2401), to: calendar.latest) == calendar.earliest)
    #expect(calendar.nextWorkStart(date(2023, 1, 6).at(16)) == calendar.latest)
    #expect(calendar.previousWorkFinish(date(2023, 1, 2).at(8)) == calendar.earliest)
    #expect(calendar.canDo(.hours(40), from: calendar.earliest))
    #expect(!calendar.canDo(.minutes(2401), from: calendar.earliest))
  }

  @Test(arguments: [WorkingCalendar.norway, closed, .aroundTheClock])
  func `nothing traps at the far ends of numbers`(definition: WorkingCalendar) {
    let calendar = CompiledCalendar(definition, days: date(2023, 1, 1)...date(2023, 1, 31))
    for instant in [Int32.min, -1, 0, .max].map(Instant.init(minutes:)) {
      for work in [Int32.min, -1, 0, 1, .max].map(WorkTime.init(minutes:)) {
        let answers = [
          calendar.after(work, from: instant), calendar.before(work, to: instant),
          calendar.lagged(work, from: instant), calendar.unlagged(work, to: instant),
          calendar.nextWorkStart(instant), calendar.previousWorkFinish(instant),
        ]
        for answer in answers { #expect((calendar.earliest...calendar.latest).contains(answer)) }
        _ = calendar.canDo(work, from: instant)
      }
    }
    let wild = CompiledCalendar(definition, days: Day(number: .min)...Day(number: .max))
    #expect(wild.days == Day.earliest...Day.latest)
  }

  @Test func `a calendar without work answers with the ends`() {
    let calendar = CompiledCalendar(Self.closed)
    let noon = date(2023, 5, 2).at(12)
    #expect(calendar.totalWork == .zero)
    #expect(calendar.after(.minutes(1), from: noon) == Day.latest.end)
    #expect(calendar.before(.minutes(1), to: noon) == Day.earliest.start)
    #expect(calendar.after(.zero, from: noon) == noon)
    #expect(calendar.nextWorkStart(noon) == Day.latest.end)
    #expect(calendar.work(from: Day.earliest.start, to: Day.latest.end) == .zero)
  }

  @Test func `a week with fewer than seven days is closed on the missing ones`() {
    let calendar = CompiledCalendar(WorkingCalendar(name: "short", week: [[.wholeDay]]))
    #expect(calendar.nextWorkStart(date(2023, 5, 2).start) == date(2023, 5, 8).start)
  }

  @Test func `a pause of one minute between two periods stays a pause`() {
    let day = [WorkPeriod(from: 480, to: 600), WorkPeriod(from: 601, to: 720), WorkPeriod(from: 720, to: 730)]
    let calendar = CompiledCalendar(WorkingCalendar(name: "pause", week: Array(repeating: day, count: 7)))
    #expect(calendar.after(.minutes(121), from: date(2023, 5, 2).start) == date(2023, 5, 2).at(10, 2))
    #expect(calendar.work(from: date(2023, 5, 2).start, to: date(2023, 5, 2).end) == .minutes(249))
  }

  @Test func `a range of one day with a shift from the day before counts its morning`() {
    let day = date(2023, 4, 5)  // a Wednesday
    let calendar = CompiledCalendar(Self.nights, days: day...day)
    #expect(calendar.totalWork == .hours(6 + 1 + 2))
    #expect(calendar.after(.minutes(1), from: day.start) == day.at(0, 1))
  }

  @Test func `days of one minute among long days are found`() {
    // The shortest day makes the buckets of work too wide for one step.
    let week = [[WorkPeriod.wholeDay]] + Array(repeating: [WorkPeriod(from: 720, to: 721)], count: 6)
    let days = date(2023, 1, 2)...date(2023, 1, 15)
    #expect(
      disagreements(WorkingCalendar(name: "odd", week: week), days: days, amounts: [0, 1, 5, 6, 7, 1440, 1447]) == [])
    #expect(
      disagreements(
        WorkingCalendar(name: "tiny", week: Array(repeating: [WorkPeriod(from: 0, to: 1)], count: 7)), days: days,
        amounts: [0, 1, 2, 13, 14, 15]) == [])
  }

  // MARK: Known dates

  @Test(arguments: [
    (date(2023, 4, 3), date(2023, 5, 4)),  // three days before Easter, the Monday after it, 1 May
    (date(2023, 5, 15), date(2023, 6, 14)),  // 17 May, Ascension the day after, Whit Monday
    (date(2024, 3, 25), date(2024, 4, 24)),  // Easter
    (date(2023, 12, 18), date(2024, 1, 17)),  // Christmas on Monday and Tuesday, New Year's Day
    (date(2024, 6, 3), date(2024, 6, 28)),  // nothing
  ])
  func `twenty working days in Norway`(start: Day, finish: Day) {
    let calendar = CompiledCalendar(.norway)
    #expect(calendar.after(.minutes(20 * 450), from: start.start) == finish.at(15, 30))
    #expect(calendar.before(.minutes(20 * 450), to: finish.end) == start.at(8))
  }

  @Test func `a Norwegian year has as many working days as the almanac says`() {
    let calendar = CompiledCalendar(.norway)
    // 260 days from Monday to Friday in 2023 less 9 holidays on them (Easter 3, 1 May, 17 May, Ascension, Whit Monday, Christmas 2).
    #expect(calendar.work(from: date(2023, 1, 1).start, to: date(2023, 12, 31).end) == .minutes(251 * 450))
    // 262 in 2024 less 10 (New Year's Day too, 25 and 26 December on Wednesday and Thursday).
    #expect(calendar.work(from: date(2024, 1, 1).start, to: date(2024, 12, 31).end) == .minutes(252 * 450))
  }

  @Test func `an exception opens a holiday, and a later one closes it again`() {
    var definition = WorkingCalendar.norway
    let day = date(2023, 5, 17)
    definition.exceptions = [CalendarException(day...day, hours: [WorkPeriod(from: 600, to: 660)])]
    #expect(CompiledCalendar(definition).nextWorkStart(day.start) == day.at(10))
    definition.exceptions.append(.closed(day...day))
    #expect(CompiledCalendar(definition).nextWorkStart(day.start) == date(2023, 5, 19).at(8))
  }

  @Test func `built-in calendars have the lengths their names promise`() {
    let monday = date(2024, 6, 3)
    func week(_ calendar: WorkingCalendar) -> WorkTime {
      CompiledCalendar(calendar).work(from: monday.start, to: (monday + 6).end)
    }
    #expect(week(.aroundTheClock) == .hours(168))
    #expect(week(.weekdays) == .hours(40))
    #expect(week(.norway) == .minutes(5 * 450))
    #expect(CompiledCalendar(.aroundTheClock).isAroundTheClock)
    #expect(!CompiledCalendar(.weekdays).isAroundTheClock)
    #expect([WorkingCalendar.aroundTheClock, .weekdays, .norway].map(\.name) == ["24h", "weekdays", "norway"])
  }

  @Test func `several calendars lend their tables together`() {
    let calendars = [CompiledCalendar(.norway), CompiledCalendar(.aroundTheClock)]
    let noon = date(2023, 4, 5).at(12)
    let answers = calendars.withTables { $0.map { Instant(minutes: $0.after(480, from: noon.minutes)) } }
    #expect(answers == [date(2023, 4, 11).at(12, 30), date(2023, 4, 5).at(20)])
  }
}

private func date(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year: year, month: month, day: day)! }

extension Day {
  fileprivate func at(_ hour: Int, _ minute: Int = 0) -> Instant { start + .minutes(hour * 60 + minute) }
}
