/// A link between two activities or milestones. Hard links schedule.
///
///     Link(from: "dig", to: "pour")
///     Link(from: "pour", to: "strip", .startToStart, lag: .elapsedDays(3))
public struct Link: Hashable, Sendable {
  /// Which end of the predecessor holds back which end of the successor.
  public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
    case finishToStart, startToStart, finishToFinish, startToFinish

    /// `FS`, `SS`, `FF`, `SF`.
    public var word: String {
      switch self {
      case .finishToStart: "FS"
      case .startToStart: "SS"
      case .finishToFinish: "FF"
      case .startToFinish: "SF"
      }
    }

    public init?(word: some StringProtocol) {
      guard let kind = Kind.allCases.first(where: { $0.word == word }) else { return nil }
      self = kind
    }

    /// Whether the predecessor's start is what the link leaves from.
    @inlinable public var leavesStart: Bool { self == .startToStart || self == .startToFinish }
    /// Whether the successor's finish is what the link bounds.
    @inlinable public var boundsFinish: Bool { self == .finishToFinish || self == .startToFinish }
  }

  public var from: ActivityID
  public var to: ActivityID
  /// Nil: none.
  public var lag: Quantity?
  /// Where a link without ``details`` stands; the evidence says it of one that has them.
  public var place = Origin.memory
  @usableFromInline var box: Box<LinkDetails>?
  public var kind: Kind
  public var strength: Strength

  /// What only some links have.
  public var details: LinkDetails {
    get {
      if let box { return box.value }
      var details = LinkDetails()
      details.dependency.evidence.origin = place
      return details
    }
    set {
      // An origin is left out of equality, but it is worth keeping.
      place = newValue.dependency.evidence.origin
      box = newValue == LinkDetails() ? nil : Box(newValue)
    }
  }

  @inlinable public var hasDetails: Bool { box != nil }
  public var evidence: Evidence { box?.value.dependency.evidence ?? Evidence(origin: place) }
}

extension Link {
  public init(
    from: ActivityID, to: ActivityID, _ kind: Kind = .finishToStart, lag: Quantity? = nil, strength: Strength = .hard,
    details: LinkDetails? = nil
  ) {
    self.init(from: from, to: to, lag: lag, kind: kind, strength: strength)
    guard let details else { return }
    self.details = details
  }

  /// A hard link without details.
  package init(from: ActivityID, to: ActivityID, _ kind: Kind, _ lag: Quantity?, at place: Origin) {
    self.init(from: from, to: to, lag: lag, place: place, box: nil, kind: kind, strength: .hard)
  }
}

/// What a dependency means for dates.
public enum Strength: String, Hashable, Sendable, CaseIterable {
  /// Cannot start or finish without: schedules.
  case hard
  /// Raises risk, cost or delay: moves no date.
  case soft
  /// Run together: reported by overlap, moves no date.
  case co
}

/// What only some links have.
public struct LinkDetails: Hashable, Sendable {
  public var dependency = Dependency()
  /// The longest lag allowed.
  public var maximum: Quantity?
  /// Whether only the longest lag binds, and no least one.
  public var isMaximumOnly = false
  public var gap: Gap?

  public init() {}
}

/// How a distance between two dated milestones reads.
public enum Gap: Hashable, Sendable {
  case work
  case buffer
  case workOf(Quantity)
  case unknown
}

/// What links and relations say in common: who waits for what, and how it is known.
public struct Dependency: Hashable, Sendable {
  public var id: String?
  /// What is waited for: sequence, module, infrastructure …
  public var kind: String?
  /// The strength in the document's own word.
  public var stated: String?
  public var what: String?
  public var row: String?
  public var risks: [String] = []
  public var promised: Fact<DateSpan>?
  public var needed: Fact<DateSpan>?
  public var refines: [String] = []
  public var seeds: [String] = []
  public var note: String?
  public var evidence: Evidence = .none

  public init() {}
}

/// A dependency with an end that is a project, group, body or capacity. Drawn and listed, never scheduled.
public struct Relation: Hashable, Sendable {
  /// Who must deliver: a project or an activity.
  public var from: String
  /// Who depends on it.
  public var to: String
  public var strength: Strength
  public var dependency: Dependency

  public init(from: String, to: String, strength: Strength = .hard, dependency: Dependency = Dependency()) {
    self.from = from
    self.to = to
    self.strength = strength
    self.dependency = dependency
  }
}
