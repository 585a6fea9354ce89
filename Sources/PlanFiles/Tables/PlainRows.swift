import CTableBytes

/// The rows of a table on their way through memory, each cut into the bytes of its cells.
///
///     var rows = PlainRows(stream, separator: Byte.comma, width: 5)
///     while true {
///       switch rows.next() {
///       case .plain: use(rows.bytes(0))
///       …
///
/// Sixty-four bytes are looked at together. Rows in which something is unusual (quotes doubled, line breaks or marks in cells,
/// white space around them) are left to ``TableScanner``.
struct PlainRows: ~Copyable, TableRow {
  enum Row {
    /// The cells are in ``cells``.
    case plain
    /// Something is unusual: ``scanner()`` reads it.
    case other
    /// The bytes end before the row does: ``readOn()`` gives more.
    case cut
    case end
  }

  /// A cell as offsets among the bytes.
  struct Cell {
    let start: Int
    let end: Int
    /// Where its text or its opening quote stands.
    let mark: Int

    var isEmpty: Bool { start == end }
  }

  /// Of the last row, `count` of them.
  private let cells: UnsafeMutableBufferPointer<Cell>
  private(set) var count = 0
  /// The line of the last row.
  private(set) var line: Int32

  private let stream: TableStream
  private let separator: UInt8
  private var bytes: UnsafeBufferPointer<UInt8>
  /// The first byte of the last row, and the one behind it.
  private var row = 0
  private var behind = 0
  private var nextLine: Int32
  /// Sixty-four bytes from here on were looked at, and these of them are left that may end a cell.
  private var base = 0
  private var found: UInt64 = 0

  /// The rows behind what a scanner has read of the first bytes.
  init(
    _ stream: TableStream, _ bytes: UnsafeBufferPointer<UInt8>, after header: TableScanner,
    into cells: UnsafeMutableBufferPointer<Cell>
  ) {
    self.stream = stream
    self.bytes = bytes
    self.cells = cells
    separator = header.separator
    line = header.line
    nextLine = header.line
    seek(header.position)
  }

  @inline(__always)
  func isEmpty(_ number: Int) -> Bool { cells[number].isEmpty }

  @inline(__always)
  func bytes(_ number: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[cells[number].start..<cells[number].end])
  }

  @inline(__always)
  func mark(_ number: Int) -> YamlMark {
    YamlMark(line: line, column: Int32(truncatingIfNeeded: column(cells[number])))
  }

  /// The character of the line at which a cell stands.
  @inline(__always)
  private func column(_ cell: Cell) -> Int {
    // The bytes that continue a character do not count; behind the last row there is padding to read.
    var column = cell.mark - row + 1
    guard let base = bytes.baseAddress else { return column }
    let raw = UnsafeRawPointer(base)
    var place = row
    while place + 8 <= cell.mark {
      column -= EightBytes.continuations(raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    if place < cell.mark {
      let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      column -= EightBytes.continuations(word & ~(UInt64.max << UInt64(8 * (cell.mark - place))))
    }
    return column
  }

  /// Reads the next row that holds any text.
  mutating func next() -> Row {
    while true {
      row = behind
      line = nextLine
      guard row < bytes.count else { return stream.isWhole ? .end : .cut }
      count = 0
      var hasText = false
      var start = row
      while true {
        let place = special()
        guard place < bytes.count else {
          guard stream.isWhole else { return .cut }
          guard close(start, bytes.count, &hasText) else { return .other }
          seek(bytes.count)
          break
        }
        let byte = bytes[place]
        if byte == separator {
          guard close(start, place, &hasText) else { return .other }
          start = place + 1
          continue
        }
        if byte == Byte.quote, place == start {
          // The next quote ends the cell, and then the cell must end.
          var end = special()
          while end < bytes.count, bytes[end] == separator || bytes[end] == Byte.tab { end = special() }
          let after = end + 1
          guard after < bytes.count else { return stream.isWhole ? .other : .cut }
          guard bytes[end] == Byte.quote, bytes[start + 1] != Byte.apostrophe, count < cells.count else {
            return .other
          }
          cells.initializeElement(at: count, to: Cell(start: start + 1, end: end, mark: start))
          count += 1
          hasText = true
          guard bytes[after] == separator || bytes[after] == Byte.lineFeed || bytes[after] == Byte.carriageReturn
          else { return .other }
          _ = special()
          if bytes[after] == separator {
            start = after + 1
            continue
          }
          guard endLine(after) else { return .cut }
          break
        }
        guard byte == Byte.lineFeed || byte == Byte.carriageReturn, close(start, place, &hasText) else { return .other }
        guard endLine(place) else { return .cut }
        break
      }
      if hasText { return .plain }
    }
  }

  /// A scanner of the last row alone, which reads whatever stands there, and a step over it; nil where the row may go on
  /// behind the bytes.
  mutating func scanner() -> TableScanner? {
    var scanner = TableScanner(UnsafeBufferPointer(rebasing: bytes[row...]), separator: separator, line: line)
    _ = scanner.next()
    let end = row + scanner.position
    guard end < bytes.count || stream.isWhole else { return nil }
    nextLine = scanner.line
    seek(end)
    return self.scanner(of: place)
  }

  /// Where a row stands among the bytes, until they change.
  struct Place {
    fileprivate let start: Int
    fileprivate let end: Int
    fileprivate let line: Int32

    static let first = Place(start: 0, end: 0, line: 1)
  }

  /// Where the last row stands.
  var place: Place { Place(start: row, end: behind, line: line) }

  /// A scanner of one row that was read already.
  func scanner(of place: Place) -> TableScanner {
    TableScanner(
      UnsafeBufferPointer(rebasing: bytes[place.start..<place.end]), separator: separator, line: place.line)
  }

  /// Reads on, from the last row; what was said of the bytes before holds no longer. False where the stream refuses.
  mutating func readOn() -> Bool {
    guard let more = stream.bytes(after: row) else { return false }
    bytes = more
    nextLine = line
    seek(0)
    row = 0
    return true
  }

  // MARK: Bytes

  private mutating func seek(_ place: Int) {
    behind = place
    base = place
    found = specials(at: place)
  }

  /// The next byte that may end a cell; beyond the last byte where there is none.
  @inline(__always)
  private mutating func special() -> Int {
    while found == 0 {
      base += TableStream.padding
      guard base < bytes.count else { return bytes.count }
      found = specials(at: base)
    }
    let place = base + found.trailingZeroBitCount
    found &= found &- 1
    return place
  }

  @inline(__always)
  private func specials(at place: Int) -> UInt64 {
    guard place < bytes.count, let base = bytes.baseAddress else { return 0 }
    return milepost_cell_ends(base + place, separator)
  }

  /// Ends the row at the break that begins here; false where a part of it may follow behind the bytes.
  @inline(__always)
  private mutating func endLine(_ place: Int) -> Bool {
    behind = place + 1
    if bytes[place] == Byte.carriageReturn {
      guard behind < bytes.count || stream.isWhole else { return false }
      if behind < bytes.count, bytes[behind] == Byte.lineFeed {
        behind += 1
        _ = special()
      }
    }
    nextLine &+= 1
    return true
  }

  /// Ends a cell that is not quoted; false where its ends are not plain text, or the header has fewer cells.
  @inline(__always)
  private mutating func close(_ start: Int, _ end: Int, _ hasText: inout Bool) -> Bool {
    guard count < cells.count else { return false }
    if start < end {
      let (first, last) = (bytes[start], bytes[end - 1])
      // A byte 0xC3 begins Latin letters, of which none is white space or joins the one before.
      guard first > Byte.space, first != Byte.apostrophe, first < 0x80 || first == 0xC3, last > Byte.space,
        last < 0x80 || bytes[end - 2] == 0xC3
      else { return false }
      hasText = true
    }
    cells.initializeElement(at: count, to: Cell(start: start, end: end, mark: start))
    count += 1
    return true
  }
}
