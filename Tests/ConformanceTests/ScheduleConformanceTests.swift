import Foundation
import PlanGraph
import PlanModel
import PlanSchedule
import Testing

/// Published and recomputed cases, read from the folder that MILEPOST_CASES names.
@Suite struct `Schedule Conformance` {
  struct Case: Decodable {
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
    }
    struct Expected: Decodable {
      var feasible: Bool?
      var makespan: Double?
      var mean: Double?
      var critical: [String]?
      var criticalPath: [String]?
      var activities: [String: Dates]?
      var descendants: [String: Int]?
      var ancestors: [String: Int]?
      var topologicalLevel: [String: Int]?
      var redundantEdges: [[String]]?
      var orderStrength: Double?
    }
    var id: String
    var kind: String
    var activities: [Activity]?
    var relations: [Relation]?
    var expected: Expected
  }

  struct Kind: Decodable { var kind: String }

  struct Tally {
    var passed = 0
    var failed: [String] = []
    var notDone = 0
  }

  @Test func `textbook cases`() throws {
    guard let folder = ProcessInfo.processInfo.environment["MILEPOST_CASES"] else {
      print("MILEPOST_CASES is not set: no case was read")
      return
    }
    var tallies: [String: Tally] = [:]
    for file in jsonFiles(in: URL(fileURLWithPath: folder)) {
      let data = try Data(contentsOf: file)
      guard let kind = try? JSONDecoder().decode(Kind.self, from: data).kind else { continue }
      switch kind {
      case "cpm", "gpr", "pert", "graph":
        let read = try JSONDecoder().decode(Case.self, from: data)
        if read.relations?.contains(where: { $0.maxLag != nil }) == true || read.expected.feasible == false {
          tallies["\(kind) with max lags", default: Tally()].notDone += 1
          continue
        }
        let differences = kind == "graph" ? try structure(read) : try dates(read)
        if differences.isEmpty {
          tallies[kind, default: Tally()].passed += 1
        } else {
          tallies[kind, default: Tally()].failed.append(read.id)
          for difference in differences { Issue.record("\(read.id): \(difference)") }
        }
      case "edtf", "phrases":
        break  // The suite of dates reads these.
      default:
        tallies[kind, default: Tally()].notDone += 1
      }
    }
    for (kind, tally) in tallies.sorted(by: { $0.key < $1.key }) {
      print(
        tally.notDone > 0
          ? "\(kind): \(tally.notDone) not done yet"
          : "\(kind): \(tally.passed) passed, \(tally.failed.count) failed \(tally.failed.joined(separator: " "))")
    }
    #expect(tallies.values.contains { $0.passed > 0 }, "no case was checked in \(folder)")
  }

  private func jsonFiles(in folder: URL) -> [URL] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? [])
      .filter { $0.pathExtension == "json" && !$0.lastPathComponent.hasSuffix(".expected.json") }
      .sorted { $0.path < $1.path }
  }

  // MARK: Dates

  /// One unit of the case in minutes: twelfths of an hundredth are exact, as PERT needs sixths.
  private let scale = 600.0

  private func plan(_ read: Case) throws -> Plan {
    func minutes(_ amount: Double) throws -> Quantity {
      let value = amount * scale
      try #require(abs(value - value.rounded()) < 1e-6, "\(read.id): \(amount) is no whole number of minutes")
      return .minutes(Int(value.rounded()))
    }
    var plan = Plan()
    for activity in read.activities ?? [] {
      plan.activities.append(Activity(ActivityID(activity.id), work: try minutes(activity.mean ?? 0)))
      for before in activity.predecessors ?? [] {
        plan.links.append(Link(from: ActivityID(before), to: ActivityID(activity.id)))
      }
    }
    for relation in read.relations ?? [] {
      let kind = try #require(Link.Kind(word: relation.type))
      let lag = try relation.lag.map { try minutes($0) }
      plan.links.append(Link(from: ActivityID(relation.pred), to: ActivityID(relation.succ), kind, lag: lag))
    }
    plan.start = Day(year: 2000, month: 1, day: 1)
    return plan
  }

  private func dates(_ read: Case) throws -> [String] {
    let plan = try plan(read)
    let schedule = Schedule(try Network(plan))
    let zero = try #require(plan.start).start.minutes
    var differences: [String] = []
    func check(_ name: String, _ found: Int32?, _ expected: Double?) {
      guard let expected else { return }
      let value = found.map { Double($0) / scale }
      if abs((value ?? .infinity) - expected) > 1e-9 {
        differences.append("\(name) is \(value.map { "\($0)" } ?? "nothing"), not \(expected)")
      }
    }
    check("makespan", schedule.finish.map { $0.minutes - zero }, read.expected.makespan ?? read.expected.mean)
    for (id, expected) in read.expected.activities ?? [:] {
      let activity = try #require(schedule[ActivityID(id)])
      check("ES of \(id)", activity.start.minutes - zero, expected.ES)
      check("EF of \(id)", activity.finish.minutes - zero, expected.EF)
      check("LS of \(id)", activity.lateStart.first.map { $0.minutes - zero }, expected.LS)
      check("LF of \(id)", activity.lateFinish.first.map { $0.minutes - zero }, expected.LF)
      check("TF of \(id)", activity.totalFloat.first?.minutes, expected.TF)
      check("FF of \(id)", activity.freeFloat.first?.minutes, expected.FF)
    }
    if let critical = read.expected.critical ?? read.expected.criticalPath {
      let found = schedule.activities.filter { $0.isCritical == true }.map(\.id.text)
      if Set(found) != Set(critical) { differences.append("critical are \(found), not \(critical)") }
    }
    return differences
  }

  // MARK: Structure

  private func structure(_ read: Case) throws -> [String] {
    let activities = read.activities ?? []
    let number = Dictionary(uniqueKeysWithValues: activities.enumerated().map { ($0.element.id, $0.offset) })
    let arcs = activities.flatMap { activity in
      (activity.predecessors ?? []).map { Arc(from: number[$0] ?? 0, to: number[activity.id] ?? 0) }
    }
    let graph = try DependencyGraph(count: activities.count, arcs: arcs)
    let expected = read.expected
    var differences: [String] = []
    for (place, activity) in activities.enumerated() {
      let behind = graph.descendants(of: [place]).count { $0 } - 1
      let before = graph.ancestors(of: [place]).count { $0 } - 1
      if let count = expected.descendants?[activity.id], count != behind {
        differences.append("\(activity.id) has \(behind) descendants, not \(count)")
      }
      if let count = expected.ancestors?[activity.id], count != before {
        differences.append("\(activity.id) has \(before) ancestors, not \(count)")
      }
      if let level = expected.topologicalLevel?[activity.id], level != Int(graph.level[place]) {
        differences.append("\(activity.id) is on level \(graph.level[place]), not \(level)")
      }
    }
    let redundant = graph.redundantArcs().map { [activities[Int(arcs[$0].from)].id, activities[Int(arcs[$0].to)].id] }
    if let edges = expected.redundantEdges, Set(edges) != Set(redundant) {
      differences.append("redundant are \(redundant), not \(edges)")
    }
    if let strength = expected.orderStrength, abs(strength - (graph.orderStrength ?? -1)) > 1e-12 {
      differences.append("the order strength is \(graph.orderStrength ?? -1), not \(strength)")
    }
    return differences
  }
}
