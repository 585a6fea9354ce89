package import PlanComparison
package import PlanModel
package import PlanSchedule

/// By when things must be there so that a milestone holds.
extension Words {
  /// `Behov for at Oppstart AMK Bergen er nådd innen november 2023 (målet, oppgitt: T1-2023)`.
  package func needsHeading(_ needs: Needs, isTarget: Bool) -> String {
    let what = isTarget ? theTarget : pick("ønsket dato", "the wanted date")
    let source = needs.wish.evidence.source.map { ": \($0)" } ?? ""
    let founded = isTarget ? ", \(basis(needs.wish.basis))\(source)" : ""
    return pick("Dette må til for ", "What it takes for ") + names.withID(needs.milestone) + pick(" innen ", " by ")
      + "\(span(needs.wish.value)) (\(what)\(founded))"
  }

  /// How it stands now: `✗ holder ikke: ikke før 1. mars 2024`.
  package func judgement(_ needs: Needs) -> String {
    let head = "\(symbol(needs.judgement.word)) \(verdict(needs.judgement.word))"
    let (best, worst) = (needs.judgement.days.lowerBound, needs.judgement.days.upperBound)
    switch needs.judgement.word {
    case .holds: return head + pick(": senest ", ": at the latest ") + fullDay(worst)
    case .fails: return head + ": \(notBefore) " + fullDay(best)
    case .depends:
      return head + pick(": mellom ", ": between ") + fullDay(best) + pick(" og ", " and ") + fullDay(worst)
    case .unknown:
      return "\(head): "
        + (needs.waitsFor == [needs.milestone] ? undated(needs.waitsFor) : waiting(for: needs.waitsFor))
    }
  }

  package var pointsOfNoReturn: String {
    pick("Siste dag før det er for sent (punktet uten retur):", "Last day before it is too late (point of no return):")
  }

  /// `med korte varigheter: 11. juli 2023 – da må Release 1.1 være der`.
  package func pointOfNoReturn(_ point: PointOfNoReturn?, _ durations: Reading.Durations) -> String {
    let head = pick("med ", "with ") + self.durations(durations).lowercased() + ": "
    guard let point else { return head + pick("ingen dag er tidlig nok", "no day is early enough") }
    func all(_ isBegun: Bool) -> String? {
      let ids = point.acts.filter { if case .begin = $0 { isBegun } else { !isBegun } }.map { names[$0.activity] }
      if ids.isEmpty { return nil }
      return list(ids) + (isBegun ? pick(" ha begynt", " must have begun") : pick(" være der", " must be there"))
    }
    let acts = list([all(false), all(true)].compactMap { $0 })
    return head + fullDay(point.day) + (point.lacks.isEmpty ? "" : pick(" eller før", " or before"))
      + (point.hasPassed ? pick(", som er passert", ", which has passed") : "")
      + pick(" – da må ", " – by then ") + acts
  }

  /// `Lange varigheter` and the like, as a heading.
  package func durations(_ durations: Reading.Durations) -> String {
    switch durations {
    case .low: pick("Korte varigheter", "Low durations")
    case .likely: pick("Sannsynlige varigheter", "Likely durations")
    case .high: pick("Lange varigheter", "High durations")
    }
  }

  package var latestHeading: String { pick("Senest:", "At the latest:") }
  package var isThere: String { pick("være der", "be there") }
  package var isFinished: String { pick("ferdig", "finished") }
  package var begins: String { pick("begynne", "begin") }
  package var needsNothing: String { pick("Ingenting foran den gjenstår.", "Nothing before it is left to do.") }
  package var noDate: String { pick("ingen dato", "no date") }

  /// Last days of a wish: `24.05.2023 … 12.06.2023`, with `høyst` where they are bounds.
  package func lastDays(_ days: Readings<Day?>, isAtMost: Bool) -> String {
    guard let last = days.last else { return none }
    let text = days.first == last ? day(last) : "\(days.first.map(day) ?? none) … \(day(last))"
    return isAtMost ? "≤\u{A0}\(text)" : text
  }

  /// What an unknown duration does to the days: `varigheten av Akseptansetest er ukjent og gjør dem tidligere`.
  package func lacking(_ ids: [ActivityID]) -> String {
    pick("varigheten av ", "the duration of ") + list(ids.map { names[$0] })
      + pick(" er ukjent; dagene kan bare bli tidligere", " is unknown; the days can only become earlier")
  }

  package var windowsHeading: String { pick("Hva det koster å miste et vindu:", "What missing a window costs:") }

  /// `Oppstart, 09.03.2024 i vinduet Go-live: kan bli 2 d senere klar; etter det 13.04.2024, +35 d for Alt i drift`.
  package func window(_ miss: WindowMiss, title: String, for milestone: ActivityID) -> String {
    let head =
      names[miss.activity.id]
      + pick(", \(day(miss.day)) i vinduet \(title): ", ", \(day(miss.day)) in window \(title): ")
    let room = pick("kan være klar \(roundSpan(miss.room)) senere; ", "may be ready \(roundSpan(miss.room)) later; ")
    guard let next = miss.next, let costs = miss.costs else {
      return head + room + pick("etter det er ingen åpning kjent", "no opening is known after that")
    }
    let whose = milestone == miss.activity.id ? "" : pick(" for ", " for ") + names[milestone]
    return head + room + pick("etter det \(day(next))", "after that \(day(next))")
      + (costs == .zero
        ? pick(", uten at \(names[milestone]) flytter seg", ", without moving \(names[milestone])")
        : ", \(roundShift(costs))\(whose)")
  }

  package var missingHeading: String { pick("Det planen ikke sier:", "What the plan does not say:") }

  package var needsNote: [String] {
    [
      pick(
        "✓ kommer i tide   ◐ betinget   ✗ kommer for sent   ? ukjent   ≤ høyst",
        "✓ comes in time   ◐ depends   ✗ comes too late   ? unknown   ≤ at most"),
      pick("Hver dag gjelder når alt annet er i tide.", "Each day holds when all else is in time."),
      pick(
        "a … b: for første og siste dag i ønsket. Med lange varigheter holder det uansett; etter dagen med korte varigheter er det for sent.",
        "a … b: for the first and last day of the wish. With high durations it holds in any case; after the day with low durations it is too late."
      ),
    ]
  }

  // MARK: In pictures

  /// `◐ senest 27.07.2023`: the last day, and whether it is kept.
  func due(_ day: Day?, _ word: Verdict.Word, isAtMost: Bool) -> String {
    let text = day.map { (isAtMost ? "≤\u{A0}" : "") + self.day($0) } ?? noDayIsEarlyEnough
    return "\(symbol(word))\u{A0}" + pick("senest ", "by ") + text
  }
  /// The same for the milestone itself: `✗ ønsket innen november 2023`.
  func due(_ wish: DateSpan, _ word: Verdict.Word) -> String {
    "\(symbol(word))\u{A0}" + pick("ønsket innen ", "wanted by ") + span(wish)
  }
  /// `lange varigheter: 24.05.2023`.
  func dueAtWorst(_ day: Day?) -> String {
    durations(.high).lowercased() + ": " + (day.map { self.day($0) } ?? noDayIsEarlyEnough)
  }
  private var noDayIsEarlyEnough: String { pick("ingen dag er tidlig nok", "no day is early enough") }
  var dueTitle: String { pick("Hva som må til, og når", "What it takes, and by when") }
  var dueNote: String {
    pick(
      "Senest: siste dag med sannsynlige varigheter, når alt annet er i tide; med lange varigheter holder det uansett.",
      "By: the last day with likely durations, when all else is in time; with high durations it holds in any case.")
  }
}
