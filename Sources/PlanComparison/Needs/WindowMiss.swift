public import PlanModel
import PlanSchedule

/// What it costs to miss the window that an event now makes.
///
///     Needs(outlook, for: "live")?.windows.first?.costs     // 34 d: the next go-live weekend
public struct WindowMiss: Sendable {
  /// What has the window: the milestone that is asked about, or something before it.
  public let activity: Activity
  /// The window's id.
  public let window: String
  /// The day on which it happens now, at the last days and with likely durations.
  public let day: Day
  /// By how much it may be ready later and still make it.
  public let room: ElapsedTime
  /// When it happens after that; nil where no later opening is known.
  public let next: Day?
  /// How much later the milestone then comes; nil where no later opening is known.
  public let costs: ElapsedTime?
}

extension WindowMiss {
  /// The windows of a milestone and of what lies before it, in plan order; none where a window never closes again.
  ///
  /// - Complexity: for each event with a window, a change spread over what it moves.
  static func all(of id: ActivityID, before upstream: Set<ActivityID>, _ outlook: Outlook) -> [WindowMiss] {
    let (network, plan) = (outlook.network, outlook.plan)
    let events = plan.activities.filter {
      $0.hasDetails && $0.details.window != nil && ($0.id == id || upstream.contains($0.id))
        && outlook.schedule[$0.id]?.isDone == false && outlook.schedule[$0.id]?.isScheduled == true
    }
    guard !events.isEmpty, let end = plan.index(of: id) else { return [] }
    var propagation = Propagation(network)
    return events.compactMap { event in
      guard let name = event.details.window, let own = plan.window(named: name), let index = plan.index(of: event.id)
      else {
        return nil
      }
      let window = CompiledWindow(own)
      let isFinish = event.kind == .finishMilestone
      let position = network.position(index)
      let placement = network.placement(of: position, outlook.schedule.last)
      guard let close = window.close(after: placement.start, asFinish: isFinish) else { return nil }
      let ready = placement.start - placement.windowWait
      let room = close - ready
      let day = isFinish ? placement.start.finishDay : placement.start.day
      func miss(_ next: Day?, _ costs: ElapsedTime?) -> WindowMiss {
        WindowMiss(activity: event, window: name, day: day, room: max(.zero, room), next: next, costs: costs)
      }
      guard window.next(close + .minutes(1), asFinish: isFinish) != nil,
        (try? propagation.delay(index, by: room + .minutes(1))) != nil
      else { return miss(nil, nil) }
      defer { propagation.undo() }
      let late = Instant(minutes: propagation.last.start(position))
      let costs = propagation.last.finish(network.position(end)) - outlook.schedule.last.finish(network.position(end))
      return miss(isFinish ? late.finishDay : late.day, ElapsedTime(minutes: costs))
    }
  }
}

extension CompiledWindow {
  /// The last allowed instant of the stretch that an allowed instant lies in; nil where it closes no more in twenty years.
  fileprivate func close(after start: Instant, asFinish: Bool) -> Instant? {
    var (low, high) = (start, start)
    for _ in 0..<7_305 {
      high = low + .days(1)
      guard next(high, asFinish: asFinish) == high else { break }
      low = high
    }
    guard low != high, next(high, asFinish: asFinish) != high else { return nil }
    while high - low > .minutes(1) {
      let middle = low + ElapsedTime(minutes: (high - low).minutes / 2)
      if next(middle, asFinish: asFinish) == middle { low = middle } else { high = middle }
    }
    return low
  }
}
