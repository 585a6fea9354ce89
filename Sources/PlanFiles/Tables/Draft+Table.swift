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
  /// Cells are read as the values of the keys that head their columns; an empty cell says nothing.
  mutating func readTable(_ file: PlanFolder.File, _ files: PlanFolder, _ reading: Reading) {
    var files = files
    if let (text, table) = load(file, &files, reading), let plan = Fields(table: text, in: reading) {
      readActivities(table, text, plan, reading)
    } else {
      reading.problems.isIncomplete = true
    }
    let stem = String(file.path.dropLast(4))
    var names = ["\(stem)-links.csv"]
    if stem == "activities" || stem.hasSuffix("/activities") { names.append("\(stem.dropLast(10))links.csv") }
    for name in names where files.fileExists(name) {
      guard let (text, table) = load(PlanFolder.File(path: name), &files, reading),
        let plan = Fields(table: text, in: reading), let columns = columns(table, KeyTable.linkColumns, text, reading)
      else {
        reading.problems.isIncomplete = true
        continue
      }
      for row in table.rows { readLink(node(row, columns, text), plan, in: nil) }
    }
  }

  private func load(
    _ file: PlanFolder.File, _ files: inout PlanFolder, _ reading: Reading
  ) -> (SourceText, CSVTable)? {
    guard let text = files.load(file), let table = CSVTable(text, reading) else { return nil }
    return (text, table)
  }

  private mutating func readActivities(_ table: CSVTable, _ text: SourceText, _ plan: Fields, _ reading: Reading) {
    guard let columns = columns(table, KeyTable.activityColumns, text, reading) else { return }
    guard let idColumn = columns.firstIndex(of: "id") else {
      reading.report(.missingKey, "id", "the header", "", at: reading.origin(table.header[0].mark, text))
      return
    }
    for row in table.rows {
      guard row.indices.contains(idColumn), !row[idColumn].text.isEmpty else {
        reading.report(
          .badTable, "this row has no id", "each activity needs one", at: reading.origin(row[0].mark, text))
        continue
      }
      let cell = row[idColumn]
      let id = ActivityID(cell.text.normalised)
      guard id.isWellFormed else {
        reading.report(.badIdentifier, cell.text.shortened, at: reading.origin(cell.mark, text))
        continue
      }
      if let project = id.project, projectOrigins[project] == nil {
        let origin = reading.origin(cell.mark, text)
        projectOrigins[project] = origin
        self.plan.projects.append(Project(project, evidence: Evidence(origin: origin)))
      }
      let pair = YamlPair(
        key: id.short, isPlain: true, keyMark: cell.mark, keyEnd: cell.end, value: node(row, columns, text))
      readActivity(pair, plan, in: id.project)
    }
  }

  /// The keys of the columns; nil and reported where one is unknown or given twice.
  private func columns(
    _ table: CSVTable, _ known: [String], _ text: SourceText, _ reading: Reading
  ) -> [String]? {
    var columns: [String] = []
    for cell in table.header {
      let name = cell.text.lowercased()
      let origin = reading.origin(cell.mark, text)
      if !known.contains(name) {
        reading.report(
          .unknownKey, cell.text.shortened, "this table", nearest(to: name, among: known) ?? "",
          known.joined(separator: ", "), at: origin)
      } else if let first = columns.firstIndex(of: name) {
        reading.report(
          .duplicateKey, name, at: origin, related: [reading.origin(table.header[first].mark, text)])
      } else {
        columns.append(name)
      }
    }
    return columns.count == table.header.count ? columns : nil
  }

  /// A row as the mapping that a YAML file would hold.
  private func node(_ row: [CSVTable.Cell], _ columns: [String], _ text: SourceText) -> YamlNode {
    var pairs: [YamlPair] = []
    for (cell, column) in zip(row, columns) where column != "id" && !cell.text.isEmpty {
      var value = YamlNode(
        content: .scalar(cell.text, isPlain: !cell.isQuoted), mark: cell.mark, end: cell.end, isFlow: false)
      if column == "predecessors" { value.content = .sequence(predecessors(cell)) }
      pairs.append(
        YamlPair(
          key: column == "predecessors" ? "after" : column, isPlain: true, keyMark: cell.mark, keyEnd: cell.end,
          value: value))
    }
    let mark = row.first?.mark ?? YamlMark(line: 1, column: 1)
    return YamlNode(content: .mapping(pairs), mark: mark, end: mark, isFlow: false)
  }

  /// The predecessors in a cell, between `;` or `|`.
  private func predecessors(_ cell: CSVTable.Cell) -> [YamlNode] {
    var items: [YamlNode] = []
    var column = cell.mark.column + (cell.isQuoted ? 1 : 0)
    for part in cell.text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == ";" || $0 == "|" }) {
      let blanks = part.prefix { $0 == " " }.count
      let mark = YamlMark(line: cell.mark.line, column: column + Int32(clamping: blanks))
      column += Int32(clamping: part.unicodeScalars.count + 1)
      let text = String(part).trimmed
      if !text.isEmpty {
        items.append(YamlNode(content: .scalar(text, isPlain: true), mark: mark, end: mark, isFlow: false))
      }
    }
    return items
  }
}

extension Fields {
  /// The mapping around the rows of a table: it says nothing itself.
  fileprivate init?(table text: SourceText, in reading: Reading) {
    let mark = YamlMark(line: 1, column: 1)
    self.init(
      YamlNode(content: .mapping([]), mark: mark, end: mark, isFlow: false), as: KeyTable.part, of: text, in: reading)
  }
}
