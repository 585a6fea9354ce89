extension Diagnostic {
  /// The stable codes of problems. Tests and programs match these; people read the wording.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    // What plan files say
    case unreadableFile = "unreadable-file"
    case emptyFile = "empty-file"
    case invalidUTF8 = "invalid-utf8"
    case yamlSyntax = "yaml-syntax"
    case yamlFeature = "yaml-feature"
    case nestingTooDeep = "nesting-too-deep"
    case unknownKey = "unknown-key"
    case missingKey = "missing-key"
    case duplicateKey = "duplicate-key"
    case wrongType = "wrong-type"
    case quoteText = "quote-text"
    case formatVersion = "format-version"
    case includeMissing = "include-missing"
    case badTable = "bad-table"

    // What single facts say
    case badIdentifier = "bad-identifier"
    case badDate = "bad-date"
    case badQuantity = "bad-quantity"
    case badNumber = "bad-number"
    case badHours = "bad-hours"
    case badEstimate = "bad-estimate"
    case badChange = "bad-change"
    case notAChoice = "not-a-choice"
    case contradiction

    // How facts fit together
    case duplicateID = "duplicate-id"
    case unknownActivity = "unknown-activity"
    case unknownProject = "unknown-project"
    case unknownNode = "unknown-node"
    case unknownCalendar = "unknown-calendar"
    case unknownWindow = "unknown-window"
    case unknownScenario = "unknown-scenario"
    case unknownRisk = "unknown-risk"
    case exclusiveScenarios = "exclusive-scenarios"
    case scenarioCycle = "scenario-cycle"
    case partOfCycle = "part-of-cycle"
    case selfLink = "self-link"
    case duplicateLink = "duplicate-link"
    case noSuchLink = "no-such-link"
    case cycle
    case infeasibleMaximum = "infeasible-maximum"
    case maximumBroken = "maximum-broken"
    case relationCycle = "relation-cycle"
    case summaryLink = "summary-link"
    case emptyCalendar = "empty-calendar"
    case horizonTooLong = "horizon-too-long"
    case slipUndated = "slip-undated"
    case slipActual = "slip-actual"
    case statusDateMissing = "status-date-missing"
    case actualAfterStatusDate = "actual-after-status-date"
    case unsourced
    case overdue
    case undatedPredecessor = "undated-predecessor"
    case softLinkViolated = "soft-link-violated"
    case idleFact = "idle-fact"
    case statedCritical = "stated-critical"
    case unknownGap = "unknown-gap"
    case levelWithoutScale = "level-without-scale"
    case riskWithoutImpact = "risk-without-impact"
    case riskWithoutProbability = "risk-without-probability"
    case idleFactor = "idle-factor"
    case constantCorrelation = "constant-correlation"
    case unsupported
    case nothingDrawn = "nothing-drawn"

    // The call
    case badArgument = "bad-argument"
    case badPart = "bad-part"
    case cannotWrite = "cannot-write"
  }
}
