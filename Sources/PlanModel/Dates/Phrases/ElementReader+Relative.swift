extension ElementReader {
  /// "neste tertial", "this year".
  mutating func relative(_ word: String) -> PhraseElement? {
    let direction: PhraseElement.Direction
    switch word {
    case "neste", "next", "kommende", "coming": direction = .next
    case "inneværende", "denne", "dette", "this", "current": direction = .current
    case "forrige", "previous": direction = .previous
    default: return nil
    }
    guard let unit = rest.first?.word else { return nil }
    rest.removeFirst()
    let period: PhraseElement.RelativeUnit
    switch unit {
    case "rapportering", "report", "rapport": period = .report
    case "rapporteringsperiode", "rapporteringsperioden": period = .reportingPeriod
    case "reporting":
      guard take("period") != nil else {
        return rest.isEmpty ? PhraseElement(core: .relative(direction, .report)) : nil
      }
      period = .reportingPeriod
    case "uke", "uka", "uken", "week": period = .week
    case "måned", "måneden", "month": period = .month
    case "kvartal", "kvartalet", "quarter": period = .quarter
    case "tertial", "tertialet": period = .tertial
    case "halvår", "halvåret", "half":
      period = .half
      _ = take(marks: "-")
      _ = take("year")
    case "år", "året", "year": period = .year
    default: return nil
    }
    return PhraseElement(core: .relative(direction, period))
  }
}
