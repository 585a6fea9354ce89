/// The shape of a phrase: a named date, one with words around it, or two with a word between.
indirect enum PhraseExpression {
  case element(PhraseElement)
  case modified(PhraseVocabulary.Modifier, PhraseExpression)
  case range(PhraseExpression, PhraseExpression)
}

extension PhraseExpression {
  /// The year that the expression itself names.
  var namedYear: Int? {
    switch self {
    case .element(let element):
      if case .fixed(let reading) = element.core { return reading.earliest?.year }
      if case .decade(let year) = element.core { return year }
      return element.year
    case .modified(_, let inner): return inner.namedYear
    case .range(let left, let right): return right.namedYear ?? left.namedYear
    }
  }

  /// "1." before "3. februar" is a day of February, and "andre" before "tredje kvartal" a quarter.
  func borrowingUnit(from other: PhraseExpression) -> PhraseExpression {
    switch self {
    case .modified(let modifier, let inner): return .modified(modifier, inner.borrowingUnit(from: other))
    case .element(var element):
      guard case .bare(let number) = element.core, let lender = other.innermost else { return self }
      switch lender.core {
      case .day(_, let month): element.core = .day(number, month: month)
      case .numbered(let unit, _): element.core = .numbered(unit, number)
      default: return self
      }
      return .element(element)
    case .range: return self
    }
  }

  private var innermost: PhraseElement? {
    switch self {
    case .element(let element): element
    case .modified(_, let inner): inner.innermost
    case .range: nil
    }
  }
}
