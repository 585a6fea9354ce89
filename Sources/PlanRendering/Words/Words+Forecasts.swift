package import PlanModel
package import PlanSimulation

/// Pictures of odds, costs of futures, measures, and until when deliveries may come.
extension Words {
  // MARK: Pictures

  /// What a bar is: `søyler: andel av utfallene, 7 dager i hver`.
  package func barsLabel(_ days: Int) -> String {
    days == 1
      ? pick("søyler: andel av utfallene på hver dag", "bars: share of futures on each day")
      : pick("søyler: andel av utfallene, \(days) dager i hver", "bars: share of futures, \(days) days in each")
  }

  package var curveLabel: String {
    pick("kurve: andel av utfallene som er i mål innen dagen", "curve: share of futures that are there by the day")
  }

  package var chartNote: String {
    pick(
      "Spennene er forutsetninger; bildet er ikke sikrere enn dem. P80: dagen som 80 % av utfallene holder.",
      "The ranges are assumptions; the picture is no surer than they are. P80: the day that 80 % of the futures meet.")
  }

  // MARK: Confidence

  /// `95 % konfidens`.
  package var confidenceRow: String { pick("95 % konfidens", "95 % confidence") }

  /// `−1 … +2 d`; `±1 d`; `sikker på dagen` where both are the day itself.
  package func error(_ day: Day, from lower: Day?, to upper: Day?) -> String {
    guard let lower, let upper else { return pick("for få utfall", "too few futures") }
    let (less, more) = (day - lower, upper - day)
    if less == more { return less == 0 ? "±0" : "±\(less) d" }
    return "−\(less) +\(more) d"
  }

  // MARK: Measures

  package func measuresHeading(_ end: ActivityID?, _ percentile: String) -> String {
    pick("Hva tiltakene er verdt for ", "What measures are worth for ")
      + (end.map { names[$0] } ?? pick("planens slutt", "the end of the plan")) + " (\(percentile)):"
  }

  /// `R1 A: Tett oppfølging: 6,2 d tidligere (± 0,8)`.
  package func measure(_ worth: MeasureWorth) -> String {
    let days = decimalDays(abs(worth.days))
    let gain =
      worth.days > 0.05
      ? pick("\(days) tidligere", "\(days) earlier")
      : worth.days < -0.05
        ? pick("\(days) senere", "\(days) later") : pick("endrer ikke dagen", "does not change the day")
    let error = worth.error.map { $0 < 0.05 ? "" : " (± \(decimalDays($0)))" } ?? ""
    return "\(worth.risk) \(worth.measure): \(worth.name): \(gain)\(error)"
  }

  // MARK: Costs

  package func costsHeading(_ unit: String) -> String { pick("Hva det koster (\(unit)):", "What it costs (\(unit)):") }
  package var forecastColumn: String { pick("Prognose", "Forecast") }
  package var meanColumn: String { pick("Middel", "Mean") }
  package var everythingRow: String { pick("Alt sammen", "All together") }

  /// `styringsrammen 197: 82 % (81–83)`.
  package func within(_ frame: String, _ limit: Amount, _ probability: String) -> String {
    pick("innenfor \(frame) ", "within the \(frame) ") + amount(limit) + ": " + probability
  }

  /// `mål januar 2024 og styringsrammen samtidig: 61 % (60–62)`.
  package func jointly(_ target: String, _ frame: String, _ probability: String) -> String {
    pick("\(target) og \(frame) samtidig: ", "\(target) and the \(frame) together: ") + probability
  }

  // MARK: Latest deliveries

  /// `Oppstart AMK Bergen innen 30. november 2023 med 80 % sannsynlighet`.
  package func deliveriesHeading(_ milestone: ActivityID, _ limit: Day, _ percent: String) -> String {
    pick(
      "Siste leveranse for at \(names.withID(milestone)) holder \(fullDay(limit)) med \(percent) sannsynlighet",
      "The latest delivery with which \(names.withID(milestone)) keeps \(fullDay(limit)) with a probability of \(percent)"
    )
  }

  package func holdsNow(_ probability: String) -> String {
    pick("Sjansen slik alt er trukket: \(probability).", "The chance as everything is drawn: \(probability).")
  }

  package var latestColumn: String { pick("Senest", "Latest") }
  package var atBestColumn: String { pick("Uten den", "Without it") }
  package func ownColumn(_ percentile: String) -> String { pick("Kommer, \(percentile)", "Comes, \(percentile)") }
  package var neverEarlyEnough: String { pick("ingen dag er tidlig nok", "no day is early enough") }

  package var deliveriesNote: String {
    pick(
      "Hver dag gjelder når den leveransen kommer på dagen og alt annet kommer som trukket. «Uten den»: hvor ofte målet holder hvis leveransen er tidlig nok. «≤»: noe annet har ingen dato og er utelatt; dagen kan bare bli tidligere.",
      "Each day holds when that delivery comes on the day and all else comes as drawn. \"Without it\": how often the target holds if the delivery is early enough. \"≤\": something else has no date and is left out; the day can only become earlier."
    )
  }

  // MARK: Graph

  /// `styrer 71 %`.
  package func drives(_ share: Double) -> String { pick("styrer \(percent(share))", "drives \(percent(share))") }

  package func criticalityNote(_ end: ActivityID?, futures: Int) -> String {
    let what = end.map { names[$0] } ?? pick("planens slutt", "the end of the plan")
    return pick(
      "Styrer: andelen av \(grouped(futures)) trukne utfall der aktiviteten styrer \(what); jo mørkere, jo oftere. Spennene er forutsetninger.",
      "Drives: the share of \(grouped(futures)) drawn futures in which the activity drives \(what); the darker, the more often. The ranges are assumptions."
    )
  }
}
