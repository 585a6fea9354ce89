import PlanModel

// The sweeps over networks in which all work and all lags run on one calendar, see ``Network/isOnOneCalendar``: dates are
// counted in its working minutes, where work and lags only add, and each becomes an instant once. Where anything would
// have to be cut at an end of the range, they give up, and the usual sweep answers.

/// Dates in working minutes: twice the work done before, and one more at the opening after that work, not at its end. Later
/// dates have larger numbers.
private struct WorkDates {
  let table: CalendarTables
  /// Whether all working days have the same hours: known when the sweeps are compiled, for each of the two.
  let isEven: Bool
  // Of the table, so that loops keep them at hand.
  private let days: UnsafePointer<CalendarTables.WorkDayEntry>
  private let (reciprocal, opening, length): (UInt64, Int32, Int32)
  private let (first, lastMinute): (Int32, Int32)

  @inline(__always)
  init(_ table: CalendarTables, isEven: Bool) {
    self.table = table
    self.isEven = isEven
    days = table.workDays
    (reciprocal, opening, length) = (table.reciprocal, table.opening, table.length)
    (first, lastMinute) = (table.first, table.total &- 1)
  }

  @inline(__always)
  func start(of minute: Int32) -> Int32 {
    guard isEven else { return table.start(ofWorkingMinute: minute) }
    let day = Int32(truncatingIfNeeded: (UInt64(UInt32(truncatingIfNeeded: minute)) &* reciprocal) &>> 40)
    return days[Int(day)].start &+ opening &+ (minute &- day &* length)
  }

  @inline(__always)
  func starts(of minutes: SIMD4<Int32>) -> SIMD4<Int32> {
    SIMD4(start(of: minutes[0]), start(of: minutes[1]), start(of: minutes[2]), start(of: minutes[3]))
  }

  /// The instants; the start of the range for dates before it. Those after its end are nowhere: such a sweep is given up.
  @inline(__always)
  func instants(_ dates: SIMD4<Int32>) -> SIMD4<Int32> {
    let (one, zero) = (SIMD4<Int32>(repeating: 1), SIMD4<Int32>(repeating: 0))
    let atEnd = one &- (dates & one)
    let minutes = (dates &>> one) &- atEnd
    let inside = minutes.raised(to: zero).lowered(to: SIMD4(repeating: lastMinute))
    return (starts(of: inside) &+ atEnd).replacing(with: first, where: minutes .< zero)
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
}

extension ForwardPass {
  /// False where dates would have to be cut; then every date must be computed anew.
  mutating func sweepOneCalendar(_ table: CalendarTables) -> Bool {
    if table.total <= 0 { return false }
    return table.length > 0
      ? sweep(WorkDates(table, isEven: true)) : sweep(WorkDates(table, isEven: false))
  }

  @inline(__always)
  private mutating func sweep(_ dates: WorkDates) -> Bool {
    let table = dates.table
    guard let ends = network.stretches() else { return false }
    let (network, durations, floors, allArcs) = (network, self.duration, self.floor, self.arcs)
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
            linkBound.store(dates.instants(bound), at: lanes.arcs, place)
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
      if highest.max() < 2 &* table.total &- 2 {
        for place in 0..<row.count { row[unchecked: place] = dates.instant(row[unchecked: place]) }
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
        let opening = dates.starts(of: start.replacing(with: zero, where: isFree))
        // The minute that work ends with; where there is none, the opening is the end.
        let closing = dates.starts(of: finish.replacing(with: 1, where: .!hasWork .| isFree) &- 1) &+ 1
        row.setDates(
          lanes.positions, opening.replacing(with: none, where: isFree),
          opening.replacing(with: closing, where: hasWork).replacing(with: none, where: isFree))
        position &+= 4
        arc &+= 4 &* degree
      }
      stretch &-= 1
    }
    return true
  }
}
