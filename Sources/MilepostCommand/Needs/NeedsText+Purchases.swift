import PlanComparison
import PlanModel
import PlanRendering
import PlanSchedule

extension NeedsText {
  /// Candidates by what they buy; those that buy nothing are only counted.
  func purchases(_ purchases: Purchases, _ changes: [String]) -> [String] {
    var lines = indented(words.purchasesHeading(purchases), by: 0)
    let buying = purchases.rows.filter { $0.gain.first != .zero || $0.gain.last != .zero }
    if buying.isEmpty {
      lines += [""] + indented(words.nothingToBuy, by: 0)
    } else {
      var table = TextTable(
        columns: words.purchaseColumns.enumerated().map { .init($1, $0 == 1 ? .right : .wrapped) })
      for row in buying {
        table.add([
          words.candidate(row.candidate.source, changes: changes), words.gained(row.gain),
          row.after.map { words.days($0) } ?? words.none,
          row.verdict.map { "\(words.symbol($0)) \(words.verdict($0))" } ?? words.none,
        ])
      }
      lines += [""] + self.lines(of: table)
      if let together = purchases.together { lines += indented(words.together(together), by: 0) }
    }
    let idle = purchases.rows.count - buying.count
    if idle > 0 { lines += indented(words.buysNothing(idle), by: 0) }
    if !purchases.refused.isEmpty {
      let texts = purchases.refused.map { words.candidate($0.source, changes: changes) }
      lines += indented(words.refusedCandidates(texts), by: 0)
    }
    // Asked for what-ifs, nobody wants to know of measures.
    let missing = changes.isEmpty ? words.notRanked(Purchases.missing(for: purchases.milestone, in: outlook)) : []
    if !missing.isEmpty { lines += ["", words.missingHeading] + missing.flatMap { indented("– " + $0, by: 2) } }
    return lines
  }
}

extension NeedsJSON {
  func json(_ purchases: Purchases, _ changes: [String]) -> JSONValue {
    func minutes(_ time: Readings<ElapsedTime>) -> JSONValue {
      .object([("first", .integer(Int(time.first.minutes))), ("last", .integer(Int(time.last.minutes)))])
    }
    func source(_ candidate: Purchases.Candidate) -> [(String, JSONValue)] {
      switch candidate.source {
      case .change(let place):
        [("from", "change"), ("text", JSONValue(changes.indices.contains(place) ? changes[place] : nil))]
      case .measure(let risk, let id, _): [("from", "measure"), ("text", .string("\(risk) \(id)"))]
      case .dayLess(let id): [("from", "dayLess"), ("text", .string(id.text))]
      }
    }
    let missing = Purchases.missing(for: purchases.milestone, in: outlook)
    return .object([
      ("id", .string(purchases.milestone.text)), ("before", JSONValue(days: purchases.before)),
      ("is", JSONValue(purchases.verdictBefore?.rawValue)),
      (
        "candidates",
        .array(
          purchases.rows.map { row in
            .object(
              source(row.candidate) + [
                ("gainMinutes", minutes(row.gain)), ("after", row.after.map { JSONValue(days: $0) } ?? .null),
                ("is", JSONValue(row.verdict?.rawValue)),
              ])
          })
      ),
      ("togetherMinutes", purchases.together.map(minutes) ?? .null),
      ("refused", .array(purchases.refused.map { .object(source($0)) })),
      (
        "missing",
        .object([
          (
            "measures",
            .array(
              missing.measures.map { .object([("risk", .string($0.risk)), ("measures", JSONValue($0.ids))]) })
          ),
          ("durations", JSONValue(missing.durations.map(\.text))),
        ])
      ),
    ])
  }
}
