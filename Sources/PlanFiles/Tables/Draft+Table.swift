import PlanModel

extension KeyTable {
  /// The columns of a table of activities; `predecessors` is `after`, its items between `;` or `|`.
  static let activityColumns = [
    "id", "name", "duration", "milestone", "calendar", "planned", "target", "predecessors", "deadline", "actual",
    "actual-start", "actual-finish", "remaining", "source", "because",
  ]
  /// The columns of a table of links.
  static let linkColumns = ["from", "to", "type", "lag", "strength", "what", "source", "because"]
}

extension Draft {
  /// Reads a table of activities and the table of links beside it.
  ///
  /// Cells are read as the values of the keys that head their columns; an empty cell says nothing. Rows are read as they
  /// pass; where that cannot be, because of ids that are doubled or bytes that are no text, the files are read again with
  /// all that can be said of them.
  mutating func readTable(_ file: PlanFolder.File, _ files: inout PlanFolder, _ reading: Reading) {
    let (draft, folder, problems) = (self, files, reading.problems)
    if readPassing(file, &files, reading) { return }
    (self, files, reading.problems) = (draft, folder, problems)
    readWhole(file, &files, reading)
  }

  private static func linkTables(beside path: String) -> [String] {
    let stem = String(path.dropLast(4))
    var names = ["\(stem)-links.csv"]
    if stem == "activities" || stem.hasSuffix("/activities") { names.append("\(stem.dropLast(10))links.csv") }
    return names
  }

  // MARK: Rows as they pass

  /// Reads both tables; false where they must be read with more care.
  private mutating func readPassing(
    _ file: PlanFolder.File, _ files: inout PlanFolder, _ reading: Reading
  ) -> Bool {
    var ids: ActivityTable?
    let isRead = passing(file, &files, reading, KeyTable.activityColumns) { draft, table, rows, size in
      ids = draft.readActivities(
        &table, &rows, expecting: min(size.rows, 16 * size.bytes / MemoryLayout<Activity>.stride), reading)
      return ids != nil
    }
    guard isRead, let ids else { return false }
    for name in Self.linkTables(beside: file.path) where files.fileExists(name) {
      let isRead = passing(PlanFolder.File(path: name), &files, reading, KeyTable.linkColumns) {
        draft, table, rows, size in
        draft.readLinks(
          &table, &rows, expecting: min(size.rows, 16 * size.bytes / MemoryLayout<Link>.stride), ids, reading)
      }
      if !isRead { return false }
    }
    self.ids = ids
    return true
  }

  /// How long a file is, and how many rows it has when all are as long as the first ones.
  private struct Size {
    let bytes: Int
    let rows: Int
  }

  private mutating func passing(
    _ file: PlanFolder.File, _ files: inout PlanFolder, _ reading: Reading, _ known: [String],
    _ read: (inout Draft, inout Table, inout PlainRows, Size) -> Bool
  ) -> Bool {
    guard let stream = files.stream(file), let bytes = stream.bytes(after: 0),
      let text = SourceText(path: file.path, bytes: [], isTable: true, problems: &reading.problems),
      var table = Table(bytes, text, known, reading), table.scanner.position < bytes.count || stream.isWhole,
      table.scanner.problems.isEmpty
    else { return false }
    let rows = bytes.count { $0 == Byte.lineFeed }
    let size = Size(bytes: stream.size, rows: stream.isWhole ? rows + 1 : (rows + 1) * (stream.size / bytes.count + 1))
    return withUnsafeTemporaryAllocation(of: PlainRows.Cell.self, capacity: table.header.count) { cells in
      var rows = PlainRows(stream, bytes, after: table.scanner, into: cells)
      return read(&self, &table, &rows, size)
    }
  }

  // MARK: Whole files

  private mutating func readWhole(_ file: PlanFolder.File, _ files: inout PlanFolder, _ reading: Reading) {
    let isRead = whole(file, &files, reading, KeyTable.activityColumns) { draft, table in
      draft.readActivities(&table, reading)
    }
    if !isRead { reading.problems.isIncomplete = true }
    let ids = ActivityTable(texts: activities.map(\.id.text))
    for name in Self.linkTables(beside: file.path) where files.fileExists(name) {
      let isRead = whole(PlanFolder.File(path: name), &files, reading, KeyTable.linkColumns) { draft, table in
        draft.readLinks(&table, ids, reading)
        return true
      }
      if !isRead { reading.problems.isIncomplete = true }
    }
  }

  /// Reads one file row by row; false and reported where it is no table with known columns.
  private mutating func whole(
    _ file: PlanFolder.File, _ files: inout PlanFolder, _ reading: Reading, _ known: [String],
    _ rows: (inout Draft, inout Table) -> Bool
  ) -> Bool {
    guard let text = files.load(file) else { return false }
    return text.bytes.withUnsafeBufferPointer { bytes in
      guard var table = Table(bytes, text, known, reading) else { return false }
      let isRead = rows(&self, &table)
      table.reportForm()
      return isRead
    }
  }
}

/// The rows of one table, with the columns that its header names.
struct Table {
  let file: SourceText
  let columns: [String]
  let header: [TableCell]
  /// The mapping around the rows: it says nothing itself.
  let fields: Fields
  var scanner: TableScanner
  private let reading: Reading

  /// Reads the header; nil and reported where there is none, or a column is unknown or given twice.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ file: SourceText, _ known: [String], _ reading: Reading) {
    self.file = file
    self.reading = reading
    scanner = TableScanner(bytes)
    let mark = YamlMark(line: 1, column: 1)
    let nothing = YamlNode(content: .mapping([]), mark: mark, end: mark, isFlow: false)
    guard let fields = Fields(nothing, as: KeyTable.part, of: file, in: reading) else { return nil }
    self.fields = fields
    guard scanner.next() else {
      reading.report(
        .emptyFile, file.path, known.prefix(3).joined(separator: ","),
        at: reading.problems.places.add(source: file.source, line: 0, column: 0))
      return nil
    }
    header = scanner.cells
    var columns: [String] = []
    var isSound = true
    for cell in header {
      let text = scanner.text(cell)
      let name = text.lowercased()
      if let first = columns.firstIndex(of: name), known.contains(name) {
        reading.report(
          .duplicateKey, name, at: reading.origin(cell.mark, file), related: [reading.origin(header[first].mark, file)])
        isSound = false
      } else if !known.contains(name) {
        reading.report(
          .unknownKey, text.shortened, "this table", nearest(to: name, among: known) ?? "",
          known.joined(separator: ", "), at: reading.origin(cell.mark, file))
        isSound = false
      }
      columns.append(name)
    }
    self.columns = columns
    guard isSound else {
      reportForm()
      return nil
    }
  }

  /// The next row with at most as many cells as the header; longer ones are reported and left out.
  mutating func next() -> Bool {
    while scanner.next() {
      let cells = scanner.cells
      if cells.count <= header.count { return true }
      reading.report(
        .badTable, "this row has \(cells.count) cells and the header \(header.count)",
        "quote cells that contain the separator", at: reading.origin(cells[header.count].mark, file))
    }
    return false
  }

  /// Reports what is wrong with quotes.
  func reportForm() {
    for problem in scanner.problems {
      reading.report(.badTable, problem.message, problem.help, at: reading.origin(problem.mark, file))
    }
  }

  /// The row as the mapping that a YAML file would hold.
  var node: YamlNode {
    var pairs: [YamlPair] = []
    for (cell, column) in zip(scanner.cells, columns) where column != "id" && !cell.isEmpty {
      let text = scanner.text(cell)
      var mark = cell.mark
      if scanner.isMarked(cell) { mark.column += 1 }
      var value = YamlNode(
        content: .scalar(text, isPlain: !cell.isQuoted), mark: mark, end: cell.endMark, isFlow: false)
      if column == "predecessors" { value.content = .sequence(predecessors(text, mark, isQuoted: cell.isQuoted)) }
      pairs.append(
        YamlPair(
          key: column == "predecessors" ? "after" : column, isPlain: true, keyMark: cell.mark, keyEnd: cell.endMark,
          value: value))
    }
    let mark = scanner.cells.first?.mark ?? YamlMark(line: 1, column: 1)
    return YamlNode(content: .mapping(pairs), mark: mark, end: mark, isFlow: false)
  }

  /// The predecessors in a cell, between `;` or `|`.
  private func predecessors(_ text: String, _ start: YamlMark, isQuoted: Bool) -> [YamlNode] {
    var items: [YamlNode] = []
    var column = start.column + (isQuoted ? 1 : 0)
    for part in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == ";" || $0 == "|" }) {
      let blanks = part.prefix { $0 == " " }.count
      let mark = YamlMark(line: start.line, column: column + Int32(clamping: blanks))
      column += Int32(clamping: part.unicodeScalars.count + 1)
      let text = String(part).trimmed
      if !text.isEmpty {
        items.append(YamlNode(content: .scalar(text, isPlain: true), mark: mark, end: mark, isFlow: false))
      }
    }
    return items
  }
}
