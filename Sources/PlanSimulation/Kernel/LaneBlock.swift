import CMilepostKernels
import PlanModel
import PlanSchedule

/// The dates of sixteen iterations of a network; the memory is used again for the next sixteen.
///
/// 64 bytes for each row, two for each mark: about 130 bytes for each activity.
final class LaneBlock {
  let network: LaneNetwork
  let path: KernelPath
  private let rows: Rows
  private let marks: UnsafeMutablePointer<UInt16>

  init(_ network: LaneNetwork, _ path: KernelPath) {
    self.network = network
    self.path = path
    rows = .zeros(2 * network.rowCount)
    marks = .allocate(capacity: network.count)
    marks.initialize(repeating: 0, count: network.count)
  }

  deinit {
    UnsafeMutableRawPointer(rows).deallocate()
    marks.deallocate()
  }

  /// The finish of a node in one iteration, as an instant.
  func finish(_ node: Int, _ lane: Int, endsWork: Bool, _ tables: [CalendarTables]) -> Int32 {
    let calendar = network.calendars[node]
    return LaneNetwork.instant(
      of: Int32(rows.floats[16 * (2 * node + 1) + lane]), endsWork: endsWork, calendar,
      base: network.base[Int(calendar)], tables)
  }

  /// Places every node, for the durations of sixteen iterations.
  func place(_ work: Rows, _ tables: [CalendarTables]) {
    var from = 0
    var next = 0
    let conversions = network.conversions
    while next < conversions.count {
      let node = Int(conversions[next].node)
      forward(work, from, node + 1)
      from = node + 1
      while next < conversions.count, Int(conversions[next].node) == node {
        convert(conversions[next], tables)
        next += 1
      }
    }
    forward(work, from, network.count)
  }

  private func forward(_ work: Rows, _ from: Int, _ to: Int) {
    if from >= to { return }
    network.links.withUnsafeBufferPointer { links in
      network.ranges.withUnsafeBufferPointer { ranges in
        network.floors.withUnsafeBufferPointer { floors in
          guard let range = ranges.baseAddress, let floor = floors.baseAddress, let link = links.baseAddress else {
            return
          }
          switch path {
          case .baseline: BaselineKernel.forward(range, link, floor, work, rows, from: from, to: to)
          case .avx2: milepost_forward_avx2(range, link, floor, work.floats, rows.floats, Int32(from), Int32(to))
          case .avx512: milepost_forward_avx512(range, link, floor, work.floats, rows.floats, Int32(from), Int32(to))
          }
        }
      }
    }
  }

  private func convert(_ conversion: LaneNetwork.Conversion, _ tables: [CalendarTables]) {
    let base = network.base[Int(conversion.calendar)]
    let target = network.base[Int(conversion.target)]
    let source = rows.floats + 16 * Int(conversion.from)
    let out = rows.floats + 16 * Int(conversion.to)
    for lane in 0..<LaneNetwork.lanes {
      var instant = LaneNetwork.instant(
        of: Int32(source[lane]), endsWork: conversion.endsWork, conversion.calendar, base: base, tables)
      if conversion.lagCalendar > 0 {
        instant = tables[Int(conversion.lagCalendar)].lagged(conversion.lag, from: instant)
      } else {
        instant &+= conversion.lag
      }
      let minute = conversion.target == 0 ? instant : tables[Int(conversion.target)].work(until: instant)
      out[lane] = Float(minute &- target)
    }
  }

  /// Adds to the counts, by node, the iterations in which driving links lead from it to a node.
  func countDriving(to end: Int, _ work: Rows, _ counts: UnsafeMutablePointer<Int32>) {
    marks.update(repeating: 0, count: network.count)
    marks[end] = .max
    let count = Int32(end + 1)
    network.links.withUnsafeBufferPointer { links in
      network.sources.withUnsafeBufferPointer { sources in
        network.ranges.withUnsafeBufferPointer { ranges in
          guard let range = ranges.baseAddress, let source = sources.baseAddress, let link = links.baseAddress else {
            return
          }
          switch path {
          case .baseline: BaselineKernel.driving(range, link, source, work, rows, marks, counts, end + 1)
          case .avx2: milepost_driving_avx2(range, link, source, work.floats, rows.floats, marks, counts, count)
          case .avx512: milepost_driving_avx512(range, link, source, work.floats, rows.floats, marks, counts, count)
          }
        }
      }
    }
  }
}

extension Rows {
  /// Zeros, where a wide path may load all of a row at once; to be freed as raw memory.
  static func zeros(_ count: Int) -> Rows {
    let bytes = UnsafeMutableRawPointer.allocate(byteCount: Swift.max(1, count) * 32, alignment: 64)
    return bytes.initializeMemory(as: Lanes.self, repeating: .zero, count: Swift.max(1, count))
  }

  /// The same rows, sixteen floats to each.
  @inline(__always)
  var floats: UnsafeMutablePointer<Float> { UnsafeMutableRawPointer(self).assumingMemoryBound(to: Float.self) }
}
