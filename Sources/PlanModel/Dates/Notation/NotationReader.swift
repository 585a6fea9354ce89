/// Reads dates written for machines: ISO 8601, EDTF levels 0 to 2, and quarters, tertials and halves in the same form.
///
/// A text in another form is nil, so that words can be tried; a text in this form with a mistake in it throws.
/// Sources: Library of Congress, "Extended Date/Time Format Specification"; ISO 8601-2:2019.
struct NotationReader {
  let context: DateContext

  /// Whether a text has this form, whatever its years.
  static func recognises(_ text: String) -> Bool {
    guard let trimmed = text.content else { return false }
    let reader = NotationReader(context: DateContext(years: 1...9999))
    return ((try? reader.reading(of: trimmed)) ?? nil) != nil
  }

  func reading(of text: String) throws(Misreading) -> DateReading? {
    if text.utf8.count > 400 { return nil }
    if let set = try set(text[...]) { return set }
    let sides = text.split(separator: "/", omittingEmptySubsequences: false)
    switch sides.count {
    case 1: return try date(sides[0])
    case 2: return try interval(sides[0], sides[1])
    default: return nil
    }
  }

  /// `a/b`, where each side may be open: `..` or nothing.
  private func interval(_ first: Substring, _ last: Substring) throws(Misreading) -> DateReading? {
    if first.isEmpty && last.isEmpty { return nil }
    let openings: [Substring] = ["", ".."]
    let start = openings.contains(first) ? DateReading(nil, nil) : try date(first)
    let end = openings.contains(last) ? DateReading(nil, nil) : try date(last)
    guard let start, let end else { return nil }
    var whole = DateReading(start.earliest, end.latest)
    whole.qualifier = start.qualifier.joined(with: end.qualifier)
    if let first = start.earliest, let last = end.latest, last < first { throw Misreading(.reversedInterval) }
    return whole
  }

  /// `{a,b..c}` (all of them) and `[a,b..c]` (one of them): the days from the first to the last.
  private func set(_ text: Substring) throws(Misreading) -> DateReading? {
    guard (text.first == "{" && text.last == "}") || (text.first == "[" && text.last == "]"), text.count > 2 else {
      return nil
    }
    var hull: DateReading?
    for member in text.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false) {
      guard let member = String(member).content, let days = try setMember(member[...]) else { return nil }
      hull = hull?.hull(with: days) ?? days
    }
    return hull
  }

  private func setMember(_ text: Substring) throws(Misreading) -> DateReading? {
    guard let dots = text.indices.first(where: { text[$0...].hasPrefix("..") }) else { return try date(text) }
    return try interval(text[..<dots], text[text.index(dots, offsetBy: 2)...])
  }
}

extension DateReading {
  /// The days from the earlier start to the later end; open where either is open.
  func hull(with other: DateReading) -> DateReading {
    var hull = DateReading(nil, nil)
    if let a = earliest, let b = other.earliest { hull.earliest = min(a, b) }
    if let a = latest, let b = other.latest { hull.latest = max(a, b) }
    hull.qualifier = qualifier.joined(with: other.qualifier)
    return hull
  }
}

extension DateSpan.Qualifier {
  /// Both doubts together.
  func joined(with other: Self) -> Self {
    if self == other || other == .none { return self }
    return self == .none ? other : .both
  }
}
