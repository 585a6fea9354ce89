import Milepost
import Portfolios

/// Early dates by a loop over the made-up tables: the answer that big networks are checked against.
///
/// It shares no code with the engine but the list of holidays: it walks the order in which the portfolio was made and
/// counts working minutes in a list of all of them.
struct LongestPath {
  let starts: [Int32]
  let finishes: [Int32]

  init(_ portfolio: Portfolio) {
    let activities = portfolio.activities
    var incoming = Array(repeating: Int32(-1), count: activities.count)  // the last link into each activity
    var previous = Array(repeating: Int32(-1), count: portfolio.links.count)  // the link before it
    for (number, link) in portfolio.links.enumerated() {
      previous[number] = incoming[Int(link.to)]
      incoming[Int(link.to)] = Int32(number)
    }
    let isOffice = portfolio.recipe.calendar == .norway
    var office = WorkingMinutes(from: portfolio.statusDate)
    let floor = portfolio.statusDate.end.minutes
    var starts = Array(repeating: floor, count: activities.count)
    var finishes = starts

    for place in portfolio.order.map({ Int($0) }) {
      let activity = activities[place]
      let works = isOffice && !activity.isMilestone
      let duration = activity.likely
      var startBound = floor
      if let day = activity.planned?.earliest { startBound = max(startBound, day.end.minutes) }
      var finishBound = Int32.min
      var next = incoming[place]
      while next >= 0 {
        let link = portfolio.links[Int(next)]
        next = previous[Int(next)]
        var bound = link.kind == .startToStart ? starts[Int(link.from)] : finishes[Int(link.from)]
        if link.lag > 0 {
          if link.isLagElapsed || !isOffice || activities[Int(link.from)].isMilestone {
            bound += link.lag
          } else {
            bound = office.minute(office.count(before: bound) + Int(link.lag) - 1) + 1
          }
        }
        if link.kind == .finishToFinish {
          finishBound = max(finishBound, bound)
        } else {
          startBound = max(startBound, bound)
        }
      }
      if works {
        // As many working minutes before the start as put the last one at the bound.
        let before = finishBound == .min ? 0 : office.count(before: finishBound) - Int(duration)
        let number = max(office.count(before: startBound), before)
        starts[place] = office.minute(number)
        finishes[place] = office.minute(number + Int(duration) - 1) + 1
      } else {
        starts[place] = max(startBound, finishBound == .min ? startBound : finishBound - duration)
        finishes[place] = starts[place] + duration
      }
    }
    self.starts = starts
    self.finishes = finishes
  }
}
