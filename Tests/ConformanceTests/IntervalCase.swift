import Foundation
import PlanModel
import PlanSchedule
import Testing

/// A case of kind `interval`: durations between bounds, and the bounds of dates and floats.
struct IntervalCase {
  private struct File: Decodable {
    struct Activity: Decodable {
      var id: String
      var lower: Double
      var upper: Double
      var predecessors: [String]?
    }
    struct Found: Decodable {
      var ES: [Double]?
      var EF: [Double]?
      var LS: [Double]?
      var TF: [Double]?
    }
    struct Expected: Decodable {
      var makespan: [Double]?
      var activities: [String: Found]?
      var possiblyCritical: [String]?
      var necessarilyCritical: [String]?
    }
    var activities: [Activity]
    var relations: [CaseRelation]?
    var expected: Expected
  }

  private static let scale = 600.0
  private static let zero = Day(year: 2000, month: 1, day: 1)
  private let file: File

  init(_ data: Data) throws { file = try JSONDecoder().decode(File.self, from: data) }

  func checks() throws -> Checks {
    var checks = Checks()
    checks.compared = [
      "makespan", "activities", "possiblyCritical", "necessarilyCritical", "activities.ES", "activities.EF",
      "activities.LS", "activities.TF",
    ]
    var plan = Plan()
    plan.start = IntervalCase.zero
    func minutes(_ amount: Double) -> Quantity { .minutes(Int((amount * IntervalCase.scale).rounded())) }
    for activity in file.activities {
      var task = Activity(ActivityID(case: activity.id), work: minutes(activity.lower))
      task.duration = Fact(
        Estimate(minutes(activity.lower), low: minutes(activity.lower), high: minutes(activity.upper)))
      plan.activities.append(task)
      for before in activity.predecessors ?? [] {
        plan.links.append(Link(from: ActivityID(case: before), to: ActivityID(case: activity.id)))
      }
    }
    for relation in file.relations ?? [] {
      if let link = try relation.link(minutes) { plan.links.append(link) }
    }
    let dates = IntervalDates(try Network(plan), limit: 1 << 16)
    checks.check("exact", dates.isExact, true)
    checks.check("makespan", units(dates.finish), file.expected.makespan)
    for (id, expected) in file.expected.activities ?? [:] {
      let found = dates[ActivityID(case: id)]
      checks.check("ES of \(id)", units(found?.earlyStart), expected.ES)
      checks.check("EF of \(id)", units(found?.earlyFinish), expected.EF)
      checks.check("LS of \(id)", units(found?.lateStart), expected.LS)
      let float = found?.totalFloat
      checks.check(
        "TF of \(id)",
        float.map { [Double($0.lower.minutes) / IntervalCase.scale, Double($0.upper.minutes) / IntervalCase.scale] },
        expected.TF)
    }
    func ids(_ has: (IntervalDates.Activity) -> Bool) -> [String] {
      file.activities.map(\.id).filter { dates[ActivityID(case: $0)].map(has) ?? false }.sorted()
    }
    checks.check("possibly critical", ids(\.isPossiblyCritical), file.expected.possiblyCritical?.sorted())
    checks.check("necessarily critical", ids(\.isNecessarilyCritical), file.expected.necessarilyCritical?.sorted())
    return checks
  }

  private func units(_ bounds: Bounds<Instant>?) -> [Double]? {
    bounds.map { bounds in
      [bounds.lower, bounds.upper].map {
        Double($0.minutes - (IntervalCase.zero?.start.minutes ?? 0)) / IntervalCase.scale
      }
    }
  }
}
