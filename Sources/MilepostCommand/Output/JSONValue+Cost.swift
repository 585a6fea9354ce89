import PlanComparison
import PlanModel
import PlanSchedule

extension JSONValue {
  /// An amount as the exact decimal text of the plan: `"275.3"`.
  init(_ amount: Amount?) { self = amount.map { .string($0.description) } ?? .null }

  /// What changes cost (`cost` in several forms).
  init(cost report: CostReport) {
    self = .array(
      report.rows.map { row in
        .object([
          ("project", .string(row.project.id.text)), ("unit", .string(row.after.unit)),
          ("forecastBefore", JSONValue(row.before.forecast)), ("forecastAmended", JSONValue(row.after.forecast)),
          (
            "forecast",
            row.forecast.map { .object([("first", JSONValue($0.first)), ("last", JSONValue($0.last))]) } ?? .null
          ),
          ("runRate", JSONValue(row.after.runRate)), ("delay", row.delay.map { JSONValue(delay: $0) } ?? .null),
          ("frames", .array(row.rooms.map { JSONValue(room: $0, breakingRate: row.breakingRates[$0.frame]) })),
        ])
      })
  }

  private init(delay: CostReport.Delay) {
    let cause: (JSONValue, JSONValue, JSONValue) =
      switch delay.cause {
      case .end(let id): ("end", .string(id.text), .null)
      case .waits(let id, let relation): ("waits", .string(id.text), JSONValue(relation))
      }
    self = .object([
      ("cause", cause.0), ("activity", cause.1), ("relation", cause.2), ("atMost", .bool(delay.isAtMost)),
      (
        "minutes",
        .object([("first", .integer(Int(delay.time.first.minutes))), ("last", .integer(Int(delay.time.last.minutes)))])
      ),
      ("cost", delay.cost.map { .object([("first", JSONValue($0.first)), ("last", JSONValue($0.last))]) } ?? .null),
    ])
  }

  /// The room to one frame.
  init(room: FrameRoom, breakingRate: Amount? = nil, isNew: Bool? = nil) {
    self = .object(
      [
        ("frame", .string(room.frame.rawValue)), ("limit", JSONValue(room.limit)), ("room", JSONValue(room.room)),
        ("thousandthsOfPercent", JSONValue(room.share.map { Int($0) })), ("crossed", .bool(room.isCrossed)),
        ("breakingRate", JSONValue(breakingRate)),
      ] + (isNew.map { [("crossedByChange", .bool($0))] } ?? []))
  }
}
