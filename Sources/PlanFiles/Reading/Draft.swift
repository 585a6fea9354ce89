import PlanModel

/// A plan whose references are not resolved yet: what the files say, one after the other.
struct Draft {
  var plan = Plan()
  var projects: [Project] = []
  var activities: [Activity] = []
  /// The table of their ids, where it was made while they were read.
  var ids: ActivityTable?
  var links: [LinkDraft] = []
  /// Links of a table, between activities that are known; they come after the others.
  var tableLinks: [Link] = []
  var relations: [RelationDraft] = []
  /// Summaries that activities name, by the position of the activity.
  var parents: [(activity: Int, Reference)] = []
  /// Projects that projects name as what they are part of.
  var wholes: [(project: ProjectID, Reference)] = []
  var bodies: [(activity: Int, Reference)] = []
  var calendars: [CalendarDraft] = []
  var choices: [(Choice, decidedBy: Reference?)] = []
  /// Delays by a risk, by the position of the risk.
  var impacts: [(risk: Int, Reference, Fact<Estimate>)] = []
  /// Activities that a risk names, by the position of the risk.
  var riskTargets: [(risk: Int, key: RiskTargets, Reference)] = []
  var correlations: [CorrelationDraft] = []
  /// Names that must exist.
  var uses: [Use] = []
  /// Changes of scenarios and measures, with where their expressions stand.
  var changes: [Change] = []

  var projectOrigins: [ProjectID: Origin] = [:]
  var activityOrigins: [ActivityID: Origin] = [:]
  var origins: [String: Origin] = [:]

  struct LinkDraft {
    var from: Reference
    var to: Reference
    var link: Link
  }

  struct RelationDraft {
    var from: Reference
    var to: Reference
    var relation: Relation
  }

  struct CalendarDraft {
    var name: String
    var base: String?
    var week: [Int: [WorkPeriod]]
    var holidays: HolidaySet??
    var exceptions: [CalendarException]
    /// Of the calendar and of its own exceptions.
    var facts: CalendarFacts
    var origin: Origin
    /// Nothing in it was refused.
    var isSound: Bool
  }

  /// The lists of activities that a risk has.
  enum RiskTargets: String { case delays, stretches }

  /// A name that something of a kind must bear.
  struct Use {
    enum Kind { case calendar, window, project, scenario, risk, activity, node, touched }
    var kind: Kind
    var reference: Reference
  }

  mutating func use(_ kind: Use.Kind, _ name: String?, at origin: Origin, in project: ProjectID? = nil) {
    guard let name else { return }
    uses.append(Use(kind: kind, reference: Reference(text: name, project: project, origin: origin)))
  }

  /// Remembers the one end of a dependency whose other end cannot be read.
  mutating func use(_ kind: Use.Kind, either a: Reference?, _ b: Reference?) {
    if let reference = a ?? b { uses.append(Use(kind: kind, reference: reference)) }
  }

  /// Remembers where something of a kind was defined; false and reported where it was defined before.
  mutating func define(_ kind: String, _ name: String, at origin: Origin, _ reading: Reading) -> Bool {
    if let first = origins["\(kind) \(name)"] {
      reading.report(.duplicateID, name, at: origin, related: [first])
      return false
    }
    origins["\(kind) \(name)"] = origin
    return true
  }
}
