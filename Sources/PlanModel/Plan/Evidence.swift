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

  /// Better founded is less, so that the greater of two is the weaker.
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
/// An origin is left out of equality: the same fact from two files is the same fact. Of two facts of one file, the later has
/// the greater number.
public struct Origin: Hashable, Sendable {
  /// 0: made in memory.
  public let index: Int64

  /// A place as its reader numbers it: 0 for facts made in memory, anything else as that reader resolves it.
  @inlinable public init(index: Int64) { self.index = index }
  /// The origin of facts that stand in no file: those made by a program.
  @inlinable public static var memory: Origin { Origin(index: 0) }

  /// All origins are equal, so that facts compare by what they say.
  public static func == (a: Origin, b: Origin) -> Bool { true }
  /// Adds nothing, since all origins are equal.
  public func hash(into hasher: inout Hasher) {}
}

/// Where a fact comes from and why it is believed.
///
/// Most facts say no more than their place, or share what they say with others of their mapping or table: two words each.
public struct Evidence: Hashable, Sendable {
  /// What is said of it; nil where nothing is.
  @usableFromInline var box: Box<Words>?
  public var origin: Origin

  @usableFromInline struct Words: Hashable, Sendable {
    var source: String?
    var because: String?
    var isWhatIf = false
    var known: Day?
  }

  /// What is said of a fact and where it stands; without arguments the same as ``none``.
  ///
  /// - Parameter source: the document that says it; with one, the fact is stated.
  /// - Parameter because: why its author assumes it.
  /// - Parameter isWhatIf: whether somebody only asks; this goes before source and reason.
  /// - Parameter known: the day from which it was known; nil: always.
  public init(
    source: String? = nil, because: String? = nil, isWhatIf: Bool = false, known: Day? = nil, origin: Origin = .memory
  ) {
    self.origin = origin
    words = Words(source: source, because: because, isWhatIf: isWhatIf, known: known)
  }

  @inlinable init(_ box: Box<Words>?, _ origin: Origin) {
    self.box = box
    self.origin = origin
  }

  /// Nothing is said of the fact, and it stands in no file: unsourced.
  @inlinable public static var none: Evidence { Evidence(nil, .memory) }

  /// The same of a fact that stands elsewhere.
  @inlinable package func at(_ origin: Origin) -> Evidence { Evidence(box, origin) }

  private var words: Words {
    get { box?.value ?? Words() }
    set { box = newValue == Words() ? nil : Box(newValue) }
  }

  /// The document that says so, such as `T1-2023 §3.1.2`; nil: none is named.
  public var source: String? {
    get { box?.value.source }
    set { words.source = newValue }
  }
  /// The reason that its author gives; without a source, the fact is an assumption. Nil: none is given.
  public var because: String? {
    get { box?.value.because }
    set { words.because = newValue }
  }
  /// From a `--change`: a what-if.
  public var isWhatIf: Bool {
    get { box?.value.isWhatIf ?? false }
    set { words.isWhatIf = newValue }
  }
  /// The day from which the fact was known.
  public var known: Day? {
    get { box?.value.known }
    set { words.known = newValue }
  }

  /// Stated with a source, assumed with a reason and no source, unsourced with neither.
  public var basis: Basis {
    guard let words = box?.value else { return .unsourced }
    if words.isWhatIf { return .whatIf }
    if words.source != nil { return .stated }
    return words.because != nil ? .assumed : .unsourced
  }

  /// This evidence, with what it lacks taken from the mapping around it.
  ///
  /// A fact that has a source or a reason of its own keeps it alone.
  public func within(_ outer: Evidence) -> Evidence {
    guard let outer = outer.box else { return self }
    var result = self
    guard var words = box?.value else {
      result.box = outer
      return result
    }
    if words.source == nil && words.because == nil {
      words.source = outer.value.source
      words.because = outer.value.because
    }
    words.isWhatIf = words.isWhatIf || outer.value.isWhatIf
    words.known = words.known ?? outer.value.known
    result.words = words
    return result
  }
}

/// A value together with its evidence.
public struct Fact<Value: Hashable & Sendable>: Hashable, Sendable {
  /// What is said: a date, an amount of time, an estimate.
  public var value: Value
  /// Who says it and why; dates that rest on it are founded no better than it is.
  public var evidence: Evidence

  /// A value as known by this evidence; without any it is unsourced.
  @inlinable public init(_ value: Value, _ evidence: Evidence = .none) {
    self.value = value
    self.evidence = evidence
  }

  /// How well the value is founded; never `unknown`, since there is a value.
  public var basis: Basis { evidence.basis }
}
