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
      "meanGivenEvent", "pertMeanLowerBound",
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
    for (place, activity) in file.activities.enumerated() {
      guard let share = expected.criticality?[activity.id] else { continue }
      checks.check(
        "criticality of \(activity.id)", futures.criticality(of: ActivityIndex(place), for: nil), share,
        within: 4.5 * (share * (1 - share) / n).squareRoot() + 2e-4)
    }
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
    return Simulation(model, seed: 20_231_107)
  }
}
