import PlanComparison
import PlanModel
import PlanRendering
import PlanSchedule

/// What differs if open gaps are work, as text for people; empty where no gap is open.
struct GapText {
  let range: GapRange?
  /// What the plans of the answer are called.
  let columns: [String]
  let words: Words
  let width: Int

  var lines: [String] {
    guard let range else { return [] }
    var lines = [""] + indented(words.openGaps(range.gaps, in: columns, isSame: range.rows.isEmpty), by: 0, to: width)
    guard !range.rows.isEmpty else { return lines }
    let sides = columns.count == 1 ? [""] : columns.map { " " + $0 }
    var table = TextTable(
      columns: [.init(words.column(.what))] + sides.flatMap { [.init(words.asBuffer + $0), .init(words.asWork + $0)] }
        + [.init(words.column(.moved), .right)])
    for row in range.rows {
      let days = sides.indices.flatMap { [words.days(row.asBuffer.days[$0]), words.days(row.asWork.days[$0])] }
      table.add([words.names[row.id]] + days + [words.roundShift(Readings(first: row.least, last: row.most))])
      for (side, pair) in zip(row.asBuffer.verdicts, row.asWork.verdicts).enumerated() {
        if let sentence = words.verdictOverGaps(pair.0, pair.1, in: columns.count == 1 ? nil : columns[side]) {
          table.add(note: sentence, indent: 4)
        }
      }
    }
    lines += table.text(width: width, indent: 2).split(separator: "\n").map(String.init)
    return lines
  }
}

extension JSONValue {
  /// What differs if open gaps are work (`gapRange` in several forms).
  init(range: GapRange?) {
    guard let range else {
      self = .null
      return
    }
    func end(_ end: GapRange.End) -> JSONValue {
      .object([
        ("days", .array(end.days.map { JSONValue(days: $0) })),
        ("verdicts", .array(end.verdicts.map { JSONValue($0?.rawValue) })),
        (
          "movedMinutes",
          .object([("first", .integer(Int(end.moved.first.minutes))), ("last", .integer(Int(end.moved.last.minutes)))])
        ),
      ])
    }
    self = .object([
      ("gaps", .array(range.gaps.map { .array($0.map { JSONValue(gap: $0) }) })),
      (
        "activities",
        .array(
          range.rows.map { row in
            .object([
              ("id", .string(row.id.text)), ("asBuffer", end(row.asBuffer)), ("asWork", end(row.asWork)),
              ("leastMinutes", .integer(Int(row.least.minutes))), ("mostMinutes", .integer(Int(row.most.minutes))),
            ])
          })
      ),
    ])
  }

  /// A gap with its size.
  init(gap: SizedGap) {
    self = .object([
      ("from", .string(gap.from.text)), ("to", .string(gap.to.text)), ("minutes", .integer(Int(gap.size.minutes))),
    ])
  }
}
