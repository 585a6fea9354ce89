import PlanModel
import PlanSchedule

/// Dates straight from the definitions, minute by minute and round by round.
struct MinuteOracle {
  static let calendars: [String: MinuteCalendar] = Dictionary(
    uniqueKeysWithValues: RandomPlans.calendars.map { ($0.name, MinuteCalendar($0)) })

  struct Dates: Hashable {
    var start: Int32
    var finish: Int32
  }

  let plan: Plan
  let reading: Reading
  /// What drives, in an order in which predecessors come first: their numbers.
  let order: [Activity]
  /// Activities and hard links of the network alone, spans apart.
  let links: [Link]
  private var calendarOf: [ActivityID: MinuteCalendar] = [:]
  var meaning = Rules.AsLateAsPossible.freeFloat
  /// Without work, and placed where ever shorter work would come to stand.
  var instant: ActivityID?

  init(_ plan: Plan, _ reading: Reading) {
    self.plan = plan
    self.reading = reading
    let driving = plan.activities.filter { ![.summary, .hammock].contains($0.kind) }
    order = driving.sorted { Int($0.id.short) ?? 0 < Int($1.id.short) ?? 0 }
    let ids = Set(driving.map(\.id))
    links = plan.links.filter { $0.strength == .hard && ids.contains($0.from) && ids.contains($0.to) }
    for activity in plan.activities { calendarOf[activity.id] = MinuteOracle.calendars[calendarName(activity)] }
  }

  func calendarName(_ activity: Activity) -> String {
    activity.kind == .task && activity.duration?.value.likely.isElapsed == true
      ? "24h" : plan.calendarName(of: activity)
  }

  func calendar(_ activity: Activity) -> MinuteCalendar { calendarOf[activity.id]! }

  func minutes(_ quantity: Quantity) -> Int32 { Int32(plan.unitLengths.minutes(of: quantity) ?? 0) }

  func duration(_ activity: Activity) -> Int32 {
    guard activity.kind == .task, let estimate = activity.duration?.value else { return 0 }
    return switch reading.durations {
    case .low: minutes(estimate.low ?? estimate.likely)
    case .likely: minutes(estimate.likely)
    case .high: minutes(estimate.high ?? estimate.likely)
    }
  }

  func day(_ span: DateSpan) -> Day { (reading.dates == .first ? span.earliest : span.latest)! }

  /// A lag in minutes, and the calendar that it runs on; nil for elapsed time.
  private func amount(_ lag: Quantity, of link: Link) -> (minutes: Int32, calendar: MinuteCalendar?) {
    if lag.isElapsed { return (minutes(lag), nil) }
    let (a, b) = (plan[link.from]!, plan[link.to]!)
    var amount = minutes(lag)
    if lag.unit == .percent {
      amount = Int32((Double(lag.thousandths) / 100_000 * Double(duration(a))).rounded(.toNearestOrAwayFromZero))
    }
    let name =
      switch plan.options.lagCalendar {
      case .predecessor: calendarName(a)
      case .successor: calendarName(b)
      case .plan: plan.defaultCalendar
      case .aroundTheClock: "24h"
      }
    return (amount, MinuteOracle.calendars[name]!)
  }

  /// `L(t)` for the least lag of a link.
  func lagged(_ link: Link, _ t: Int32) -> Int32 {
    guard let lag = link.lag else { return t }
    let amount = amount(lag, of: link)
    return amount.calendar?.lagged(amount.minutes, t) ?? t + amount.minutes
  }

  /// Whether an event at `t` and another at `event` are no farther apart than the longest lag of a link: no more work
  /// lies between them, or no more time.
  func reaches(_ link: Link, from t: Int32, to event: Int32) -> Bool {
    let amount = amount(link.details.maximum!, of: link)
    guard let calendar = amount.calendar else { return t + amount.minutes >= event }
    return calendar.work(t) + amount.minutes >= calendar.work(event)
  }

  /// The bound that a link gives, as an instant for its successor's start or finish.
  func bound(_ link: Link, _ from: Dates) -> Int32 {
    lagged(link, link.kind.leavesStart ? from.start : from.finish)
  }

  /// The bound that the longest lag of a link gives, as an instant for its predecessor's start or finish.
  func pull(_ link: Link, _ to: Dates) -> Int32 {
    let event = link.kind.boundsFinish ? to.finish : to.start
    let (first, last) = (max(event - 45 * 1440, MinuteCalendar.origin), event + 45 * 1440)
    return firstInstant(first, last) { reaches(link, from: $0, to: event) }
  }

  var retains: Bool { plan.options.progress == .retainedLogic }

  func actual(_ activity: Activity) -> (start: Int32, finish: Int32?)? {
    let details = activity.details
    let atFinish = activity.kind == .finishMilestone
    func at(_ span: DateSpan, _ end: Bool) -> Int32 { end ? span.latest!.end.minutes : span.latest!.start.minutes }
    let start = details.actualStart.map { at($0.value, atFinish) }
    let finish = details.actualFinish.map { at($0.value, activity.kind == .task || atFinish) }
    if let finish { return (min(start ?? finish, finish), finish) }
    return start.map { ($0, activity.kind.isMilestone ? $0 : nil) }
  }

  /// Whether nothing moves it any more, its own remaining work apart.
  func isFixed(_ activity: Activity) -> Bool { actual(activity) != nil || isPinned(activity) }

  func isPinned(_ activity: Activity) -> Bool {
    actual(activity) == nil
      && activity.details.constraints.contains { $0.kind == .pinStart || $0.kind == .pinFinish }
  }

  /// The work left of a started activity; what it waits for before that work goes on.
  func left(_ activity: Activity, _ started: Int32) -> (work: Int32, from: Int32) {
    let details = activity.details
    let status = max(plan.statusDate!.end.minutes, started)
    let from = max(status, details.resumes?.value.latest?.start.minutes ?? status)
    if let remaining = details.remaining { return (minutes(remaining.value), from) }
    let until = max(started, min(status, details.suspended?.value.latest?.end.minutes ?? status))
    return (max(0, duration(activity) - (calendar(activity).work(until) - calendar(activity).work(started))), from)
  }

  /// Whether it may start at an instant: in work time, and while its window is open.
  func mayStart(_ activity: Activity, _ t: Int32, window: Bool = true) -> Bool {
    let calendar = calendar(activity)
    let atFinish = activity.kind == .finishMilestone
    guard calendar.opening(t) == t || (atFinish && calendar.closes(t)) else { return false }
    guard window, let open = activity.details.window.flatMap({ plan.window(named: $0) }) else { return true }
    let day = atFinish ? Instant(minutes: t).finishDay : Instant(minutes: t).day
    return (open.weekdays?.contains(day.weekday) ?? true) && !open.frozen.contains { $0.contains(day) }
  }

  /// The first instant from `t` on where the activity may start.
  func next(_ activity: Activity, _ t: Int32, window: Bool = false) -> Int32 {
    var t = t
    while !mayStart(activity, t, window: window) { t += 1 }
    return t
  }
}
