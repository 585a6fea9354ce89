import PlanComparison
import PlanModel

/// What pictures of slips and of differences say.
extension PictureWords {
  func slipTitle(_ count: Int) -> String {
    count == 1
      ? self("Hva endringen flytter", "What the change moves") : self("Hva endringene flytter", "What the changes move")
  }

  func changes(_ changes: [String]) -> String {
    (changes.count == 1 ? self("Endring: ", "Change: ") : self("Endringer: ", "Changes: "))
      + changes.joined(separator: "; ")
  }

  func duration(_ name: String, _ amount: String, isLess: Bool) -> String {
    self("varigheten av ", "duration of ") + name + (isLess ? " " : " +") + amount
  }

  var was: String { self("før ", "was ") }
  var becomes: String { self("nå ", "now ") }
  var stays: String { self("står: ", "stays: ") }
  var float: String { self("slakk ", "float ") }

  var changedHere: String { self("endret her: herfra kommer det", "changed here: this is where it begins") }

  func moved(isLater: Bool) -> String {
    isLater ? self("flytter seg senere", "moves later") : self("flytter seg tidligere", "moves earlier")
  }

  var movedWithDates: String {
    self("flytter seg: dato før og nå, og forskjellen", "moves: date before and now, and the difference")
  }
  var somethingMoves: String { self("noe i prosjektet flytter seg", "something in the project moves") }
  var reachedAndStays: String { self("nådd, men står", "reached, but stays") }
  var around: String { self("ikke nådd: står rundt", "not reached: stands around") }

  func target(_ word: Verdict.Word) -> String {
    switch word {
    case .holds: self("målet holder nå", "the target holds now")
    case .depends:
      self("målet er nå betinget: det kan holde eller ryke", "the target now depends: it may hold or break")
    case .fails: self("målet ryker", "the target breaks")
    case .unknown: self("ukjent om målet holder", "unknown whether the target holds")
    }
  }

  /// On a link: `6 uker tatt opp`.
  func absorbed(_ time: String, all: Bool) -> String {
    all ? self("alt tatt opp: ", "all absorbed: ") + time : time + self(" tatt opp", " absorbed")
  }

  var carries: String {
    self("fører forskyvningen videre og bestemmer datoen", "carries the slip on and sets the date")
  }
  var follows: String { self("forskyves også, men bestemmer ikke datoen", "slips too, but does not set the date") }
  var stopped: String { self("stopper her: slakken tar opp alt", "stops here: the float absorbs it all") }
  var nothingOnLink: String { self("ingenting kommer denne veien", "nothing comes this way") }
  var newLink: String { self("ny", "new") }
  var droppedLink: String { self("fjernet", "dropped") }

  func reachedInVain(_ count: Int) -> String {
    self(
      "\(count) ligger etter noe som er nådd, men ingenting kommer dit; \(count == 1 ? "den står" : "de står") der \(count == 1 ? "den" : "de") sto.",
      "\(count) \(count == 1 ? "comes" : "come") after something reached, but nothing gets there; \(count == 1 ? "it stays" : "they stay") where \(count == 1 ? "it was" : "they were")."
    )
  }

  var surroundingsLeftOut: String {
    self(
      "Bare det som er nådd er tegnet, fordi det er mye; --steps 1 tegner også det som står rundt.",
      "Only what is reached is drawn, since it is much; --steps 1 draws what stands around it too.")
  }
}

/// Counts, for pictures at project level.
extension PictureWords {
  var atMost: String { self("mest ", "most ") }

  /// `3 flytter seg, 1 nås og står`.
  func count(moved: Int, held: Int) -> String {
    let moves = moved == 0 ? nil : self("\(moved) flytter seg", "\(moved) \(moved == 1 ? "moves" : "move")")
    let stay = held == 0 ? nil : self("\(held) nås, men står", "\(held) reached, but \(held == 1 ? "stays" : "stay")")
    return [moves, stay].compactMap { $0 }.joined(separator: self("; ", "; "))
  }

  /// `2 mål ryker`.
  func targets(_ count: Int, _ word: Verdict.Word) -> String {
    let what = self("\(count) mål", "\(count) \(count == 1 ? "target" : "targets")")
    switch word {
    case .fails: return what + self(" ryker", count == 1 ? " breaks" : " break")
    case .depends: return what + self(" betinget", count == 1 ? " depends" : " depend")
    case .unknown: return what + self(" ukjent", " unknown")
    case .holds: return what + self(" holder", count == 1 ? " holds" : " hold")
    }
  }

  func stopped(_ count: Int) -> String { self("\(count)× alt tatt opp", "\(count)× all absorbed") }

  func withoutProject(_ count: Int) -> String {
    self(
      "\(count) som er nådd, hører ikke til noe prosjekt; --level milestones tegner \(count == 1 ? "den" : "dem").",
      "\(count) reached \(count == 1 ? "belongs" : "belong") to no project; --level milestones draws \(count == 1 ? "it" : "them")."
    )
  }
}
