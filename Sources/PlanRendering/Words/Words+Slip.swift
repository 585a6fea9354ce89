public import PlanComparison
package import PlanModel

extension Words {
  /// Where a push was taken up, by the link that passes on most: `+6 uker inn fra Akseptansetest, alt tatt opp (koblingens
  /// slakk 87,4 d → 45,4 d)`; nil where nothing comes in.
  public func absorption(_ link: LinkSlip) -> String? {
    guard link.arriving != .zero else { return nil }
    var text = "\(roundShift(link.arriving)) \(pick("inn fra", "in from")) \(names[link.link.from])"
    if link.slipOut == .zero {
      text += pick(", alt tatt opp", ", all absorbed")
    } else {
      text +=
        ", \(roundSpan(link.absorbed)) \(pick("tatt opp", "absorbed")), \(roundShift(link.slipOut)) \(pick("ut", "out"))"
    }
    guard let before = link.float, let after = link.floatAfter else { return text }
    return text + " (\(pick("koblingens slakk", "float of the link")) \(roundSpan(before)) → \(roundSpan(after)))"
  }

  /// Why something reached stays where it stands.
  package func reason(ofStaying row: SlipReport.Row) -> String {
    row.mainLink.flatMap(absorption)
      ?? pick("ingenting kommer hit: alt er tatt opp før", "nothing comes here: all is absorbed before")
  }
}

/// What stands over and under the rows of a slip.
extension Words {
  /// `Endring: x.release-1-1 +6ew`.
  package func changes(_ changes: [String]) -> String {
    pick("Endring: ", "Change: ") + changes.joined(separator: "; ")
  }

  /// `x.test +6w (lest etter kalenderen: +42 d (6 uker))`: a working unit that a slip reads by the calendar.
  package func byTheCalendar(_ change: String, _ time: ElapsedTime) -> String {
    change + pick(" (lest etter kalenderen: ", " (read by the calendar: ") + moved(time) + ")"
  }

  package var milestonesHeading: String { pick("Milepæler som flytter seg:", "Milestones that move:") }
  package var noMilestoneMoves: String { pick("Ingen milepæl flytter seg.", "No milestone moves.") }
  package var movesHeading: String { pick("Alt som flytter seg:", "All that moves:") }
  package var linksHeading: String { pick("Kobling for kobling:", "Link by link:") }
  package var nothingMoves: String { pick("Ingenting flytter seg.", "Nothing moves.") }
  package var staysHeading: String { pick("Nås, men flytter seg ikke:", "Reached, but stays:") }

  /// Something reached that stays, with the float it lost: `Oppstart AMK Oslo 01.02.2024; slakk 3 d → 1 d`.
  package func stays(_ row: SlipReport.Row, float: (before: String, after: String)?) -> String {
    let text = names[row.id] + " " + days(row.after, isLowerBound: row.isLowerBound)
    return float.map { text + "; " + pick("slakk ", "float ") + "\($0.before) → \($0.after)" } ?? text
  }

  /// A verdict and what it was before: `◐ mål januar 2024: holder → betinget: mellom …`.
  package func verdict(_ verdict: Verdict, before: Verdict.Word?) -> String {
    let change = before.map { $0 == verdict.word ? "" : "\(self.verdict($0)) → " } ?? ""
    return "\(symbol(verdict.word)) \(target(verdict.target)): \(change)\(self.verdict(verdict))"
  }

  package var theTarget: String { pick("målet", "the target") }

  /// `4 av 101 flytter seg, i 2 prosjekter; 2 nås uten å flytte seg; 95 nås ikke.`
  package func reach(moved: Int, projects: Int, held: Int, of total: Int) -> String {
    let inProjects =
      projects == 0 ? "" : pick(", i ", ", in ") + count(projects, ("prosjekt", "prosjekter"), ("project", "projects"))
    let others = total - moved - held
    return pick(
      "\(moved) av \(total) flytter seg\(inProjects); \(held) nås uten å flytte seg; \(others) nås ikke.",
      "\(moved) of \(total) \(moved == 1 ? "moves" : "move")\(inProjects); \(held) \(held == 1 ? "is" : "are") reached without moving; \(others) \(others == 1 ? "is" : "are") not reached."
    )
  }

  /// The columns of the tables of a slip.
  package enum SlipColumn: Sendable { case what, before, after, moved, from, to, slipIn, lag, float, absorbed, slipOut }

  package func column(_ column: SlipColumn) -> String {
    switch column {
    case .what: pick("Hva", "What")
    case .before: pick("Før", "Before")
    case .after: pick("Etter", "After")
    case .moved: pick("Flyttet", "Moved")
    case .from: pick("Fra", "From")
    case .to: pick("Til", "To")
    case .slipIn: pick("Inn", "In")
    case .lag: pick("Avstand og fri", "Lag, days off")
    case .float: pick("Slakk", "Float")
    case .absorbed: pick("Tatt opp", "Absorbed")
    case .slipOut: pick("Ut", "Out")
    }
  }

  /// `… og 12 til; --json har alle`.
  package func andMore(_ count: Int) -> String {
    pick("… og \(count) til; --json har alle", "… and \(count) more; --json has all")
  }

  /// How the shares of several changes came about.
  package func sharing(_ shares: ChangeShares, among count: Int) -> String {
    switch (shares.method, shares.orders) {
    case (.sequential, _):
      pick(
        "Andelene er det hver endring legger til dem før den, i den rekkefølgen de er gitt; --shares shapley er uavhengig av rekkefølgen.",
        "Shares are what each change adds to those before it, in the order given; --shares shapley does not depend on the order."
      )
    case (.shapley, nil):
      pick(
        "Andelene er Shapley-verdier, eksakt over alle \(1 << count) utvalg av endringene.",
        "Shares are Shapley values, exact over all \(1 << count) subsets of the changes.")
    case (.shapley, let orders?):
      pick(
        "Andelene er anslåtte Shapley-verdier over \(orders) trukne rekkefølger (frø \(shares.seed ?? 0)).",
        "Shares are Shapley values estimated over \(orders) orders drawn with seed \(shares.seed ?? 0).")
    }
  }

  /// What each change has in a move: `x.release-1-1 +6ew: +6 uker (alene +6 uker); … = +7 uker`.
  package func shares(_ shares: [ChangeShares.Share], of changes: [String]) -> String {
    let acting = zip(changes, shares).filter { $0.1.minutes != 0 || $0.1.alone != .zero }
    if acting.count == 1 { return pick("Andeler: alt fra ", "Shares: all of ") + acting[0].0 }
    let parts = acting.map { change, share in
      let minutes = ElapsedTime(minutes: Int32(clamping: share.minutes))
      let alone = share.alone == minutes ? "" : " (\(pick("alene", "alone")) \(shift(share.alone)))"
      return "\(change): \(shift(minutes))\(alone)"
    }
    let total = shares.reduce(0) { $0 + $1.minutes }
    return pick("Andeler: ", "Shares: ") + parts.joined(separator: "; ") + " = "
      + shift(ElapsedTime(minutes: Int32(clamping: total)))
  }
}
