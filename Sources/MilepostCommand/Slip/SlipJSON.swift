import PlanComparison
import PlanFiles
import PlanModel
import PlanSchedule

/// What a change does as JSON (`Documentation/schemas/slip.json`).
struct SlipJSON {
  let report: SlipReport
  /// Where a gap may be work or buffer.
  let range: GapRange?
  /// Where there are several changes.
  let shares: ChangeShares?
  let changes: [String]
  let places: Places
  let manifest: Manifest

  var text: String {
    let reach = report.after.network.upstream(of: report.rows.map(\.id))
    let assumptions = Assumptions(of: report.after.plan, about: reach).entries
    return JSONValue.object([
      ("format", 1),
      ("manifest", manifest.json),
      ("sharing", sharing),
      ("moved", .array(report.moved.map(json))),
      ("held", .array(report.held.map(json))),
      ("gapRange", JSONValue(range: range)),
      ("cost", JSONValue(cost: CostReport(report))),
      ("unreached", .integer(report.after.plan.activities.count - report.rows.count)),
      ("assumptions", JSONValue(assumptions: assumptions, places)),
    ]).text
  }

  private func json(_ row: SlipReport.Row) -> JSONValue {
    .object([
      ("id", .string(row.id.text)),
      ("name", .string(row.activity.title)),
      ("project", JSONValue(row.activity.project?.text)),
      ("before", JSONValue(days: row.before)),
      ("after", JSONValue(days: row.after)),
      (
        "movedMinutes",
        .object([("first", .integer(Int(row.moved.first.minutes))), ("last", .integer(Int(row.moved.last.minutes)))])
      ),
      ("pushedMinutes", .integer(Int(row.pushed.minutes))),
      ("absorbedMinutes", .integer(Int(row.absorbed.minutes))),
      ("floatMinutesBefore", JSONValue(row.floatBefore.map { Int($0.minutes) })),
      ("floatMinutesAfter", JSONValue(row.floatAfter.map { Int($0.minutes) })),
      ("verdictBefore", JSONValue(verdict: row.verdictBefore)),
      ("verdictAfter", JSONValue(verdict: row.verdictAfter)),
      ("bound", .string(row.isLowerBound ? "lower" : "exact")),
      ("waitsFor", JSONValue(row.waitsFor.map(\.text))),
      (
        "ledger",
        .object([("first", JSONValue(ledger: row.ledger.first)), ("last", JSONValue(ledger: row.ledger.last))])
      ),
      ("ledgerByActivity", pair(row.ledger) { sums($0, "id") { $0.text } }),
      ("ledgerByProject", pair(row.ledger) { sums($0, "project") { report.project(of: $0)?.text } }),
      ("links", pair(row.links) { .array($0.map(json)) }),
      ("shares", shares?[row.id].map { pair($0) { .array(zip(changes, $0).map(json)) } } ?? .null),
    ])
  }

  private func pair<Value>(_ readings: Readings<Value>, _ json: (Value) -> JSONValue) -> JSONValue {
    .object([("first", json(readings.first)), ("last", json(readings.last))])
  }

  private func sums(_ ledger: Ledger?, _ key: String, _ group: (ActivityID) -> String?) -> JSONValue {
    guard let ledger else { return .null }
    return .array(
      ledger.sums(by: group).map {
        .object([(key, JSONValue($0.group)), ("minutes", .integer(Int($0.elapsed.minutes)))])
      })
  }

  private func json(_ link: LinkSlip) -> JSONValue {
    .object([
      ("from", .string(link.link.from.text)),
      ("type", .string(link.link.kind.word)),
      ("slipInMinutes", .integer(Int(link.slipIn.minutes))),
      ("lagAddedMinutes", .integer(Int(link.lagAdded.minutes))),
      ("floatMinutesBefore", JSONValue(link.float.map { Int($0.minutes) })),
      ("floatMinutesAfter", JSONValue(link.floatAfter.map { Int($0.minutes) })),
      ("absorbedMinutes", .integer(Int(link.absorbed.minutes))),
      ("slipOutMinutes", .integer(Int(link.slipOut.minutes))),
      ("drives", JSONValue(link.drives)),
    ])
  }

  private func json(_ change: String, _ share: ChangeShares.Share) -> JSONValue {
    .object([
      ("change", .string(change)),
      ("aloneMinutes", .integer(Int(share.alone.minutes))),
      ("minutes", .integer(share.minutes)),
      ("numerator", .integer(share.exact.numerator)),
      ("denominator", .integer(share.exact.denominator)),
    ])
  }

  private var sharing: JSONValue {
    guard let shares else { return .null }
    return .object([
      ("method", .string(shares.method.rawValue)),
      ("exact", JSONValue(shares.orders == nil)),
      ("orders", JSONValue(shares.orders)),
      ("seed", JSONValue(shares.seed.map { String($0) })),
    ])
  }
}
