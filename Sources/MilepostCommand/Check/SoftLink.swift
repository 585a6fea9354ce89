import PlanModel
import PlanSchedule

/// By how much a soft link is violated: it moves no date, so its ends may stand in the wrong order.
struct SoftLink {
  let link: Link
  /// Elapsed minutes by which the predecessor comes too late, at the readings least and most favourable to the link.
  let least: Int
  let most: Int
  /// Whether the predecessor's date is only a lower bound, so that more may come.
  let isAtLeast: Bool

  /// Nil where nothing can be said: an end that is not scheduled, or a successor whose date is open.
  init?(_ link: Link, _ schedule: Schedule) {
    guard let from = schedule[link.from], let to = schedule[link.to], from.isScheduled, to.isScheduled,
      !to.isLowerBound
    else { return nil }
    let leave = link.kind.leavesStart ? from.starts : from.finishes
    let bounded = link.kind.boundsFinish ? to.finishes : to.starts
    let network = schedule.network
    let calendar = network.calendars[Int(network.calendar[from.position])]
    func lagged(_ instant: Instant) -> Int {
      guard let lag = link.lag, let minutes = network.plan.unitLengths.minutes(of: lag) else {
        return Int(instant.minutes)
      }
      if lag.isElapsed || minutes <= 0 { return Int(instant.minutes) + Int(minutes) }
      return Int(calendar.after(WorkTime(minutes: Int32(clamping: minutes)), from: instant).minutes)
    }
    self.link = link
    // A successor with only a day, such as a start milestone, is not late before that day is over.
    let first = lagged(leave.first) - Int(bounded.last.minutes)
    let last = lagged(leave.last) - Int(bounded.first.minutes)
    least = min(first, last)
    most = max(first, last)
    isAtLeast = from.isLowerBound
  }

  /// Days, every one begun counted.
  private func days(_ minutes: Int) -> String { String((minutes + 1439) / 1440) }

  /// A warning where it is violated for sure, a note where it may be, nil where it holds.
  var finding: Diagnostic? {
    guard most > 0 else { return nil }
    return Diagnostic(
      .softLinkViolated, link.from.text, link.to.text, least > 0 ? days(least) : "", isAtLeast ? "" : days(most),
      severity: least > 0 ? .warning : .note, at: link.evidence.origin)
  }
}
