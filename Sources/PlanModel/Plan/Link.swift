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

    /// Reads `FS`, `SS`, `FF`, `SF`; nil for all else, lower case included.
    public init?(word: some StringProtocol) {
      guard let kind = Kind.allCases.first(where: { $0.word == word }) else { return nil }
      self = kind
    }

    /// Whether the predecessor's start is what the link leaves from.
    @inlinable public var leavesStart: Bool { self == .startToStart || self == .startToFinish }
    /// Whether the successor's finish is what the link bounds.
    @inlinable public var boundsFinish: Bool { self == .finishToFinish || self == .startToFinish }
  }

  /// The predecessor: what must happen first.
  public var from: ActivityID
  /// The successor: what waits.
  public var to: ActivityID
  /// Nil: none.
  public var lag: Quantity?
  /// Where a link without ``details`` stands; the evidence says it of one that has them.
  public var place = Origin.memory
  @usableFromInline var box: Box<LinkDetails>?
  /// Which ends it ties; mostly the successor's start to the predecessor's finish.
  public var kind: Kind
  /// Whether it moves dates (`hard`) or is only reported.
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

  /// Whether there is anything in ``details``, evidence included.
  @inlinable public var hasDetails: Bool { box != nil }
  /// How the dependency is known; for a link without details, its place alone.
  public var evidence: Evidence { box?.value.dependency.evidence ?? Evidence(origin: place) }
}

extension Link {
  /// A link from a predecessor to a successor; both ids may be unknown to the plan, which `Network` refuses.
  ///
  /// - Parameter lag: working or elapsed time, or a share of the predecessor's duration; negative is a lead.
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
  /// What is waited for, who promised it, and how it is known.
  public var dependency = Dependency()
  /// The longest lag allowed.
  public var maximum: Quantity?
  /// Whether only the longest lag binds, and no least one.
  public var isMaximumOnly = false
  /// What the distance between its two dated milestones is; nil: the plan does not say that there is one.
  public var gap: Gap?

  /// Details that say nothing; a link with these has none.
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
  /// What risks, and links that make it precise, refer to it by; nil: nothing can.
  public var id: String?
  /// What is waited for: sequence, module, infrastructure …
  public var kind: String?
  /// The strength in the document's own word.
  public var stated: String?
  /// What is delivered, in the plan's words; nil: not stated.
  public var what: String?
  /// The row of the printed table it comes from, as pictures write it; nil: none.
  public var row: String?
  /// Ids of risks in the plan's register that touch it.
  public var risks: [String] = []
  /// The date by which the supplier promises it; nil: no promise. It moves no date.
  public var promised: Fact<DateSpan>?
  /// The date by which the receiver says it needs it; nil: not stated. It moves no date.
  public var needed: Fact<DateSpan>?
  /// Ids of the relations that this makes precise; empty: it stands for itself.
  public var refines: [String] = []
  /// Rows of the source facts that the dependency carries, such as `D048`; empty: none.
  public var seeds: [String] = []
  /// A remark for readers, from which nothing is computed.
  public var note: String?
  /// Who says that one waits for the other, and where.
  public var evidence: Evidence = .none

  /// A dependency of which nothing is said.
  public init() {}
}

/// A dependency with an end that is a project, group, body or capacity. Drawn and listed, never scheduled.
public struct Relation: Hashable, Sendable {
  /// Who must deliver: a project or an activity.
  public var from: String
  /// Who depends on it.
  public var to: String
  /// How firm the dependency is; unlike that of a link, it moves no date even where it is hard.
  public var strength: Strength
  /// What is waited for, who promised it, and how it is known.
  public var dependency: Dependency

  /// A relation between two ids, of projects or activities; whether they exist is not checked here.
  public init(from: String, to: String, strength: Strength = .hard, dependency: Dependency = Dependency()) {
    self.from = from
    self.to = to
    self.strength = strength
    self.dependency = dependency
  }
}
