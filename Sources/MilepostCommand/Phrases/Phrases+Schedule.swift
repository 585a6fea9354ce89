import PlanComparison
import PlanModel
import PlanRendering
import PlanSchedule

/// The words of the schedule table.
extension Phrases {
  var idColumn: String { pick("Id og navn", "Id and name") }
  var statedColumn: String { words.heading(.stated) }
  var startColumn: String { pick("Start", "Start") }
  var placedColumn: String { words.heading(.placed) }
  var logicColumn: String { words.heading(.logic) }
  var floatColumn: String { pick("Slakk", "Float") }
  var driverColumn: String { pick("Styrt av", "Driver") }
  var basisColumn: String { words.heading(.basis) }

  func heading(_ plan: Plan) -> String {
    let name = plan.name.isEmpty ? pick("Plan uten navn", "Unnamed plan") : plan.name
    guard let status = plan.statusDate else { return name }
    return "\(name) – \(pick("per", "as of")) \(words.fullDay(status))"
  }

  func applied(_ names: [String]) -> String {
    "\(pick("Med", "With")): \(names.joined(separator: "; "))"
  }

  var noProject: String { pick("Uten prosjekt", "No project") }
  var nothingPlanned: String { pick("Planen har ingen aktiviteter.", "The plan has no activities.") }

  func waitsFor(_ names: [String]) -> String {
    words.waiting(for: names)
  }

  /// What became of each requirement, one to a line.
  func verdicts(_ requirements: [DateRequirement], width: Int) -> String {
    requirements.flatMap { requirement in
      let days = Readings(first: requirement.days.lowerBound, last: requirement.days.upperBound)
      let range = words.days(days, isLowerBound: requirement.verdict == .unknown)
      let verdict = "\(words.symbol(requirement.verdict)) \(words.verdict(requirement.verdict))"
      return indented("\(pick("Krav", "Requirement")) \(requirement.text): \(verdict) (\(range))", by: 0, to: width)
    }.map { $0 + "\n" }.joined()
  }

  var notScheduled: String { pick("ikke planlagt", "not scheduled") }
  var afterLastWindow: String {
    pick("etter siste kjente vindu", "after the last known window")
  }

  /// What the marks and numbers of the table mean.
  func legend(end: ActivityID?) -> [String] {
    let to =
      end.map { pick("til \($0)", "to \($0)") } ?? pick("til slutten av eget prosjekt", "to the end of its own project")
    return [
      pick(
        "! kritisk   > på lengste vei   v har skjedd   ? udatert   ≤ høyst",
        "! critical   > on the longest path   v has happened   ? undated   ≤ at most"),
      pick(
        "Slakk \(to): d arbeidsdager, ed kalenderdager. a … b: lest ved første og siste dag.",
        "Float \(to): d working days, ed calendar days. a … b: read at the first and at the last day."),
      pick(
        "Grunnlag: for det som bestemmer datoen / for alt den kan hvile på.",
        "Basis: of what places the date / of all it may rest on."),
    ]
  }
}
