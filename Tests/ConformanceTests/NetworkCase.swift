import Foundation
import PlanModel
import PlanSchedule
import Testing

/// A case of kind `cpm`, `gpr` or `pert`: activities with links, and the dates and floats that come out.
///
/// Time runs around the clock from 0. One unit is 600 minutes, as PERT needs sixths.
struct NetworkCase {
  private struct File: Decodable {
    struct Activity: Decodable {
      var id: String
      var duration: Double?
      var optimistic: Double?
      var mostLikely: Double?
      var pessimistic: Double?
      var predecessors: [String]?

      /// The duration, or the mean of the three estimates of PERT.
      var mean: Double? {
        if let duration { return duration }
        guard let optimistic, let mostLikely, let pessimistic else { return nil }
        return (optimistic + 4 * mostLikely + pessimistic) / 6
      }
    }
    struct Relation: Decodable {
      var pred: String
      var succ: String
      var type: String
      var lag: Double?
      var maxLag: Double?
    }
    struct Dates: Decodable {
      var ES: Double?
      var EF: Double?
      var LS: Double?
      var LF: Double?
      var TF: Double?
      var FF: Double?
      var safety: Double?
      var independent: Double?
      var interfering: Double?
    }
    struct LongPath: Decodable {
      var length: Double
      var activities: [String]

      init(from decoder: any Decoder) throws {
        var row = try decoder.unkeyedContainer()
        length = try row.decode(Double.self)
        activities = try row.decode([String].self)
      }
    }
    struct Expected: Decodable {
      var feasible: Bool?
      var makespan: Double?
      var mean: Double?
      var te: [String: Double]?
      var critical: [String]?
      var criticalPath: [String]?
      var activities: [String: Dates]?
      var drag: [String: Double?]?
      var criticalityClass: [String: String]?
      var kLongestPaths: [LongPath]?
      var positiveCycleExcess: Double?
      var activitiesOnCycle: [String]?
    }
    var id: String
    var activities: [Activity]
    var relations: [Relation]?
    var expected: Expected
  }

  private static let scale = 600.0
  private static let zero = Day(year: 2000, month: 1, day: 1)
  private let file: File

  init(_ data: Data) throws { file = try JSONDecoder().decode(File.self, from: data) }

  func checks() throws -> Checks {
    var checks = Checks()
    checks.compared = [
      "feasible", "makespan", "mean", "te", "critical", "criticalPath", "activities", "drag", "criticalityClass",
      "kLongestPaths", "positiveCycleExcess", "activitiesOnCycle",
    ]
    for key in ["ES", "EF", "LS", "LF", "TF", "FF", "safety", "independent", "interfering"] {
      checks.compared.insert("activities.\(key)")
    }
    let network: Network
    do {
      network = try Network(try plan())
    } catch let error as InvalidPlan {
      checkRefusal(error, &checks)
      return checks
    }
    checks.check("feasible", true, file.expected.feasible)
    let schedule = Schedule(network)
    checkDates(schedule, &checks)
    checkFloats(schedule, &checks)
    checkDrag(schedule, &checks)
    checkPaths(schedule, &checks)
    return checks
  }

  private func plan() throws -> Plan {
    func minutes(_ amount: Double) throws -> Quantity {
      let value = amount * NetworkCase.scale
      try #require(abs(value - value.rounded()) < 1e-6, "\(file.id): \(amount) is no whole number of minutes")
      return .minutes(Int(value.rounded()))
    }
    var plan = Plan()
    for activity in file.activities {
      plan.activities.append(Activity(ActivityID(activity.id), work: try minutes(activity.mean ?? 0)))
      for before in activity.predecessors ?? [] {
        plan.links.append(Link(from: ActivityID(before), to: ActivityID(activity.id)))
      }
    }
    for relation in file.relations ?? [] {
      // A relation without a minimal lag holds only the most; no lag is so far back that it binds nothing.
      let kind = try #require(Link.Kind(word: relation.type))
      let unbound = relation.maxLag != nil && relation.lag == nil ? -10_000.0 : nil
      let lag = try (relation.lag ?? unbound).map { try minutes($0) }
      var link = Link(from: ActivityID(relation.pred), to: ActivityID(relation.succ), kind, lag: lag)
      if let most = relation.maxLag { link.details.maximum = try minutes(most) }
      plan.links.append(link)
    }
    plan.start = NetworkCase.zero
    return plan
  }

  private func units(_ minutes: Int32?) -> Double? { minutes.map { Double($0) / NetworkCase.scale } }

  private func units(_ instant: Instant?) -> Double? {
    units(instant.map { $0.minutes - (NetworkCase.zero?.start.minutes ?? 0) })
  }

  /// The members of the loop and what a turn around it adds, from the diagnostic.
  private func checkRefusal(_ error: InvalidPlan, _ checks: inout Checks) {
    checks.check("feasible", false, file.expected.feasible ?? true)
    checks.check("refusal", error.diagnostics.map(\.code), [.infeasibleMaximum])
    let values = error.diagnostics.first?.values ?? []
    let members = values.first.map { $0.components(separatedBy: " → ").dropLast().sorted() }
    checks.check("cycle", members, file.expected.activitiesOnCycle?.sorted())
    let excess = values.dropFirst().first.flatMap { Quantity($0) }
    let length: [Quantity.Unit: Double] = [.minutes: 1, .hours: 60, .days: 1440]
    let minutes = excess.flatMap { excess in length[excess.unit].map { $0 * Double(excess.thousandths) / 1000 } }
    checks.check("excess", minutes.map { $0 / NetworkCase.scale }, file.expected.positiveCycleExcess)
  }

  private func checkDates(_ schedule: Schedule, _ checks: inout Checks) {
    let expected = file.expected
    checks.check("makespan", units(schedule.finish), expected.makespan ?? expected.mean)
    for (id, mean) in expected.te ?? [:] {
      checks.check("te of \(id)", file.activities.first { $0.id == id }?.mean, mean)
    }
    for (id, dates) in expected.activities ?? [:] {
      let activity = schedule[ActivityID(id)]
      checks.check("ES of \(id)", units(activity?.start), dates.ES)
      checks.check("EF of \(id)", units(activity?.finish), dates.EF)
      checks.check("LS of \(id)", units(activity?.lateStart.first ?? nil), dates.LS)
      checks.check("LF of \(id)", units(activity?.lateFinish.first ?? nil), dates.LF)
    }
    guard let critical = expected.critical ?? expected.criticalPath else { return }
    let found = schedule.activities.filter { $0.isCritical == true }.map(\.id.text)
    checks.check("critical", found.sorted(), critical.sorted())
  }

  private func checkFloats(_ schedule: Schedule, _ checks: inout Checks) {
    let table = FloatTable(schedule)
    for (id, dates) in file.expected.activities ?? [:] {
      let floats = table[ActivityID(id)]?.first
      checks.check("TF of \(id)", units(floats?.total.minutes), dates.TF)
      checks.check("FF of \(id)", units(floats?.free.minutes), dates.FF)
      checks.check("safety of \(id)", units(floats?.safety.minutes), dates.safety)
      checks.check("independent of \(id)", units(floats?.independent.minutes), dates.independent)
      checks.check("interfering of \(id)", units(floats?.interfering.minutes), dates.interfering)
    }
  }

  private func checkDrag(_ schedule: Schedule, _ checks: inout Checks) {
    if let expected = file.expected.drag {
      let drags = Drags(schedule)
      for (id, drag) in expected {
        let found = units(drags[ActivityID(id)]?.elapsed.minutes)
        if let drag {
          checks.check("drag of \(id)", found, drag)
        } else {
          checks.check("drag of \(id)", found == nil, true)
        }
      }
    }
    guard let classes = file.expected.criticalityClass else { return }
    let criticalities = Criticalities(schedule)
    for (id, name) in classes {
      func plain(_ name: String?) -> String? { name.map { $0.lowercased().filter(\.isLetter) } }
      checks.check("class of \(id)", plain(criticalities[ActivityID(id)]?.class?.rawValue), plain(name))
    }
  }

  /// Where several paths are of one length, those listed must be among them.
  private func checkPaths(_ schedule: Schedule, _ checks: inout Checks) {
    guard let expected = file.expected.kLongestPaths else { return }
    let found = LongestPaths(schedule, count: expected.count + 200)?.paths ?? []
    let finish = units(schedule.finish) ?? 0
    let lengths = found.map { finish - (units($0.shortfall.minutes) ?? 0) }
    checks.check("lengths of paths", Array(lengths.prefix(expected.count)), expected.map(\.length))
    for path in expected {
      let same = zip(lengths, found).filter { abs($0.0 - path.length) < 1e-9 }.map { $0.1.activities.map(\.text) }
      checks.check("path \(path.activities)", same.contains(path.activities), true)
    }
  }
}
