import PlanComparison
import PlanFiles
import PlanModel
import PlanSchedule

/// What a change does as JSON (`Documentation/schemas/slip.json`).
struct SlipJSON {
  let report: SlipReport
  let places: Places
  let manifest: Manifest

  var text: String {
    let reach = report.after.network.upstream(of: report.rows.map(\.id))
    let assumptions = Assumptions(of: report.after.plan, about: reach).entries
    return JSONValue.object([
      ("format", 1),
      ("manifest", manifest.json),
      ("moved", .array(report.moved.map(json))),
      ("held", .array(report.held.map(json))),
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
    ])
  }
}
