extension Substring {
  /// `1950S2` as "1950" and 2.
  var significantDigits: (Substring, Int?) {
    guard let mark = firstIndex(of: "S"), let count = self[index(after: mark)...].asciiNumber else {
      return (self, nil)
    }
    return (self[..<mark], count)
  }

  /// Without one mark of doubt in front and one behind.
  func withoutQualifiers(_ qualifier: inout DateSpan.Qualifier) -> Substring {
    var rest = self
    if let mark = rest.first, let doubt = DateSpan.Qualifier(rawValue: String(mark)) {
      qualifier = qualifier.joined(with: doubt)
      rest = rest.dropFirst()
    }
    if let mark = rest.last, let doubt = DateSpan.Qualifier(rawValue: String(mark)) {
      qualifier = qualifier.joined(with: doubt)
      rest = rest.dropLast()
    }
    return rest
  }

  /// `08:00`, `23:20:30`, with or without `Z`, `-04` or `+04:30`.
  var isClockTime: Bool {
    var clock = self
    if clock.last == "Z" {
      clock = clock.dropLast()
    } else if let sign = clock.firstIndex(where: { $0 == "+" || $0 == "-" }) {
      guard clock[clock.index(after: sign)...].isSexagesimal(limits: [15, 60], count: 1...2) else { return false }
      clock = clock[..<sign]
    }
    return clock.isSexagesimal(limits: [24, 60, 61], count: 2...3)
  }

  private func isSexagesimal(limits: [Int], count: ClosedRange<Int>) -> Bool {
    let fields = split(separator: ":", omittingEmptySubsequences: false)
    guard count.contains(fields.count) else { return false }
    return zip(fields, limits).allSatisfy { field, limit in
      field.utf8.count == 2 && (field.asciiNumber.map { $0 < limit } ?? false)
    }
  }
}
