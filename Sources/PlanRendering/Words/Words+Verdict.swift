public import PlanComparison
public import PlanModel

extension Words {
  /// `holder`, `holder ikke`, `betinget`, `ukjent`.
  public func verdict(_ word: Verdict.Word) -> String {
    switch word {
    case .holds: pick("holder", "holds")
    case .fails: pick("holder ikke", "fails")
    case .depends: pick("betinget", "depends")
    case .unknown: pick("ukjent", "unknown")
    }
  }

  /// A sign for each verdict, different in shape, so that colour is never alone.
  public func symbol(_ word: Verdict.Word) -> String {
    switch word {
    case .holds: "✓"
    case .fails: "✗"
    case .depends: "◐"
    case .unknown: "?"
    }
  }

  /// The verdict with its reason: `ukjent: venter på Release 1.1`.
  public func verdict(_ verdict: Verdict) -> String {
    let head = self.verdict(verdict.word)
    let (best, worst) = (verdict.days.lowerBound, verdict.days.upperBound)
    switch verdict.word {
    case .holds:
      return head + pick(": senest ", ": at the latest ") + fullDay(worst)
    case .fails:
      return head + ": \(notBefore) " + fullDay(best)
    case .depends:
      return head + pick(": mellom ", ": between ") + fullDay(best) + pick(" og ", " and ") + fullDay(worst)
    case .unknown:
      return verdict.waitsFor.isEmpty
        ? head + pick(": ny dato er ikke kjent", ": the new date is not known")
        : "\(head): \(waiting(for: verdict.waitsFor))"
    }
  }

  /// What a target asks: `mål november 2023`.
  public func target(_ target: Fact<DateSpan>) -> String { pick("mål ", "target ") + span(target.value) }

  /// By when something upstream must be there for the target to hold whatever durations turn out, and then, in brackets,
  /// with likely and with low durations: `plan A trenger Release 1.1 innen 24. mai 2023 (…)`.
  ///
  /// - Parameter status: a day that has passed already says so.
  public func breakEven(_ breakEven: BreakEven, for plan: String, status: Day? = nil) -> String {
    self.breakEven(of: [breakEven.activity], breakEven, for: plan, status)
  }

  /// Several break-evens; those with the same days share a sentence.
  public func breakEvens(_ breakEvens: [BreakEven], for plan: String, status: Day? = nil) -> [String] {
    var groups: [(ids: [ActivityID], first: BreakEven)] = []
    for entry in breakEvens {
      let same = groups.firstIndex {
        $0.first.likely == entry.likely && $0.first.atBest == entry.atBest && $0.first.atWorst == entry.atWorst
      }
      if let same { groups[same].ids.append(entry.activity) } else { groups.append(([entry.activity], entry)) }
    }
    return groups.map { breakEven(of: $0.ids, $0.first, for: plan, status) }
  }

  private func breakEven(of ids: [ActivityID], _ breakEven: BreakEven, for plan: String, _ status: Day?) -> String {
    let days: [(Day, String)] = [
      (breakEven.atWorst, pick("lange varigheter", "high durations")),
      (breakEven.likely, pick("sannsynlige varigheter", "likely durations")),
      (breakEven.atBest, pick("korte varigheter", "low durations")),
    ].compactMap { day, name in day.map { ($0, name) } }
    let name = list(ids.map { names[$0] })
    guard let lead = days.first else {
      return pick("ingen dato for \(name) er tidlig nok for \(plan)", "no date of \(name) is early enough for \(plan)")
    }
    func said(_ day: Day) -> String {
      let passed = status.map { day <= $0 } ?? false
      return fullDay(day) + (passed ? pick(", som er passert", ", which has passed") : "")
    }
    var text = "\(plan) \(pick("trenger", "needs")) \(name) \(pick("innen", "by")) \(said(lead.0))"
    if days.contains(where: { $0.0 != lead.0 }) {
      let others = days.dropFirst().map { "\($0.1): \(said($0.0))" }
      text += pick(" for å holde uansett", " to hold in any case") + " (\(others.joined(separator: "; ")))"
    }
    return text
  }

  /// What a report itself says of a plan, as a stated fact: `ikke realistisk`.
  public func statedVerdict(_ text: String) -> String {
    switch text {
    case "not-realistic": pick("ikke realistisk", "not realistic")
    case "realistic": pick("realistisk", "realistic")
    default: text
    }
  }
}
