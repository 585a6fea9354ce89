/// How well a fact is founded, strongest first.
///
///     max(Basis.stated, .assumed)     // .assumed: what rests on both rests on the weaker
public enum Basis: UInt8, Hashable, Comparable, Sendable, CaseIterable {
  /// Said by a source that is named.
  case stated
  /// Said in the plan, without a source.
  case unsourced
  /// Chosen by the plan's author, with a reason.
  case assumed
  /// Given as a what-if change.
  case whatIf
  /// There is no value.
  case unknown

  public static func < (a: Basis, b: Basis) -> Bool { a.rawValue < b.rawValue }

  /// The word used in JSON and tables.
  public var word: String {
    switch self {
    case .stated: "stated"
    case .unsourced: "unsourced"
    case .assumed: "assumed"
    case .whatIf: "what-if"
    case .unknown: "unknown"
    }
  }
}

/// Where a fact stands, as a number that only its reader can resolve to a place.
///
/// An origin is left out of equality: the same fact from two files is the same fact.
public struct Origin: Hashable, Sendable {
  /// 0: made in memory.
  public let index: Int32

  public init(index: Int32) { self.index = index }
  public static let memory = Origin(index: 0)

  public static func == (a: Origin, b: Origin) -> Bool { true }
  public func hash(into hasher: inout Hasher) {}
}

/// Where a fact comes from and why it is believed.
public struct Evidence: Hashable, Sendable {
  public var source: String?
  public var because: String?
  /// From a `--change`: a what-if.
  public var isWhatIf: Bool
  /// The day from which the fact was known.
  public var known: Day?
  public var origin: Origin

  public init(
    source: String? = nil, because: String? = nil, isWhatIf: Bool = false, known: Day? = nil, origin: Origin = .memory
  ) {
    self.source = source
    self.because = because
    self.isWhatIf = isWhatIf
    self.known = known
    self.origin = origin
  }

  public static let none = Evidence()

  /// Stated with a source, assumed with a reason and no source, unsourced with neither.
  public var basis: Basis {
    if isWhatIf { return .whatIf }
    if source != nil { return .stated }
    return because != nil ? .assumed : .unsourced
  }

  /// This evidence, with what it lacks taken from the mapping around it.
  ///
  /// A fact that has a source or a reason of its own keeps it alone.
  public func within(_ outer: Evidence) -> Evidence {
    var result = self
    if source == nil && because == nil {
      result.source = outer.source
      result.because = outer.because
    }
    result.isWhatIf = isWhatIf || outer.isWhatIf
    result.known = known ?? outer.known
    return result
  }
}

/// A value together with its evidence.
public struct Fact<Value: Hashable & Sendable>: Hashable, Sendable {
  public var value: Value
  public var evidence: Evidence

  public init(_ value: Value, _ evidence: Evidence = .none) {
    self.value = value
    self.evidence = evidence
  }

  public var basis: Basis { evidence.basis }
}
