import PlanModel
import PlanSchedule

/// The minutes of a calendar as lanes count them: working minutes from a base, or around the clock in calendar 0.
struct LaneClock {
  let calendar: Int16
  /// What the minutes are counted from: an instant for calendar 0, work done for others.
  let base: Int32
  let tables: [CalendarTables]

  /// The instant at which a minute begins; with `endsWork` the one at which the minute before it ends.
  @inline(__always)
  func instant(of minute: Int32, endsWork: Bool) -> Int32 {
    let minute = minute &+ base
    if calendar == 0 { return minute }
    let table = tables[Int(calendar)]
    let number = min(max(endsWork ? minute &- 1 : minute, 0), table.total &- 1)
    return table.start(ofWorkingMinute: number) &+ (endsWork ? 1 : 0)
  }

  /// The minutes that have gone by.
  @inline(__always)
  func work(until instant: Int32) -> Int32 {
    (calendar == 0 ? instant : tables[Int(calendar)].work(until: instant)) &- base
  }

  /// The minutes, between two, with which a day or its work after a break begins, and the end of the last such run.
  ///
  /// - Complexity: O(days · breaks in a day).
  func runs(from lowest: Int32, until highest: Int32) -> [Int32] {
    let day: Int32 = 1440
    var midnight = instant(of: lowest, endsWork: false)
    midnight -= ((midnight % day) + day) % day
    let end = instant(of: highest, endsWork: false)
    var runs: [Int32] = []
    var minute = work(until: midnight)
    while midnight <= end {
      midnight += day
      let evening = work(until: midnight)
      while minute < evening {
        runs.append(minute)
        minute = endOfRun(from: minute, until: evening)
      }
    }
    return runs + [minute]
  }

  /// The first minute from one on that does not follow at once on the one before.
  private func endOfRun(from minute: Int32, until evening: Int32) -> Int32 {
    let start = instant(of: minute, endsWork: false)
    var (together, apart) = (minute, evening)
    while together + 1 < apart {
      let middle = together + (apart - together) / 2
      if instant(of: middle, endsWork: false) - start == middle - minute { together = middle } else { apart = middle }
    }
    return together + 1
  }
}
