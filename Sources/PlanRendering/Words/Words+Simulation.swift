package import PlanComparison
package import PlanModel
package import PlanSimulation

/// How sure dates are.
extension Words {
  /// `10 240 utfall er trukket (frø 1, generator keyed-triple32).`
  package func futures(
    _ count: Int, seed: UInt64, generator: String, _ sampling: SamplingMode = .plain
  ) -> String {
    return pick(
      "\(grouped(count)) mulige utfall er trukket (frø \(seed), generator \(generator)\(way(sampling))).",
      "\(grouped(count)) possible futures are drawn (seed \(seed), generator \(generator)\(way(sampling))).")
  }

  /// How futures are spread, as a further item of a list; nothing for independent ones.
  package func way(_ sampling: SamplingMode) -> String {
    switch sampling {
    case .plain: ""
    case .latinHypercube: pick(", latinsk hyperkube", ", Latin hypercube")
    case .sobol: pick(", Sobol-punkter", ", Sobol points")
    }
  }

  /// Whether the wanted precision was reached with the futures that were drawn.
  package func precision(_ days: Int, isReached: Bool) -> String {
    isReached
      ? pick(
        "Trekningen stanset da hver P-dato var kjent på \(self.days(days)) nær.",
        "Drawing stopped when every P date was known within \(self.days(days)).")
      : pick(
        "Alle utfall ble trukket uten at hver P-dato ble kjent på \(self.days(days)) nær.",
        "All futures were drawn without every P date being known within \(self.days(days)).")
  }

  /// What is drawn, and that it rests on ranges.
  package func drawn(_ drawn: DrawnCounts) -> String {
    let parts = [
      (drawn.durations, count(drawn.durations, ("varighet", "varigheter"), ("duration", "durations"))),
      (drawn.dates, count(drawn.dates, ("upresis dato", "upresise datoer"), ("imprecise date", "imprecise dates"))),
      (drawn.risks, count(drawn.risks, ("risiko", "risikoer"), ("risk", "risks"))),
    ].filter { $0.0 > 0 }.map(\.1)
    if parts.isEmpty { return pick("Ingenting i planen kan variere.", "Nothing in the plan can vary.") }
    return pick(
      "Det som varierer: \(list(parts)). Spennene er forutsetninger; svaret er ikke sikrere enn dem.",
      "What varies: \(list(parts)). The ranges are assumptions; the answer is no surer than they are.")
  }

  package var planColumn: String { pick("Plan", "Plan") }
  package var endOfPlan: String { pick("Planens slutt", "End of the plan") }

  /// `P80`, `P2,5`, of thousandths of a percent.
  package func percentile(_ thousandths: Int) -> String {
    var digits = String(thousandths % 1000 + 1000).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "P\(thousandths / 1000)" + (digits.isEmpty ? "" : pick(",", ".") + digits)
  }

  /// `71 %`; what happened at least once and not always is never 0 or 100 %.
  package func percent(_ share: Double) -> String {
    if share > 0, share < 0.005 { return pick("under 1 %", "under 1 %") }
    if share < 1, share > 0.995 { return pick("over 99 %", "over 99 %") }
    return "\(Int((share * 100).rounded())) %"
  }

  /// `høyst 71 % (69–73)`.
  package func probability(_ value: Double, _ interval: ClosedRange<Double>, isAtMost: Bool) -> String {
    if isAtMost, value == 1 { return pick("uvisst (høyst 100 %)", "unknown (at most 100 %)") }
    let head = isAtMost ? pick("høyst ", "at most ") : ""
    let (low, high) = (Int((interval.lowerBound * 100).rounded()), Int((interval.upperBound * 100).rounded()))
    return head + percent(value) + (low == high ? "" : " (\(low)–\(high))")
  }

  /// `mål november 2023: høyst 71 % (69–73), uten Release 1.1, som ikke har noen dato`.
  package func chance(of target: Fact<DateSpan>, _ probability: String, leavesOut: [ActivityID]) -> String {
    "\(self.target(target)): \(probability)" + (leavesOut.isEmpty ? "" : "; " + self.leavesOut(leavesOut))
  }

  /// `utelater det som ikke har dato: Release 1.1 og 3 til`.
  package func leavesOut(_ ids: [ActivityID]) -> String {
    pick("utelater det som ikke har dato: ", "leaves out what has no date: ") + shortList(ids)
  }

  /// As many names as people read.
  private func shortList(_ ids: [ActivityID]) -> String {
    guard ids.count > 5 else { return list(ids.map { names[$0] }) }
    return list(ids.prefix(4).map { names[$0] } + [pick("\(ids.count - 4) til", "\(ids.count - 4) more")])
  }

  /// Those whose date is the same in every future.
  package func sure(_ number: Int, missing: [ActivityID], waiting: [ActivityID]) -> String {
    let milestones = count(
      number, ("milepæl med mål har", "milepæler med mål har"),
      ("milestone with a target has", "milestones with a target have"))
    var text = pick("\(milestones) samme dato i alle utfall", "\(milestones) the same date in every future")
    if missing.isEmpty, waiting.isEmpty { return text + pick(", og holder målet.", ", and keep it.") }
    text += "."
    if !missing.isEmpty {
      text += pick(" Ingen utfall holder målet for ", " No future keeps the target of ") + shortList(missing) + "."
    }
    if !waiting.isEmpty {
      text +=
        pick(" Uvisst, siden noe de venter på ikke har dato: ", " Unknown, since something they wait for has no date: ")
        + shortList(waiting) + "."
    }
    return text
  }

  // MARK: What drives the doubt

  package func doubtHeading(_ end: ActivityID?) -> String {
    pick("Det som gjør ", "What makes ") + (end.map { names[$0] } ?? pick("planens slutt", "the end of the plan"))
      + pick(" usikker:", " unsure:")
  }

  package var drawnColumn: String { pick("Det som varierer", "What varies") }
  package var drivesColumn: String { pick("Styrer", "Drives") }
  package var crucialityColumn: String { pick("Samvariasjon", "Correlation") }
  package var daysColumn: String { pick("Utslag", "Effect") }

  package func subject(_ subject: Influence.Subject, in plan: Plan) -> String {
    switch subject {
    case .duration(let id): pick("varighet av ", "duration of ") + names[id]
    case .date(let id): pick("dato for ", "date of ") + names[id]
    case .risk(let id):
      pick("risiko ", "risk ") + id
        + (plan.risks.first { $0.id == id }.map { $0.name.isEmpty ? "" : ": \($0.name)" } ?? "")
    }
  }

  /// `+0,87`.
  package func coefficient(_ value: Double) -> String {
    let hundredths = Int((abs(value) * 100).rounded())
    let digits = "\(hundredths / 100)\(pick(",", "."))\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    return hundredths == 0 ? digits : (value < 0 ? "−" : "+") + digits
  }

  /// `+12,3 d`.
  package func signedDays(_ days: Double) -> String {
    let tenths = Int((min(max(days, -1e9), 1e9) * 10).rounded())
    return (tenths > 0 ? "+" : "") + number(tenths, over: 10) + " d"
  }

  /// `12,3 d`.
  package func decimalDays(_ days: Double) -> String {
    number(Int((min(max(days, -1e9), 1e9) * 10).rounded()), over: 10) + " d"
  }

  package func shift(asymmetry: Double, merging: Double) -> String {
    let total = signedDays(asymmetry + merging)
    return pick(
      "Middelet ligger \(total) fra planens dato: \(signedDays(asymmetry)) fordi spennene er skjeve, \(signedDays(merging)) fordi veier møtes og dager ventes ut.",
      "The mean lies \(total) from the plan's date: \(signedDays(asymmetry)) since ranges are lopsided, \(signedDays(merging)) since paths meet and days are waited out."
    )
  }

  // MARK: Notes

  /// - Parameter widest: the most days by which a percentile may be wrong.
  package func percentileNote(_ widest: Int?) -> String {
    let head = pick(
      "P80: dagen som 80 % av utfallene holder. I parentes og for P-datoene 95 % konfidens",
      "P80: the day that 80 % of the futures meet. In brackets, and for P dates, 95 % confidence")
    guard let widest else {
      return head
        + pick("; for få utfall til å si det om alle P-datoer.", "; too few futures to tell it of all P dates.")
    }
    return head
      + (widest == 0
        ? pick("; P-datoene er sikre på dagen.", "; the P dates are sure to the day.")
        : pick("; P-datoene kan være \(days(widest)) feil.", "; the P dates may be wrong by \(days(widest))."))
  }

  package var doubtNote: String {
    pick(
      "Styrer: andelen av utfallene der aktiviteten styrer datoen. Utslag: forskjellen mellom den femdelen av utfallene der det som varierer er størst, og den der det er minst; for en risiko mellom at den inntreffer og ikke.",
      "Drives: the share of futures in which the activity drives the date. Effect: between the fifth of the futures in which what varies is largest and the one in which it is smallest; of a risk, between its happening and not."
    )
  }

  package var atMostNote: String {
    pick(
      "«Høyst»: noe som datoen venter på, har ingen dato og er utelatt; det kan bare gjøre sannsynligheten mindre.",
      "\"At most\": something that the date waits for has no date and is left out; it can only make the probability smaller."
    )
  }

  package func uncorrelatedNote(_ durations: Int) -> String {
    pick(
      "Ingenting binder de \(durations) varighetene sammen: hell og uhell jevner seg ut, og tvilen er trolig større enn den ser ut.",
      "Nothing ties the \(durations) durations together: good and bad luck even out, and the doubt is probably larger than it looks."
    )
  }

  package var nothingDrawnNote: String {
    pick(
      "Alle utfall er like: planen har ingen spenn, ingen upresise datoer og ingen risikoer med sannsynlighet og forsinkelse.",
      "All futures are the same: the plan has no ranges, no imprecise dates and no risks with a probability and a delay."
    )
  }

  /// `Krav x <= januar 2024 at 80%: ✓ holder (86 % (85–87))`.
  package func requirement(_ text: String, _ word: Verdict.Word, _ probability: String) -> String {
    "\(pick("Krav", "Requirement")) \(text): \(symbol(word)) \(verdict(word)), \(probability)"
  }

  /// `10 240`, `10,240`.
  package func grouped(_ number: Int) -> String {
    var groups: [String] = []
    var rest = String(number)
    while rest.count > 3 {
      groups.insert(String(rest.suffix(3)), at: 0)
      rest.removeLast(3)
    }
    return ([rest] + groups).joined(separator: pick(" ", ","))
  }
}
