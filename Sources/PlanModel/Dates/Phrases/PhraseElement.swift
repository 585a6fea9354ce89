/// One named date of a phrase: a day, month, season or other unit, with or without its year.
struct PhraseElement {
  enum Feast { case easter, whitsun, christmas, turnOfYear, summerBreak }
  enum Direction: Int { case previous = -1, current = 0, next = 1 }
  enum RelativeUnit { case reportingPeriod, report, week, month, quarter, tertial, half, year }

  enum Core {
    /// A number that borrows its unit from the other end of an interval: "1." in "1.–3. februar".
    case bare(Int)
    case day(Int, month: Int)
    case month(Int)
    case numbered(PhraseVocabulary.NumberedUnit, Int)
    /// The last quarter, tertial or half of its year.
    case lastNumbered(PhraseVocabulary.NumberedUnit)
    case season(Season)
    case feast(Feast)
    case year
    case decade(Int)
    case relative(Direction, RelativeUnit)
    case fixed(DateReading)
    /// A form with two readings.
    case ambiguous
  }

  var core: Core
  var year: Int?
  /// The second year of "vinteren 2023/24".
  var nextYear: Int?
}
