import PlanModel

extension Draft {
  /// Reads the rows of a table of activities; false and reported where no column is called `id`.
  ///
  /// Most rows say little and are read straight from their bytes; the others, and those with problems, are read as the
  /// mapping that a YAML file would hold, so that both formats have one meaning.
  ///
  /// - Complexity: O(bytes).
  mutating func readActivities(_ table: inout Table, _ ids: inout TableIDs, _ reading: Reading) -> Bool {
    guard let idColumn = table.columns.firstIndex(of: "id") else {
      reading.report(.missingKey, "id", "the header", "", at: reading.origin(table.header[0].mark, table.file))
      return false
    }
    let count = table.file.lineCount
    ids = TableIDs(expecting: count)
    activities.reserveCapacity(count)
    // Of a row its id, and mostly one fact, have places; links beside the table have one each, and there are more of them.
    reading.problems.places.reserve(4 * count)
    var reader = ActivityRowReader(table.columns, reading, table.file)
    var lastProject: [UInt8] = []
    while table.next() {
      let cells = table.scanner.cells
      guard cells.indices.contains(idColumn), !cells[idColumn].isEmpty else {
        reading.report(
          .badTable, "this row has no id", "each activity needs one", at: reading.origin(cells[0].mark, table.file))
        continue
      }
      let cell = cells[idColumn]
      let plain = table.plainBytes(cell).flatMap { PlainID($0) }
      let id: ActivityID
      if let plain {
        id = ActivityID(String(decoding: plain.bytes, as: UTF8.self))
      } else {
        let text = table.scanner.text(cell)
        id = ActivityID(text.normalised)
        guard id.isWellFormed else {
          reading.report(.badIdentifier, text.shortened, at: reading.origin(cell.mark, table.file))
          continue
        }
      }
      let origin = reading.origin(cell.mark, table.file)
      let (first, isNew) =
        plain.map { ids.insert($0.bytes) { id } }
        ?? Array(id.text.utf8).withUnsafeBufferPointer { ids.insert($0) { id } }
      guard isNew else {
        reading.report(.duplicateID, id.text, at: origin, related: [activities[first].evidence.origin])
        continue
      }
      // Activities of one project mostly stand together.
      if plain == nil || !(plain?.project.elementsEqual(lastProject) ?? false), let project = id.project {
        lastProject = Array(project.text.utf8)
        addProject(project, at: origin)
      }
      if let activity = reader.activity(id, at: origin, table) {
        activities.append(activity)
      } else {
        let pair = YamlPair(
          key: id.short, isPlain: true, keyMark: cell.mark, keyEnd: cell.endMark, value: table.node)
        readActivity(pair, table.fields, in: id.project)
      }
    }
    return true
  }

  private mutating func addProject(_ project: ProjectID, at origin: Origin) {
    guard projectOrigins[project] == nil else { return }
    projectOrigins[project] = origin
    plan.projects.append(Project(project, evidence: Evidence(origin: origin)))
  }
}

/// An id of ASCII letters, digits and hyphens, seen in its bytes.
struct PlainID {
  let bytes: UnsafeBufferPointer<UInt8>
  /// The bytes before the dot, none for an id of no project.
  let project: UnsafeBufferPointer<UInt8>.SubSequence

  /// Nil where the bytes must be looked at as text; they may be an id all the same.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var dot = -1
    guard !bytes.isEmpty, bytes.count <= 200, bytes[0] != 0x2D else { return nil }
    for (place, byte) in bytes.enumerated() where !Byte.isPlainID(byte) {
      guard byte == Byte.dot, dot < 0, place > 0, place + 1 < bytes.count, bytes[place + 1] != 0x2D else { return nil }
      dot = place
    }
    self.bytes = bytes
    project = bytes[0..<max(0, dot)]
  }
}

/// Reads the rows that hold nothing but names, durations, planned dates and their source.
private struct ActivityRowReader {
  private enum Column { case id, name, duration, milestone, planned, source, because, other }

  private let columns: [Column]
  private let reading: Reading
  private let file: SourceText
  private var source = RepeatedText()
  private var because = RepeatedText()

  init(_ names: [String], _ reading: Reading, _ file: SourceText) {
    self.reading = reading
    self.file = file
    columns = names.map { name in
      switch name {
      case "id": .id
      case "name": .name
      case "duration": .duration
      case "milestone": .milestone
      case "planned": .planned
      case "source": .source
      case "because": .because
      default: .other
      }
    }
  }

  /// The activity of the row; nil where it says more, or anything in it could be wrong.
  mutating func activity(_ id: ActivityID, at origin: Origin, _ table: Table) -> Activity? {
    var activity = Activity(id, evidence: Evidence(origin: origin))
    var duration: (Estimate, TableCell)?
    var planned: (DateSpan, TableCell)?
    for (column, cell) in zip(columns, table.scanner.cells) where !cell.isEmpty {
      switch column {
      case .id: break
      case .name:
        activity.name = table.scanner.text(cell)
      case .duration:
        guard let bytes = table.plainBytes(cell), let estimate = PlainEstimate.read(bytes, reading.lengths) else {
          return nil
        }
        duration = (estimate, cell)
      case .milestone:
        switch table.scanner.text(cell) {
        case "start": activity.kind = .startMilestone
        case "finish", "yes": activity.kind = .finishMilestone
        default: return nil
        }
      case .planned:
        do { planned = (try reading.span(table.scanner.text(cell)), cell) } catch { return nil }
      case .source:
        activity.evidence.source = source.text(cell, table)
      case .because:
        activity.evidence.because = because.text(cell, table)
      case .other: return nil
      }
    }
    if let (estimate, cell) = duration {
      guard activity.kind == .task else { return nil }
      activity.duration = Fact(estimate, evidence(activity, cell))
    }
    if let (span, cell) = planned {
      var details = ActivityDetails()
      details.planned = Fact(span, evidence(activity, cell))
      activity = Activity(
        id, name: activity.name, kind: activity.kind, duration: activity.duration, evidence: activity.evidence,
        details: details)
    }
    return activity
  }

  private func evidence(_ activity: Activity, _ cell: TableCell) -> Evidence {
    var evidence = activity.evidence
    evidence.origin = reading.origin(cell.mark, file)
    return evidence
  }
}

/// The texts of a column in which many rows say the same.
struct RepeatedText {
  private var bytes: [UInt8] = []
  private var text = ""

  /// The text of a cell, made anew only where it differs from that of the row before.
  mutating func text(_ cell: TableCell, _ table: Table) -> String {
    guard let raw = table.plainBytes(cell) else { return table.scanner.text(cell) }
    if !bytes.elementsEqual(raw) {
      bytes = Array(raw)
      text = String(decoding: raw, as: UTF8.self)
    }
    return text
  }
}

/// Reads `30d` and `30d..40d..65d` from their bytes.
enum PlainEstimate {
  /// Nil where the text is another estimate, or none.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ lengths: UnitLengths) -> Estimate? {
    var place = 0
    guard let first = quantity(bytes, &place) else { return nil }
    guard place < bytes.count else { return isWithinReach(first, lengths) ? Estimate(first) : nil }
    guard steps(bytes, &place), let likely = quantity(bytes, &place), steps(bytes, &place),
      let high = quantity(bytes, &place), place == bytes.count, first.isElapsed == likely.isElapsed,
      likely.isElapsed == high.isElapsed, let low = lengths.minutes(of: first),
      let middle = lengths.minutes(of: likely),
      let top = lengths.minutes(of: high), low <= middle, middle <= top, isWithinReach(high, lengths)
    else { return nil }
    return Estimate(likely, low: first, high: high)
  }

  /// A whole number of at most six digits with a unit of one letter, or of two with an `e`.
  static func quantity(_ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> Quantity? {
    let start = place
    var amount = 0
    while place < bytes.count, bytes[place] >= 0x30, bytes[place] <= 0x39, place - start < 7 {
      amount = amount * 10 + Int(bytes[place] - 0x30)
      place += 1
    }
    guard place > start, place - start < 7, place < bytes.count else { return nil }
    var isElapsed = false
    if bytes[place] == 0x65, place + 1 < bytes.count {
      isElapsed = true
      place += 1
    }
    let unit: Quantity.Unit
    switch bytes[place] {
    case 0x64: unit = isElapsed ? .elapsedDays : .days
    case 0x77: unit = isElapsed ? .elapsedWeeks : .weeks
    case 0x68: unit = isElapsed ? .elapsedHours : .hours
    case 0x6D:
      // Months are told by the letter after.
      if place + 1 < bytes.count, bytes[place + 1] == 0x6F { return nil }
      unit = isElapsed ? .elapsedMinutes : .minutes
    default: return nil
    }
    place += 1
    return Quantity(amount, unit)
  }

  private static func steps(_ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> Bool {
    guard place + 1 < bytes.count, bytes[place] == Byte.dot, bytes[place + 1] == Byte.dot else { return false }
    place += 2
    return true
  }

  static func isWithinReach(_ quantity: Quantity, _ lengths: UnitLengths) -> Bool {
    lengths.minutes(of: quantity).map { $0 <= 100 * 366 * 1440 } ?? false
  }
}
