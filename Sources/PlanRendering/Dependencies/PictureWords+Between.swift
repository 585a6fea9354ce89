import PlanModel

/// What pictures of differences say.
extension PictureWords {
  var betweenTitle: String { self("Forskjellen mellom A og B", "The difference between A and B") }

  var nothingDiffers: String { self("Ingenting skiller de to planene.", "Nothing differs between the two plans.") }
  var nothingDiffersMore: String {
    self("Alle datoer, mål og koblinger er like.", "All dates, targets and links are the same.")
  }

  func onlyIn(_ letter: String) -> String { self("bare i ", "only in ") + letter }
  func linkOnlyIn(_ letter: String) -> String {
    self("kobling som bare finnes i ", "link that only exists in ") + letter
  }
  var linkInBoth: String { self("kobling i begge planene", "link in both plans") }

  func count(onlyIn letter: String, _ count: Int) -> String {
    (count == 1 ? "" : "\(count)× ") + onlyIn(letter)
  }

  func differs(isLater: Bool) -> String {
    isLater
      ? self("senere i B enn i A", "later in B than in A") : self("tidligere i B enn i A", "earlier in B than in A")
  }

  var sameDateOtherwise: String {
    self("samme dato, men noe annet er ulikt", "the same date, but something else differs")
  }
  var sameDate: String { self("samme dato", "the same date") }
  var bothDates: String {
    self("ulik dato: i A, i B og forskjellen", "different date: in A, in B and the difference")
  }
  var equal: String { self("likt i begge planene", "the same in both plans") }
  var notIn: String { self("ikke med", "not in it") }
  var asStated: String { self("som oppgitt: ", "as stated: ") }

  /// `mål i begge: ? ukjent`, `mål: A ✓ holder, B ◐ betinget`.
  func targets(_ first: String, _ second: String) -> String {
    first == second
      ? self("mål i begge: ", "target in both: ") + first
      : self("mål: A \(first), B \(second)", "target: A \(first), B \(second)")
  }

  /// `2 koblinger bare i én plan`.
  func differing(links count: Int) -> String {
    self(
      "\(count) \(count == 1 ? "kobling" : "koblinger") bare i én plan",
      "\(count) \(count == 1 ? "link" : "links") in only one plan")
  }
  var somethingDiffers: String {
    self("noe i prosjektet har ulik dato", "something in the project has different dates")
  }

  func shortStrength(_ strength: Strength) -> String {
    switch strength {
    case .hard: self("hard", "hard")
    case .soft: self("myk", "soft")
    case .co: self("samtidig", "co")
    }
  }

  /// `3 ulike`.
  func differing(_ count: Int) -> String { self("\(count) \(count == 1 ? "ulik" : "ulike")", "\(count) different") }

  func differing(_ count: Int, of total: Int, links: Int) -> String {
    self(
      "\(count) av \(total) milepæler og aktiviteter er ulike; \(links) \(links == 1 ? "kobling" : "koblinger") finnes bare i én av planene.",
      "\(count) of \(total) milestones and activities differ; \(links) \(links == 1 ? "link exists" : "links exist") in only one of the plans."
    )
  }

  var differenceIsBMinusA: String {
    self(
      "Forskjellen er B minus A, regnet ut; + betyr senere i B.",
      "The difference is B minus A, as computed; + is later in B.")
  }
}
