import PlanModel

/// The rows of a CSV file with the places of their cells, as RFC 4180 writes them.
///
/// The separator is the comma or the semicolon, whichever the first line has more of. Cells may be quoted, with quotes
/// doubled inside and line breaks kept; lines without any text are left out.
struct CSVTable {
  struct Cell {
    var text: String
    var mark: YamlMark
    var end: YamlMark
    var isQuoted: Bool
  }

  var header: [Cell] = []
  var rows: [[Cell]] = []

  /// Reads the table; nil and reported where the file holds none.
  init?(_ file: SourceText, _ reading: Reading) {
    var scanner = CSVScanner(file)
    var all: [[Cell]] = []
    while let row = scanner.row() {
      if row.contains(where: { !$0.text.isEmpty || $0.isQuoted }) { all.append(row) }
    }
    for (message, help, mark) in scanner.problems {
      reading.report(.badTable, message, help, at: reading.origin(mark, file))
    }
    guard let header = all.first else {
      reading.report(.emptyFile, file.path, at: reading.problems.places.add(source: file.source, line: 0, column: 0))
      return nil
    }
    self.header = header
    for row in all.dropFirst() {
      if row.count > header.count {
        reading.report(
          .badTable, "this row has \(row.count) cells and the header \(header.count)",
          "quote cells that contain the separator", at: reading.origin(row[header.count].mark, file))
      } else {
        rows.append(row)
      }
    }
  }
}

/// Reads one row after the other.
private struct CSVScanner {
  private let scalars: [Unicode.Scalar]
  private let separator: Unicode.Scalar
  private var position = 0
  private var mark = YamlMark(line: 1, column: 1)
  var problems: [(String, String, YamlMark)] = []

  init(_ file: SourceText) {
    scalars = Array(String(decoding: file.bytes, as: UTF8.self).unicodeScalars)
    let first = scalars.prefix { $0 != "\n" && $0 != "\r" }
    separator = first.count { $0 == ";" } > first.count { $0 == "," } ? ";" : ","
  }

  mutating func row() -> [CSVTable.Cell]? {
    guard position < scalars.count else { return nil }
    var cells: [CSVTable.Cell] = []
    while true {
      cells.append(cell())
      guard position < scalars.count else { return cells }
      let ends = scalars[position] != separator
      step()
      if ends { return cells }
    }
  }

  private mutating func step() {
    let scalar = scalars[position]
    position += 1
    if scalar == "\r", position < scalars.count, scalars[position] == "\n" { position += 1 }
    if scalar == "\n" || scalar == "\r" {
      mark = YamlMark(line: mark.line + 1, column: 1)
    } else {
      mark.column += 1
    }
  }

  private var endsCell: Bool {
    position >= scalars.count || scalars[position] == separator || scalars[position] == "\n"
      || scalars[position] == "\r"
  }

  private mutating func cell() -> CSVTable.Cell {
    while position < scalars.count, scalars[position] == " " { step() }
    let start = mark
    var text = String.UnicodeScalarView()
    guard position < scalars.count, scalars[position] == "\"" else {
      var hasQuote = false
      while !endsCell {
        if scalars[position] == "\"" { hasQuote = true }
        text.append(scalars[position])
        step()
      }
      if hasQuote {
        problems.append(
          ("a quote stands inside a cell that is not quoted", "quote the cell and double the quote", start))
      }
      return CSVTable.Cell(text: String(text).trimmed, mark: start, end: mark, isQuoted: false)
    }
    step()
    while true {
      guard position < scalars.count else {
        problems.append(("a quoted cell is never closed", "end it with a quote; double the quotes inside", start))
        break
      }
      if scalars[position] == "\"" {
        step()
        guard position < scalars.count, scalars[position] == "\"" else { break }
      }
      text.append(scalars[position])
      step()
    }
    let end = mark
    var hasTail = false
    while !endsCell {
      if scalars[position] != " " { hasTail = true }
      step()
    }
    if hasTail { problems.append(("text follows the closing quote", "double the quotes inside a quoted cell", end)) }
    return CSVTable.Cell(text: String(text), mark: start, end: end, isQuoted: true)
  }
}
