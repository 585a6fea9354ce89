import Foundation
import PlanModel
import PlanSchedule
import Testing

/// A case of kind `cpm`, `gpr` or `pert`: activities with links, and the dates and floats that come out.
///
/// Time runs around the clock from 0. One unit is 600 minutes, as PERT needs sixths; more where that is too coarse, less
/// where the case is longer than a century.
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
    struct Probability: Decodable {
      var t: Double
      var p: Double
    }
    struct Expected: Decodable {
      var feasible: Bool?
      var makespan: Double?
      var mean: Double?
      var te: [String: Double]?
      var `var`: [String: Double]?
      var variance: Double?
      var standardDeviation: Double?
      var probabilities: [Probability]?
      var tolerance: Double?
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
    var relations: [CaseRelation]?
    var expected: Expected
  }

  private static let zero = Day(year: 2000, month: 1, day: 1)
  private let file: File
  /// Minutes to a unit.
  private let scale: Double

  init(_ data: Data) throws {
    let file = try JSONDecoder().decode(File.self, from: data)
    self.file = file
    let amounts =
      file.activities.flatMap { [$0.duration, $0.optimistic, $0.mostLikely, $0.pessimistic].compactMap(\.self) }
      + (file.relations ?? []).flatMap { [$0.lag, $0.maxLag].compactMap(\.self) }
    let sum = amounts.reduce(0) { $0 + abs($1) }
    scale =
      [600, 6000, 60_000, 60, 6].first { scale in
        sum * scale < 50_000_000 && amounts.allSatisfy { abs($0 * scale / 6 - ($0 * scale / 6).rounded()) < 1e-6 }
      } ?? 600
  }

  func checks() throws -> Checks {
    var checks = Checks()
    checks.compared = [
      "feasible", "makespan", "mean", "te", "critical", "criticalPath", "activities", "drag", "criticalityClass",
      "kLongestPaths", "positiveCycleExcess", "activitiesOnCycle", "var", "variance", "standardDeviation",
      "probabilities", "tolerance",
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
    try checkEstimates(&checks)
    return checks
  }

  private func plan() throws -> Plan {
    func minutes(_ amount: Double) throws -> Quantity {
      let value = amount * scale
      try #require(abs(value - value.rounded()) < 1e-6, "\(file.id): \(amount) is no whole number of minutes")
      return .minutes(Int(value.rounded()))
    }
    var plan = Plan()
    var links: [(String, String)] = []
    for activity in file.activities {
      plan.activities.append(Activity(ActivityID(case: activity.id), work: try minutes(activity.mean ?? 0)))
      for before in activity.predecessors ?? [] {
        links.append((before, activity.id))
        plan.links.append(Link(from: ActivityID(case: before), to: ActivityID(case: activity.id)))
      }
    }
    for relation in CaseRelation.acyclic(file.relations ?? [], beside: links) {
      if let link = try relation.link(minutes) { plan.links.append(link) }
    }
    plan.start = NetworkCase.zero
    return plan
  }

  private func units(_ minutes: Int32?) -> Double? { minutes.map { Double($0) / scale } }

  private func units(_ instant: Instant?) -> Double? {
    units(instant.map { $0.minutes - (NetworkCase.zero?.start.minutes ?? 0) })
  }

  /// The members of the loop and what a turn around it adds, from the diagnostic.
  private func checkRefusal(_ error: InvalidPlan, _ checks: inout Checks) {
    checks.check("feasible", false, file.expected.feasible ?? true)
    // A cycle of plain links has no longest lag in it.
    let isPlain = !(file.relations ?? []).contains { $0.maxLag != nil || $0.lag != 0 || $0.kind != .finishToStart }
    checks.check("refusal", error.diagnostics.map(\.code), [isPlain ? .cycle : .infeasibleMaximum])
    let values = error.diagnostics.first?.values ?? []
    let members = values.first.map {
      $0.components(separatedBy: " → ").dropLast().map { ActivityID($0).nameInCase }.sorted()
    }
    checks.check("cycle", members, file.expected.activitiesOnCycle?.sorted())
    let excess = values.dropFirst().first.flatMap { Quantity($0) }
    let length: [Quantity.Unit: Double] = [.minutes: 1, .hours: 60, .days: 1440]
    let minutes = excess.flatMap { excess in length[excess.unit].map { $0 * Double(excess.thousandths) / 1000 } }
    checks.check("excess", minutes.map { $0 / scale }, file.expected.positiveCycleExcess)
  }

  private func checkDates(_ schedule: Schedule, _ checks: inout Checks) {
    let expected = file.expected
    checks.check(
      "makespan", schedule.activities.isEmpty ? 0 : units(schedule.finish), expected.makespan ?? expected.mean)
    for (id, dates) in expected.activities ?? [:] {
      let activity = schedule[ActivityID(case: id)]
      checks.check("ES of \(id)", units(activity?.start), dates.ES)
      checks.check("EF of \(id)", units(activity?.finish), dates.EF)
      checks.check("LS of \(id)", units(activity?.lateStart.first ?? nil), dates.LS)
      checks.check("LF of \(id)", units(activity?.lateFinish.first ?? nil), dates.LF)
    }
    guard let critical = expected.critical else { return }
    let found = schedule.activities.filter { $0.isCritical == true }.map(\.id.nameInCase)
    checks.check("critical", found.sorted(), critical.sorted())
  }

  private func checkFloats(_ schedule: Schedule, _ checks: inout Checks) {
    let table = FloatTable(schedule)
    for (id, dates) in file.expected.activities ?? [:] {
      let floats = table[ActivityID(case: id)]?.first
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
        let found = units(drags[ActivityID(case: id)]?.elapsed.minutes)
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
      // What is off the longest path moves the end neither way.
      let isOff = schedule[ActivityID(case: id)]?.isOnLongestPath == false
      let found = criticalities[ActivityID(case: id)]?.class ?? (isOff ? .neutral : nil)
      checks.check("class of \(id)", plain(found?.rawValue), plain(name))
    }
  }

  /// What three estimates say of the finish: means, variances, probabilities along the longest path.
  private func checkEstimates(_ checks: inout Checks) throws {
    let expected = file.expected
    if let path = expected.criticalPath {
      let longest = LongestPaths(Schedule(try Network(try plan())), count: 200)?.paths.filter { $0.shortfall == .zero }
      checks.check("critical path", longest?.contains { $0.activities.map(\.nameInCase) == path }, true)
    }
    guard file.activities.contains(where: { $0.optimistic != nil }) else { return }
    var plan = try plan()
    for (place, activity) in file.activities.enumerated() {
      guard let low = activity.optimistic, let likely = activity.mostLikely, let high = activity.pessimistic else {
        continue
      }
      func minutes(_ amount: Double) -> Quantity { .minutes(Int((amount * scale).rounded())) }
      plan.activities[place].duration = Fact(Estimate(minutes(likely), low: minutes(low), high: minutes(high)))
    }
    let estimate = try #require(try PathEstimate(plan))
    let tolerance = expected.tolerance ?? 1e-9
    checks.check("mean", units(estimate.mean), expected.mean, within: tolerance)
    checks.check("variance", estimate.variance / scale / scale, expected.variance, within: tolerance)
    checks.check(
      "standard deviation", estimate.standardDeviation / scale, expected.standardDeviation, within: tolerance)
    for (id, mean) in expected.te ?? [:] {
      checks.check("te of \(id)", units(estimate.mean(of: ActivityID(case: id))?.minutes), mean, within: tolerance)
    }
    for (id, variance) in expected.var ?? [:] {
      checks.check(
        "var of \(id)", estimate.variance(of: ActivityID(case: id)) / scale / scale, variance, within: tolerance)
    }
    for row in expected.probabilities ?? [] {
      // Half a minute around a date that is no whole minute.
      let minutes = row.t * scale
      let instant = Instant(minutes: (NetworkCase.zero?.start.minutes ?? 0) + Int32(minutes.rounded()))
      let slack = abs(minutes - minutes.rounded()) < 1e-6 ? tolerance : 0.4 / max(estimate.standardDeviation, 1)
      checks.check("P(T ≤ \(row.t))", estimate.probability(by: instant), row.p, within: slack)
    }
  }

  /// Where several paths are of one length, those listed must be among them.
  private func checkPaths(_ schedule: Schedule, _ checks: inout Checks) {
    guard let expected = file.expected.kLongestPaths else { return }
    let found = LongestPaths(schedule, count: expected.count + 200)?.paths ?? []
    let finish = units(schedule.finish) ?? 0
    let lengths = found.map { finish - (units($0.shortfall.minutes) ?? 0) }
    checks.check("paths", min(lengths.count, expected.count), expected.count)
    for (length, path) in zip(lengths, expected) { checks.check("length of a path", length, path.length) }
    for path in expected {
      let same = zip(lengths, found).filter { abs($0.0 - path.length) < 1e-9 }.map { $0.1.activities.map(\.nameInCase) }
      checks.check("path \(path.activities)", same.contains(path.activities), true)
    }
  }
}
