import PlanModel

extension Draft {
  /// Reads the rows of a table of activities with all that may be wrong with them; false and reported where no column is
  /// called `id`.
  ///
  /// - Complexity: O(bytes).
  mutating func readActivities(_ table: inout Table, _ reading: Reading) -> Bool {
    guard var reader = ActivityRowReader(table, reading) else {
      reading.report(.missingKey, "id", "the header", "", at: reading.origin(table.header[0].mark, table.file))
      return false
    }
    var known: [ActivityID: Origin] = [:]
    while table.next() {
      read(ScannedRow(table.scanner), table, &reader, reading) { id, origin in
        guard let first = known.updateValue(origin, forKey: id) else { return true }
        known[id] = first
        reading.report(.duplicateID, id.text, at: origin, related: [first])
        return false
      }
    }
    return true
  }

  /// Reads the rows as they pass; the table of their ids, or nil where the file must be read with more care.
  ///
  /// - Parameter size: how many rows there may be.
  /// - Complexity: O(bytes).
  mutating func readActivities(
    _ table: inout Table, _ rows: inout PlainRows, expecting size: Int, _ reading: Reading
  ) -> ActivityTable? {
    guard var reader = ActivityRowReader(table, reading) else { return nil }
    activities.reserveLargePages(size)
    var ids: [String] = []
    ids.reserveLargePages(size)
    var scanned: Set<ActivityID> = []
    var isDoubled = false
    reading: while true {
      switch rows.next() {
      case .end: break reading
      case .cut:
        if !rows.readOn() { return nil }
        continue
      case .plain:
        if let (id, isOther) = reader.plainID(rows), reader.add(id, rows, to: &activities) {
          if isOther { addProject(id.project, at: activities[activities.count - 1].evidence.origin) }
          ids.append(id.text)
          continue
        }
      case .other: break
      }
      guard let scanner = rows.scanner() else {
        if !rows.readOn() { return nil }
        continue
      }
      table.scanner = scanner
      if table.next() {
        read(ScannedRow(table.scanner), table, &reader, reading) { id, _ in
          // All others are compared when all have passed.
          if !scanned.insert(id).inserted { isDoubled = true }
          return !isDoubled
        }
      }
      table.reportForm()
      if activities.count > ids.count { ids.append(activities[ids.count].id.text) }
    }
    guard !isDoubled else { return nil }
    let known = ActivityTable(texts: ids) { LargePages.advise($0) }
    return known.count == ids.count ? known : nil
  }

  /// Reads one row, whatever it says: as the mapping that a YAML file would hold, where it says more than most.
  private mutating func read(
    _ row: ScannedRow, _ table: Table, _ reader: inout ActivityRowReader, _ reading: Reading,
    isNew: (ActivityID, Origin) -> Bool
  ) {
    guard let (id, mark) = reader.id(row) else { return }
    let origin = reading.origin(mark, table.file)
    guard isNew(id, origin) else { return }
    addProject(id.project, at: origin)
    if !reader.add(id, row, to: &activities) {
      let end = table.scanner.cells[reader.idColumn].endMark
      let pair = YamlPair(key: id.short, isPlain: true, keyMark: mark, keyEnd: end, value: table.node)
      readActivity(pair, table.fields, in: id.project)
    }
  }

  private mutating func addProject(_ project: ProjectID?, at origin: Origin) {
    guard let project, projectOrigins[project] == nil else { return }
    projectOrigins[project] = origin
    projects.append(Project(project, evidence: Evidence(origin: origin)))
  }
}
