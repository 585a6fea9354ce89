/// How many iterations fell into each cell of a fixed grid of time.
///
///     let days = TimeHistogram(finishes, width: 1440)
///     let all = days.merged(with: others)        // the same in any order and any split
///
/// The grid begins at minute 0, so that histograms of one width have the same cells.
package struct TimeHistogram: Hashable, Sendable {
  package struct Cell: Hashable, Sendable {
    /// The first minute of the cell.
    package let start: Int
    package let count: Int
  }

  /// Minutes in a cell.
  package let width: Int
  /// The cells that are not empty, in order of time.
  package let cells: [Cell]

  /// Nothing unless the width is positive. O(n log n).
  package init?(_ values: [Int], width: Int) {
    guard width > 0 else { return nil }
    var cells: [Cell] = []
    for value in values.sorted() {
      let offset = value % width
      let start = value.subtractingReportingOverflow(offset < 0 ? offset + width : offset).partialValue
      if let last = cells.last, last.start == start {
        cells[cells.count - 1] = Cell(start: start, count: last.count + 1)
      } else {
        cells.append(Cell(start: start, count: 1))
      }
    }
    self.width = width
    self.cells = cells
  }

  private init(width: Int, cells: [Cell]) {
    self.width = width
    self.cells = cells
  }

  package var count: Int { cells.reduce(0) { $0 + $1.count } }

  /// Both together; nothing where the widths differ. Linear.
  package func merged(with other: Self) -> Self? {
    guard width == other.width else { return nil }
    var merged: [Cell] = []
    var (left, right) = (cells[...], other.cells[...])
    while let first = left.first, let second = right.first {
      if first.start <= second.start { left.removeFirst() }
      if second.start <= first.start { right.removeFirst() }
      merged.append(
        Cell(
          start: min(first.start, second.start),
          count: (first.start <= second.start ? first.count : 0) + (second.start <= first.start ? second.count : 0)))
    }
    return Self(width: width, cells: merged + left + right)
  }
}
