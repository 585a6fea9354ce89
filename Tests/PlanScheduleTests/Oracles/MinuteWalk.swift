import PlanModel
import PlanSchedule

/// A calendar as one flag for each minute, walked one by one.
struct MinuteCalendar: Sendable {
  static let origin = (dayZero - 60).start.minutes
  static let length = 240 * 1440
  /// Working minutes before each minute.
  let done: [Int32]

  init(_ calendar: WorkingCalendar) {
    var done: [Int32] = [0]
    done.reserveCapacity(MinuteCalendar.length + 1)
    for number in 0..<MinuteCalendar.length / 1440 {
      let day = dayZero - 60 + number
      let (today, yesterday) = (MinuteCalendar.hours(calendar, day), MinuteCalendar.hours(calendar, day - 1))
      var works = [Int32](repeating: 0, count: 1440)
      for period in today { for minute in period.from..<min(period.to, 1440) { works[minute] = 1 } }
      for period in yesterday where period.to > 1440 { for minute in 0..<(period.to - 1440) { works[minute] = 1 } }
      for minute in works { done.append(done[done.count - 1] + minute) }
    }
    self.done = done
  }

  private static func hours(_ calendar: WorkingCalendar, _ day: Day) -> [WorkPeriod] {
    if let exception = calendar.exceptions.last(where: { $0.days.contains(day) }) { return exception.hours }
    if let holidays = calendar.holidays, holidays.holidays(in: day.year).contains(where: { $0.day == day }) {
      return []
    }
    return calendar.week[Int(day.weekday.rawValue)]
  }

  func work(_ t: Int32) -> Int32 { done[Int(t - MinuteCalendar.origin)] }
  func opens(_ t: Int32) -> Bool { work(t + 1) > work(t) }
  func closes(_ t: Int32) -> Bool { work(t) > work(t - 1) }

  /// The first instant by which the work is done.
  func after(_ amount: Int32, _ from: Int32) -> Int32 {
    if amount == 0 { return from }
    let wanted = work(from) + amount
    var t = from
    while work(t) < wanted { t += 1 }
    return t
  }

  func lagged(_ lag: Int32, _ from: Int32) -> Int32 {
    if lag >= 0 { return after(lag, from) }
    let wanted = work(from) + lag
    var t = from
    while work(t) > wanted { t -= 1 }
    return t
  }
}

/// Dates by trying every minute, straight from the definitions.
struct MinuteOracle {
  static let calendars: [String: MinuteCalendar] = Dictionary(
    uniqueKeysWithValues: RandomPlans.calendars.map { ($0.name, MinuteCalendar($0)) })

  struct Dates: Equatable {
    var start: Int32
    var finish: Int32
  }

  let plan: Plan
  let reading: Reading
  /// Activities in an order in which predecessors come first: their numbers.
  let order: [Activity]

  init(_ plan: Plan, _ reading: Reading) {
    self.plan = plan
    self.reading = reading
    order = plan.activities.sorted { Int($0.id.short) ?? 0 < Int($1.id.short) ?? 0 }
  }

  func calendarName(_ activity: Activity) -> String {
    activity.kind == .task && activity.duration?.value.likely.isElapsed == true
      ? "24h" : plan.calendarName(of: activity)
  }

  func calendar(_ activity: Activity) -> MinuteCalendar { MinuteOracle.calendars[calendarName(activity)]! }

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

  /// The bound that a link gives, as an instant for its successor's start or finish.
  func bound(_ link: Link, _ from: Dates) -> Int32 {
    let leave = link.kind.leavesStart ? from.start : from.finish
    guard let lag = link.lag else { return leave }
    let (a, b) = (plan[link.from]!, plan[link.to]!)
    if lag.isElapsed { return leave + minutes(lag) }
    var amount = minutes(lag)
    if lag.unit == .percent {
      let likely = MinuteOracle(plan, .first).duration(a)
      amount = Int32((Double(lag.thousandths) / 100_000 * Double(likely)).rounded(.toNearestOrAwayFromZero))
    }
    let name =
      switch plan.options.lagCalendar {
      case .predecessor: calendarName(a)
      case .successor: calendarName(b)
      case .plan: plan.defaultCalendar
      case .aroundTheClock: "24h"
      }
    return MinuteOracle.calendars[name]!.lagged(amount, leave)
  }

  func left(_ activity: Activity, _ started: Int32) -> Int32 {
    if let remaining = activity.details.remaining { return minutes(remaining.value) }
    let status = max(plan.statusDate!.end.minutes, started)
    return max(0, duration(activity) - (calendar(activity).work(status) - calendar(activity).work(started)))
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

  /// The first instant from `t` on where the activity may start.
  func next(_ activity: Activity, _ t: Int32, window: Bool = false) -> Int32 {
    let calendar = calendar(activity)
    let atFinish = activity.kind == .finishMilestone
    let open = window ? activity.details.window.flatMap { plan.window(named: $0) } : nil
    var t = t
    while true {
      var fits = calendar.opens(t) || (atFinish && calendar.closes(t))
      if fits, let open {
        let day = atFinish ? Instant(minutes: t).finishDay : Instant(minutes: t).day
        fits = (open.weekdays?.contains(day.weekday) ?? true) && !open.frozen.contains { $0.contains(day) }
      }
      if fits { return t }
      t += 1
    }
  }

  /// Where bounds place an activity: `starts` for its start, `finishes` for its finish, in working time.
  func place(_ activity: Activity, starts: Int32, finishes: [Int32]) -> Dates {
    let calendar = calendar(activity)
    let slip = max(0, activity.details.slips.reduce(0) { $0 + minutes($1.value) })
    let actual = actual(activity)
    let work = actual.map { left(activity, $0.start) } ?? duration(activity)
    func isEarly(_ t: Int32) -> Bool {
      finishes.contains { work == 0 ? t < $0 : calendar.work(t) + work < calendar.work($0) }
    }
    if let actual, work == 0 {
      return Dates(start: actual.start, finish: max(starts, finishes.max() ?? starts) + slip)
    }
    var t = next(activity, starts)
    while isEarly(t) { t = next(activity, t + 1) }
    t = next(activity, t + slip, window: actual == nil)
    return Dates(start: actual?.start ?? t, finish: calendar.after(work, t))
  }

  func pinned(_ activity: Activity) -> Dates? {
    let details = activity.details
    for constraint in details.constraints where constraint.kind == .pinFinish {
      let work = duration(activity)
      let end = constraint.date.value.latest!.end.minutes
      return place(activity, starts: work == 0 ? end : MinuteCalendar.origin + 1440, finishes: [end])
    }
    for constraint in details.constraints where constraint.kind == .pinStart {
      return place(activity, starts: constraint.date.value.earliest!.start.minutes, finishes: [])
    }
    return nil
  }

  /// The early dates of one activity, given those of its predecessors.
  func early(_ activity: Activity, _ dates: [ActivityID: Dates]) -> Dates {
    let details = activity.details
    let actual = actual(activity)
    if let actual, let finish = actual.finish { return Dates(start: actual.start, finish: finish) }
    if actual == nil, let pinned = pinned(activity) { return pinned }
    let status = plan.statusDate?.end.minutes
    let origin = plan.start?.start.minutes ?? status!
    let begin = activity.project.flatMap { plan[project: $0]?.start?.start.minutes } ?? origin
    var starts = [max(begin, status ?? begin)]
    var finishes: [Int32] = []
    if let actual { starts = [max(status!, actual.start)] }
    for constraint in details.constraints {
      switch constraint.kind {
      case .startNoEarlierThan, .startOn: if actual == nil { starts.append(day(constraint.date.value).start.minutes) }
      case .finishNoEarlierThan, .finishOn: finishes.append(day(constraint.date.value).end.minutes)
      default: break
      }
    }
    if actual == nil, let planned = details.planned?.value {
      let at = activity.kind == .finishMilestone ? day(planned).end.minutes : day(planned).start.minutes
      starts.append(at + min(0, details.slips.reduce(0) { $0 + minutes($1.value) }))
    }
    if actual == nil || retains {
      for link in plan.links where link.to == activity.id {
        let bound = bound(link, dates[link.from]!)
        if link.kind.boundsFinish { finishes.append(bound) } else { starts.append(bound) }
      }
    }
    return place(activity, starts: starts.max()!, finishes: finishes)
  }

  func early() -> [ActivityID: Dates] {
    var dates: [ActivityID: Dates] = [:]
    for activity in order { dates[activity.id] = early(activity, dates) }
    return dates
  }

  /// Whether starting one activity at an instant breaks nothing, whatever else would hold its successors back: no
  /// deadline, no pin, and not the end of its project.
  func holds(_ held: Activity, startingAt start: Int32, _ early: [ActivityID: Dates]) -> Bool {
    let end = plan.activities.filter { $0.project == held.project }.map { early[$0.id]!.finish }.max()!
    var dates: [ActivityID: Dates] = [:]
    for activity in order {
      if activity.id == held.id {
        dates[activity.id] = Dates(start: start, finish: calendar(activity).after(duration(activity), start))
      } else {
        let actual = actual(activity)
        if actual?.finish != nil || (actual != nil && !retains) { continue }
        let links = plan.links.filter { $0.to == activity.id && dates[$0.from] != nil }
          .filter { !($0.kind.leavesStart && self.actual(plan[$0.from]!) != nil) }
        if links.isEmpty { continue }
        let starts = links.filter { !$0.kind.boundsFinish }.map { bound($0, dates[$0.from]!) }.max()
        let finishes = links.filter { $0.kind.boundsFinish }.map { bound($0, dates[$0.from]!) }
        let lowest = starts ?? MinuteCalendar.origin + 1440
        let placed = place(
          activity, starts: duration(activity) == 0 && actual == nil ? max(lowest, finishes.max() ?? lowest) : lowest,
          finishes: finishes)
        if actual == nil, let pinned = pinned(activity) {
          if placed.start > pinned.start { return false }
          continue
        }
        dates[activity.id] = placed
      }
      let placed = dates[activity.id]!
      if activity.project == held.project, placed.finish > end { return false }
      var ceiling = activity.details.deadline.map { $0.value.latest!.end.minutes } ?? .max
      for constraint in activity.details.constraints {
        let latest = constraint.date.value.latest!
        switch constraint.kind {
        case .finishNoLaterThan, .finishOn: ceiling = min(ceiling, latest.end.minutes)
        case .startNoLaterThan, .startOn:
          if self.actual(activity) == nil, placed.start > next(activity, latest.start.minutes) { return false }
        default: break
        }
      }
      if placed.finish > ceiling { return false }
    }
    return true
  }
}
