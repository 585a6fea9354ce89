import PlanComparison
import PlanModel

extension NeedsJSON {
  func json(_ collisions: Collisions, _ event: String) -> JSONValue {
    .object([
      ("withinDays", .integer(collisions.within)),
      ("event", .string(event)),
      ("events", .array(collisions.events.map(json))),
      ("pairs", .array(collisions.pairs.map(json))),
      ("undated", JSONValue(collisions.undated.map(\.text))),
      (
        "quarters",
        .array(
          collisions.quarters.map { count in
            .object([
              ("site", JSONValue(count.site)), ("year", .integer(count.year)), ("quarter", .integer(count.quarter)),
              ("certain", .integer(count.certain)), ("possible", .integer(count.possible)),
              ("peak", .bool(count.isPeak)),
            ])
          })
      ),
    ])
  }

  private func json(_ event: Collisions.Event) -> JSONValue {
    .object([
      ("id", .string(event.id.text)), ("name", name(event.id)),
      ("earliest", .string(event.days.lowerBound.description)), ("latest", .string(event.days.upperBound.description)),
      ("sites", JSONValue(event.sites)), ("teams", JSONValue(event.teams)), ("done", .bool(event.isDone)),
      ("waitsFor", JSONValue(event.waitsFor.map(\.text))),
    ])
  }

  private func json(_ pair: Collisions.Pair) -> JSONValue {
    let shared: [JSONValue] = pair.shared.map { shared in
      switch shared {
      case .site(let site): .object([("site", .string(site))])
      case .team(let team): .object([("team", .string(team))])
      case .project(let id): .object([("project", .string(id.text))])
      }
    }
    return .object([
      ("first", .string(pair.first.id.text)), ("second", .string(pair.second.id.text)),
      ("is", .string(pair.word.rawValue)), ("leastDays", .integer(pair.distance.lowerBound)),
      ("mostDays", .integer(pair.distance.upperBound)), ("shared", .array(shared)),
    ])
  }

  func json(_ touched: Touched) -> JSONValue {
    .object([
      ("projects", .array(touched.parties.map(json))),
      (
        "exposed",
        .array(
          touched.exposures.map { exposure in
            let relation = exposure.relation
            return .object([
              ("id", JSONValue(relation.dependency.id)), ("from", .string(relation.from)), ("to", .string(relation.to)),
              ("kind", JSONValue(relation.dependency.kind)), ("strength", .string(relation.strength.rawValue)),
              ("direct", .bool(exposure.isDirect)), ("owner", JSONValue(exposure.owner)),
              ("receiver", .string(exposure.receiver.word)),
            ])
          })
      ),
      ("cost", JSONValue(cost: CostReport(touched.report))),
      ("unreached", .integer(outlook.plan.activities.count - touched.report.rows.count)),
    ])
  }

  private func json(_ party: Touched.Party) -> JSONValue {
    func rows(_ rows: [SlipReport.Row]) -> JSONValue {
      .array(
        rows.map { row in
          .object([
            ("id", .string(row.id.text)), ("name", .string(row.activity.title)),
            ("before", JSONValue(days: row.before)), ("after", JSONValue(days: row.after)),
            ("owner", JSONValue(row.activity.details.owner)),
          ])
        })
    }
    return .object([
      ("project", JSONValue(party.project?.text)),
      ("name", JSONValue(party.project.flatMap { outlook.plan[project: $0]?.title })),
      ("owners", JSONValue(party.owners)), ("moved", rows(party.moved)), ("lostFloat", rows(party.consumed)),
      ("reachedOnly", rows(party.reachedOnly)),
    ])
  }
}

extension Touched.Receiver {
  fileprivate var word: String {
    switch self {
    case .dated: "dated"
    case .members: "members"
    case .unlisted: "unlisted"
    case .undated: "undated"
    }
  }
}
