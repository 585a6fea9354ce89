public import PlanModel

extension Places {
  /// A diagnostic as people read it: the place, what is wrong, further places, and what to do.
  ///
  ///     site.yaml:41:9: error[duplicate-key]: 'name' is given twice
  ///       also: site.yaml:40:9
  ///       help: keep one of them
  public func describe(_ diagnostic: Diagnostic) -> String {
    let place = self[diagnostic.origin].map { "\($0): " } ?? ""
    var text = "\(place)\(diagnostic.severity.word)[\(diagnostic.code.rawValue)]: \(diagnostic.message)"
    for related in diagnostic.related {
      if let place = self[related] { text += "\n  also: \(place)" }
    }
    if let help = diagnostic.help { text += "\n  help: \(help)" }
    return text
  }

  /// Several diagnostics, one after the other.
  public func describe(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map(describe).joined(separator: "\n")
  }
}

extension Diagnostic.Severity {
  /// The word that stands before the code.
  var word: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    }
  }
}
