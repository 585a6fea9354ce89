import Foundation
import PlanSimulation

/// A case of kind `decision`: two plans on the same futures, or what it is worth to know whether a risk occurs.
struct DecisionCase {
  private let file: Fields

  init(_ data: Data) throws { file = try Fields(data) }

  /// Nothing where the case is about something else.
  func checks() throws -> Checks? {
    if file.has("samplesA", "samplesB") { return pairChecks() }
    if file.has("expectedFinish") { return driverChecks() }
    return nil
  }

  private func pairChecks() -> Checks? {
    guard let a = file.numbers("samplesA"), let b = file.numbers("samplesB"), let pair = PairedFinishes(a: a, b: b),
      let aOverB = Dominance(of: a, over: b), let bOverA = Dominance(of: b, over: a), let regret = Regret(of: [a, b]),
      let expected = file.fields("expected")
    else { return nil }
    var checks = Checks()
    checks.compared = ["tolerance"]
    var numbers: [String: Double?] = [
      "meanA": pair.meanA, "meanB": pair.meanB, "probAEarlier": pair.probabilityAEarlier,
      "probTie": pair.probabilityTie, "probBEarlier": pair.probabilityBEarlier,
      "meanDifference": pair.meanDifference, "pairedSdDifference": pair.pairedDeviation,
      "unpairedSdDifference": pair.unpairedDeviation, "expectedRegretA": regret.expected[0],
      "expectedRegretB": regret.expected[1], "maxRegretA": regret.maximum[0], "maxRegretB": regret.maximum[1],
      "expectedValueOfPerfectInformation": regret.valueOfPerfectInformation,
    ]
    if let deadline = file.number("deadline") {
      numbers["pOnTimeA"] = pair.onTime(\.a, by: deadline)
      numbers["pOnTimeB"] = pair.onTime(\.b, by: deadline)
      let cost = file.number("lateCostPerDay") ?? 1
      numbers["expectedLateCostA"] = cost * pair.expectedLateness(\.a, after: deadline)
      numbers["expectedLateCostB"] = cost * pair.expectedLateness(\.b, after: deadline)
    }
    for percent in stride(from: 5, through: 95, by: 5) {
      numbers["conditionalTailMeanA\(percent)"] = pair.tailMean(\.a, above: Double(percent) / 100)
      numbers["conditionalTailMeanB\(percent)"] = pair.tailMean(\.b, above: Double(percent) / 100)
    }
    for (key, number) in numbers where expected.has(key) {
      checks.compared.insert(key)
      checks.check(key, number, expected.number(key), within: file.tolerance * max(1, abs(number ?? 0)))
    }
    let flags = [
      "firstOrderAoverB": aOverB.firstOrder, "firstOrderBoverA": bOverA.firstOrder,
      "secondOrderAoverB": aOverB.secondOrder, "secondOrderBoverA": bOverA.secondOrder,
    ]
    for (key, flag) in flags {
      checks.compared.insert(key)
      checks.check(key, flag, expected.flag(key))
    }
    return checks
  }

  private func driverChecks() -> Checks? {
    guard let finishes = file.fields("expectedFinish"), let on = finishes.table("on"), let off = finishes.table("off"),
      let expected = file.fields("expected")
    else { return nil }
    let plans = on.keys.sorted()
    guard
      let driver = DriverInformation(
        probability: file.number("probability") ?? .nan, occurring: plans.map { on[$0] ?? .nan },
        absent: plans.map { off[$0] ?? .nan })
    else { return nil }
    var checks = Checks()
    checks.compared = ["prior", "bestPlan", "valueWithInformation", "evppi", "breakEvenProbability", "tolerance"]
    let within = file.tolerance
    for (plan, mean) in expected.table("prior") ?? [:] {
      checks.check("prior of \(plan)", plans.firstIndex(of: plan).map { driver.prior[$0] }, mean, within: within)
    }
    checks.check("best plan", plans[driver.best], expected.text("bestPlan"))
    checks.check("value with information", driver.informed, expected.number("valueWithInformation"), within: within)
    checks.check("value of information", driver.value, expected.number("evppi"), within: within)
    for row in expected.rows("breakEvenProbability") ?? [] {
      let pair = (row.texts("between") ?? []).compactMap { plans.firstIndex(of: $0) }
      let found = pair.count == 2 ? driver.breakEven(between: pair[0], and: pair[1]) : nil
      if row.values["p"] is NSNull { checks.check("break-even of \(pair) is missing", found == nil, true) }
      checks.check("break-even of \(pair)", found, row.number("p"), within: within)
    }
    return checks
  }
}
