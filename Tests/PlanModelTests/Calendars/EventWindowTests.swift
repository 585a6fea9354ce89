import PlanModel
import Testing

@Suite struct `Event window` {
  static let may = date(2023, 5, 1)...date(2023, 5, 31)  // from a Monday

  static let weekends = EventWindow(name: "weekends", weekdays: [.saturday, .sunday])

  @Test func `a start waits for the weekend, a finish may close it`() {
    let window = CompiledWindow(Self.weekends, days: Self.may)
    let wednesday = date(2023, 5, 10).at(12)
    #expect(window.next(wednesday, asFinish: false) == date(2023, 5, 13).start)
    #expect(window.next(wednesday, asFinish: true) == date(2023, 5, 13).at(0, 1))
    #expect(window.previous(wednesday, asFinish: false) == date(2023, 5, 7).at(23, 59))
    #expect(window.previous(wednesday, asFinish: true) == date(2023, 5, 7).end)
    #expect(window.next(date(2023, 5, 14).end, asFinish: true) == date(2023, 5, 14).end)
    #expect(window.next(date(2023, 5, 14).end, asFinish: false) == date(2023, 5, 20).start)
  }

  @Test func `a freeze turns one week of slip into a month`() {
    var golive = Self.weekends
    golive.frozen = [date(2023, 12, 11)...date(2024, 1, 7)]
    let window = CompiledWindow(golive)
    #expect(window.next(date(2023, 12, 9).at(6), asFinish: false) == date(2023, 12, 9).at(6))
    #expect(window.next(date(2023, 12, 16).at(6), asFinish: false) == date(2024, 1, 13).start)
  }

  @Test func `after the last known window there is none`() {
    let window = CompiledWindow(
      EventWindow(name: "two", open: [date(2023, 5, 20)...date(2023, 5, 21), date(2023, 5, 6)...date(2023, 5, 7)]))
    #expect(window.lastClose == date(2023, 5, 21).end)
    #expect(window.next(date(2023, 5, 21).end, asFinish: true) == date(2023, 5, 21).end)
    #expect(window.next(date(2023, 5, 21).end, asFinish: false) == nil)
    #expect(window.previous(date(2023, 5, 6).start, asFinish: true) == nil)
    #expect(window.previous(date(2023, 5, 6).start, asFinish: false) == date(2023, 5, 6).start)
  }

  @Test func `a window that never opens is empty`() {
    for window in [
      EventWindow(name: "no day", weekdays: []), EventWindow(name: "no span", open: []),
      EventWindow(name: "frozen", frozen: [Day(number: .min)...Day(number: .max)]),
    ] {
      let compiled = CompiledWindow(window)
      #expect(compiled.isEmpty && compiled.lastClose == nil)
      #expect(compiled.next(Instant(minutes: .min), asFinish: true) == nil)
      #expect(compiled.previous(Instant(minutes: .max), asFinish: false) == nil)
    }
  }

  @Test(arguments: 0..<24, [false, true])
  func `agrees with asking every minute, and next and previous are adjoint`(seed: Int, asFinish: Bool) {
    var dice = CalendarDice(seed: seed)
    let days = date(2023, 5, 1)...date(2023, 5, 9)
    let definition = randomWindow(near: days, using: &dice)
    let window = CompiledWindow(definition, days: days)
    let instants = days.lowerBound.start.minutes...days.upperBound.end.minutes
    let allowed = instants.map { isAllowed(definition, Instant(minutes: $0), days: days, asFinish: asFinish) }

    var next: [Int32?] = Array(repeating: nil, count: allowed.count)
    var previous = next
    var latest: Int32?
    for (index, instant) in instants.enumerated() {
      if allowed[index] { latest = instant }
      previous[index] = latest
    }
    latest = nil
    for (index, instant) in instants.enumerated().reversed() {
      if allowed[index] { latest = instant }
      next[index] = latest
    }
    let wrong = instants.enumerated().first { index, instant in
      window.next(instant, asFinish: asFinish) != next[index]
        || window.previous(instant, asFinish: asFinish) != previous[index]
    }
    #expect(wrong == nil, "seed \(seed)")

    for _ in 0..<5000 {
      let (t, x) = (Int32.random(in: instants, using: &dice), Int32.random(in: instants, using: &dice))
      let reaches = window.next(t, asFinish: asFinish).map { $0 <= x } ?? false
      let starts = window.previous(x, asFinish: asFinish).map { t <= $0 } ?? false
      if reaches != starts {
        Issue.record("seed \(seed): \(t) and \(x)")
        return
      }
    }
  }

  /// Straight from the definition: the civil day of a start, or of the minute before a finish, is open.
  private func isAllowed(_ window: EventWindow, _ instant: Instant, days: ClosedRange<Day>, asFinish: Bool) -> Bool {
    let day = asFinish ? instant.finishDay : instant.day
    return days.contains(day) && window.weekdays?.contains(day.weekday) != false
      && window.open?.contains { $0.contains(day) } != false && !window.frozen.contains { $0.contains(day) }
  }

  private func randomWindow(near days: ClosedRange<Day>, using dice: inout CalendarDice) -> EventWindow {
    func span() -> ClosedRange<Day> {
      let first = days.lowerBound + Int.random(in: -3...12, using: &dice)
      return first...(first + Int.random(in: 0...4, using: &dice))
    }
    return EventWindow(
      name: "random",
      weekdays: dice.one(in: 50) ? Set(Weekday.allCases.filter { _ in dice.one(in: 50) }) : nil,
      open: dice.one(in: 50) ? (0..<Int.random(in: 0...3, using: &dice)).map { _ in span() } : nil,
      frozen: (0..<Int.random(in: 0...2, using: &dice)).map { _ in span() })
  }
}

private func date(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year: year, month: month, day: day)! }

extension Day {
  fileprivate func at(_ hour: Int, _ minute: Int = 0) -> Instant { start + .minutes(hour * 60 + minute) }
}
