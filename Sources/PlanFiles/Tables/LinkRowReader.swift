import PlanModel

/// Reads the rows of links in which nothing is wrong.
struct LinkRowReader {
  private enum Column { case from, to, type, lag, strength, what, source, because }

  private let columns: [Column]
  private let ids: ActivityTable
  private let reading: Reading
  private let file: SourceText
  private let durations: PlainDurations
  private var evidence = RepeatedEvidence()

  init(_ table: Table, _ ids: ActivityTable, _ reading: Reading) {
    self.ids = ids
    self.reading = reading
    file = table.file
    durations = PlainDurations(reading.lengths)
    columns = table.columns.map { name in
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

  /// Lets a row wait for the places of its ids; false where it says more than its ends, its kind and its lag, or anything
  /// in it could be wrong.
  @inline(__always)
  func row(_ row: borrowing PlainRows, _ waiting: WaitingLinks) -> Bool {
    var (from, to) = (-1, -1)
    var kind = Link.Kind.finishToStart
    var lag: Quantity?
    for number in 0..<row.count where !row.isEmpty(number) {
      switch columns[number] {
      case .from: from = number
      case .to: to = number
      case .type:
        guard let word = Self.kind(row.bytes(number)) else { return false }
        kind = word
      case .lag:
        guard let quantity = durations.quantity(row.bytes(number)) else { return false }
        lag = quantity
      default: return false
      }
    }
    guard from >= 0, to >= 0 else { return false }
    waiting.append(
      kind, lag, reading.origin(row.mark(0), file), row.place, from: row.bytes(from), to: row.bytes(to))
    return true
  }

  /// The link of the row; nil where anything in it could be wrong.
  mutating func link(_ row: ScannedRow) -> Link? {
    var (from, to): (ActivityID?, ActivityID?)
    var kind = Link.Kind.finishToStart
    var strength = Strength.hard
    var lag: Quantity?
    var what: String?
    var (source, because): (UnsafeBufferPointer<UInt8>?, UnsafeBufferPointer<UInt8>?)
    for number in 0..<row.count where !row.isEmpty(number) {
      switch columns[number] {
      case .from: from = id(row, number)
      case .to: to = id(row, number)
      case .type:
        guard let word = Link.Kind(word: row.text(number)) else { return nil }
        kind = word
      case .strength:
        guard let word = Strength(rawValue: row.text(number)) else { return nil }
        strength = word
      case .lag:
        guard let quantity = durations.quantity(row.bytes(number)) ?? Quantity(row.text(number)),
          reading.isWithinReach(quantity)
        else { return nil }
        lag = quantity
      case .what: what = row.text(number)
      case .source: source = row.bytes(number)
      case .because: because = row.bytes(number)
      }
    }
    guard let from, let to else { return nil }
    var link = Link(from: from, to: to, kind, lag: lag, strength: strength)
    link.place = reading.origin(row.mark(0), file)
    if what != nil || source != nil || because != nil {
      var details = LinkDetails()
      details.dependency.what = what
      details.dependency.evidence = evidence.evidence(source, because)
      details.dependency.evidence.origin = link.place
      link.details = details
    }
    return link
  }

  private func id(_ row: ScannedRow, _ number: Int) -> ActivityID? {
    let place = ids.place(of: ActivityID(row.text(number).normalised))
    return place < 0 ? nil : ActivityID(ids.texts[Int(place)])
  }

  private static func kind(_ bytes: UnsafeBufferPointer<UInt8>) -> Link.Kind? {
    guard bytes.count == 2 else { return nil }
    switch (bytes[0], bytes[1]) {
    case (0x46, 0x53): return .finishToStart
    case (0x53, 0x53): return .startToStart
    case (0x46, 0x46): return .finishToFinish
    case (0x53, 0x46): return .startToFinish
    default: return nil
    }
  }
}
