/// A table for people: columns that wrap at words until the whole fits a width.
///
///     var table = TextTable(columns: [.init("Id", .whole), .init("Name")])
///     table.add(["amk-hso", "Nasjonal AMK-løsning"])
///     table.text(width: 80, indent: 2)
struct TextTable {
  struct Column {
    enum Kind {
      /// Never broken: ids.
      case whole
      /// Broken at spaces, but not at no-break spaces.
      case wrapped
      /// Broken at spaces, to the right: numbers.
      case right
    }

    var title: String
    var kind: Kind

    init(_ title: String, _ kind: Kind = .wrapped) {
      self.title = title
      self.kind = kind
    }
  }

  private enum Row {
    /// Cells of one or more lines.
    case cells([[String]])
    /// A line of its own under a row.
    case note(String, indent: Int)
  }

  let columns: [Column]
  private var rows: [Row] = []

  init(columns: [Column]) { self.columns = columns }

  /// Adds a row; line breaks inside a cell stay.
  mutating func add(_ cells: [String]) {
    rows.append(.cells(cells.map { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }))
  }

  /// Adds a line under the last row.
  mutating func add(note: String, indent: Int) { rows.append(.note(note, indent: indent)) }

  /// The table in at most `width` columns, as far as what must not be broken allows.
  func text(width: Int, indent: Int = 0) -> String {
    let widths = fitted(to: width - indent)
    var text = ""
    let margin = String(repeating: " ", count: indent)
    func append(_ cells: [[String]]) {
      let height = cells.map(\.count).max() ?? 0
      for line in 0..<height {
        var row = margin
        // Spaces are written only before something else.
        var pending = 0
        for (index, cell) in cells.enumerated() {
          let part = line < cell.count ? cell[line] : ""
          let space = max(0, widths[index] - part.displayWidth)
          if columns[index].kind == .right { pending += space }
          if part.isEmpty || part.utf8.allSatisfy({ $0 == 0x20 }) {
            pending += part.utf8.count
          } else {
            row += String(repeating: " ", count: pending) + part
            pending = 0
          }
          if columns[index].kind != .right { pending += space }
          pending += 2
        }
        let hasNoBreakSpaces = row.utf8.contains(0xC2)
        text += (hasNoBreakSpaces ? row.withoutNoBreakSpaces : row) + "\n"
      }
    }
    append(columns.indices.map { wrapped(columns[$0].title, to: widths[$0]) })
    append(
      widths.indices.map { index in
        let isBlank = columns[index].title.allSatisfy { $0 == " " } && !columns[index].title.isEmpty
        return [String(repeating: isBlank ? " " : "─", count: widths[index])]
      })
    for row in rows {
      switch row {
      case .cells(let cells):
        append(
          cells.indices.map { index in
            cells[index].flatMap { columns[index].kind == .whole ? [$0] : wrapped($0, to: widths[index]) }
          })
      case .note(let note, let extra):
        for (place, line) in wrapped(note, to: max(20, width - indent - extra)).enumerated() {
          text += margin + String(repeating: " ", count: place == 0 ? extra : extra + 2)
          text += String(line.map { $0 == "\u{A0}" ? " " : $0 }) + "\n"
        }
      }
    }
    return text
  }

  /// Whether nothing that must not be broken sticks out of `width` columns.
  func fits(width: Int) -> Bool { fitted(to: width).reduce(0, +) + 2 * (columns.count - 1) <= width }

  /// Columns of the same kind in as few tables as fit the width, one under the other.
  ///
  /// - Parameter table: the table of some of the columns.
  static func stacked(_ columns: Int, width: Int, _ table: (Range<Int>) -> TextTable) -> String {
    for size in stride(from: max(1, columns), through: 1, by: -1) {
      let tables = stride(from: 0, to: max(1, columns), by: size).map { table($0..<min(columns, $0 + size)) }
      if size == 1 || tables.allSatisfy({ $0.fits(width: width) }) {
        return tables.map { $0.text(width: width) }.joined(separator: "\n")
      }
    }
    return ""
  }

  /// The width of each column: what its content wants, and less for those that wrap until the sum fits; at first so
  /// that dots between two parts stay with the first part, then only so that words stay whole.
  private func fitted(to width: Int) -> [Int] {
    var wanted = columns.map(\.title.displayWidth)
    // Short titles stay on one line.
    var least = columns.map { column in
      column.kind != .whole && column.title.displayWidth > 10
        ? longestWord(column.title) : column.title.displayWidth
    }
    var comfortable = least
    for row in rows {
      guard case .cells(let cells) = row else { continue }
      for (index, cell) in cells.enumerated() {
        for line in cell {
          wanted[index] = max(wanted[index], line.displayWidth)
          let word = columns[index].kind == .whole ? line.displayWidth : longestWord(line)
          let hasParts = columns[index].kind != .whole && line.hasParts
          least[index] = max(least[index], word)
          comfortable[index] = max(comfortable[index], hasParts ? word + 2 : word)
        }
      }
    }
    var excess = wanted.reduce(0, +) + 2 * (columns.count - 1) - width
    for limit in [comfortable, least] {
      while excess > 0 {
        // Take from the widest column that can give.
        let givers = columns.indices.filter { wanted[$0] > limit[$0] }
        guard let widest = givers.max(by: { wanted[$0] < wanted[$1] }) else { break }
        wanted[widest] -= 1
        excess -= 1
      }
    }
    return wanted
  }

  private func longestWord(_ text: String) -> Int { unbroken(text, to: 0).map(\.text.displayWidth).max() ?? 0 }
}

extension String {
  /// Whether dots or a stroke stand between two parts of it. Looked for among bytes first: every cell is asked.
  fileprivate var hasParts: Bool {
    utf8.contains(0x2F) && contains(" / ") || utf8.contains(0xE2) && contains(" … ")
  }

  /// The text with spaces where its no-break spaces stand.
  fileprivate var withoutNoBreakSpaces: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    for byte in utf8 {
      if byte == 0xA0, bytes.last == 0xC2 { bytes[bytes.count - 1] = 0x20 } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
