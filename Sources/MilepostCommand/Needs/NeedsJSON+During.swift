import PlanComparison
import PlanModel

extension NeedsJSON {
  func json(_ during: During) -> JSONValue {
    .object([
      ("id", .string(during.activity.id.text)), ("earliest", .string(during.days.lowerBound.description)),
      ("latest", .string(during.days.upperBound.description)),
      (
        "milestones",
        .array(
          during.rows.map { row in
            .object([
              ("id", .string(row.id.text)), ("name", .string(row.activity.title)),
              ("earliest", .string(row.days.lowerBound.description)),
              ("latest", .string(row.days.upperBound.description)), ("is", .string(row.word.rawValue)),
              ("bound", .string(row.isLowerBound ? "lower" : "exact")), ("way", row.way.map(json) ?? .null),
            ])
          })
      ),
      (
        "openGroups",
        .array(during.openGroups.map { .object([("group", .string($0.group.text)), ("way", json($0.way))]) })
      ),
    ])
  }

  private func json(_ way: [During.Step]) -> JSONValue {
    .array(
      way.map {
        .object([
          ("id", JSONValue($0.id)), ("from", .string($0.from)), ("to", .string($0.to)),
          ("strength", .string($0.strength.rawValue)),
        ])
      })
  }

  func json(_ ranking: FrameRanking) -> JSONValue {
    .object([
      (
        "projects",
        .array(
          ranking.rows.map { row in
            .object([
              ("project", .string(row.project.id.text)), ("unit", .string(row.cost.unit)),
              ("forecast", JSONValue(row.cost.forecast)), ("forecastBefore", JSONValue(row.forecastBefore)),
              (
                "frames",
                .array(row.rooms.map { JSONValue(room: $0, isNew: row.newlyCrossed.contains($0.frame)) })
              ),
            ])
          })
      ),
      ("unknown", JSONValue(ranking.unknown.map(\.text))),
    ])
  }
}
