import Foundation
package import PlanModel

/// Two tables as numbers, with their ids interned: what reading them takes before a plan is made of it.
///
///     let tables = InternedTables(activities: "plan/activities.csv", links: "plan/links.csv", lengths)
///     tables?.ids[Int(tables!.from[0])]      // the id that the first link leaves
///
/// The files are checked, scanned and compared as they are for a plan. Durations, kinds and lags become numbers; names and
/// dates stay in the bytes of the file.
package struct InternedTables {
  /// By place.
  package let ids: [ActivityID]
  /// The likely working minutes, −1 where there is no duration.
  package let durations: [Int32]
  /// By link, the places of its ends.
  package let from: [Int32]
  package let to: [Int32]
  package let kinds: [Link.Kind]
  /// In minutes.
  package let lags: [Int32]

  /// Reads the files; nil where anything in them needs the reader of plans, which can say what.
  ///
  /// - Complexity: O(bytes).
  package init?(activities: String, links: String, _ lengths: UnitLengths) {
    guard let activities = Self.bytes(activities), let links = Self.bytes(links) else { return nil }
    var table = TableIDs(expecting: activities.lines)
    var durations: [Int32] = []
    durations.reserveCapacity(activities.lines)
    var read = Self.read(activities.bytes, ["id", "duration"]) { bunch in
      for hash in bunch.hashes.prefix(bunch.count) { table.touch(hash) }
      for row in 0..<bunch.count {
        let bytes = bunch.bytes(row, 0)
        guard let plain = PlainID(bytes),
          table.insert(plain.bytes, { ActivityID(String(decoding: bytes, as: UTF8.self)) }).isNew
        else { return false }
        guard let work = Self.minutes(bunch.bytes(row, 1), lengths, else: -1) else { return false }
        durations.append(work)
      }
      return true
    }
    guard read else { return nil }
    var (from, to, lags): ([Int32], [Int32], [Int32]) = ([], [], [])
    var kinds: [Link.Kind] = []
    from.reserveCapacity(links.lines)
    to.reserveCapacity(links.lines)
    kinds.reserveCapacity(links.lines)
    lags.reserveCapacity(links.lines)
    read = Self.read(links.bytes, ["from", "to", "type", "lag"], keys: 2) { bunch in
      for hash in bunch.hashes.prefix(2 * bunch.count) { table.touch(hash) }
      for row in 0..<bunch.count {
        let start = table.place(of: bunch.bytes(row, 0), hash: bunch.hashes[2 * row])
        let end = table.place(of: bunch.bytes(row, 1), hash: bunch.hashes[2 * row + 1])
        guard start >= 0, end >= 0, let kind = Self.kind(bunch.bytes(row, 2)),
          let lag = Self.minutes(bunch.bytes(row, 3), lengths, else: 0)
        else { return false }
        from.append(Int32(truncatingIfNeeded: start))
        to.append(Int32(truncatingIfNeeded: end))
        kinds.append(kind)
        lags.append(lag)
      }
      return true
    }
    if !read { return nil }
    ids = table.ids
    (self.durations, self.from, self.to, self.kinds, self.lags) = (durations, from, to, kinds, lags)
  }

  /// Some rows on their way: where the cells of the columns that are asked for lie, and the hashes of the first of them.
  private struct Bunch {
    static let size = 64
    let file: UnsafeBufferPointer<UInt8>
    let columns: Int
    var ranges: [Range<Int>]
    var hashes: [UInt64]
    var count = 0

    func bytes(_ row: Int, _ column: Int) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: file[ranges[columns * row + column]])
    }
  }

  /// Hands over the rows of a table in bunches, so that memory is waited for once for each.
  private static func read(
    _ bytes: [UInt8], _ columns: [String], keys: Int = 1, _ use: (borrowing Bunch) -> Bool
  ) -> Bool {
    let known = keys == 1 ? KeyTable.activityColumns : KeyTable.linkColumns
    let refused = ["predecessors", "strength"]
    return bytes.withUnsafeBufferPointer { bytes in
      var scanner = TableScanner(bytes)
      guard scanner.next() else { return false }
      let names = scanner.cells.map { scanner.text($0).lowercased() }
      // What says more than numbers can, a row of it or the header, is for the reader of plans.
      guard names.allSatisfy(known.contains), Set(names).count == names.count else { return false }
      let others = names.indices.filter { refused.contains(names[$0]) }
      let places = columns.map { column in names.firstIndex(of: column) ?? Int.max }
      var bunch = Bunch(
        file: bytes, columns: columns.count, ranges: Array(repeating: 0..<0, count: Bunch.size * columns.count),
        hashes: Array(repeating: 0, count: Bunch.size * keys))
      while scanner.next() {
        let cells = scanner.cells
        if cells.count > names.count || others.contains(where: { $0 < cells.count && !cells[$0].isEmpty }) {
          return false
        }
        for (column, place) in places.enumerated() {
          var range = 0..<0
          if place < cells.count {
            let cell = cells[place]
            if cell.hasQuotes || scanner.isMarked(cell) { return false }
            range = cell.start..<cell.end
          }
          bunch.ranges[columns.count * bunch.count + column] = range
          if column < keys {
            bunch.hashes[keys * bunch.count + column] = TableIDs.hash(UnsafeBufferPointer(rebasing: bytes[range]))
          }
        }
        bunch.count += 1
        if bunch.count == Bunch.size {
          if !use(bunch) { return false }
          bunch.count = 0
        }
      }
      return use(bunch) && scanner.problems.isEmpty
    }
  }

  /// The checked bytes of a file, and how many lines they have.
  private static func bytes(_ path: String) -> (bytes: [UInt8], lines: Int)? {
    guard let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int,
      let bytes = FileBytes.read(path, size: size)
    else { return nil }
    var problems = Problems()
    guard let text = SourceText(path: path, bytes: bytes, isTable: true, problems: &problems) else { return nil }
    return (text.bytes, text.lineCount)
  }

  private static func minutes(_ bytes: UnsafeBufferPointer<UInt8>, _ lengths: UnitLengths, else none: Int32) -> Int32? {
    if bytes.isEmpty { return none }
    guard let estimate = PlainEstimate.read(bytes, lengths) else { return nil }
    return lengths.minutes(of: estimate.likely).map { Int32(clamping: $0) }
  }

  static func kind(_ bytes: UnsafeBufferPointer<UInt8>) -> Link.Kind? {
    if bytes.isEmpty { return .finishToStart }
    guard bytes.count == 2 else { return nil }
    switch (bytes[0], bytes[1]) {
    case (0x46, 0x53): return .finishToStart
    case (0x53, 0x53): return .startToStart
    case (0x46, 0x46): return .finishToFinish
    case (0x53, 0x46): return .startToFinish
    default: return nil
    }
  }
}
