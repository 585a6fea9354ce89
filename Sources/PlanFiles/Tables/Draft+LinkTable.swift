import PlanModel

extension Draft {
  /// Reads the rows of a table of links between the activities of a table.
  ///
  /// - Complexity: O(bytes).
  mutating func readLinks(_ table: inout Table, _ ids: TableIDs, _ reading: Reading) {
    let count = table.file.lineCount
    tableLinks.reserveCapacity(tableLinks.count + count)
    var reader = LinkRowReader(table.columns, reading, table.file)
    var waiting = WaitingLinks(ids)
    while table.next() {
      if let row = reader.row(table) {
        waiting.append(row)
        if waiting.isFull { add(&waiting, table) }
        continue
      }
      add(&waiting, table)
      if let link = reader.link(table, ids) {
        tableLinks.append(link)
      } else {
        // Something is wrong with it, and the reader of mappings knows how to say what.
        readLink(table.node, table.fields, in: nil)
      }
    }
    add(&waiting, table)
  }

  /// Adds the links that wait; of those whose ids are unknown the rows are read again.
  private mutating func add(_ waiting: inout WaitingLinks, _ table: Table) {
    waiting.resolve { row, from, to in
      guard let from, let to else {
        var again = table
        again.scanner.rewind(to: row.start)
        if again.next() { readLink(again.node, again.fields, in: nil) }
        return
      }
      var link = Link(from: from, to: to, row.kind, lag: row.lag)
      link.place = row.origin
      tableLinks.append(link)
    }
  }
}

/// Reads the rows in which nothing is wrong.
private struct LinkRowReader {
  private enum Column { case from, to, type, lag, strength, what, source, because }

  private let columns: [Column]
  private let reading: Reading
  private let file: SourceText
  private var lastFrom = -1
  private var lastTo = -1
  private var source = RepeatedText()
  private var because = RepeatedText()

  init(_ names: [String], _ reading: Reading, _ file: SourceText) {
    self.reading = reading
    self.file = file
    columns = names.map { name in
      switch name {
      case "from": .from
      case "to": .to
      case "type": .type
      case "lag": .lag
      case "strength": .strength
      case "what": .what
      case "source": .source
      default: .because
      }
    }
  }

  /// The row as bytes of ids, where it says no more than its ends, its kind and its lag.
  func row(_ table: Table) -> WaitingLinks.Row? {
    var (from, to): (UnsafeBufferPointer<UInt8>?, UnsafeBufferPointer<UInt8>?)
    var kind = Link.Kind.finishToStart
    var lag: Quantity?
    let cells = table.scanner.cells
    for (column, cell) in zip(columns, cells) where !cell.isEmpty {
      guard let bytes = table.plainBytes(cell) else { return nil }
      switch column {
      case .from: from = bytes
      case .to: to = bytes
      case .type:
        guard let word = InternedTables.kind(bytes) else { return nil }
        kind = word
      case .lag:
        guard let quantity = quantity(cell, table) else { return nil }
        lag = quantity
      default: return nil
      }
    }
    guard let from = from.flatMap({ PlainID($0) }), let to = to.flatMap({ PlainID($0) }) else { return nil }
    return WaitingLinks.Row(
      from: from.bytes, to: to.bytes, kind: kind, lag: lag, origin: reading.origin(cells[0].mark, file),
      start: table.scanner.row)
  }

  /// The link of the row; nil where anything in it could be wrong.
  mutating func link(_ table: Table, _ ids: TableIDs) -> Link? {
    var from = -1
    var to = -1
    var kind = Link.Kind.finishToStart
    var strength = Strength.hard
    var lag: Quantity?
    var what: String?
    var evidence = Evidence.none
    let cells = table.scanner.cells
    for (column, cell) in zip(columns, cells) where !cell.isEmpty {
      switch column {
      case .from: from = Self.place(cell, table, ids, last: &lastFrom)
      case .to: to = Self.place(cell, table, ids, last: &lastTo)
      case .type:
        guard let word = Link.Kind(word: table.scanner.text(cell)) else { return nil }
        kind = word
      case .strength:
        guard let word = Strength(rawValue: table.scanner.text(cell)) else { return nil }
        strength = word
      case .lag:
        guard let quantity = quantity(cell, table) else { return nil }
        lag = quantity
      case .what, .source, .because:
        switch column {
        case .what: what = table.scanner.text(cell)
        case .source: evidence.source = source.text(cell, table)
        default: evidence.because = because.text(cell, table)
        }
      }
    }
    guard from >= 0, to >= 0 else { return nil }
    evidence.origin = reading.origin(cells[0].mark, file)
    var link = Link(from: ids.ids[from], to: ids.ids[to], kind, lag: lag, strength: strength)
    link.place = evidence.origin
    if what != nil || evidence.source != nil || evidence.because != nil {
      var details = LinkDetails()
      details.dependency.what = what
      details.dependency.evidence = evidence
      link.details = details
    }
    return link
  }

  /// The place of the id in a cell; `last` is where the same column of the row before led.
  ///
  /// Links are mostly in the order of one of their ends, so that the same id or the next is tried first.
  private static func place(_ cell: TableCell, _ table: Table, _ ids: TableIDs, last: inout Int) -> Int {
    if let bytes = table.plainBytes(cell) {
      if ids.isEqual(bytes, last) { return last }
      if ids.isEqual(bytes, last + 1) {
        last += 1
        return last
      }
      if let plain = PlainID(bytes) {
        last = ids.place(of: plain.bytes)
        return last
      }
    }
    return Array(table.scanner.text(cell).normalised.utf8).withUnsafeBufferPointer { ids.place(of: $0) }
  }

  private func quantity(_ cell: TableCell, _ table: Table) -> Quantity? {
    if let bytes = table.plainBytes(cell) {
      var place = 0
      if let quantity = PlainEstimate.quantity(bytes, &place), place == bytes.count {
        return PlainEstimate.isWithinReach(quantity, reading.lengths) ? quantity : nil
      }
    }
    guard let quantity = Quantity(table.scanner.text(cell)), isWithinReach(quantity) else { return nil }
    return quantity
  }

  /// As for lags anywhere; what lies beyond is reported there.
  private func isWithinReach(_ quantity: Quantity) -> Bool {
    switch quantity.unit {
    case .percent: quantity.thousandths.magnitude <= 1_000_000_000
    case .elapsedMonths: quantity.thousandths.magnitude <= 1_200_000
    default: reading.lengths.minutes(of: quantity).map { $0.magnitude <= 100 * 366 * 1440 } ?? false
    }
  }
}
