package import PlanComparison
package import PlanModel
import PlanSchedule

/// Which plan is to be chosen, when, and which is in force until then.
extension Words {
  /// `Valget «Fremdriftsplan for AMK»: plan-a gjelder formelt, plan-b er ventet. Det avgjøres 11. mai 2023 …`
  ///
  /// - Parameter called: what the alternatives are called; nil: by their ids.
  package func choice(_ decision: Decision, called name: (ScenarioID) -> String = \.text) -> String {
    let choice = decision.choice
    let title = choice.name.oneLine
    var parts: [String] = []
    switch (choice.formal, choice.expected) {
    case (let formal?, let expected?) where formal == expected:
      parts.append(
        pick("\(name(formal)) gjelder formelt og er ventet", "\(name(formal)) is formally in force and expected"))
    case (let formal?, let expected?):
      parts += [
        pick("\(name(formal)) gjelder formelt", "\(name(formal)) is formally in force"),
        pick("\(name(expected)) er ventet", "\(name(expected)) is expected"),
      ]
    case (let formal?, nil):
      parts.append(pick("\(name(formal)) gjelder formelt", "\(name(formal)) is formally in force"))
    case (nil, let expected?): parts.append(pick("\(name(expected)) er ventet", "\(name(expected)) is expected"))
    case (nil, nil):
      parts.append(
        pick(
          "planen sier ikke hvilken som gjelder eller er ventet", "the plan does not say which is in force or expected")
      )
    }
    let named = title.isEmpty ? choice.id : title
    return pick("Valget «\(named)»: ", "The choice “\(named)”: ") + parts.joined(separator: ", ") + ". "
      + decided(decision) + grounds(choice) + "."
  }

  /// `gjelder formelt`, `ventet`: what stands beside the name of one alternative; nil where nothing is said of it.
  package func standing(of alternative: ScenarioID, in decision: Decision) -> String? {
    let standing = decision.standing(of: alternative)
    let words =
      (standing.isFormal ? [pick("gjelder formelt", "formally in force")] : [])
      + (standing.isExpected ? [pick("ventet", "expected")] : [])
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  /// `Det avgjøres 11. mai 2023 ved «Valg mellom plan A og plan B»`
  private func decided(_ decision: Decision) -> String {
    guard let id = decision.choice.decidedBy else {
      return pick("Planen sier ikke når det avgjøres", "The plan does not say when it is decided")
    }
    let by = pick("ved «\(names[id])»", "by “\(names[id])”")
    if let overdue = decision.overdue {
      let isDay = overdue.earliest == overdue.latest
      let date = isDay ? overdue.earliest.map { pick("", "on ") + fullDay($0) } ?? span(overdue) : span(overdue)
      return pick(
        "Det skulle avgjøres \(date) \(by), som ikke har fått ny dato",
        "It was to be decided \(date) \(by), which has no new date")
    }
    guard let days = decision.days else {
      return pick("Det avgjøres \(by), som ikke har noen dato", "It is decided \(by), which has no date")
    }
    let date = fullDays(days, isLowerBound: decision.isLowerBound)
    let on = decision.isLowerBound || !days.agree ? "" : pick("", "on ")
    return (decision.isTaken ? pick("Det ble avgjort ", "It was decided ") : pick("Det avgjøres ", "It is decided "))
      + "\(on)\(date) \(by)"
  }

  /// ` (T1-2023 §3.1.3; at plan B ventes, leses av …)`
  private func grounds(_ choice: Choice) -> String {
    let grounds = [choice.evidence.source, choice.evidence.because].compactMap { $0?.oneLine }.filter { !$0.isEmpty }
    return grounds.isEmpty ? "" : " (\(grounds.joined(separator: "; ")))"
  }
}
