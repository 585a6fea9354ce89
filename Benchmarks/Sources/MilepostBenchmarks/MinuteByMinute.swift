import Milepost
import Portfolios

/// Early dates by walking minute by minute until nothing moves any more: slow, and hard to get wrong.
///
/// For at most some hundred activities; it checks ``LongestPath`` as well as the engine.
struct MinuteByMinute {
  let starts: [Int32]
  let finishes: [Int32]

  init(_ portfolio: Portfolio) {
    let first = portfolio.statusDate.start.minutes
    let isWork = MinuteByMinute.officeMinutes(from: portfolio.statusDate, years: 12)
    let isOffice = portfolio.recipe.calendar == .norway

    func works(_ minute: Int32, _ place: Int) -> Bool {
      !isOffice || portfolio.activities[place].isMilestone || isWork[Int(minute - first)]
    }
    func walk(_ minutes: Int32, from instant: Int32, _ place: Int) -> Int32 {
      var (left, now) = (minutes, instant)
      while left > 0 {
        if works(now, place) { left -= 1 }
        now += 1
      }
      return now
    }
    func walkBack(_ minutes: Int32, from instant: Int32, _ place: Int) -> Int32 {
      var (left, now) = (minutes, instant)
      while left > 0, now > first {
        now -= 1
        if works(now, place) { left -= 1 }
      }
      return now
    }
    func opening(_ instant: Int32, _ place: Int) -> Int32 {
      var now = instant
      while !works(now, place) { now += 1 }
      return now
    }
    func closing(_ instant: Int32, _ place: Int) -> Int32 {
      var now = instant
      while now > first, !works(now - 1, place) { now -= 1 }
      return now
    }

    var starts = portfolio.activities.indices.map { place in
      let planned = portfolio.activities[place].planned?.earliest?.end.minutes ?? Int32.min
      return opening(max(portfolio.statusDate.end.minutes, planned), place)
    }
    var finishes = starts.indices.map { walk(portfolio.activities[$0].likely, from: starts[$0], $0) }
    var moved = true
    while moved {
      moved = false
      for link in portfolio.links {
        let (from, to) = (Int(link.from), Int(link.to))
        var bound = link.kind == .startToStart ? starts[from] : finishes[from]
        bound = link.isLagElapsed ? bound + link.lag : walk(link.lag, from: bound, from)
        var start = starts[to]
        if link.kind == .finishToFinish {
          start = max(start, opening(walkBack(portfolio.activities[to].likely, from: closing(bound, to), to), to))
        } else {
          start = max(start, opening(bound, to))
        }
        if start > starts[to] {
          starts[to] = start
          finishes[to] = walk(portfolio.activities[to].likely, from: start, to)
          moved = true
        }
      }
    }
    self.starts = starts
    self.finishes = finishes
  }

  private static func officeMinutes(from day: Day, years: Int) -> [Bool] {
    var minutes = Array(repeating: false, count: years * 366 * 1440)
    for number in 0..<years * 366 {
      let today = day + number
      if today.weekday == .saturday || today.weekday == .sunday { continue }
      if HolidaySet.norway.holidays(in: today.year).contains(where: { $0.day == today }) { continue }
      for minute in 480..<930 { minutes[number * 1440 + minute] = true }
    }
    return minutes
  }
}
