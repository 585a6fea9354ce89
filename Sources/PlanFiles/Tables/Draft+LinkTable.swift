import PlanModel

extension Draft {
  /// Reads the rows of a table of links with all that may be wrong with them.
  ///
  /// - Complexity: O(bytes).
  mutating func readLinks(_ table: inout Table, _ ids: ActivityTable, _ reading: Reading) {
    var reader = LinkRowReader(table, ids, reading)
    while table.next() { read(ScannedRow(table.scanner), table, &reader) }
  }

  /// Reads the rows as they pass; false where the file must be read with more care.
  ///
  /// - Parameter size: how many rows there may be.
  /// - Complexity: O(bytes).
  mutating func readLinks(
    _ table: inout Table, _ rows: inout PlainRows, expecting size: Int, _ ids: ActivityTable, _ reading: Reading
  ) -> Bool {
    tableLinks.reserveLargePages(tableLinks.count + size)
    var reader = LinkRowReader(table, ids, reading)
    let waiting = WaitingLinks(ids)
    while true {
      switch rows.next() {
      case .end:
        add(waiting, &table, rows, &reader)
        return true
      case .cut:
        add(waiting, &table, rows, &reader)
        if !rows.readOn() { return false }
        continue
      case .plain:
        if reader.row(rows, waiting) {
          if waiting.isFull { add(waiting, &table, rows, &reader) }
          continue
        }
      case .other: break
      }
      add(waiting, &table, rows, &reader)
      guard let scanner = rows.scanner() else {
        if !rows.readOn() { return false }
        continue
      }
      table.scanner = scanner
      if table.next() { read(ScannedRow(table.scanner), table, &reader) }
      table.reportForm()
    }
  }

  private mutating func read(_ row: ScannedRow, _ table: Table, _ reader: inout LinkRowReader) {
    if let link = reader.link(row) {
      tableLinks.append(link)
    } else {
      // Something is wrong with it, and the reader of mappings knows how to say what.
      readLink(table.node, table.fields, in: nil)
    }
  }

  /// Adds the links that wait; rows with ids that are not found as they stand are read again.
  private mutating func add(
    _ waiting: WaitingLinks, _ table: inout Table, _ rows: borrowing PlainRows, _ reader: inout LinkRowReader
  ) {
    waiting.resolve { row, from, to in
      guard let from, let to else {
        table.scanner = rows.scanner(of: row.place)
        if table.next() { read(ScannedRow(table.scanner), table, &reader) }
        return
      }
      tableLinks.append(Link(from: from, to: to, row.kind, row.lag, at: row.origin))
    }
  }
}
