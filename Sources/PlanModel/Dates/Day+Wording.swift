extension Day {
  /// The day in full: `30. april 2023` or `30 April 2023`.
  public func text(in language: Language) -> String {
    let (year, month, day) = civil
    return switch language {
    case .norwegian: "\(day). \(language.name(ofMonth: month)) \(year)"
    case .english: "\(day) \(language.name(ofMonth: month)) \(year)"
    }
  }

  /// The day in figures: `30.04.2023` in Norwegian; in English the ISO form, which nobody misreads: `2023-04-30`.
  public func shortText(in language: Language) -> String {
    let (year, month, day) = civil
    return switch language {
    case .norwegian: "\(padded(day, 2)).\(padded(month, 2)).\(padded(year, 4))"
    case .english: description
    }
  }
}

extension Language {
  /// A month's name, 1–12; the number itself outside.
  package func name(ofMonth month: Int) -> String {
    let names =
      switch self {
      case .norwegian: Self.norwegianMonths
      case .english: Self.englishMonths
      }
    return names.indices.contains(month - 1) ? names[month - 1] : String(month)
  }

  static let norwegianMonths = [
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
    "desember",
  ]
  static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
