import Foundation
import PlanComparison
import PlanModel
import PlanSchedule
import Testing

/// A case of kind `slip`: activities with links, by how much some take longer, and what that does.
///
/// Time runs around the clock from 0. One unit is 600 minutes. Shares and moves are of the end of all activities.
struct SlipCase {
  private let activities: [[String: Any]]
  private let relations: [CaseRelation]
  private let slips: [String: Double]
  private let expected: [String: Any]
  /// Minutes to a unit.
  private let scale = 600.0
  private let end = ActivityID("the end of all")

  private struct Relations: Decodable { var relations: [CaseRelation]? }

  init(_ data: Data) throws {
    let file = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    activities = file["activities"] as? [[String: Any]] ?? []
    relations = try JSONDecoder().decode(Relations.self, from: data).relations ?? []
    slips = (file["slips"] as? [String: Any] ?? [:]).compactMapValues { ($0 as? NSNumber)?.doubleValue }
    expected = try #require(file["expected"] as? [String: Any])
  }

  func differences() throws -> [String] {
    let plan = try plan()
    // Of the slips, those in the order of the activities.
    let slipped = activities.compactMap { $0["id"] as? String }.filter { slips[$0] != nil }
    let changes = try slipped.map { id in
      let more = try minutes(slips[id] ?? 0)
      return Change(
        .lengthen(ActivityID(case: id), Quantity(thousandths: Int64(more) * 1000, unit: .minutes)),
        text: "\(id) duration")
    }
    let before = try Outlook(plan)
    let after = try Outlook(plan.applying(changes))
    let report = SlipReport(before: before, after: after)
    let shares = try ChangeShares(of: changes, on: plan, for: [end], by: .shapley)
    let ends = try #require(shares[end]).first

    var found: [String: Any] = [:]
    found["makespanBefore"] = try makespan(before)
    found["makespanAfter"] = try makespan(after)
    found["makespan"] = found["makespanAfter"]
    found["slip"] = (try makespan(after)) - (try makespan(before))
    found["criticalBefore"] = critical(before)
    found["criticalAfter"] = critical(after)
    found["startChanged"] = try changed(report) { $0.start.minutes }
    found["finishChanged"] = try changed(report) { $0.finish.minutes }
    found["relations"] = relations(report)
    found["impactAlone"] = Dictionary(
      uniqueKeysWithValues: zip(slipped, ends.map { Double($0.alone.minutes) / scale }))
    found["shapley"] = Dictionary(
      uniqueKeysWithValues: zip(
        slipped, ends.map { Double($0.exact.numerator) / Double($0.exact.denominator) / scale }))
    found["impactJoint"] = found["slip"]
    found["joint"] = found["slip"]
    return expected.keys.sorted().flatMap { key in
      found[key].map { compare(key, $0, expected[key]) } ?? ["'\(key)' is not compared"]
    }
  }

  // MARK: The plan

  private func minutes(_ amount: Double) throws -> Int {
    let value = amount * scale
    try #require(abs(value - value.rounded()) < 1e-6, "\(amount) is no whole number of minutes")
    return Int(value.rounded())
  }

  private func plan() throws -> Plan {
    var plan = Plan()
    for activity in activities {
      let id = try #require(activity["id"] as? String)
      let duration = (activity["duration"] as? NSNumber)?.doubleValue ?? 0
      plan.activities.append(Activity(ActivityID(case: id), work: .minutes(try minutes(duration))))
      for before in activity["predecessors"] as? [String] ?? [] {
        plan.links.append(Link(from: ActivityID(case: before), to: ActivityID(case: id)))
      }
    }
    for relation in relations {
      if let link = try relation.link({ .minutes(try minutes($0)) }) { plan.links.append(link) }
    }
    plan.activities.append(.milestone(end))
    for activity in plan.activities.dropLast() { plan.links.append(Link(from: activity.id, to: end)) }
    plan.start = Day(year: 2000, month: 1, day: 1)
    return plan
  }

  // MARK: What comes out

  private func makespan(_ outlook: Outlook) throws -> Double {
    let zero = try #require(outlook.plan.start).start.minutes
    return Double(try #require(outlook.schedule[end]).finish.minutes - zero) / scale
  }

  private func critical(_ outlook: Outlook) -> [String] {
    outlook.schedule.activities.filter { $0.isCritical == true && $0.id != end }.map(\.id.nameInCase)
  }

  private func changed(_ report: SlipReport, _ date: (ScheduledActivity) -> Int32) throws -> [String: Double] {
    var changed: [String: Double] = [:]
    for activity in report.after.schedule.activities where activity.id != end {
      let old = date(try #require(report.before.schedule[activity.id]))
      if date(activity) != old { changed[activity.id.nameInCase] = Double(date(activity) - old) / scale }
    }
    return changed
  }

  private func relations(_ report: SlipReport) -> [[String: Any]] {
    report.rows.filter { $0.id != end }.flatMap(\.links.first).map { link in
      [
        "pred": link.link.from.nameInCase, "succ": link.link.to.nameInCase,
        "slipIn": Double(link.slipIn.minutes) / scale,
        "relationFloat": link.float.map { Double($0.minutes) / scale } ?? .infinity,
        "absorbed": Double(link.absorbed.minutes) / scale, "slipOut": Double(link.slipOut.minutes) / scale,
      ]
    }
  }

  // MARK: Comparing

  private func compare(_ name: String, _ found: Any, _ expected: Any?) -> [String] {
    switch (found, expected) {
    case (let found as Double, let expected as NSNumber):
      return abs(found - expected.doubleValue) < 1e-9 ? [] : ["\(name) is \(found), not \(expected)"]
    case (let found as [String], let expected as [String]):
      return Set(found) == Set(expected) ? [] : ["\(name) are \(found), not \(expected)"]
    case (let found as [String: Any], let expected as [String: Any]):
      let odd = Set(found.keys).symmetricDifference(expected.keys).sorted().map { key in
        "\(name) of \(key) is \(found[key] == nil ? "missing" : "too much")"
      }
      return odd
        + expected.keys.sorted().flatMap { key in
          found[key].map { compare("\(name) of \(key)", $0, expected[key]) } ?? []
        }
    case (let found as [[String: Any]], let expected as [[String: Any]]):
      func keyed(_ rows: [[String: Any]]) -> [String: [String: Any]] {
        var byEnds: [String: [String: Any]] = [:]
        for row in rows { byEnds["\(row["pred"] ?? "") → \(row["succ"] ?? "")"] = row }
        return byEnds
      }
      return compareRows(name, keyed(found), keyed(expected))
    case (let found as String, let expected as String):
      return found == expected ? [] : ["\(name) is \(found), not \(expected)"]
    default: return ["\(name) is \(found), not \(expected ?? "nothing")"]
    }
  }

  private func compareRows(_ name: String, _ found: [String: [String: Any]], _ expected: [String: [String: Any]])
    -> [String]
  {
    let odd = Set(found.keys).symmetricDifference(expected.keys).sorted().map { key in
      "\(name) \(key) is \(found[key] == nil ? "missing" : "too much")"
    }
    return odd
      + expected.keys.sorted().flatMap { key in
        found[key].map { compare("\(name) \(key)", $0 as Any, expected[key] as Any) } ?? []
      }
  }
}
