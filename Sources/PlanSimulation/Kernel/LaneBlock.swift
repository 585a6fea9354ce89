import CMilepostKernels
import PlanModel
import PlanSchedule

/// The dates of sixteen iterations of a network; the memory is used again for the next sixteen.
///
/// 64 bytes for each row, two for each mark: about 130 bytes for each activity.
final class LaneBlock {
  let network: LaneNetwork
  let path: KernelPath
  /// The last one is for the kernel's own use.
  private let rows: Rows
  private let marks: UnsafeMutablePointer<UInt16>

  init(_ network: LaneNetwork, _ path: KernelPath) {
    self.network = network
    self.path = path
    rows = .zeros(2 * (network.rowCount + 1))
    marks = .allocate(capacity: network.count)
    marks.initialize(repeating: 0, count: network.count)
  }

  deinit {
    UnsafeMutableRawPointer(rows).deallocate()
    marks.deallocate()
  }

  /// The finish of a node in one iteration, as an instant.
  func finish(_ node: Int, _ lane: Int, endsWork: Bool, _ tables: [CalendarTables]) -> Int32 {
    network.clock(network.calendars[node], tables)
      .instant(of: Int32(rows.floats[16 * (2 * node + 1) + lane]), endsWork: endsWork)
  }

  /// Places every node, for the durations of sixteen iterations.
  ///
  /// - Parameters:
  ///   - triangles: durations that are drawn on the way, in order of their nodes.
  ///   - iteration: the first of the sixteen.
  func place(_ work: Rows, drawing triangles: [milepost_triangle], _ iteration: UInt32, _ tables: [CalendarTables]) {
    let conversions = network.conversions
    let drawn = triangles.withUnsafeBufferPointer { forward(work, 0, network.count, $0, iteration) }
    if conversions.isEmpty || !network.mapped.isEmpty, drawn { return }
    var from = 0
    var next = 0
    while next < conversions.count {
      let node = Int(conversions[next].node)
      _ = forward(work, from, node + 1, converting: false)
      from = node + 1
      while next < conversions.count, Int(conversions[next].node) == node {
        convert(conversions[next], tables)
        next += 1
      }
    }
    _ = forward(work, from, network.count, converting: false)
  }

  /// Places some nodes; false where a date lies outside of the maps of calendars.
  private func forward(
    _ work: Rows, _ from: Int, _ to: Int,
    _ triangles: UnsafeBufferPointer<milepost_triangle> = .init(start: nil, count: 0),
    _ iteration: UInt32 = 0, converting: Bool = true
  ) -> Bool {
    network.links.withUnsafeBufferPointer { links in
      network.ranges.withUnsafeBufferPointer { ranges in
        network.floors.withUnsafeBufferPointer { floors in
          network.mapped.withUnsafeBufferPointer { mapped in
            network.cells.withUnsafeBufferPointer { cells in
              guard let range = ranges.baseAddress, let floor = floors.baseAddress, let link = links.baseAddress else {
                return true
              }
              let count = converting ? mapped.count : 0
              switch path {
              case .baseline:
                if let first = triangles.baseAddress {
                  BaselineKernel.triangles(first, triangles.count, iteration: iteration, work)
                }
                return BaselineKernel.forward(
                  range, link, floor, work, rows, from: from, to: to, mapped.baseAddress, count, cells.baseAddress,
                  rows + 2 * network.rowCount)
              case .avx2:
                return milepost_forward_avx2(
                  range, link, floor, work.floats, rows.floats, Int32(from), Int32(to), mapped.baseAddress,
                  Int32(count), cells.baseAddress, triangles.baseAddress, Int32(triangles.count), iteration) == 0
              case .avx512:
                return milepost_forward_avx512(
                  range, link, floor, work.floats, rows.floats, Int32(from), Int32(to), mapped.baseAddress,
                  Int32(count), cells.baseAddress, triangles.baseAddress, Int32(triangles.count), iteration) == 0
              }
            }
          }
        }
      }
    }
  }

  /// Converts a row through the calendars themselves, whatever its minutes are.
  private func convert(_ conversion: LaneNetwork.Conversion, _ tables: [CalendarTables]) {
    let source = network.clock(conversion.calendar, tables)
    let target = network.clock(conversion.target, tables)
    let row = rows.floats + 16 * Int(conversion.from)
    let out = rows.floats + 16 * Int(conversion.to)
    for lane in 0..<LaneNetwork.lanes {
      let instant = source.instant(of: Int32(row[lane]) &+ conversion.lag, endsWork: conversion.endsWork)
      out[lane] = Float(target.work(until: instant))
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
