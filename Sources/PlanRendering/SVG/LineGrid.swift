/// All lines of a picture in a grid of cells, for asking which of them enter a box without walking them all.
///
/// - Complexity: building is linear in the cells that lines pass; a question costs the cells of the box and the pieces of line
///   in them.
struct LineGrid {
  private struct Piece {
    let line: Int
    /// A bit for the line: the same for two lines only where there are more than 64.
    let bit: UInt64
    let from: Point
    let to: Point
  }

  private let hasOwnBits: Bool

  private let cell: Double
  private let columns: Int
  private let rows: Int
  private let left: Double
  private let top: Double
  /// The pieces of all cells, row by row; those of cell c stand from starts[c] to starts[c + 1].
  private var pieces: [Piece] = []
  private var starts: [Int]

  init(_ traces: [Trace]) {
    let frame =
      Box(
        around: traces.compactMap(\.frame).flatMap { [Point(x: $0.left, y: $0.top), Point(x: $0.right, y: $0.bottom)] })
      ?? Box(left: 0, top: 0, width: 1, height: 1)
    (left, top) = (frame.left, frame.top)
    cell = max(14, (frame.size.width * frame.size.height / 40_000).squareRoot())
    columns = Int(frame.size.width / cell) + 1
    rows = Int(frame.size.height / cell) + 1
    starts = [0]
    hasOwnBits = traces.count <= 64
    var cells = [[Piece]](repeating: [], count: columns * rows)
    for (line, trace) in traces.enumerated() {
      for (from, to) in zip(trace.points, trace.points.dropFirst()) {
        let piece = Piece(line: line, bit: 1 << UInt64(line % 64), from: from, to: to)
        for row in row(min(from.y, to.y))...row(max(from.y, to.y)) {
          for column in column(min(from.x, to.x))...column(max(from.x, to.x)) {
            cells[row * columns + column].append(piece)
          }
        }
      }
    }
    for cell in cells {
      pieces += cell
      starts.append(pieces.count)
    }
  }

  private func column(_ x: Double) -> Int { min(max(Int((x - left) / cell), 0), columns - 1) }
  private func row(_ y: Double) -> Int { min(max(Int((y - top) / cell), 0), rows - 1) }

  /// The lines that enter a box, but for one, in no order, each once.
  ///
  /// - Parameter limit: how many are enough.
  func lines(in box: Box, besides own: Int = -1, upTo limit: Int = .max) -> [Int] {
    if box.right < left || box.bottom < top { return [] }
    var found: [Int] = []
    var seen: UInt64 = 0
    let (first, last) = (column(box.left), column(box.right))
    for row in row(box.top)...row(box.bottom) {
      var place = starts[row * columns + first]
      let end = starts[row * columns + last + 1]
      var latest = own
      while place < end {
        let piece = pieces[place]
        place += 1
        if piece.line == own || piece.line == latest || !box.meets(piece.from, piece.to) { continue }
        latest = piece.line
        if seen & piece.bit != 0, hasOwnBits || found.contains(piece.line) { continue }
        seen |= piece.bit
        found.append(piece.line)
        if found.count >= limit { return found }
      }
    }
    return found
  }

  /// How many pairs of lines cross.
  func crossingPairs() -> Int {
    var found: Set<Int> = []
    for cell in starts.indices.dropLast() where starts[cell + 1] > starts[cell] + 1 {
      let pieces = pieces[starts[cell]..<starts[cell + 1]]
      for (place, a) in zip(pieces.indices, pieces) {
        for b in pieces[..<place] where a.line != b.line {
          let pair = max(a.line, b.line) << 20 | min(a.line, b.line)
          if !found.contains(pair), Self.cross(a, b) { found.insert(pair) }
        }
      }
    }
    return found.count
  }

  private static func cross(_ a: Piece, _ b: Piece) -> Bool {
    func side(_ p: Point, _ of: Piece) -> Bool {
      (of.to.x - of.from.x) * (p.y - of.from.y) - (of.to.y - of.from.y) * (p.x - of.from.x) > 0
    }
    return side(b.from, a) != side(b.to, a) && side(a.from, b) != side(a.to, b)
  }
}
