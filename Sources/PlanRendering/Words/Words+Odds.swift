package import PlanComparison
package import PlanModel
import PlanSchedule
package import PlanSimulation

/// Two plans on the same futures.
extension Words {
  /// `10 240 mulige utfall, de samme for begge planene (frø 1, generator …).`
  package func pairedFutures(
    _ count: Int, seed: UInt64, generator: String, _ sampling: SamplingMode = .plain
  ) -> String {
    pick(
      "\(grouped(count)) mulige utfall er trukket, de samme for begge planene (frø \(seed), generator \(generator)\(way(sampling))).",
      "\(grouped(count)) possible futures are drawn, the same for both plans (seed \(seed), generator \(generator)\(way(sampling)))."
    )
  }

  package func drawn(_ drawn: DrawnCounts, in side: String) -> String { "\(side): " + self.drawn(drawn) }

  package var keepsOwnPromises: String {
    pick("Holder hver plan sine egne mål?", "Does each plan keep its own targets?")
  }
  package var promisesRow: String {
    pick("Egne mål som er ulike i planene", "Own targets that differ between the plans")
  }
  package var keptRow: String { pick("Alle holder samtidig", "All hold together") }
  package var keptWithOthersRow: String {
    pick("… også med planens øvrige mål", "… with the plan's other targets, too")
  }
  package var latenessRow: String { pick("Forventet forsinkelse", "Expected lateness") }
  package var expectedRegretRow: String { pick("Forventet anger", "Expected regret") }
  package var maximalRegretRow: String { pick("Største anger", "Largest regret") }
  package func costRow(_ unit: String) -> String { pick("Kostnad, \(unit): P50 / P80", "Cost, \(unit): P50 / P80") }
  package func costMeanRow(_ unit: String) -> String { pick("Kostnad, \(unit): middel", "Cost, \(unit): mean") }

  /// `83 % (82–84), 52 mål`.
  package func keptWithOthers(_ probability: String, targets: Int) -> String {
    probability + ", " + count(targets, ("mål", "mål"), ("target", "targets"))
  }

  /// `utelatt, uten dato: Release 1.1`.
  package func oddsLeaveOut(_ side: String, _ ids: [ActivityID]) -> String { "\(side) " + leavesOut(ids) }

  package func noPromises(_ side: String) -> String {
    pick(
      "\(side) har ingen egne mål blant milepælene der planene er ulike.",
      "\(side) has no targets of its own among the milestones in which the plans differ.")
  }

  /// What the costs are made of, where they vary; else why they do not.
  package func costNote(varies: Bool, leftOut: [ProjectID]) -> String {
    var text =
      varies
      ? pick(
        "Kostnad: prognosene med datoene som planlagt, prisen på tid (run-rate) og risikoer som inntreffer.",
        "Cost: the forecasts with dates as planned, the price of time (run-rate) and the risks that happen.")
      : pick(
        "Kostnad: planen har verken spenn for prognosene, pris på tid (run-rate) eller kostnad for risikoer, så alle utfall koster prognosen.",
        "Cost: the plan has no ranges of forecasts, no price of time (run-rate) and no costs of risks, so every future costs the forecast."
      )
    if !leftOut.isEmpty {
      text += pick(" Uten prognose: ", " Without a forecast: ") + list(leftOut.map(\.text)) + "."
    }
    return text
  }

  // MARK: Which is earlier

  package var whichIsEarlier: String { pick("Hvilken plan er tidligst?", "Which plan is earlier?") }
  package var earlierRow: String { pick("Tidligst", "Earlier") }
  package var targetRow: String { pick("Mål", "Target") }

  /// `like i 3 %; plan-b er 41,2 d senere i middel`.
  package func oddsOfOrder(same: Double, difference: Double, second: String) -> String {
    let days = decimalDays(abs(difference))
    let order =
      abs(difference) < 0.05
      ? pick("samme middel", "the same mean")
      : difference > 0
        ? pick("\(second) er \(days) senere i middel", "\(second) is \(days) later on average")
        : pick("\(second) er \(days) tidligere i middel", "\(second) is \(days) earlier on average")
    return (same > 0 ? pick("samme dag i \(percent(same)); ", "the same day in \(percent(same)); ") : "") + order + "."
  }

  /// In place of an order where a side waits for something undated.
  package var orderUnknown: String {
    pick(
      "Rekkefølgen er uviss: minst én av datoene venter på noe som ikke har dato.",
      "The order is unknown: at least one of the dates waits for something that has no date.")
  }

  /// `minst 3,4 d` where something undated is left out.
  package func lateness(_ days: Double, isAtLeast: Bool) -> String {
    (isAtLeast ? pick("minst ", "at least ") : "") + decimalDays(days)
  }

  /// Whether one plan is the better bet whatever the date.
  package func dominance(_ forward: Dominance, _ backward: Dominance, _ first: String, _ second: String) -> String {
    func says(_ dominance: Dominance, _ name: String) -> String {
      let tolerance = dominance.tolerance(confidence: 0.95) ?? 1
      return pick(
        "\(name) er minst like trolig ferdig til enhver dato (forsprang opptil \(percent(dominance.lead)), usikkerhet \(percent(tolerance)))",
        "\(name) is at least as likely to be there by any date (ahead by up to \(percent(dominance.lead)), uncertainty \(percent(tolerance)))"
      )
    }
    if forward.firstOrder { return says(forward, first) + "." }
    if backward.firstOrder { return says(backward, second) + "." }
    if forward.lead == 0, backward.lead == 0 { return pick("Datoene er like fordelt.", "The dates are spread alike.") }
    let tolerance = forward.tolerance(confidence: 0.95) ?? 1
    let base = pick(
      "Ingen av dem er foran til enhver dato: \(first) leder med opptil \(percent(forward.lead)), \(second) med opptil \(percent(backward.lead)) (usikkerhet \(percent(tolerance)))",
      "Neither is ahead by every date: \(first) leads by up to \(percent(forward.lead)), \(second) by up to \(percent(backward.lead)) (uncertainty \(percent(tolerance)))"
    )
    let second =
      forward.secondOrder
      ? first : backward.secondOrder ? second : nil
    return base
      + (second.map {
        pick(
          "; \($0) har minst forventet forsinkelse etter enhver dato.",
          "; \($0) has the least expected lateness after any date.")
      } ?? ".")
  }

  // MARK: Knowing

  package var worthKnowing: String {
    pick("Hva det er verdt å vite før valget:", "What it is worth to know before choosing:")
  }

  /// `varighet av Test: 3,4 d (± 0,2) i forventet forsinkelse; endrer valget i 23 % av utfallene`.
  package func knowledge(_ one: PairedKnowledge, in plan: Plan) -> String {
    var text =
      subject(one.subject, in: plan) + ": \(decimalDays(one.value.worth)) (± \(decimalDays(one.value.error)))"
      + pick(
        "; endrer valget i \(percent(one.value.changes)) av utfallene",
        "; changes the choice in \(percent(one.value.changes)) of the futures")
    if let even = one.breakEven {
      text +=
        pick("; planene er like gode ved sannsynlighet ", "; the plans are equally good at probability ")
        + percent(even)
    }
    return text
  }

  package func knowsEverything(_ days: Double) -> String {
    pick("alt: \(decimalDays(days))", "everything: \(decimalDays(days))")
  }

  package var knowingUnknown: String {
    pick(
      "Hva det er verdt å vite noe før valget, lar seg ikke si så lenge målene venter på noe uten dato.",
      "What knowing something before choosing would be worth cannot be told while targets wait for something without a date."
    )
  }

  package var nothingWorthKnowing: String {
    pick(
      "Det er ingenting verdt å vite noe av det som varierer før valget: den samme planen er best uansett.",
      "Knowing any of what varies before choosing is worth nothing: the same plan is the best whatever it is.")
  }

  // MARK: Until when

  package var whenToChoose: String { pick("Når må valget være tatt?", "By when must the choice be made?") }

  /// `Senest 1. juni 2023: dagen etter begynner Oppstart SIT i den ene planen og ikke i den andre.`
  package func lastDayOfChoice(_ day: Day, _ parting: PartingDay, hasPassed: Bool) -> String {
    let what = shortNames(parting.activities)
    let begin = parting.activities.count == 1 ? "begins" : "begin"
    if hasPassed {
      return pick(
        "Planene skilte lag \(fullDay(parting.day)), da \(what) begynner i den ene og ikke i den andre.",
        "The plans parted on \(fullDay(parting.day)), when \(what) \(begin) in one and not in the other.")
    }
    return pick(
      "Senest \(fullDay(day)): dagen etter begynner \(what) i den ene planen og ikke i den andre.",
      "By \(fullDay(day)): the day after, \(what) \(begin) in one plan and not in the other.")
  }

  package var partsUnknown: String {
    pick(
      "Dagen lar seg ikke si: det planene gjør ulikt, venter på noe uten dato.",
      "The day cannot be told: what the plans do differently waits for something without a date.")
  }

  package var neverParts: String {
    pick("Planene ber aldri om noe ulikt.", "The plans never ask for different things.")
  }

  /// `Målene i plan-a, med sannsynlige varigheter: 27. juli 2023 – da må Release 1.1 være der.`
  package func pointOfNoReturn(of side: String, _ point: PointOfNoReturn) -> String {
    pick("Målene i \(side), ", "The targets of \(side), ") + pointOfNoReturn(point, .likely) + "."
  }

  /// `Planen lar Vedtak om plan avgjøre: 11. mai 2023.`
  package func decision(_ decision: Decision) -> String {
    guard let id = decision.choice.decidedBy else { return "" }
    return pick("Planen lar \(names[id]) avgjøre valget", "The plan lets \(names[id]) decide the choice")
      + (decision.days.map { ": " + fullDays($0, isLowerBound: decision.isLowerBound) }
        ?? pick(", uten dato", ", without a date")) + "."
  }

  private func shortNames(_ ids: [ActivityID]) -> String {
    guard ids.count > 3 else { return list(ids.map { names[$0] }) }
    return list(ids.prefix(2).map { names[$0] } + [pick("\(ids.count - 2) til", "\(ids.count - 2) more")])
  }

  package var oddsNote: String {
    pick(
      "Forsinkelse og anger: dager for det målet som er mest brutt; anger er hvor mye mindre den andre planen ville vært forsinket i samme utfall. I parentes 95 % konfidens.",
      "Lateness and regret: days of the target that is broken most; regret is how much less late the other plan would have been in the same future. In brackets, 95 % confidence."
    )
  }

  /// Where draws are spread evenly.
  package var evenDrawsNote: String {
    pick(
      "Intervaller for sannsynligheter, og usikkerheten ved «minst like trolig til enhver dato» og ved hva kunnskap er verd, er målt mellom uavhengige bunker på 1 024 utfall.",
      "Intervals of probabilities, and the uncertainty of \"at least as likely by any date\" and of what knowledge is worth, are measured between independent batches of 1,024 futures."
    )
  }
}
