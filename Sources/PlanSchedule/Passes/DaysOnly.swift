import PlanModel

// The sweeps over networks in which all work and all lags run around the clock: the same answers from fewer bytes. What has
// rare facts that are no floors or anchors is placed one by one in between, see ``SpecialPositions``. They follow the links of an activity without asking of which kind each is, since positions are in order of
// level and number of predecessors: then the processor foresees how many there are, but not which of them bound a finish.

extension ForwardPass {
  mutating func sweepDaysOnly(_ positions: Range<Int>, _ special: SpecialPositions, _ tables: [CalendarTables]) {
    let floors = special.floors(floor)
    if positions.count == network.count, network.isWide, sweepStretches(floors, special.oneByOne, tables) { return }
    let oneByOne = special.oneByOne
    let (earliest, latest) = (Day.earliest.start.minutes, Day.latest.end.minutes)
    let (network, durations, allArcs) = (network, self.duration, self.arcs)
    var (rows, bounds) = (self.rows, linkBounds)
    (self.rows, linkBounds) = ([], [])
    do {
      let (duration, floor) = (durations.span, floors.span)
      let (arcs, startArcs, finishArcs) = (allArcs.span, network.startArcs.span, network.finishArcs.span)
      var row = rows.mutableSpan
      var linkBound = bounds.mutableSpan
      var arc = Int(startArcs[positions.lowerBound])
      var next = oneByOne.firstIndex { $0 >= positions.lowerBound } ?? oneByOne.count
      var position = positions.lowerBound
      while position < positions.upperBound {
        let until = next < oneByOne.count ? min(Int(oneByOne[next]), positions.upperBound) : positions.upperBound
        while position < until {
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
          position &+= 1
        }
        if position < positions.upperBound {
          place(oneByOne, &next, before: position &+ 1, in: network, &row, &linkBound, tables)
          position &+= 1
          arc = Int(startArcs[position])
        }
      }
    }
    (self.rows, linkBounds) = (rows, bounds)
  }
}

extension ForwardPass {
  /// The same over stretches, four positions side by side; false where dates would have to be cut, and nothing is done.
  private mutating func sweepStretches(_ floors: [Int32], _ oneByOne: [Int32], _ tables: [CalendarTables]) -> Bool {
    guard let ends = network.stretches() else { return false }
    let (network, durations, allArcs) = (network, self.duration, self.arcs)
    var (rows, bounds) = (self.rows, linkBounds)
    (self.rows, linkBounds) = ([], [])
    var (lowest, highest) = (SIMD4<Int32>(repeating: 0), SIMD4<Int32>(repeating: 0))
    do {
      let (duration, floor) = (durations.span, floors.span)
      let (arcs, startArcs, finishArcs) = (allArcs.span, network.startArcs.span, network.finishArcs.span)
      var row = rows.mutableSpan
      var linkBound = bounds.mutableSpan
      var (position, nextSpecial) = (0, 0)
      for end in ends {
        let end = Int(end)
        var arc = Int(startArcs[position])
        let degree = Int(startArcs[position &+ 1]) &- arc
        // One with very many arcs mostly stands alone.
        while end &- position < 4, position < end {
          let days = duration[unchecked: position]
          let middle = Int(finishArcs[unchecked: position])
          var start = floor[unchecked: position]
          for _ in 0..<degree {
            let link = arcs[unchecked: arc]
            let bound = row[unchecked: Int(link.row)] &+ link.lag &- (arc >= middle ? days : 0)
            linkBound[unchecked: arc] = bound
            start = max(start, bound)
            arc &+= 1
          }
          row[unchecked: 2 &* position] = start
          row[unchecked: 2 &* position &+ 1] = start &+ days
          lowest[0] = min(lowest[0], start)
          highest[0] = max(highest[0], start &+ days)
          position &+= 1
        }
        while position < end {
          let lanes = Lanes(from: position, end: end, arc: arc, degree: degree)
          let days = duration.four(lanes.positions)
          let middle = finishArcs.four(lanes.positions)
          var start = floor.four(lanes.positions)
          var number = lanes.arc(0)
          for place in 0..<degree {
            let links = arcs.four(lanes.arcs, place)
            let bound = row.rows(links) &+ lags(links) &- days.replacing(with: 0, where: number .< middle)
            linkBound.store(bound, at: lanes.arcs, place)
            start = start.raised(to: bound)
            number &+= 1
          }
          let finish = start &+ days
          row.setDates(lanes.positions, start, finish)
          lowest = lowest.lowered(to: start)
          highest = highest.raised(to: finish)
          position &+= 4
          arc &+= 4 &* degree
        }
        position = end
        place(oneByOne, &nextSpecial, before: end, in: network, &row, &linkBound, tables)
      }
    }
    (self.rows, linkBounds) = (rows, bounds)
    return lowest.min() >= Day.earliest.start.minutes && highest.max() <= Day.latest.end.minutes
  }
}

extension BackwardPass {
  func runDaysOnly(_ anchors: [Int32], _ rows: inout [Int32], _ special: SpecialPositions) {
    if network.isWide, let ends = network.stretches() { return runStretches(ends, anchors, &rows, special) }
    let limits = special.anchors(anchors, deadlines: deadlines)
    var row = rows.mutableSpan
    var end = network.count
    for position in special.oneByOne.reversed().map(Int.init) {
      runDaysOnly(position + 1..<end, limits.span, &row)
      placeSpecial(position, anchor: anchors[position], &row)
      end = position
    }
    runDaysOnly(0..<end, limits.span, &row)
  }

  /// Over some positions, the last one first.
  private func runDaysOnly(
    _ positions: Range<Int>, _ anchor: borrowing Swift.Span<Int32>, _ row: inout MutableSpan<Int32>
  ) {
    let (earliest, latest) = (Day.earliest.start.minutes, Day.latest.end.minutes)
    let (durations, allArcs) = (network.durations(early.reading), self.arcs)
    let (allStarts, allFinishes) = (network.startArcs, network.finishArcs)
    let duration = durations.span
    let (arcs, startArcs, finishArcs) = (allArcs.span, allStarts.span, allFinishes.span)
    var position = positions.upperBound &- 1
    while position >= positions.lowerBound {
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

extension BackwardPass {
  /// The same over stretches, four positions side by side.
  private func runStretches(
    _ ends: [Int32], _ anchors: [Int32], _ rows: inout [Int32], _ special: SpecialPositions
  ) {
    let (earliest, latest) = (
      SIMD4(repeating: Day.earliest.start.minutes), SIMD4(repeating: Day.latest.end.minutes)
    )
    let (network, durations, allArcs) = (network, network.durations(early.reading), self.arcs)
    let limits = special.anchors(anchors, deadlines: deadlines)
    var specials = LateSpecials(special)
    let (duration, anchor) = (durations.span, limits.span)
    let (arcs, startArcs, finishArcs) = (allArcs.span, network.startArcs.span, network.finishArcs.span)
    let none = SIMD4(repeating: noLimit)
    var row = rows.mutableSpan
    var stretch = ends.count &- 1
    while stretch >= 0 {
      let end = Int(ends[stretch])
      let first = stretch == 0 ? 0 : Int(ends[stretch &- 1])
      var arc = Int(startArcs[first])
      let degree = Int(startArcs[first &+ 1]) &- arc
      var position = first
      specials.place(from: first, self, anchors, &row)
      if end &- position < 4 {
        // One with very many arcs mostly stands alone.
        runDaysOnly(position..<end, anchor, &row)
        position = end
      }
      while position < end {
        let lanes = Lanes(from: position, end: end, arc: arc, degree: degree)
        let days = duration.four(lanes.positions)
        var (start, finish) = row.dates(lanes.positions)
        finish = finish.lowered(to: anchor.four(lanes.positions))
        start = start.lowered(to: (finish &- days).replacing(with: none, where: finish .== none))
        let isFree = start .== none
        start = start.raised(to: earliest).lowered(to: latest).replacing(with: none, where: isFree)
        finish = (start &+ days).replacing(with: none, where: isFree)
        row.setDates(lanes.positions, start, finish)
        let middle = finishArcs.four(lanes.positions)
        var number = lanes.arc(0)
        for place in 0..<degree {
          let links = arcs.four(lanes.arcs, place)
          let event = (start &+ days).replacing(with: start, where: number .< middle)
          row.lower(links, to: (event &- lags(links)).replacing(with: none, where: isFree))
          number &+= 1
        }
        position &+= 4
        arc &+= 4 &* degree
      }
      specials.restore(&row)
      stretch &-= 1
    }
  }
}
