/// Which parts of a picture are empty, for putting a legend there.
///
/// A grid of cells, each taken or not, and running sums over it: whether a box is free is one look-up.
struct FreeSpace {
  private let frame: Size
  private let cell: Double
  private let columns: Int
  private let rows: Int
  /// Taken cells left of and above each corner of the grid.
  private var sums: [Int] = []

  /// - Parameter margin: kept free around everything.
  init(in frame: Size, boxes: [Box], traces: [Trace], margin: Double) {
    self.frame = frame
    cell = max(6, (frame.width * frame.height / 60_000).squareRoot())
    columns = max(Int((frame.width / cell).rounded(.up)), 1)
    rows = max(Int((frame.height / cell).rounded(.up)), 1)
    var taken = [Bool](repeating: false, count: columns * rows)
    func take(_ box: Box) {
      let across = clamped(box.left, columns)...max(clamped(box.right, columns), clamped(box.left, columns))
      for row in clamped(box.top, rows)...max(clamped(box.bottom, rows), clamped(box.top, rows)) {
        for column in across { taken[row * columns + column] = true }
      }
    }
    for box in boxes { take(box.grown(by: margin)) }
    for point in traces.flatMap(\.points) {
      take(Box(centre: point, size: Size(width: 2 * margin, height: 2 * margin)))
    }
    sums = [Int](repeating: 0, count: (columns + 1) * (rows + 1))
    for row in 0..<rows {
      for column in 0..<columns {
        let at = (row + 1) * (columns + 1) + column + 1
        sums[at] =
          sums[at - 1] + sums[at - columns - 1] - sums[at - columns - 2] + (taken[row * columns + column] ? 1 : 0)
      }
    }
  }

  private func clamped(_ place: Double, _ count: Int) -> Int { min(max(Int(place / cell), 0), count - 1) }

  /// Whether nothing lies in the part of a box that is inside the frame.
  private func isFree(_ box: Box) -> Bool {
    if box.left >= frame.width || box.top >= frame.height || box.right <= 0 || box.bottom <= 0 { return true }
    let (left, right) = (clamped(box.left, columns), clamped(box.right, columns) + 1)
    let (top, bottom) = (clamped(box.top, rows), clamped(box.bottom, rows) + 1)
    let width = columns + 1
    return sums[bottom * width + right] - sums[top * width + right] - sums[bottom * width + left]
      + sums[top * width + left] == 0
  }

  /// Where a block of one of these sizes makes the whole page grow least: the number of the size and the upper left corner.
  ///
  /// Among places that need the same page, the one with the least area wins, then the uppermost, then the one furthest to the
  /// right.
  ///
  /// - Parameters:
  ///   - blocks: sizes, and the height that the page needs beside each.
  ///   - gap: between the frame and a block outside of it.
  ///   - ratio: width to height of the page.
  func place(_ blocks: [(size: Size, extra: Double)], gap: Double, ratio: Double) -> (
    number: Int, corner: Point, page: Size
  )? {
    var best: (number: Int, corner: Point, page: Size)?
    var lowest = (Double.infinity, Double.infinity, Double.infinity, Double.infinity)
    let step = cell * 2
    for (number, (size, extra)) in blocks.enumerated() {
      var lefts = Array(stride(from: 0, through: max(frame.width - size.width, 0), by: step))
      lefts += [max(frame.width - size.width, 0), frame.width + gap]
      var tops = Array(stride(from: 0, through: max(frame.height - size.height, 0), by: step))
      tops += [max(frame.height - size.height, 0), frame.height + gap]
      for y in tops {
        for x in lefts {
          let page = Size(width: max(frame.width, x + size.width), height: max(frame.height, y + size.height) + extra)
          // The page in its shape, in steps of a hundredth; then what is used of it.
          let need = max(page.width / ratio, page.height)
          let area = page.width * page.height
          let isBelow = y >= frame.height
          let key = ((need / 8).rounded(), (area / 8000).rounded(), (y / 40).rounded(), isBelow ? x : -x)
          guard key < lowest, isFree(Box(left: x, top: y, width: size.width, height: size.height)) else { continue }
          (lowest, best) = (key, (number, Point(x: x, y: y), page))
        }
      }
    }
    return best
  }
}
