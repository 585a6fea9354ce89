/// One cell of a table: a range of the file's bytes, and where it stands.
struct TableCell {
  /// The first byte of the text, behind an opening quote.
  var start: Int
  /// The boundary after its last byte.
  var end: Int
  var mark: YamlMark
  var endMark: YamlMark
  var isQuoted = false
  /// Quotes are doubled inside.
  var hasQuotes = false

  var isEmpty: Bool { start == end }
}

/// Reads the rows of a CSV file one after the other, as RFC 4180 writes them, without making texts of them.
///
///     while scanner.next() { use(scanner.cells) }
///
/// The separator is the comma or the semicolon, whichever the first line with any text has more of. Cells may be quoted, with quotes
/// doubled inside and line breaks kept; white space around a cell that is not quoted is left out, and so are lines
/// without any text. One pass over the bytes; the cells of a row live until the next.
struct TableScanner {
  /// What is wrong with the form of the file: the sentence, what to do, and where.
  private(set) var problems: [(message: String, help: String, mark: YamlMark)] = []
  /// The cells of the last row.
  private(set) var cells: [TableCell] = []

  let bytes: UnsafeBufferPointer<UInt8>
  let separator: UInt8
  /// The first byte that was not read yet, and its line.
  private(set) var position = 0
  private(set) var line: Int32 = 1
  /// The first byte of the line, moved on by one for each byte that continues a character.
  private var lineStart = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    let text = bytes.drop { Byte.isBlank($0) || $0 == Byte.lineFeed || $0 == Byte.carriageReturn }
    let first = text.prefix { $0 != Byte.lineFeed && $0 != Byte.carriageReturn }
    let semicolons = first.count { $0 == Byte.semicolon }
    separator = semicolons > first.count { $0 == Byte.comma } ? Byte.semicolon : Byte.comma
  }

  /// Reads rows from the beginning of a line on.
  init(_ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8, line: Int32) {
    self.bytes = bytes
    self.separator = separator
    self.line = line
  }

  /// Reads the next row that holds any text; false at the end of the file.
  mutating func next() -> Bool {
    while position < bytes.count {
      cells.removeAll(keepingCapacity: true)
      readRow()
      if cells.contains(where: { !$0.isEmpty || $0.isQuoted }) { return true }
    }
    return false
  }

  /// The text of a cell, without the mark that keeps spreadsheets from computing it.
  func text(_ cell: TableCell) -> String {
    let range = cell.start + (isMarked(cell) ? 1 : 0)..<cell.end
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    return cell.hasQuotes ? text.replacing("\"\"", with: "\"") : text
  }

  /// Whether a text begins with apostrophes and then with what spreadsheets take for a formula: the first is a mark.
  func isMarked(_ cell: TableCell) -> Bool {
    guard cell.start < cell.end, bytes[cell.start] == Byte.apostrophe else { return false }
    var place = cell.start + 1
    while place < cell.end, bytes[place] == Byte.apostrophe { place += 1 }
    return place < cell.end && Byte.beginsFormula(bytes[place])
  }

  private var mark: YamlMark { YamlMark(line: line, column: Int32(truncatingIfNeeded: position &- lineStart &+ 1)) }

  private mutating func readRow() {
    while true {
      readCell()
      guard position < bytes.count else { return }
      if bytes[position] == separator {
        position += 1
      } else {
        endLine()
        return
      }
    }
  }

  /// Steps over a line break.
  private mutating func endLine() {
    if bytes[position] == Byte.carriageReturn, position + 1 < bytes.count, bytes[position + 1] == Byte.lineFeed {
      position += 1
    }
    position += 1
    line &+= 1
    lineStart = position
  }

  private mutating func readCell() {
    while position < bytes.count, bytes[position] == Byte.space { position += 1 }
    if position < bytes.count, bytes[position] == Byte.quote { return readQuoted() }
    let start = mark
    var (first, last) = (position, position)
    let (bytes, separator) = (bytes, separator)
    var (place, shift, hasQuote) = (position, lineStart, false)
    scan: while place < bytes.count {
      let byte = bytes[place]
      if byte < 0x80 {
        if byte == separator || byte == Byte.lineFeed || byte == Byte.carriageReturn { break scan }
        if byte == Byte.quote { hasQuote = true }
      } else if byte < 0xC0 {
        shift &+= 1
      }
      place &+= 1
    }
    (position, lineStart, last) = (place, shift, place)
    while last > first, Byte.isBlank(bytes[last - 1]) { last -= 1 }
    while first < last, Byte.isBlank(bytes[first]) { first += 1 }
    if first < last, bytes[first] >= 0xC2 || bytes[last - 1] >= 0x80 { trim(&first, &last) }
    if hasQuote {
      problems.append(("a quote stands inside a cell that is not quoted", "quote the cell and double the quote", start))
    }
    cells.append(TableCell(start: first, end: last, mark: start, endMark: mark))
  }

  /// Leaves out white space beyond ASCII.
  private func trim(_ first: inout Int, _ last: inout Int) {
    while first < last {
      let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[first..<last]), as: UTF8.self)
      guard let character = text.first, character.isWhitespace else { break }
      first += character.utf8.count
    }
    while first < last {
      // The last character may be one of many scalars, but none of those is white space.
      let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[max(first, last - 4)..<last]), as: UTF8.self)
      guard let character = text.last, character.isWhitespace else { break }
      last -= character.utf8.count
    }
  }

  private mutating func readQuoted() {
    let start = mark
    position += 1
    let first = position
    var last = first
    var hasQuotes = false
    while true {
      guard position < bytes.count else {
        last = position
        problems.append(("a quoted cell is never closed", "end it with a quote; double the quotes inside", start))
        break
      }
      let byte = bytes[position]
      if byte == Byte.quote {
        guard position + 1 < bytes.count, bytes[position + 1] == Byte.quote else {
          last = position
          position += 1
          break
        }
        hasQuotes = true
        position += 2
      } else if byte == Byte.lineFeed || byte == Byte.carriageReturn {
        endLine()
      } else {
        if byte & 0xC0 == 0x80 { lineStart += 1 }
        position += 1
      }
    }
    let end = mark
    var hasTail = false
    while position < bytes.count, bytes[position] != separator, bytes[position] != Byte.lineFeed,
      bytes[position] != Byte.carriageReturn
    {
      if bytes[position] != Byte.space { hasTail = true }
      if bytes[position] & 0xC0 == 0x80 { lineStart += 1 }
      position += 1
    }
    if hasTail { problems.append(("text follows the closing quote", "double the quotes inside a quoted cell", end)) }
    cells.append(
      TableCell(start: first, end: last, mark: start, endMark: end, isQuoted: true, hasQuotes: hasQuotes))
  }
}

/// The bytes that have a meaning in tables.
enum Byte {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let quote: UInt8 = 0x22
  static let apostrophe: UInt8 = 0x27
  static let comma: UInt8 = 0x2C
  static let dot: UInt8 = 0x2E
  static let semicolon: UInt8 = 0x3B

  static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }

  /// Whether a cell that begins so is computed by spreadsheets: `=`, `+`, `-`, `@`, a tab, a carriage return.
  static func beginsFormula(_ byte: UInt8) -> Bool {
    byte == 0x3D || byte == 0x2B || byte == 0x2D || byte == 0x40 || byte == tab || byte == carriageReturn
  }

  /// A letter, a digit or a hyphen of ASCII.
  static func isPlainID(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return (lower >= 0x61 && lower <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte == 0x2D
  }
}
