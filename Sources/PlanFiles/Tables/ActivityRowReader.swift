import PlanModel

/// Reads the rows that hold nothing but names, durations, planned dates and their source straight from their bytes.
struct ActivityRowReader {
  private enum Column { case id, name, duration, milestone, planned, source, because, other }

  let idColumn: Int
  private let columns: [Column]
  private let reading: Reading
  private let file: SourceText
  private let durations: PlainDurations
  private var names = RepeatedTexts()
  private var evidence = RepeatedEvidence()
  /// The bytes of the id before up to its dot.
  private var project: [UInt8] = []

  /// Nil where no column is called `id`.
  init?(_ table: Table, _ reading: Reading) {
    guard let idColumn = table.columns.firstIndex(of: "id") else { return nil }
    self.idColumn = idColumn
    self.reading = reading
    file = table.file
    durations = PlainDurations(reading.lengths)
    columns = table.columns.map { name in
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

  /// The id of a row that has a plain one, and whether it is of another project than the one before.
  @inline(__always)
  mutating func plainID(_ row: borrowing PlainRows) -> (ActivityID, isOther: Bool)? {
    guard idColumn < row.count, let plain = PlainID(row.bytes(idColumn)) else { return nil }
    let text = String(checked: plain.bytes, isASCII: true)
    // Activities of one project mostly stand together.
    if plain.project.elementsEqual(project) { return (ActivityID(text), false) }
    project = Array(plain.project)
    return (ActivityID(text), true)
  }

  /// The id of any row and where it stands, nil and reported where it has none.
  func id(_ row: ScannedRow) -> (ActivityID, YamlMark)? {
    guard idColumn < row.count, !row.isEmpty(idColumn) else {
      reading.report(
        .badTable, "this row has no id", "each activity needs one", at: reading.origin(row.mark(0), file))
      return nil
    }
    if let plain = PlainID(row.bytes(idColumn)) {
      return (ActivityID(String(decoding: plain.bytes, as: UTF8.self)), row.mark(idColumn))
    }
    let text = row.text(idColumn)
    let id = ActivityID(text.normalised)
    guard id.isWellFormed else {
      reading.report(.badIdentifier, text.shortened, at: reading.origin(row.mark(idColumn), file))
      return nil
    }
    return (id, row.mark(idColumn))
  }

  /// Adds the activity of the row; false where it says more, or anything in it could be wrong.
  @inline(__always)
  mutating func add<Row: TableRow & ~Copyable>(
    _ id: ActivityID, _ row: borrowing Row, to activities: inout [Activity]
  ) -> Bool {
    var name = ""
    var kind = Activity.Kind.task
    var estimate: Estimate?
    var planned: DateSpan?
    var (durationCell, plannedCell, sourceCell, becauseCell) = (0, 0, -1, -1)
    for number in 0..<row.count where !row.isEmpty(number) {
      switch columns[number] {
      case .id: break
      case .name: name = names.text(row.bytes(number))
      case .duration:
        guard let duration = durations.estimate(row.bytes(number)) else { return false }
        (estimate, durationCell) = (duration, number)
      case .milestone:
        switch row.text(number) {
        case "start": kind = .startMilestone
        case "finish", "yes": kind = .finishMilestone
        default: return false
        }
      case .planned:
        do { planned = try reading.span(row.text(number)) } catch { return false }
        plannedCell = number
      case .source: sourceCell = number
      case .because: becauseCell = number
      case .other: return false
      }
    }
    guard estimate == nil || kind == .task else { return false }
    var evidence = Evidence.none
    if sourceCell >= 0 || becauseCell >= 0 {
      evidence = self.evidence.evidence(
        sourceCell < 0 ? nil : row.bytes(sourceCell), becauseCell < 0 ? nil : row.bytes(becauseCell))
    }
    let at = reading.origin(row.mark(idColumn), file)
    let duration = estimate.map { Fact($0, evidence.at(reading.origin(row.mark(durationCell), file))) }
    activities.append(Activity(id, name: name, kind, duration, evidence.at(at)))
    if let planned {
      var details = ActivityDetails()
      details.planned = Fact(planned, evidence.at(reading.origin(row.mark(plannedCell), file)))
      activities[activities.count - 1].details = details
    }
    return true
  }
}

/// An id of ASCII letters, digits and hyphens, seen in its bytes.
struct PlainID {
  let bytes: UnsafeBufferPointer<UInt8>
  /// The bytes before the dot, none for an id of no project.
  let project: UnsafeBufferPointer<UInt8>.SubSequence

  /// Nil where the bytes must be looked at as text; they may be an id all the same.
  @inline(__always)
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var dot = -1
    guard !bytes.isEmpty, bytes.count <= 200, bytes[0] != 0x2D else { return nil }
    for place in bytes.indices where !Byte.isPlainID(bytes[place]) {
      guard bytes[place] == Byte.dot, dot < 0, place > 0, place + 1 < bytes.count, bytes[place + 1] != 0x2D else {
        return nil
      }
      dot = place
    }
    self.bytes = bytes
    project = bytes[0..<max(0, dot)]
  }
}
