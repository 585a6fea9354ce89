import PlanModel

// The sweeps over networks in which all work and all lags run on one calendar, and nothing has more than floors and
// anchors: dates are counted in its working minutes, where work and lags only add, and each becomes an instant once. Where
// anything would have to be cut at an end of the range, they give up, and the usual sweep answers.

/// Dates in working minutes: twice the work done before, and one more at the opening after that work, not at its end. Later
/// dates have larger numbers.
private struct WorkDates {
  let table: CalendarTables
  /// Whether all working days have the same hours: known when the sweeps are compiled, for each of the two.
  let isEven: Bool
  // Of the table, so that loops keep them at hand.
  private let days: UnsafePointer<CalendarTables.WorkDayEntry>
  private let reciprocal: UInt64
  private let first: Int32

  @inline(__always)
  init(_ table: CalendarTables, isEven: Bool) {
    self.table = table
    self.isEven = isEven
    days = table.workDays
    (reciprocal, first) = (table.reciprocal, table.first)
  }

  @inline(__always)
  func start(of minute: Int32) -> Int32 {
    guard isEven else { return table.start(ofWorkingMinute: minute) }
    let day = Int32(truncatingIfNeeded: (UInt64(UInt32(truncatingIfNeeded: minute)) &* reciprocal) &>> 40)
    return days[Int(day)].minutes &+ minute
  }

  /// The instant; the start of the range for a date before it.
  @inline(__always)
  func boundInstant(_ date: Int32) -> Int32 {
    let atEnd = 1 &- (date & 1)
    let minute = (date >> 1) &- atEnd
    return minute < 0 ? first : start(of: minute) &+ atEnd
  }

  @inline(__always)
  func instant(_ date: Int32) -> Int32 {
    let atEnd = 1 &- (date & 1)
    return start(of: (date >> 1) &- atEnd) &+ atEnd
  }
}

/// The working minutes before instants, most of which are one and the same.
private struct Counted {
  private var instant = Int32.min
  private var work: Int32

  init(_ table: CalendarTables) { work = table.work(until: Int32.min) }

  @inline(__always)
  mutating func work(until instants: SIMD4<Int32>, _ table: CalendarTables) -> SIMD4<Int32> {
    if instants != SIMD4(repeating: instant) {
      if instants != SIMD4(repeating: instants[0]) {
        return SIMD4(
          table.work(until: instants[0]), table.work(until: instants[1]), table.work(until: instants[2]),
          table.work(until: instants[3]))
      }
      instant = instants[0]
      work = table.work(until: instant)
    }
    return SIMD4(repeating: work)
  }

  @inline(__always)
  mutating func work(until one: Int32, _ table: CalendarTables) -> Int32 {
    if one != instant {
      instant = one
      work = table.work(until: one)
    }
    return work
  }
}

extension ForwardPass {
  /// False where dates would have to be cut; then every date must be computed anew.
  mutating func sweepOneCalendar(_ table: CalendarTables, _ special: SpecialPositions) -> Bool {
    if table.total <= 0 { return false }
    let floors = special.floors(floor)
    return table.length > 0
      ? sweep(WorkDates(table, isEven: true), floors) : sweep(WorkDates(table, isEven: false), floors)
  }

  @inline(__always)
  private mutating func sweep(_ dates: WorkDates, _ floors: [Int32]) -> Bool {
    let table = dates.table
    guard let ends = network.stretches() else { return false }
    let (network, durations, allArcs) = (network, self.duration, self.arcs)
    var (rows, bounds) = (self.rows, linkBounds)
    (self.rows, linkBounds) = ([], [])
    var highest = SIMD4<Int32>(repeating: 0)
    let one = SIMD4<Int32>(repeating: 1)
    do {
      let (duration, floor) = (durations.span, floors.span)
      let (arcs, startArcs, finishArcs) = (allArcs.span, network.startArcs.span, network.finishArcs.span)
      var row = rows.mutableSpan
      var linkBound = bounds.mutableSpan
      var counted = Counted(table)
      var position = 0
      for end in ends {
        let end = Int(end)
        var arc = Int(startArcs[position])
        let degree = Int(startArcs[position &+ 1]) &- arc
        while position < end {
          if end &- position < 3 {
            // Side by side with themselves, one or two would cost as much as four.
            let days = duration[unchecked: position]
            let worksFrom = days > 0 ? Int(finishArcs[unchecked: position]) : Int.max
            var latest = highest[0]
            var start = 2 &* counted.work(until: floor[unchecked: position], table) &+ 1
            for _ in 0..<degree {
              let link = arcs[unchecked: arc]
              // No branches: nobody foresees which links have lags.
              let left = row[unchecked: Int(link.row)] &+ 2 &* link.lag
              latest = max(latest, left)
              let lagged = (left & ~1) | (link.lag >> 31 & 1)
              let freely = link.lag == 0 ? left : lagged
              let worked = (freely &- 2 &* days) | 1
              let bound = arc >= worksFrom ? worked : freely
              linkBound[unchecked: arc] = bound
              start = max(start, bound | 1)
              arc &+= 1
            }
            let finish = start &+ 2 &* days &- (days > 0 ? 1 : 0)
            highest[0] = max(latest, finish)
            row[unchecked: 2 &* position] = start
            row[unchecked: 2 &* position &+ 1] = finish
            position &+= 1
            continue
          }
          let lanes = Lanes(from: position, end: end, arc: arc, degree: degree)
          let days = duration.four(lanes.positions)
          let middle = finishArcs.four(lanes.positions)
          var start = counted.work(until: floor.four(lanes.positions), table)
          start = start &+ start &+ one
          var number = lanes.arc(0)
          for place in 0..<degree {
            let links = arcs.four(lanes.arcs, place)
            let lag = lags(links)
            let left = row.rows(links) &+ lag &+ lag
            highest = highest.raised(to: left)
            // After a lag a date stands where its work ends, before a lead where the work begins that is taken back.
            var bound = left.replacing(with: (left & ~one) | (lag &>> 31 & one), where: lag .!= 0)
            let isWorked = (number .>= middle) .& (days .> 0)
            bound = bound.replacing(with: (bound &- days &- days) | one, where: isWorked)
            linkBound.store(bound, at: lanes.arcs, place)
            start = start.raised(to: bound | one)
            number &+= one
          }
          // Work ends where its last minute does; none ends where it starts.
          let finish = (start &+ days &+ days).replacing(with: start &+ days &+ days &- one, where: days .> 0)
          highest = highest.raised(to: finish)
          row.setDates(lanes.positions, start, finish)
          position &+= 4
          arc &+= 4 &* degree
        }
        position = end
      }
      // All at once at the end: each is a look at a table, and none waits for another.
      if highest.max() < 2 &* table.total &- 2 {
        for place in 0..<row.count { row[unchecked: place] = dates.instant(row[unchecked: place]) }
        for place in 0..<linkBound.count {
          linkBound[unchecked: place] = dates.boundInstant(linkBound[unchecked: place])
        }
      }
    }
    (self.rows, linkBounds) = (rows, bounds)
    return highest.max() < 2 &* table.total &- 2
  }
}

extension BackwardPass {
  /// False where dates would have to be cut; then every row must be cleared and computed anew.
  ///
  /// - Parameter rows: without any limit.
  func runOneCalendar(_ anchors: [Int32], _ rows: inout [Int32], _ table: CalendarTables) -> Bool {
    table.length > 0
      ? run(anchors, &rows, WorkDates(table, isEven: true))
      : run(anchors, &rows, WorkDates(table, isEven: false))
  }

  @inline(__always)
  private func run(_ anchors: [Int32], _ rows: inout [Int32], _ dates: WorkDates) -> Bool {
    let table = dates.table
    guard let ends = network.stretches() else { return false }
    let (network, durations, allArcs) = (network, network.durations(early.reading), self.arcs)
    let (duration, anchor) = (durations.span, anchors.span)
    let (arcs, startArcs, finishArcs) = (allArcs.span, network.startArcs.span, network.finishArcs.span)
    let (none, zero) = (SIMD4(repeating: noLimit), SIMD4<Int32>(repeating: 0))
    var (lowest, highest) = (zero, zero)
    var row = rows.mutableSpan
    // Work must end by an anchor; what takes no time must start by it.
    var (counted, countedAfter) = (Counted(table), Counted(table))
    var stretch = ends.count &- 1
    while stretch >= 0 {
      let end = Int(ends[stretch])
      var position = stretch == 0 ? 0 : Int(ends[stretch &- 1])
      var arc = Int(startArcs[position])
      let degree = Int(startArcs[position &+ 1]) &- arc
      while position < end {
        if end &- position < 3 {
          let days = duration[unchecked: position]
          var by = anchor[unchecked: position]
          if by != noLimit {
            if by <= table.first || by >= table.last { return false }
            by = days > 0 ? counted.work(until: by, table) : countedAfter.work(until: by &+ 1, table) &- 1
          }
          by = min(by, row[unchecked: 2 &* position &+ 1])
          let start = min(row[unchecked: 2 &* position], by == noLimit ? noLimit : by &- days)
          if start == noLimit {
            row[unchecked: 2 &* position &+ 1] = noLimit
            position &+= 1
            arc &+= degree
            continue
          }
          let finish = start &+ days
          let middle = Int(finishArcs[unchecked: position])
          var (earliest, latest) = (min(lowest[0], start), max(highest[0], finish))
          for _ in 0..<degree {
            let link = arcs[unchecked: arc]
            let limit = (arc < middle ? start : finish) &- link.lag
            (earliest, latest) = (min(earliest, limit), max(latest, limit))
            row[unchecked: Int(link.row)] = min(row[unchecked: Int(link.row)], limit)
            arc &+= 1
          }
          (lowest[0], highest[0]) = (earliest, latest)
          if latest >= table.total &- 1 || earliest < 0 { return false }
          row[unchecked: 2 &* position] = start
          row[unchecked: 2 &* position &+ 1] = finish
          position &+= 1
          continue
        }
        let lanes = Lanes(from: position, end: end, arc: arc, degree: degree)
        let days = duration.four(lanes.positions)
        let hasWork = days .> 0
        let anchored = anchor.four(lanes.positions)
        let isAnchored = anchored .!= none
        let instants = anchored.replacing(with: zero, where: .!isAnchored)
        if any(isAnchored .& ((instants .<= table.first) .| (instants .>= table.last))) { return false }
        let by = (countedAfter.work(until: instants &+ 1, table) &- 1)
          .replacing(with: counted.work(until: instants, table), where: hasWork).replacing(
            with: none, where: .!isAnchored)
        var (start, finish) = row.dates(lanes.positions)
        finish = finish.lowered(to: by)
        start = start.lowered(to: (finish &- days).replacing(with: none, where: finish .== none))
        let isFree = start .== none
        lowest = lowest.lowered(to: start)
        finish = (start &+ days).replacing(with: zero, where: isFree)
        highest = highest.raised(to: finish)
        let middle = finishArcs.four(lanes.positions)
        var number = lanes.arc(0)
        for place in 0..<degree {
          let links = arcs.four(lanes.arcs, place)
          let event = finish.replacing(with: start, where: number .< middle)
          let limit = (event &- lags(links)).replacing(with: zero, where: isFree)
          lowest = lowest.lowered(to: limit)
          highest = highest.raised(to: limit)
          row.lower(links, to: limit.replacing(with: none, where: isFree))
          number &+= 1
        }
        if highest.max() >= table.total &- 1 || lowest.min() < 0 { return false }
        row.setDates(lanes.positions, start, finish.replacing(with: none, where: isFree))
        position &+= 4
        arc &+= 4 &* degree
      }
      stretch &-= 1
    }
    for position in 0..<network.count {
      let (start, finish) = (row[unchecked: 2 &* position], row[unchecked: 2 &* position &+ 1])
      if start == noLimit { continue }
      // The opening at which work starts, and the minute that it ends with; where there is none, the opening is the end.
      let opening = dates.start(of: start)
      row[unchecked: 2 &* position] = opening
      row[unchecked: 2 &* position &+ 1] = finish > start ? dates.start(of: finish &- 1) &+ 1 : opening
    }
    return true
  }
}
