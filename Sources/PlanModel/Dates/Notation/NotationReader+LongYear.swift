extension NotationReader {
  /// `Y17000`, `Y-17E7`, `Y171010000S3`: years outside four digits, which no plan names.
  func longYear(_ text: Substring) throws(Misreading) -> DateReading? {
    guard text.first == "Y" || text.first == "y" else { return nil }
    var ignored = DateSpan.Qualifier.none
    let (body, significant) = text.dropFirst().withoutQualifiers(&ignored).significantDigits
    let digits = body.first == "-" ? body.dropFirst() : body
    let pieces = digits.split(separator: "E", omittingEmptySubsequences: false)
    guard (1...2).contains(pieces.count), !pieces[0].isEmpty,
      pieces.allSatisfy({ $0.allSatisfy { $0.asciiDigit != nil } })
    else { return nil }
    guard body.first != "-", var year = pieces[0].asciiNumber else { throw Misreading(.outOfRange) }
    if pieces.count == 2 {
      guard let exponent = pieces[1].asciiNumber else { return nil }
      for _ in 0..<min(exponent, 5) { year = min(year, 1_000_000) * 10 }
    }
    guard context.admits(year) else { throw Misreading(.outOfRange) }
    var name = padded(year, 4)
    if let significant { name += "S\(significant)" }
    guard var reading = try date(name[...]) else { return nil }
    reading.qualifier = ignored
    return reading
  }
}
