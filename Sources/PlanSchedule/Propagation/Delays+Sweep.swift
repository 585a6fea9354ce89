import PlanModel

// Delays that move much: everything behind is placed again, which reads memory in order.
extension Delays {
  /// Places everything from a position on.
  ///
  /// - Parameter mark: where the journal of this delay begins; what it says of the swept positions is taken over.
  /// - Returns: how many of them moved since then.
  mutating func sweep(from first: Int, since mark: Int) -> Int {
    let begin = swept.count
    swept.append(contentsOf: rows[(2 * first)...])
    var kept = mark
    for place in mark..<noted {
      let entry = journal[place]
      if Int(entry.position) < first {
        journal[kept] = entry
        kept += 1
      } else {
        swept[begin + 2 * (Int(entry.position) - first)] = entry.start
        swept[begin + 2 * (Int(entry.position) - first) + 1] = entry.finish
      }
    }
    noted = kept
    var next = first
    for (position, slip) in slips.filter({ $0.key >= first && $0.value > 0 }).sorted(by: { $0.key < $1.key }) {
      placeAll(next..<Int(position))
      place(Int(position)..<Int(position) + 1, slip: slip)
      next = Int(position) + 1
    }
    placeAll(next..<duration.count)
    var moved = 0
    let (old, new) = (swept.span, rows.span)
    var place = 2 * first
    let shift = begin &- 2 &* first
    while place < new.count {
      // No branch, and a finish moves only with its start.
      moved &+= old[unchecked: place &+ shift] != new[unchecked: place] ? 1 : 0
      place &+= 2
    }
    return moved
  }

  /// Places positions that nothing delays, four side by side where the network is wide.
  private mutating func placeAll(_ positions: Range<Int>) {
    guard !stretches.isEmpty, positions.count > 64 else { return place(positions) }
    let (earliest, latest) = (
      SIMD4<Int32>(repeating: Day.earliest.start.minutes), SIMD4<Int32>(repeating: Day.latest.end.minutes)
    )
    var next = positions.lowerBound
    var stretch = stretches.partitioned { Int($0) <= next }
    while next < positions.upperBound {
      let end = min(Int(stretches[stretch]), positions.upperBound)
      stretch += 1
      if end - next < 8 {
        place(next..<end)
      } else {
        let (durations, floors, links, firsts, middles) = (duration, floor, arcs, startArcs, finishArcs)
        let (duration, floor, arcs) = (durations.span, floors.span, links.span)
        let (startArcs, finishArcs) = (firsts.span, middles.span)
        var row = rows.mutableSpan
        var arc = Int(startArcs[next])
        let degree = Int(startArcs[next &+ 1]) &- arc
        var position = next
        while position < end {
          let lanes = Lanes(from: position, end: end, arc: arc, degree: degree)
          let days = duration.four(lanes.positions)
          let middle = finishArcs.four(lanes.positions)
          var start = floor.four(lanes.positions)
          var number = lanes.arc(0)
          for place in 0..<degree {
            let links = arcs.four(lanes.arcs, place)
            start = start.raised(to: row.rows(links) &+ lags(links) &- days.replacing(with: 0, where: number .< middle))
            number &+= 1
          }
          start = start.raised(to: earliest).lowered(to: latest)
          row.setDates(lanes.positions, start, (start &+ days).raised(to: earliest).lowered(to: latest))
          position &+= 4
          arc &+= 4 &* degree
        }
      }
      next = end
    }
  }

  private mutating func place(_ positions: Range<Int>, slip: Int32 = 0) {
    if positions.isEmpty { return }
    let (earliest, latest) = (Day.earliest.start.minutes, Day.latest.end.minutes)
    let (durations, floors, links, firsts, middles) = (duration, floor, arcs, startArcs, finishArcs)
    let (duration, floor, arcs) = (durations.span, floors.span, links.span)
    let (startArcs, finishArcs) = (firsts.span, middles.span)
    var row = rows.mutableSpan
    var arc = Int(startArcs[positions.lowerBound])
    for position in positions {
      let days = duration[unchecked: position]
      let middle = Int(finishArcs[unchecked: position])
      let end = Int(startArcs[unchecked: position &+ 1])
      var start = floor[unchecked: position]
      while arc < end {
        let link = arcs[unchecked: arc]
        start = max(start, row[unchecked: Int(link.row)] &+ link.lag &- (arc >= middle ? days : 0))
        arc &+= 1
      }
      start = min(max(start &+ slip, earliest), latest)
      row[unchecked: 2 &* position] = start
      row[unchecked: 2 &* position &+ 1] = min(max(start &+ days, earliest), latest)
    }
  }
}

extension [Int32] {
  /// The place of the first element that is not before, of elements in order.
  fileprivate func partitioned(_ isBefore: (Int32) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
