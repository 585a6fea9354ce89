import PlanModel

extension Lowering {
  mutating func lowerActuals(of activity: Activity, _ details: ActivityDetails, _ special: inout Special) {
    var finish = details.actualFinish
    if finish == nil, let state = details.state, state.value.word == .taken, let at = state.value.at {
      finish = Fact(at, state.evidence)
    }
    let atFinish = activity.kind == .finishMilestone
    func instant(_ fact: Fact<DateSpan>, _ finishes: Bool) -> Int32? {
      guard var day = fact.value.latest ?? fact.value.earliest else { return nil }
      guard Lowering.sound(day) != nil else { return nil }
      guard let status = Lowering.sound(plan.statusDate) else {
        problems.append(Diagnostic(.statusDateMissing, activity.id.text, at: fact.evidence.origin))
        return nil
      }
      if day > status {
        if let earliest = fact.value.earliest ?? fact.value.latest, earliest <= status {
          day = status  // an imprecise actual counts as its latest day within the status date
        } else {
          findings.append(
            Diagnostic(
              .actualAfterStatusDate, activity.id.text, day.description, status.description, severity: .warning,
              at: fact.evidence.origin))
        }
      }
      return finishes ? day.end.minutes : day.start.minutes
    }
    if let finish {
      special.actualFinish = instant(finish, activity.kind == .task || atFinish)
      special.actualStart = details.actualStart.flatMap { instant($0, atFinish) } ?? special.actualFinish
    } else if let start = details.actualStart {
      special.actualStart = instant(start, atFinish)
      if activity.kind.isMilestone { special.actualFinish = special.actualStart }
    }
    if let start = special.actualStart, let finish = special.actualFinish, start > finish {
      special.actualStart = finish
    }
    if special.actualStart != nil, special.actualFinish == nil {
      special.suspended = details.suspended.flatMap {
        Lowering.sound($0.value.latest ?? $0.value.earliest)?.end.minutes
      }
      special.resumes = details.resumes.flatMap { Lowering.sound($0.value.latest ?? $0.value.earliest)?.start.minutes }
    }
    if let remaining = details.remaining {
      let left = remaining.value
      if left.isElapsed, activity.duration?.value.likely.isElapsed == false {
        problems.append(
          Diagnostic(
            .badQuantity, left.description, "the duration is working time, and so is what is left of it",
            at: remaining.evidence.origin))
      } else if let minutes = minutesInAll(left), (0...Lowering.longest).contains(minutes) {
        special.remaining = Int32(minutes)
      } else {
        problems.append(
          Diagnostic(
            .badQuantity, left.description, "what is left is between zero and 100 years",
            at: remaining.evidence.origin))
      }
    }
  }

  /// The elapsed minutes of a slip; a bare one in working weeks or days is read by the calendar: `+6w` is 42 days.
  func slipMinutes(_ quantity: Quantity) -> Int64? {
    minutesInAll(quantity.byTheCalendar).flatMap { abs($0) <= Lowering.longest ? $0 : nil }
  }

  /// The minutes of any amount; a month by the calendar has 30 days, as there is no date to count it from.
  private func minutesInAll(_ quantity: Quantity) -> Int64? {
    guard quantity.unit == .elapsedMonths else { return lengths.minutes(of: quantity) }
    let (product, overflow) = quantity.thousandths.multipliedReportingOverflow(by: 43_200)
    return overflow ? nil : product / 1000
  }
}
