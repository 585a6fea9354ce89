package import PlanModel
package import PlanSchedule

/// Floats, drag, criticality and paths, in tables and their notes.
extension Words {
  // MARK: Floats

  /// The floats of an activity, in the order of the table.
  package var floatColumns: [String] {
    [
      pick("Total, start", "Total, start"), pick("Total, slutt", "Total, finish"), pick("Fri", "Free"),
      pick("Delt", "Interfering"), pick("Uavhengig", "Independent"), pick("Sikker", "Safety"),
    ]
  }

  package var floatNotes: [String] {
    [
      pick(
        "Total: så mye senere uten å flytte slutten. Fri: uten å flytte noe annet. Delt: det av total slakk som tas fra andre.",
        "Total: so much later without moving the end. Free: without moving anything else. Interfering: the part of total float that is taken from others."
      ),
      pick(
        "Uavhengig: uten å flytte noe, selv om alt før er så sent som mulig. Sikker: uten å flytte slutten, selv om alt før er så sent som mulig.",
        "Independent: without moving anything, even if all before is as late as may be. Safety: without moving the end, even if all before is as late as may be."
      ),
    ]
  }

  /// The heading of the float to one of several ends, counted from 0.
  package func floatColumn(to end: Int) -> String { "\(floatColumn) \(end + 1)" }

  /// What only the first of several ends decides.
  package var endsNote: String {
    pick(
      "Hvert tall gjelder bare sin egen slutt, uansett frister. Hva som er kritisk og ligger på lengste vei, regnes til den første, med frister.",
      "Each counts its own end only, whatever deadlines say. What is critical or on the longest path is so to the first, deadlines included."
    )
  }

  /// `→ quay.pour: 0 d; → quay.test (SS+5d): 3 d`.
  package func linkFloats(_ links: [(link: Link, float: String)]) -> String {
    links.map { link, float in
      var kind = link.kind == .finishToStart && link.lag == nil ? "" : link.kind.word
      if let lag = link.lag { kind += "\(lag.isNegative ? "" : "+")\(lag)" }
      let most = link.details.maximum.map { "max\u{A0}\($0)" }
      let remarks = [kind.isEmpty ? nil : kind, most].compactMap { $0 }.joined(separator: ",\u{A0}")
      return "→\u{A0}\(link.to)\(remarks.isEmpty ? "" : "\u{A0}(\(remarks))"):\u{A0}\(whole(float))"
    }.joined(separator: "; ")
  }

  package func withoutFloat(_ count: Int) -> String {
    pick(
      "\(count) \(count == 1 ? "annen" : "andre") har ikke slik slakk: har skjedd, er ikke planlagt, spenner over andre, eller har ingen slutt å nå.",
      "\(count) \(count == 1 ? "other has" : "others have") no such floats: happened, not scheduled, spanning others, or without an end to reach."
    )
  }

  /// A float that no line breaks between a number and its unit.
  package func whole(_ float: String) -> String {
    var whole = ""
    for part in float.split(separator: " ") {
      let isUnit = part.first?.isLetter ?? false
      whole += (whole.isEmpty ? "" : isUnit ? "\u{A0}" : " ") + part
    }
    return whole
  }

  /// Both readings, once where they agree.
  package func both(_ parts: [String]) -> String {
    guard let first = parts.first, let last = parts.last else { return none }
    return first == last ? first : "\(whole(first)) … \(whole(last))"
  }

  // MARK: Drag

  package var dragColumns: [String] {
    [
      pick("Bremser", "Drag"), pick("Slutten uten den", "End without it"),
      pick("Kritisk på hvilken måte", "How critical"),
    ]
  }

  package var dragNote: String {
    pick(
      "Bremser: så mye tidligere ville slutten kommet om aktiviteten ikke tok noen tid (av det som er i gang: om ingenting gjensto), i kalenderdager (ed).",
      "Drag: so much earlier would the end come if the activity took no time (had nothing left, if under way), in calendar days (ed)."
    )
  }

  package var negativeDrag: String {
    pick(
      "Under null: uten aktiviteten ville slutten kommet senere. En lengre aktivitet kan altså korte ned planen, der noe annet holder slutten dens og starten dens slipper andre til.",
      "Below zero: without the activity the end would come later. So a longer activity can shorten the plan, where something else holds its finish and its start lets others begin."
    )
  }

  /// Days by the clock at both readings: `3 … 5 ed`.
  package func drag(_ minutes: [Int]) -> String {
    guard let first = minutes.first, let last = minutes.last else { return none }
    return whole(float(from: first, to: last, dayLength: 1440, isElapsed: true))
  }

  package var noDrag: String {
    pick(
      "Ingen aktivitet bremser slutten: den står der noe annet enn arbeid har satt den.",
      "No activity has drag: the end stands where something other than work has put it.")
  }

  package var negativeWait: String {
    pick(
      "Under null uten å være omvendt: uten lengde ville den ventet til neste arbeidstid.",
      "Below zero without being reverse: without length it would wait for the next working time.")
  }

  package func withoutDrag(_ count: Int) -> String {
    pick(
      "\(count) \(count == 1 ? "annen aktivitet" : "andre aktiviteter") bremser ikke.",
      "\(count) other \(count == 1 ? "activity has" : "activities have") no drag.")
  }

  /// `normal`; what fits no class moves in steps; what is not on the longest path has none.
  package func criticality(_ criticality: Criticality?) -> String {
    guard let criticality else { return none }
    return criticality.class.map(name) ?? pick("trinnvis", "in steps")
  }

  private func name(_ criticality: CriticalityClass) -> String {
    switch criticality {
    case .normal: pick("normal", "normal")
    case .reverse: pick("omvendt", "reverse")
    case .neutral: pick("nøytral", "neutral")
    case .bicritical: pick("begge veier", "bicritical")
    case .increasingNormal: pick("bare lengre", "increasing normal")
    case .decreasingReverse: pick("bare kortere", "decreasing reverse")
    }
  }

  /// What a class means: `normal: lengre utsetter slutten, kortere framskynder den`.
  package func explanation(_ criticality: CriticalityClass) -> String {
    let meaning =
      switch criticality {
      case .normal:
        pick("lengre utsetter slutten, kortere framskynder den", "longer delays the end, shorter brings it forward")
      case .reverse:
        pick("lengre framskynder slutten, kortere utsetter den", "longer brings the end forward, shorter delays it")
      case .neutral:
        pick(
          "verken lengre eller kortere flytter slutten, men forskyves den, flytter slutten seg",
          "neither longer nor shorter moves the end, but moving it does")
      case .bicritical: pick("både lengre og kortere utsetter slutten", "longer and shorter both delay the end")
      case .increasingNormal:
        pick("lengre utsetter slutten, kortere endrer ingenting", "longer delays the end, shorter changes nothing")
      case .decreasingReverse:
        pick("kortere utsetter slutten, lengre endrer ingenting", "shorter delays the end, longer changes nothing")
      }
    return "\(sentence(name(criticality))): \(meaning)."
  }

  // MARK: Paths

  package var orderColumn: String { pick("Nr.", "No.") }
  package var activityColumn: String { pick("Aktivitet", "Activity") }
  package var finishColumn: String { pick("Slutt", "Finish") }

  /// `3 av 12 veier til Oppstart AMK Oslo (amk-hso.oslo-start), den strammeste først`.
  package func pathsHeading(_ shown: Int, of all: Int, to end: ActivityID, _ reading: Reading.Dates?) -> String {
    let count =
      shown == all
      ? count(all, ("vei", "veier"), ("path", "paths"))
      : pick("\(shown) av \(all) veier", "\(shown) of \(all) paths")
    return "\(count) \(pick("til", "to")) \(names.withID(end))\(self.reading(reading))"
      + (all > 1 ? pick(", den strammeste først:", ", the tightest first:") : ":")
  }

  package var firstPath: String { pick("Vei 1 bestemmer datoen:", "Path 1 drives the date:") }

  /// `Vei 2, 3 d slakk, møter vei 1: Cure → Bollards`.
  package func path(_ number: Int, joining joined: Int, at link: Link, float: String) -> String {
    let ends = "\(names[link.from]) → \(names[link.to])"
    return pick(
      "Vei \(number), slakk \(float), møter vei \(joined) ved \(ends):",
      "Path \(number), float \(float), joins path \(joined) at \(ends):")
  }
}
