import Foundation
import PlanModel
import PlanSchedule
import PlanSimulation
import Testing

/// A case of kind `sra`: a table of durations, run by run, and the indices of sensitivity that follow from it.
///
/// Every run is scheduled by the engine, 600 minutes to a unit, around the clock.
struct SensitivityCase {
  private let file: Fields
  private static let scale = 600.0

  init(_ data: Data) throws { file = try Fields(data) }

  func checks() throws -> Checks? {
    var checks = Checks()
    checks.compared = ["projectDurations", "projectMean", "projectSd", "indices", "tolerance"]
    guard let activities = file.rows("activities"), let runs = file.values["runs"] as? [[String: Any]],
      let expected = file.fields("expected")
    else { return nil }
    var spans: [Double] = []
    var durations: [String: [Double]] = [:]
    var floats: [String: [Double]] = [:]
    for run in runs.map(Fields.init) {
      let schedule = try schedule(activities, run)
      let table = FloatTable(schedule)
      let finish = try #require(schedule.finish)
      spans.append(units(finish.minutes - (start?.start.minutes ?? 0)))
      for activity in activities {
        let id = activity.text("id") ?? ""
        durations[id, default: []].append(run.number(id) ?? 0)
        let total = table[ActivityID(id)]?.first?.total.minutes
        floats[id, default: []].append(total.map { units($0) } ?? .nan)
      }
    }
    let within = file.tolerance
    for (number, span) in (expected.numbers("projectDurations") ?? []).enumerated() {
      checks.check("duration of run \(number)", spans[number], span, within: within)
    }
    let mean = spans.reduce(0, +) / Double(spans.count)
    checks.check("mean", mean, expected.number("projectMean"), within: within)
    let squares = spans.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    checks.check(
      "deviation", (squares / Double(max(1, spans.count - 1))).squareRoot(), expected.number("projectSd"),
      within: within)
    for (id, fields) in expected.fields("indices")?.values ?? [:] {
      guard let row = (fields as? [String: Any]).map(Fields.init) else { continue }
      let found = Sensitivity(durations: durations[id] ?? [], floats: floats[id] ?? [], spans: spans)
      func check(_ key: String, _ value: Double?, of row: Fields) {
        if row.values[key] is NSNull { checks.check("\(key) of \(id) is missing", value == nil, true) }
        checks.check("\(key) of \(id)", value, row.number(key), within: within)
      }
      check("criticalityIndex", found?.criticality, of: row)
      check("significanceIndex", found?.significance, of: row)
      check("scheduleSensitivityIndex", found?.scheduleSensitivity, of: row)
      if row.values["cruciality"] is NSNull {
        checks.check("cruciality of \(id) is missing", found?.pearson == nil, true)
      } else if let cruciality = row.fields("cruciality") {
        check("pearson", found?.pearson, of: cruciality)
        check("spearman", found?.spearman, of: cruciality)
        check("kendallTauB", found?.kendall, of: cruciality)
      }
    }
    return checks
  }

  private let start = Day(year: 2000, month: 1, day: 1)

  private func units(_ minutes: some BinaryInteger) -> Double { Double(minutes) / Self.scale }

  private func schedule(_ activities: [Fields], _ run: Fields) throws -> Schedule {
    func minutes(_ amount: Double) throws -> Quantity {
      let value = amount * Self.scale
      try #require(abs(value - value.rounded()) < 1e-6, "\(amount) is no whole number of minutes")
      return .minutes(Int(value.rounded()))
    }
    var plan = Plan()
    for activity in activities {
      let id = activity.text("id") ?? ""
      plan.activities.append(Activity(ActivityID(id), work: try minutes(run.number(id) ?? 0)))
      for before in activity.texts("predecessors") ?? [] {
        plan.links.append(Link(from: ActivityID(before), to: ActivityID(id)))
      }
    }
    for relation in file.rows("relations") ?? [] {
      let kind = try #require(Link.Kind(word: relation.text("type") ?? "FS"))
      plan.links.append(
        Link(
          from: ActivityID(relation.text("pred") ?? ""), to: ActivityID(relation.text("succ") ?? ""), kind,
          lag: try relation.number("lag").map { try minutes($0) }))
    }
    plan.start = start
    return Schedule(try Network(plan))
  }
}
