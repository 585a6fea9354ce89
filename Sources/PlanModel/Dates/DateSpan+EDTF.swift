extension DateSpan {
  /// The span in EDTF (ISO 8601-2), or nil when both sides are open.
  ///
  ///     try DateSpan("autumn 2023").edtf          // "2023-23"
  ///     try DateSpan("by 15 August 2024").edtf    // "../2024-08-15"
  ///
  /// Weeks and parts of a month, for which EDTF has no name, are intervals of days.
  public var edtf: String? {
    if let name = unit?.edtf { return name + qualifier.rawValue }
    let mark = qualifier.rawValue
    return switch (earliest, latest) {
    case (nil, nil): nil
    case (let first?, nil): "\(first)\(mark)/.."
    case (nil, let last?): "../\(last)\(mark)"
    case (let first?, let last?): "\(first)\(mark)/\(last)\(mark)"
    }
  }
}

extension CalendarUnit {
  fileprivate var edtf: String? {
    switch self {
    case .day(let day): day.description
    case .week, .monthPart: nil
    case .month(let year, let month): "\(padded(year, 4))-\(padded(month, 2))"
    case .season(let year, let season): "\(padded(year, 4))-\(21 + season.rawValue)"
    case .quarter(let year, let number): "\(padded(year, 4))-\(32 + number)"
    case .tertial(let year, let number): "\(padded(year, 4))-\(36 + number)"
    case .half(let year, let number): "\(padded(year, 4))-\(39 + number)"
    case .year(let year): padded(year, 4)
    case .decade(let first): padded(first / 10, 3) + "X"
    case .century(let first): padded(first / 100, 2) + "XX"
    }
  }
}
