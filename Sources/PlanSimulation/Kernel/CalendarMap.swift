import CMilepostKernels
import PlanModel
import PlanSchedule

/// The working minutes of one calendar as those of another, in cells of equal length.
///
/// In a cell the first calendar works without a break, and the other works all the time or not at all: what it has done by
/// a minute is what it had done at the beginning of the cell, plus the minutes since then or nothing.
struct CalendarMap: Sendable {
  /// The first calendar's minute at which the first cell begins.
  private(set) var first: Int32 = 0
  /// Minutes in a cell.
  private(set) var length: Int32 = 1
  /// For each cell the work before it, twice, and 1 where the other calendar works in it.
  private(set) var cells: [Int32] = []

  /// The most cells of one map.
  static let limit = 1 << 21

  /// A map of the minutes from `lowest` until `highest`; nil where it would take too many cells.
  ///
  /// - Complexity: O(days · breaks in a day + cells), the latter once for each length of cell that is tried.
  init?(from source: LaneClock, to target: LaneClock, lowest: Int32, highest: Int32) {
    let runs = source.runs(from: lowest, until: highest)
    guard let begin = runs.first, let end = runs.last else { return nil }
    let common = zip(runs, runs.dropFirst()).reduce(0) { divisor($0, $1.1 - $1.0) }
    guard common > 0 else { return nil }
    first = begin
    for parts in 1...common where common % parts == 0 {
      length = common / parts
      guard Int(end - begin) / Int(length) <= CalendarMap.limit else { return nil }
      cells = []
      if fill(until: end, source, target) { return }
    }
    return nil
  }

  /// Fills the cells, as far as the other calendar works in each throughout or not at all.
  private mutating func fill(until end: Int32, _ source: LaneClock, _ target: LaneClock) -> Bool {
    for minute in stride(from: first, to: end, by: Int(length)) {
      let before = target.work(until: source.instant(of: minute, endsWork: false))
      let after = target.work(until: source.instant(of: minute + length, endsWork: true))
      guard after == before || after == before + length else { return false }
      cells.append(2 * before + (after == before ? 0 : 1))
    }
    return true
  }
}

/// The greatest number that divides both.
private func divisor(_ one: Int32, _ other: Int32) -> Int32 {
  var (one, other) = (one, other)
  while other != 0 { (one, other) = (other, one % other) }
  return one
}

extension LaneNetwork {
  /// Lays out the conversions for the kernel, where every pair of calendars has a map.
  ///
  /// - Parameters:
  ///   - lowest: minutes before the common beginning that leads reach back to, as a negative number.
  ///   - end: an instant that nothing comes after; what does come after, the kernel leaves to ``LaneBlock``.
  mutating func mapCalendars(lowest: Int32, until end: Int32, _ tables: [CalendarTables]) {
    struct Pair: Hashable {
      var from, to: Int16
    }
    var known: [Pair: (map: CalendarMap, offset: Int)] = [:]
    for conversion in conversions {
      let pair = Pair(from: conversion.calendar, to: conversion.target)
      if known[pair] == nil {
        let source = clock(pair.from, tables)
        guard cells.count < CalendarMap.limit,
          let map = CalendarMap(
            from: source, to: clock(pair.to, tables), lowest: lowest, highest: source.work(until: end))
        else {
          mapped = []
          cells = []
          return
        }
        known[pair] = (map, cells.count)
        cells += map.cells
      }
      guard let (map, offset) = known[pair] else { continue }
      let ends: Int32 = conversion.endsWork ? 1 : 0
      mapped.append(
        milepost_conversion(
          node: conversion.node, from: conversion.from, to: conversion.to, cells: Int32(offset),
          count: Int32(map.cells.count), shift: Float(conversion.lag - ends - map.first), ends: Float(ends),
          length: Float(map.length), inverse: 1 / Float(map.length)))
    }
  }
}
