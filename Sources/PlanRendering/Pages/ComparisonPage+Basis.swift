import PlanComparison
import PlanModel
import PlanSchedule

/// What the answers rest on: assumptions, what is undated, options.
extension ComparisonPage {
  var assumptions: HTML {
    let ids = Set(rows.map(\.id))
    let about = sides.map { $0.outlook.network.upstream(of: Array(ids)).union(ids) }
    let all = zip(sides, about).map {
      Assumptions(of: $0.outlook.plan, about: $1.union(linked(to: $1, $0.outlook.plan))).entries
    }
    var seen: [Assumptions.Entry] = []
    for entry in all[0] + all[1] where !seen.contains(entry) { seen.append(entry) }
    guard !seen.isEmpty else {
      return section(.assumptions, [.element("p", [], [.text(words.heading(.nothing))])])
    }
    let lines = seen.map { entry in
      let places = [0, 1].filter { all[$0].contains(entry) }.map { sides[$0].label }
      return HTML.element(
        "tr", [],
        [
          .element("th", [Attribute("scope", "row")], [.text(words.sentence(words.assumption(entry.subject)))]),
          .cell(words.basis(entry.basis)), .cell(entry.because ?? words.none),
          .cell(places.count == 2 ? words.heading(.both) : places.joined()),
        ])
    }
    let head = [Words.Heading.assumption, .basis, .because, .place].map { HTML.column(words.heading($0)) }
    return section(.assumptions, [.table(nil, head, lines)])
  }

  /// What is tied to these activities without moving them, such as work that runs beside.
  private func linked(to ids: Set<ActivityID>, _ plan: Plan) -> Set<ActivityID> {
    Set(plan.links.filter { $0.strength != .hard && ids.contains($0.to) }.map(\.from))
  }

  var undated: HTML {
    var lines: [HTML] = []
    for (outlook, label) in sides {
      let activities = outlook.schedule.activities
      for activity in activities where activity.isUndated && activity.isScheduled {
        let waiting = rows.map(\.id).filter { outlook.schedule[$0]?.waitsFor.contains(activity.id) ?? false }
        guard !waiting.isEmpty else { continue }
        lines.append(
          .element(
            "tr", [],
            [
              .element("th", [Attribute("scope", "row")], [.text(words.names.withID(activity.id))]),
              .cell(words.sentence(label)), .cell(words.missing(activity.activity)),
              .cell(words.list(waiting.map { words.names[$0] })),
            ]))
      }
    }
    guard !lines.isEmpty else {
      return section(.undated, [.element("p", [], [.text(words.heading(.nothing))])])
    }
    let head = [Words.Heading.what, .place, .lacks, .whoWaits].map { HTML.column(words.heading($0)) }
    return section(.undated, [.table(nil, head, lines)])
  }

  var options: HTML {
    let plan = comparison.second.plan
    let applied = sides.map { "\(words.sentence($0.label)): \($0.outlook.plan.applied.joined(separator: ", "))" }
    let lengths = plan.unitLengths
    return section(
      .options,
      [
        definitions([
          (words.heading(.profile), plan.options.profile.rawValue),
          (words.heading(.defaultCalendar), plan.defaultCalendar),
          (words.heading(.lagCalendar), words.calendar(of: plan.options.lagCalendar)),
          (
            words.workingDay, words.hours(of: lengths.day)
          ),
          (words.heading(.applied), applied.joined(separator: "; ")),
          (words.heading(.engine), engine),
        ])
      ])
  }
}
