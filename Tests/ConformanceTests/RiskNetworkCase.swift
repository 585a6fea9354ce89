import Foundation
import PlanModel
import PlanSchedule
import PlanSimulation
import Testing

/// A case of kind `network`: activities whose durations are drawn, with risks, and what comes out of many futures.
///
/// Time runs around the clock from 0; a unit is as many minutes as leave the longest future exact. Accepted is what lies
/// within four and a half standard errors of the expected figure.
struct RiskNetworkCase {
  private struct File: Decodable {
    struct Activity: Decodable {
      var id: String
      var distribution: Spread
      var predecessors: [String]?
    }
    struct Relation: Decodable {
      var pred: String
      var succ: String
      var type: String
      var lag: Double?
      var maxLag: Double?
    }
    struct Driver: Decodable {
      var id: String
      var probability: Double
      var factor: Spread
      var activities: [String]
    }
    struct Event: Decodable {
      var id: String
      var probability: Double
      var activity: String
      var additiveDelay: Spread
    }
    struct Correlation: Decodable {
      var a: String
      var b: String
      var normalCorrelation: Double
    }
    struct Point: Decodable {
      var t: Double
      var p: Double
      var stdErr: Double?
    }
    struct Expected: Decodable {
      var mean: Double?
      var meanStdErr: Double?
      var variance: Double?
      var sd: Double?
      var min: Double?
      var max: Double?
      var quantiles: [String: Double]?
      var cdf: [Point]?
      var criticality: [String: Double]?
      var meanWithout: Double?
      var meanGivenEvent: Double?
      var pertMeanLowerBound: Double?
      var criticalityMaxStdErr: Double?
      var activityMean: [String: Double]?
      var activityVariance: [String: Double]?
      var inducedPearson: Double?
      var kleindorferMeanUpperBound: Double?
      var kleindorferCdfLowerBound: [Point]?
    }
    var activities: [Activity]
    var relations: [Relation]?
    var drivers: [Driver]?
    var events: [Event]?
    var correlations: [Correlation]?
    var expected: Expected
  }

  /// A distribution as cases write it.
  struct Spread: Decodable {
    var type: String
    var value: Double?
    var min: Double?
    var mode: Double?
    var max: Double?
    var lambda: Double?
    var mean: Double?
    var sd: Double?
    var values: [Double]?
    var probabilities: [Double]?

    func distribution(unit: Double) throws -> Distribution {
      func minutes(_ number: Double?) throws -> Double { try #require(number, "\(type) lacks a number") * unit }
      switch type {
      case "constant": return try .constant(minutes(value))
      case "uniform": return try .uniform(min: minutes(min), max: minutes(max))
      case "triangular": return try .triangular(min: minutes(min), mode: minutes(mode), max: minutes(max))
      case "pert":
        return try .pert(min: minutes(min), mode: minutes(mode), max: minutes(max), lambda: lambda ?? 4)
      case "normal": return try .normal(mean: minutes(mean), deviation: minutes(sd))
      case "lognormal": return try .lognormal(mean: minutes(mean), deviation: minutes(sd))
      case "exponential": return try .exponential(mean: minutes(mean))
      case "discrete":
        let pairs = zip(try #require(values), try #require(probabilities))
        return try .discrete(pairs.map { Distribution.Outcome($0 * unit, probability: $1) })
      default: throw Unknown(type: type)
      }
    }
  }

  private struct Unknown: Error, CustomStringConvertible {
    var type: String
    var description: String { "no distribution is called '\(type)'" }
  }

  private static let batches = 64
  private let file: File

  init(_ data: Data) throws { file = try JSONDecoder().decode(File.self, from: data) }

  func checks() throws -> Checks {
    var checks = Checks()
    let unit = try self.unit()
    let simulation = try simulation(unit)
    let futures = simulation.run(batches: 0..<Self.batches)
    let start = Self.start.start.minutes
    let finishes = try #require(futures.finishes(of: nil)).map { Double($0.minutes - start) / unit }
    let n = Double(finishes.count)
    let expected = file.expected
    let deviation = (expected.sd ?? expected.variance?.squareRoot() ?? 0)
    let mean = finishes.reduce(0, +) / n
    checks.compared = [
      "mean", "meanStdErr", "variance", "sd", "quantiles", "quantileStdErr", "cdf", "criticality", "criticalityRule",
      "tolerance", "samples", "meanExact", "min", "max", "meanWithout",
      "meanGivenEvent", "pertMeanLowerBound", "criticalityMaxStdErr", "kleindorferMeanUpperBound",
      "kleindorferCdfLowerBound",
    ]
    let rounding = 1.5 * Double(file.activities.count) / unit
    let error = 4.5 * (deviation / n.squareRoot() + (expected.meanStdErr ?? 0)) + rounding
    checks.check("mean", mean, expected.mean, within: error)
    if let variance = expected.variance {
      // Of a sample of n with a fourth moment of at most nine: heavier tails than any case has.
      let found = finishes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
      checks.check("variance", found, variance, within: 4.5 * variance * (8 / n).squareRoot() + 1e-6)
    }
    for (name, finish) in expected.quantiles ?? [:] {
      guard let share = Double(name) else { continue }
      check(&checks, "share by quantile \(name)", finishes, by: finish, share, 0, rounding)
    }
    for point in expected.cdf ?? [] {
      check(&checks, "share by \(point.t)", finishes, by: point.t, point.p, point.stdErr ?? 0, rounding)
    }
    if let least = expected.min, let found = finishes.min(), found < least - rounding {
      checks.check("least", found, least)
    }
    if let most = expected.max, let found = finishes.max(), found > most + rounding {
      checks.check("most", found, most)
    }
    let criticalityError = expected.criticalityMaxStdErr ?? 0
    for (place, activity) in file.activities.enumerated() {
      guard let share = expected.criticality?[activity.id] else { continue }
      checks.check(
        "criticality of \(activity.id)", futures.criticality(of: ActivityIndex(place), for: nil), share,
        within: 4.5 * (share * (1 - share) / n + criticalityError * criticalityError).squareRoot() + 2e-4)
    }
    checkBounds(&checks, finishes, mean, error, rounding)
    if let durations = try durations(futures, unit) { checkActivities(&checks, durations, rounding) }
    for (name, probability, mean) in [
      ("mean without events", 0.0, expected.meanWithout), ("mean given the event", 1, expected.meanGivenEvent),
    ] {
      guard let mean else { continue }
      let others = try #require(
        self.simulation(unit, eventProbability: probability).run(batches: 0..<Self.batches).finishes(of: nil))
      checks.check(name, others.reduce(0) { $0 + Double($1.minutes - start) } / unit / n, mean, within: error)
    }
    if let bound = expected.pertMeanLowerBound {
      let atMeans = try #require(simulation.shift(of: nil, futures)).atMeans
      checks.check("finish at the means", Double(atMeans.minutes - start) / unit, bound, within: rounding)
    }
    return checks
  }

  /// Whether the share of futures by a time is as expected, wherever within the rounding to minutes the time lies.
  private func check(
    _ checks: inout Checks, _ name: String, _ finishes: [Double], by time: Double, _ share: Double, _ error: Double,
    _ rounding: Double
  ) {
    let n = Double(finishes.count)
    let low = Double(finishes.count { $0 <= time - rounding }) / n
    let high = Double(finishes.count { $0 <= time + rounding }) / n
    let tolerance = 4.5 * ((share * (1 - share) / n).squareRoot() + error) + 1e-9
    if share < low - tolerance || share > high + tolerance { checks.check(name, (low + high) / 2, share) }
  }

  /// What holds for every plan with these durations, taking paths that meet for independent ones (Kleindorfer 1971): the mean
  /// is no later, and no share by a day smaller.
  private func checkBounds(
    _ checks: inout Checks, _ finishes: [Double], _ mean: Double, _ error: Double, _ rounding: Double
  ) {
    if let bound = file.expected.kleindorferMeanUpperBound, mean > bound + error {
      checks.check("mean, at most", mean, bound)
    }
    let n = Double(finishes.count)
    for point in file.expected.kleindorferCdfLowerBound ?? [] {
      let share = Double(finishes.count { $0 <= point.t + rounding }) / n
      let tolerance = 4.5 * (point.p * (1 - point.p) / n).squareRoot() + 1e-9
      if share < point.p - tolerance { checks.check("share by \(point.t), at least", share, point.p) }
    }
  }

  /// By activity, how long it takes in every future; nil where links do more than wait for a finish.
  private func durations(_ futures: Futures, _ unit: Double) throws -> [String: [Double]]? {
    guard file.relations?.isEmpty ?? true else { return nil }
    let start = Double(Self.start.start.minutes)
    func finishes(_ id: String) throws -> [Double] {
      try #require(futures.finishes(of: ActivityID(id))).map { Double($0.minutes) - start }
    }
    var durations: [String: [Double]] = [:]
    for activity in file.activities {
      var begins = [Double](repeating: 0, count: futures.iterations)
      for predecessor in activity.predecessors ?? [] {
        for (future, finish) in try finishes(predecessor).enumerated() { begins[future] = max(begins[future], finish) }
      }
      durations[activity.id] = zip(try finishes(activity.id), begins).map { ($0 - $1) / unit }
    }
    return durations
  }

  private func checkActivities(_ checks: inout Checks, _ durations: [String: [Double]], _ rounding: Double) {
    checks.compared.formUnion(["activityMean", "activityVariance", "inducedPearson"])
    let expected = file.expected
    for (id, values) in durations {
      let n = Double(values.count)
      let mean = values.reduce(0, +) / n
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
      checks.check(
        "mean of \(id)", mean, expected.activityMean?[id], within: 4.5 * (variance / n).squareRoot() + rounding)
      checks.check(
        "variance of \(id)", variance, expected.activityVariance?[id],
        within: 4.5 * variance * (8 / n).squareRoot() + 1e-6)
    }
    if let pearson = expected.inducedPearson {
      // Of the two activities that a driver shares; the error of a correlation is at most that of one of zero.
      let shared = file.drivers?.first { $0.activities.count == 2 }?.activities.compactMap { durations[$0] } ?? []
      checks.check(
        "induced correlation", shared.count == 2 ? Association.pearson(shared[0], shared[1]) : nil, pearson,
        within: 4.5 / Double(shared.first?.count ?? 1).squareRoot())
    }
  }

  private static let start = Day(year: 2000, month: 1, day: 1) ?? .earliest

  /// Minutes in a unit: as many as keep the longest future below what the kernel counts.
  private func unit() throws -> Double {
    let longest = try file.activities.reduce(0.0) { sum, activity in
      let distribution = try activity.distribution.distribution(unit: 1)
      return sum + (distribution.maximum.isFinite ? distribution.maximum : distribution.quantile(0.9999999) * 2)
    }
    return min(10_000, max(10, (2_000_000 / max(1, longest)).rounded(.down)))
  }

  private func simulation(_ unit: Double, eventProbability: Double? = nil) throws -> Simulation {
    let activities = file.activities.map { Activity(ActivityID($0.id), work: .minutes(1), calendar: "24h") }
    var links: [Link] = []
    for activity in file.activities {
      for predecessor in activity.predecessors ?? [] {
        links.append(Link(from: ActivityID(predecessor), to: ActivityID(activity.id)))
      }
    }
    for relation in file.relations ?? [] {
      var link = Link(
        from: ActivityID(relation.pred), to: ActivityID(relation.succ),
        try #require(Link.Kind(word: relation.type), "'\(relation.type)' is no kind of link"),
        lag: relation.lag.map { Quantity(Int(($0 * unit).rounded()), .elapsedMinutes) })
      if let most = relation.maxLag { link.details.maximum = Quantity(Int((most * unit).rounded()), .elapsedMinutes) }
      links.append(link)
    }
    var plan = Plan(activities: activities, links: links)
    plan.start = Self.start
    plan.options.minutesPerDay = 1440
    var model = RiskModel(certain: try Network(plan))
    for activity in file.activities {
      model.setDuration(of: ActivityID(activity.id), to: try activity.distribution.distribution(unit: unit))
    }
    for driver in file.drivers ?? [] {
      model.addDriver(
        driver.id, probability: driver.probability, factor: try driver.factor.distribution(unit: 1),
        of: driver.activities.map { ActivityID($0) })
    }
    for event in file.events ?? [] {
      model.addEvent(
        event.id, probability: eventProbability ?? event.probability, delaying: ActivityID(event.activity),
        by: try event.additiveDelay.distribution(unit: unit))
    }
    for pair in file.correlations ?? [] {
      model.correlate(ActivityID(pair.a), ActivityID(pair.b), by: pair.normalCorrelation)
    }
    return Simulation(model, seed: 20_231_107, watching: activities.map(\.id))
  }
}
