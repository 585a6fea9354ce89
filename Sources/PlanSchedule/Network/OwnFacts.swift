package import PlanModel

/// What the facts of one activity say of its date, its links apart.
package struct OwnFacts: Hashable, Sendable {
  /// The weakest basis of its facts.
  package var basis = Basis.stated
  package var isMilestone: Bool
  /// Work without a duration.
  package var lacksDuration = false
  /// An overdue or halted event, or one that is planned "from" a day on.
  package var isUndated = false
  /// Done or not scheduled at all: nothing about it is unknown.
  package var isSettled = false

  init(_ kind: Activity.Kind) { isMilestone = kind.isMilestone }

  mutating func read(_ activity: Activity, _ details: ActivityDetails, _ special: Special, _ statusDate: Day?) {
    if special.isLeftOut {
      basis = activity.evidence.basis
      settle()
      return
    }
    guard activity.hasDetails else { return }
    if special.actualFinish != nil {
      // The state says so where no actual date does.
      basis = (details.actualFinish ?? details.actualStart)?.basis ?? details.state?.basis ?? basis
      settle()
      return
    }
    if let planned = details.planned { basis = max(basis, planned.basis) }
    if let started = details.actualStart { basis = max(basis, started.basis) }
    for constraint in details.constraints { basis = max(basis, constraint.date.basis) }
    for slip in details.slips { basis = max(basis, slip.basis) }
    if special.actualStart != nil, let remaining = details.remaining {
      lacksDuration = false
      basis = max(basis, remaining.basis)
    }
    if let word = details.state?.value.word, word == .missed || word == .stopped, details.planned == nil {
      isUndated = true
    }
    if special.expectedFirst != nil { lacksDuration = false }
    if special.actualStart != nil, details.suspended != nil, details.resumes == nil { isUndated = true }
    for fact in [details.expectedFinish, details.suspended, details.resumes] {
      if let fact { basis = max(basis, fact.basis) }
    }
    guard let planned = details.planned?.value, special.actualStart == nil else { return }
    // A planned date that is open above is only a lower bound.
    guard let latest = planned.latest else {
      isUndated = true
      return
    }
    // Overdue: planned before the status date, and not begun.
    if let statusDate, details.slips.isEmpty, latest <= statusDate { isUndated = true }
  }

  private mutating func settle() {
    isSettled = true
    lacksDuration = false
    isUndated = false
  }
}
