import PlanComparison
import PlanModel
import PlanSchedule

/// What stands in charts, beside the words of the tables that say the same.
extension Words {
  var toleranceTitle: String { pick("Hva tåler milepælene?", "What do the milestones bear?") }
  var toleranceSaying: String {
    pick(
      "Så mange kalenderdager kan leveransen til venstre forskyves før målet for milepælen over kan bli brutt; under står dagene før milepælen flyttes.",
      "By so many calendar days the deliverable to the left may slip before the target of the milestone above may be missed; under it the days before the milestone moves."
    )
  }
  var toleranceChartNote: String {
    pick(
      "Hele dager, rundet ned, i den minst gunstige lesningen. Tom rute: ingen vei fram dit. – : ikke noe mål, eller ingen dato som kan flyttes. ≤ : en ukjent varighet kan gjøre det mindre.",
      "Whole days, rounded down, in the least favourable reading. An empty cell: no path leads there. – : no target, or no date that could move. ≤ : an unknown duration can make it less."
    )
  }
  func movesAfter(_ days: String) -> String {
    days == none || days.hasSuffix("?") ? days : pick("flytter: \(days)", "moves: \(days)")
  }
  func heat(_ heat: ToleranceChart.Heat) -> String {
    switch heat {
    case .missed: pick("målet brytes alt", "the target is missed already")
    case .week: pick("under en uke", "under a week")
    case .month: pick("under 30 dager", "under 30 days")
    case .quarter: pick("under 90 dager", "under 90 days")
    case .more: pick("90 dager eller mer", "90 days or more")
    case .noTarget: pick("ikke noe mål", "no target")
    }
  }
  var undatedDeliverable: String { pick("? leveransen har ingen dato", "? the deliverable has no date") }

  var interfacesTitle: String { pick("Hvem lover hvem hva, og når?", "Who promises what to whom, and when?") }
  var linksOfInterfaces: String { pick("Koblinger mellom milepæler", "Links between milestones") }
  var datedRelations: String {
    pick("Relasjoner med en dato (flytter ingen dato)", "Relations that say a date (move no date)")
  }
  var undatedRelations: String {
    pick("Relasjoner uten dato (flytter ingen dato)", "Relations without a date (move no date)")
  }
  var whoToWhom: String { pick("Fra → til", "From → to") }
  var notBeforeSign: String { pick("ikke før", "not before") }
  var staleSign: String { pick("løftet gjelder ikke lenger", "the promise no longer holds") }
  func statusDate(_ day: String) -> String { pick("statusdato \(day)", "status date \(day)") }
  func tone(_ tone: InterfaceChart.Tone) -> String {
    switch tone {
    case .late: pick("for sent for målet", "too late for the target")
    case .tight: pick("under 10 dager slakk", "under 10 days of float")
    case .ample: pick("slakk", "float")
    case .unknown: pick("ukjent", "unknown")
    }
  }

  var collisionsTitle: String { pick("Hva faller hvor, og hva kolliderer?", "What falls where, and what collides?") }
  var noDatedEvents: String { pick("Ingen slike hendelser.", "No such events.") }
  var nearEvents: String { pick("Kolliderer med", "Collides with") }
  func collisionCounts(certain: Int, possible: Int) -> String {
    pick(
      "\(certain) sikre og \(possible) mulige kollisjoner.", "\(certain) certain and \(possible) possible collisions.")
  }
  var eventOnOneDay: String { pick("på én dag", "on one day") }
  var eventWithin: String { pick("en av disse dagene", "one of these days") }
  var eventWaits: String {
    pick("der den er planlagt; venter på noe uten dato", "where it is planned; waits for something undated")
  }
  var eventWaitsUndated: String {
    pick("tidligst her; venter på noe uten dato", "here at the earliest; waits for something undated")
  }
  var collidesCertainly: String { pick("kolliderer sikkert", "collides for certain") }
  var collidesPossibly: String { pick("kan kollidere", "may collide") }
  var eventDone: String { pick("gjennomført", "done") }

  var purchasesTitle: String { pick("Hva kjøper flest dager?", "What buys most days?") }
  var allThatBuy: String { pick("Alle som kjøper noe, sammen", "All that buy something, together") }
  var gainSign: String { pick("tidligere", "earlier") }
  var lossSign: String { pick("senere", "later") }
  var gainAtFirst: String { pick("ved første dag av upresise datoer", "at the first day of imprecise dates") }
  var buysNothingSign: String {
    pick("ingenting: noe annet plasserer datoen", "nothing: something else places the date")
  }
  var purchasesChartNote: String {
    pick(
      "Hver endring er gjort alene, og alt den når, er regnet på nytt; det som kjøpes, er kalenderdager for milepælen.",
      "Each change is made alone, and everything it reaches is computed again; what is bought are calendar days of the milestone."
    )
  }

  var touchedTitle: String { pick("Hvem blir berørt?", "Who is touched?") }
  var whatMoves: String { pick("Det som flytter seg", "What moves") }

  var lastDayLikely: String { pick("Siste dag, sannsynlige varigheter", "Last day, likely durations") }
  func lastDay(_ durations: Reading.Durations) -> String {
    pick("siste dag, ", "last day, ") + self.durations(durations).lowercased()
  }
  var theWish: String { pick("ønsket dato", "the wanted date") }
  var missedWindow: String { pick("neste åpning hvis vinduet mistes", "the next opening if the window is missed") }
  var noOpening: String { pick("ingen åpning kjent", "no opening known") }
  func noReturn(_ day: Day, _ durations: Reading.Durations) -> String {
    pick("punktet uten retur ", "point of no return ") + self.day(day) + " (\(self.durations(durations).lowercased()))"
  }
  func withoutDate(_ names: [String]) -> String {
    missingHeading + " " + pick("dato for ", "a date for ") + list(names) + "."
  }
  func conditionsNotDrawn(_ count: Int) -> String {
    pick(
      "\(self.count(count, ("myk kobling eller relasjon", "myke koblinger og relasjoner"), ("", ""))) uten dato å regne tilbake til, står i tabellen.",
      "\(self.count(count, ("", ""), ("soft link or relation", "soft links and relations"))) without a date to work back to \(count == 1 ? "is" : "are") in the table."
    )
  }

  var duringTitle: String { pick("Hva faller i denne tiden?", "What falls into this time?") }

  var framesTitle: String { pick("Hvem sprenger rammen først?", "Who crosses the frame first?") }
  var framesChartColumn: String { pick("Rom til rammene", "Room to the frames") }
  var framesTight: String { pick("under 5 %", "under 5 %") }
  var framesCrossed: String { pick("styringsrammen er sprengt", "the steering frame is crossed") }

  var conflictsTitle: String { pick("Hva kan ikke alle gjelde?", "What cannot all hold?") }
  var legendTitle: String { pick("Tegnforklaring", "Legend") }
  var limitSign: String { pick("målet eller fristen som ryker", "the limit that fails") }
  var factSign: String { pick("oppgitt av planen", "stated by the plan") }
  var assumedSign: String { pick("stiplet: forutsatt", "dashed: assumed") }
  var linkSign: String { pick("kobling; nok alene står på linjen", "link; what is enough alone stands on the line") }
  var leastSign: String {
    pick(
      "færrest dager som er nok alene (arbeid i arbeidsdager)",
      "the fewest days that are enough alone (work in working days)")
  }
  func comesAndMust(_ comes: Day, _ limit: Day) -> String {
    pick("kommer \(day(comes)), må være der \(day(limit))", "comes \(day(comes)), must be there \(day(limit))")
  }
  /// A fact in the node of its activity: `varighet 40 arbeidsdager (30–65)`.
  func factOf(_ subject: Assumptions.Subject) -> String {
    switch subject {
    case .planned(_, let span): pick("dato: ", "date: ") + self.span(span)
    case .target(_, let span): pick("mål: ", "target: ") + self.span(span)
    case .deadline(_, let span): pick("frist: ", "deadline: ") + self.span(span)
    case .duration(_, let value): pick("varighet: ", "duration: ") + estimate(value)
    case .remaining(_, let amount): pick("gjenstår: ", "left: ") + quantity(amount)
    case .slip(_, let amount): pick("forskyvning: ", "slip: ") + quantity(amount.byTheCalendar)
    case .constraint(_, let bound): "\(constraint(bound.kind)) \(span(bound.date.value))"
    default: assumption(subject)
    }
  }

  /// That an answer rests on assumptions which a picture has no room for.
  package func restsOn(_ count: Int) -> String {
    pick(
      "Svaret hviler på \(self.count(count, ("forutsetning", "forutsetninger"), ("", ""))); tabellen fra samme kommando uten -o nevner dem med begrunnelse.",
      "The answer rests on \(self.count(count, ("", ""), ("assumption", "assumptions"))); the table of the same call without -o names them with their reasons."
    )
  }
}
