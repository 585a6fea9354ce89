import PlanModel

// The sweeps over networks with calendars, wherever work and lags run on them: dates stay instants, and are looked up in the
// cells of calendars. Positions of a stretch do not wait for each other: all of it is done in steps, and links whose dates
// take more than an addition apart, so that nobody has to foresee which they are. What has rare facts is placed one by
// one. Where anything leaves the cells, they give up, and the usual sweep answers.

extension ForwardPass {
  /// False where dates leave the cells; then every date must be computed anew.
  mutating func sweepSeveralCalendars(
    _ structure: SweepStructure, _ special: SpecialPositions, _ tables: [CalendarTables]
  ) -> Bool {
    var (rows, bounds) = (self.rows, linkBounds)
    (self.rows, linkBounds) = ([], [])
    let isDone = sweep(structure, special, &rows, &bounds, tables)
    (self.rows, linkBounds) = (rows, bounds)
    return isDone
  }

  private mutating func sweep(
    _ structure: SweepStructure, _ special: SpecialPositions, _ rows: inout [Int32], _ bounds: inout [Int32],
    _ tables: [CalendarTables]
  ) -> Bool {
    var row = rows.mutableSpan
    var linkBound = bounds.mutableSpan
    let (network, durations, allArcs) = (network, self.duration, self.arcs)
    let (floors, oneByOne) = (special.floors(self.floor), special.oneByOne)
    let (duration, floor, calendar) = (durations.span, floors.span, network.calendar.span)
    let (arcs, startArcs, finishArcs) = (allArcs.span, network.startArcs.span, network.finishArcs.span)
    let lagCalendars = network.arcCalendar ?? []
    let lagCalendar = lagCalendars.span
    let (allLagged, allFinishing, allCells) = (structure.lagged, structure.finishing, structure.memory.cells)
    let (lagged, finishing, cells) = (allLagged.span, allFinishing.span, allCells.span)
    var (nextLagged, nextFinishing, nextSpecial, position) = (0, 0, 0, 0)
    for end in structure.ends {
      let end = Int(end)
      var arc = Int(startArcs[position])
      let degree = Int(startArcs[position &+ 1]) &- arc
      if SweepStructure.isNarrow(end &- position, degree) {
        while position < end {
          let days = duration[unchecked: position]
          let own = cells[unchecked: Int(calendar[unchecked: position])]
          let middle = Int(finishArcs[unchecked: position])
          var start = floor[unchecked: position]
          for _ in 0..<degree {
            let link = arcs[unchecked: arc]
            guard var bound = cells.lagged(link, lagCalendar.ofLag(arc), from: row[unchecked: Int(link.row)]) else {
              return false
            }
            if arc >= middle {
              guard let date = own.before(days, to: bound) else { return false }
              bound = date
            }
            linkBound[unchecked: arc] = bound
            start = max(start, bound)
            arc &+= 1
          }
          guard let dates = own.worked(days, from: start) else { return false }
          row[unchecked: 2 &* position] = dates.start
          row[unchecked: 2 &* position &+ 1] = dates.finish
          position &+= 1
        }
        place(oneByOne, &nextSpecial, before: end, in: network, &row, &linkBound, tables)
        continue
      }
      let (firstArc, endArc) = (arc, Int(startArcs[end]))
      while arc < endArc {
        let link = arcs[unchecked: arc]
        linkBound[unchecked: arc] = row[unchecked: Int(link.row)] &+ link.lag
        arc &+= 1
      }
      while nextLagged < lagged.count {
        let entry = lagged[unchecked: nextLagged]
        if entry.position >= end { break }
        let arc = Int(entry.arc)
        let link = arcs[unchecked: arc]
        guard
          let date = cells[unchecked: Int(lagCalendar[unchecked: arc])].lagged(
            link.lag, from: row[unchecked: Int(link.row)])
        else { return false }
        linkBound[unchecked: arc] = date
        nextLagged &+= 1
      }
      while nextFinishing < finishing.count {
        let entry = finishing[unchecked: nextFinishing]
        if entry.position >= end { break }
        let (arc, position) = (Int(entry.arc), Int(entry.position))
        let days = duration[unchecked: position]
        guard let date = cells.of(position, calendar).before(days, to: linkBound[unchecked: arc]) else { return false }
        linkBound[unchecked: arc] = date
        nextFinishing &+= 1
      }
      arc = firstArc
      while position < end {
        var start = floor[unchecked: position]
        for _ in 0..<degree {
          start = max(start, linkBound[unchecked: arc])
          arc &+= 1
        }
        guard let dates = cells.of(position, calendar).worked(duration[unchecked: position], from: start) else {
          return false
        }
        row[unchecked: 2 &* position] = dates.start
        row[unchecked: 2 &* position &+ 1] = dates.finish
        position &+= 1
      }
      place(oneByOne, &nextSpecial, before: end, in: network, &row, &linkBound, tables)
    }
    return true
  }
}

extension Swift.Span<Int16> {
  /// The calendar that a lag runs on; 0 around the clock.
  @inline(__always)
  fileprivate func ofLag(_ arc: Int) -> Int16 { isEmpty ? 0 : self[unchecked: arc] }
}

extension Swift.Span<CalendarCells> {
  /// Those of a position's calendar.
  @inline(__always)
  fileprivate func of(_ position: Int, _ calendar: borrowing Swift.Span<Int16>) -> CalendarCells {
    self[unchecked: Int(calendar[unchecked: position])]
  }

  /// The date that a link's lag leads to.
  @inline(__always)
  fileprivate func lagged(_ link: NetworkArc, _ calendar: Int16, from instant: Int32) -> Int32? {
    calendar <= 0 ? instant &+ link.lag : self[unchecked: Int(calendar)].lagged(link.lag, from: instant)
  }

  /// The last instant from which it leads to a limit or before.
  @inline(__always)
  fileprivate func unlagged(_ link: NetworkArc, _ calendar: Int16, to limit: Int32) -> Int32? {
    calendar <= 0 ? limit &- link.lag : self[unchecked: Int(calendar)].unlagged(link.lag, to: limit)
  }
}

extension Swift.MutableSpan<Int32> {
  /// Lowers a place to a limit where the mask is −1, and not where it is 0; without a branch.
  @inline(__always)
  fileprivate mutating func lower(_ place: Int, to limit: Int64, where mask: Int32) {
    let less = limit &- Int64(self[unchecked: place])
    self[unchecked: place] = self[unchecked: place] &+ (Int32(truncatingIfNeeded: less & (less &>> 63)) & mask)
  }
}

extension BackwardPass {
  /// False where dates leave the cells; then every row must be cleared and computed anew.
  ///
  /// - Parameter rows: without any limit.
  func runSeveralCalendars(
    _ ends: [Int32], _ rows: inout [Int32], _ structure: SweepStructure, _ special: SpecialPositions
  ) -> Bool {
    let (network, durations, allArcs) = (network, network.durations(early.reading), self.arcs)
    let anchors = special.anchors(ends, deadlines: deadlines)
    var specials = LateSpecials(special)
    let (duration, anchor, calendar) = (durations.span, anchors.span, network.calendar.span)
    let (arcs, startArcs, finishArcs) = (allArcs.span, network.startArcs.span, network.finishArcs.span)
    let lagCalendars = network.arcCalendar ?? []
    let lagCalendar = lagCalendars.span
    let (allLagged, allFinishing, allCells) = (structure.lagged, structure.finishing, structure.memory.cells)
    let (lagged, finishing, cells) = (allLagged.span, allFinishing.span, allCells.span)
    let marks = structure.isAdded
    let isAdded = marks.span
    let allLeft = structure.startsLeft
    let startsLeft = allLeft.span
    var (nextLagged, nextFinishing, nextLeft) = (lagged.count, finishing.count, startsLeft.count)
    var row = rows.mutableSpan
    let stretches = structure.ends
    var stretch = stretches.count &- 1
    while stretch >= 0 {
      let end = Int(stretches[stretch])
      let first = stretch == 0 ? 0 : Int(stretches[stretch &- 1])
      var arc = Int(startArcs[first])
      let degree = Int(startArcs[first &+ 1]) &- arc
      var position = first
      stretch &-= 1
      specials.place(from: first, self, ends, &row)
      if SweepStructure.isNarrow(end &- first, degree) {
        while position < end {
          let days = duration[unchecked: position]
          let own = cells.of(position, calendar)
          let limits = (
            row[unchecked: 2 &* position], min(row[unchecked: 2 &* position &+ 1], anchor[unchecked: position])
          )
          if limits.0 == noLimit, limits.1 == noLimit {
            row[unchecked: 2 &* position &+ 1] = noLimit
            position &+= 1
            arc &+= degree
            continue
          }
          guard let byStart = own.latestMinute(startingBy: limits.0),
            let byFinish = own.latestMinute(days, finishingBy: limits.1),
            let dates = own.dates(of: days, beginning: min(byStart, byFinish))
          else { return false }
          row[unchecked: 2 &* position] = dates.start
          row[unchecked: 2 &* position &+ 1] = dates.finish
          let middle = Int(finishArcs[unchecked: position])
          for _ in 0..<degree {
            let link = arcs[unchecked: arc]
            var limit = dates.start
            if arc >= middle {
              guard let date = own.unlagged(0 &- days, to: limit) else { return false }
              limit = date
            }
            guard let date = cells.unlagged(link, lagCalendar.ofLag(arc), to: limit) else { return false }
            row.lower(Int(link.row), to: Int64(date), where: -1)
            arc &+= 1
          }
          position &+= 1
        }
        specials.restore(&row)
        continue
      }
      // In each finish, the number of the minute in which work begins, for now.
      while position < end {
        let limit = min(row[unchecked: 2 &* position &+ 1], anchor[unchecked: position])
        guard
          let number = cells.of(position, calendar).latestMinute(duration[unchecked: position], finishingBy: limit)
        else { return false }
        row[unchecked: 2 &* position &+ 1] = limit == noLimit ? noLimit : number
        position &+= 1
      }
      while nextLeft > 0 {
        let position = Int(startsLeft[unchecked: nextLeft &- 1])
        if position < first { break }
        nextLeft &-= 1
        let limit = row[unchecked: 2 &* position]
        guard let number = cells.of(position, calendar).latestMinute(startingBy: limit) else { return false }
        let other = row[unchecked: 2 &* position &+ 1]
        row[unchecked: 2 &* position &+ 1] = min(other, limit == noLimit ? noLimit : number)
      }
      while nextFinishing > 0 {
        let entry = finishing[unchecked: nextFinishing &- 1]
        let (arc, position) = (Int(entry.arc), Int(entry.position))
        if position < first { break }
        nextFinishing &-= 1
        let number = row[unchecked: 2 &* position &+ 1]
        if number == noLimit { continue }
        // The opening after work ends.
        let link = arcs[unchecked: arc]
        guard let opening = cells.of(position, calendar).start(of: number &+ duration[unchecked: position]),
          let limit = cells.unlagged(link, lagCalendar.ofLag(arc), to: opening)
        else { return false }
        row.lower(Int(link.row), to: Int64(limit), where: -1)
      }
      position = first
      while position < end {
        let number = row[unchecked: 2 &* position &+ 1]
        let isFree = number == noLimit
        guard
          let dates = cells.of(position, calendar).dates(
            of: duration[unchecked: position], beginning: isFree ? 0 : number)
        else { return false }
        row[unchecked: 2 &* position] = isFree ? noLimit : dates.start
        row[unchecked: 2 &* position &+ 1] = isFree ? noLimit : dates.finish
        position &+= 1
      }
      position = first
      while position < end {
        let date = row[unchecked: 2 &* position]
        // Too late for a limit, whatever the lag.
        let start = date == noLimit ? Int64(noLimit) &* 2 : Int64(date)
        for _ in 0..<degree {
          let link = arcs[unchecked: arc]
          row.lower(Int(link.row), to: start &- Int64(link.lag), where: Int32(isAdded[unchecked: arc]))
          arc &+= 1
        }
        position &+= 1
      }
      while nextLagged > 0 {
        let entry = lagged[unchecked: nextLagged &- 1]
        let (arc, position) = (Int(entry.arc), Int(entry.position))
        if position < first { break }
        nextLagged &-= 1
        let start = row[unchecked: 2 &* position]
        // Those that bound a finish have been looked up.
        if start == noLimit || arc >= finishArcs[unchecked: position] { continue }
        let link = arcs[unchecked: arc]
        guard let limit = cells[unchecked: Int(lagCalendar[unchecked: arc])].unlagged(link.lag, to: start) else {
          return false
        }
        row.lower(Int(link.row), to: Int64(limit), where: -1)
      }
      specials.restore(&row)
    }
    return true
  }
}
