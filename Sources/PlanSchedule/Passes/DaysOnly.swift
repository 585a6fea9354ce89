import PlanModel

// The sweeps over networks without calendars, stated dates or progress, see ``Network/isDaysOnly``: the same answers from
// fewer bytes. They follow the links of an activity without asking of which kind each is, since positions are in order of
// level and number of predecessors: then the processor foresees how many there are, but not which of them bound a finish.

extension ForwardPass {
  mutating func sweepDaysOnly(_ positions: Range<Int>) {
    if positions.isEmpty { return }
    let (earliest, latest) = (Day.earliest.start.minutes, Day.latest.end.minutes)
    let (network, durations, floors, allArcs) = (network, self.duration, self.floor, self.arcs)
    var (rows, bounds) = (self.rows, linkBounds)
    (self.rows, linkBounds) = ([], [])
    do {
      let (duration, floor) = (durations.span, floors.span)
      let (arcs, startArcs, finishArcs) = (allArcs.span, network.startArcs.span, network.finishArcs.span)
      var row = rows.mutableSpan
      var linkBound = bounds.mutableSpan
      var arc = Int(startArcs[positions.lowerBound])
      for position in positions {
        let days = duration[unchecked: position]
        let middle = Int(finishArcs[unchecked: position])
        let end = Int(startArcs[unchecked: position &+ 1])
        var start = floor[unchecked: position]
        while arc < end {
          let link = arcs[unchecked: arc]
          let bound = row[unchecked: Int(link.row)] &+ link.lag &- (arc >= middle ? days : 0)
          linkBound[unchecked: arc] = bound
          start = max(start, bound)
          arc &+= 1
        }
        var finish = start &+ days
        // Never, but for changed durations: two branches cost less than limits.
        if start < earliest || finish > latest {
          start = min(max(start, earliest), latest)
          finish = min(max(finish, earliest), latest)
        }
        row[unchecked: 2 &* position] = start
        row[unchecked: 2 &* position &+ 1] = finish
      }
    }
    (self.rows, linkBounds) = (rows, bounds)
  }
}

extension BackwardPass {
  func runDaysOnly(_ anchors: [Int32], _ rows: inout [Int32]) {
    let (earliest, latest) = (Day.earliest.start.minutes, Day.latest.end.minutes)
    let (network, durations, allArcs) = (network, network.durations(early.reading), self.arcs)
    let (duration, anchor) = (durations.span, anchors.span)
    let (arcs, startArcs, finishArcs) = (allArcs.span, network.startArcs.span, network.finishArcs.span)
    var row = rows.mutableSpan
    var position = network.count &- 1
    while position >= 0 {
      let days = duration[unchecked: position]
      let finish = min(row[unchecked: 2 &* position &+ 1], anchor[unchecked: position])
      var start = min(row[unchecked: 2 &* position], finish == noLimit ? noLimit : finish &- days)
      if start == noLimit {
        row[unchecked: 2 &* position &+ 1] = noLimit
      } else {
        if start < earliest || start > latest { start = min(max(start, earliest), latest) }
        row[unchecked: 2 &* position] = start
        row[unchecked: 2 &* position &+ 1] = start &+ days
        let middle = Int(finishArcs[unchecked: position])
        var arc = Int(startArcs[unchecked: position])
        let end = Int(startArcs[unchecked: position &+ 1])
        while arc < end {
          let link = arcs[unchecked: arc]
          let limit = start &+ (arc >= middle ? days : 0) &- link.lag
          let from = Int(link.row)
          row[unchecked: from] = min(row[unchecked: from], limit)
          arc &+= 1
        }
      }
      position &-= 1
    }
  }
}
