package import PlanModel

/// The cells of some calendars for some years: written once, read from any thread, freed with the last copy.
package final class CellMemory: @unchecked Sendable {
  package let cells: [CalendarCells]

  /// More cells than this for one calendar would cost more than they save.
  package static let limit = 1 << 21

  /// - Parameter years: minutes, from one midnight to another.
  /// - Returns: nil where a calendar has no work in those years, or too many cells.
  /// - Complexity: O(days + cells) for each calendar.
  package init?(_ tables: [CalendarTables], years: Range<Int32>, limit: Int = CellMemory.limit) {
    var cells: [CalendarCells] = []
    cells.reserveCapacity(tables.count)
    var isComplete = true
    for table in tables {
      guard let next = CalendarCells(table, years, limit) else {
        isComplete = false
        break
      }
      cells.append(next)
    }
    self.cells = cells
    if !isComplete { return nil }
  }

  deinit {
    for cells in cells {
      cells.openings.deallocate()
      cells.shifts.deallocate()
    }
  }
}

extension CalendarCells {
  /// Allocates the cells of a calendar; ``CellMemory`` frees them.
  fileprivate init?(_ table: CalendarTables, _ years: Range<Int32>, _ limit: Int) {
    let runs = WorkRuns(table, years)
    guard let last = runs.closes.last else { return nil }
    // The lengths that fit: between closings, and of runs.
    var (length, work): (Int32, Int32) = (0, 0)
    for run in runs.opens.indices {
      if run > 0 { length = divisor(length, runs.closes[run] - runs.closes[run - 1]) }
      work = divisor(work, runs.closes[run] - runs.opens[run])
    }
    if length == 0 { length = last - years.lowerBound }
    let begin = last - (last - years.lowerBound) / length * length
    let (count, workCount) = (Int((last - begin) / length), Int(runs.total / work))
    guard count > 0, count <= limit, workCount <= limit,
      CalendarCells.divides(length, count), CalendarCells.divides(work, workCount)
    else { return nil }

    let openings = UnsafeMutablePointer<Opening>.allocate(capacity: count)
    let shifts = UnsafeMutablePointer<Int32>.allocate(capacity: workCount)
    var (cell, workCell, done) = (0, 0, Int32(0))
    for run in runs.opens.indices {
      let (opens, closes) = (runs.opens[run], runs.closes[run])
      let cells = Int((closes - begin) / length)
      while cell < cells {
        (openings + cell).initialize(to: Opening(opens: opens, done: done &- opens))
        cell += 1
      }
      let end = workCell + Int((closes - opens) / work)
      while workCell < end {
        (shifts + workCell).initialize(to: opens &- done)
        workCell += 1
      }
      done += closes - opens
    }
    self.init(
      first: begin, span: UInt32(last - begin), reciprocal: CalendarCells.reciprocal(length, count),
      openings: UnsafePointer(openings), total: UInt32(done), workReciprocal: CalendarCells.reciprocal(work, workCount),
      shifts: UnsafePointer(shifts), top: last - 2, reach: UInt32(max(done - 4, 0)))
  }

  /// Whether the product with ``reciprocal(_:_:)`` is the division for all minutes of so many cells.
  private static func divides(_ length: Int32, _ count: Int) -> Bool {
    count == 1 || Int64(count) * Int64(length) * Int64(length) < 1 << 40
  }

  private static func reciprocal(_ length: Int32, _ count: Int) -> UInt64 {
    count == 1 ? 0 : (1 << 40) / UInt64(length) + 1
  }
}

/// The greatest number that divides both.
private func divisor(_ one: Int32, _ other: Int32) -> Int32 {
  var (one, other) = (one, other)
  while other != 0 { (one, other) = (other, one % other) }
  return one
}

/// When work begins and ends, from midnight to midnight.
private struct WorkRuns {
  private(set) var opens: [Int32] = []
  private(set) var closes: [Int32] = []
  private(set) var total: Int32 = 0

  init(_ table: CalendarTables, _ years: Range<Int32>) {
    if table.dayReciprocal == 0 {
      (opens, closes, total) = ([years.lowerBound], [years.upperBound], years.upperBound - years.lowerBound)
      return
    }
    var known: [Int32: [Range<Int32>]] = [:]
    var (day, number) = (years.lowerBound, Int((years.lowerBound - table.first) / 1440))
    while day < years.upperBound {
      let entry = table.days[number]
      let work = table.days[number + 1].done - entry.done
      if work > 0 {
        let hours = known[entry.pattern] ?? WorkRuns.hours(table.workBefore + Int(entry.pattern), work)
        known[entry.pattern] = hours
        for run in hours { add(day + run.lowerBound, day + run.upperBound) }
      }
      day += 1440
      number += 1
    }
  }

  private mutating func add(_ open: Int32, _ close: Int32) {
    total += close - open
    if closes.last == open {
      closes[closes.count - 1] = close
    } else {
      opens.append(open)
      closes.append(close)
    }
  }

  /// The runs of one day, from the work before each of its minutes.
  private static func hours(_ workBefore: UnsafePointer<Int16>, _ work: Int32) -> [Range<Int32>] {
    var runs: [Range<Int32>] = []
    for minute in 0..<Int32(1440) {
      let after = minute == 1439 ? Int16(work) : workBefore[Int(minute) + 1]
      guard after > workBefore[Int(minute)] else { continue }
      if let last = runs.last, last.upperBound == minute {
        runs[runs.count - 1] = last.lowerBound..<(minute + 1)
      } else {
        runs.append(minute..<(minute + 1))
      }
    }
    return runs
  }
}
