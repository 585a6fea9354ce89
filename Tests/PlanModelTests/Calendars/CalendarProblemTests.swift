import PlanModel
import Testing

@Suite struct `Calendar problems` {
  @Test(arguments: [WorkingCalendar.aroundTheClock, .weekdays, .norway])
  func `built-in calendars have none`(calendar: WorkingCalendar) {
    #expect(calendar.problems() == [])
  }

  @Test func `all of them are named at once, with their places`() {
    let reversed = WorkPeriod(from: 900, to: 480)
    let empty = WorkPeriod(from: 480, to: 480)
    let early = WorkPeriod(from: -60, to: 60)
    let long = WorkPeriod(from: 1380, to: 2881)
    let (morning, noon) = (WorkPeriod(from: 480, to: 720), WorkPeriod(from: 660, to: 780))
    let calendar = WorkingCalendar(
      name: "bad", week: [[reversed], [empty], [noon, morning], [early]],
      exceptions: [
        CalendarException(date(2023, 1, 1)...date(2023, 1, 2), hours: [long]),
        .closed(Day(number: 900_000)...Day(number: 900_001)),
      ])
    #expect(
      calendar.problems() == [
        .weekLength(4),
        .reversed(reversed, at: .week(.monday)),
        .reversed(empty, at: .week(.tuesday)),
        .overlapping(morning, noon, at: .week(.wednesday)),
        .outsideDay(early, at: .week(.thursday)),
        .outsideDay(long, at: .exception(0)),
        .exceptionOutside(1),
      ])
  }

  @Test func `no work is a problem of the range`() {
    var calendar = WorkingCalendar.weekdays
    calendar.exceptions = [.closed(date(2023, 7, 1)...date(2023, 7, 31))]
    #expect(calendar.problems() == [])
    #expect(calendar.problems(in: date(2023, 7, 3)...date(2023, 7, 28)) == [.noWork])
  }

  @Test func `a long period is compared with those after the one inside it`() {
    let day = [WorkPeriod(from: 0, to: 1000), WorkPeriod(from: 100, to: 200), WorkPeriod(from: 300, to: 400)]
    let calendar = WorkingCalendar(name: "nested", week: [day, [], [], [], [], [], []])
    #expect(
      calendar.problems() == [
        .overlapping(day[0], day[1], at: .week(.monday)), .overlapping(day[0], day[2], at: .week(.monday)),
      ])
    #expect(CompiledCalendar(calendar).work(from: date(2023, 5, 1).start, to: date(2023, 5, 1).end) == .minutes(1000))
  }

  @Test func `wild periods compile to what is sound in them`() {
    let wild = [
      WorkPeriod(from: .min, to: .max), WorkPeriod(from: 1440, to: 1500), WorkPeriod(from: 1430, to: .max),
      WorkPeriod(from: 20, to: .min), WorkPeriod(from: 10, to: 20), WorkPeriod(from: 20, to: 30),
    ]
    let calendar = CompiledCalendar(WorkingCalendar(name: "wild", week: [wild, [], [], [], [], [], []]))
    let monday = date(2023, 5, 1)
    #expect(calendar.work(from: monday.start, to: monday.end) == .minutes(30))
    #expect(calendar.work(from: monday.end, to: (monday + 6).end) == .minutes(1440))
  }

  @Test func `periods print as people write them`() {
    #expect("\(WorkPeriod(from: 480, to: 930))" == "08:00-15:30")
    #expect("\(WorkPeriod(from: 1320, to: 1800))" == "22:00-30:00")
  }
}

private func date(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year: year, month: month, day: day)! }
