import PlanGraph
import PlanModel

extension Lowering {
  /// The lag of each link and the calendar it runs on, in plan order.
  mutating func lags(of kept: HardLinks, _ graph: DependencyGraph, _ nodes: LoweredActivities) -> LinkLags {
    var lags = LinkLags(minutes: Array(repeating: 0, count: kept.lagged.isEmpty ? 0 : kept.ends.count))
    for lagged in kept.lagged {
      let link = Int(lagged.link)
      let ends = kept.ends[link]
      let lag = lag(lagged.lag, from: Int(graph.rank[Int(ends.from)]), kept.place(link), nodes) {
        Int(graph.rank[Int(ends.to)])
      }
      lags.minutes[link] = lag.minutes
      if lag.calendar > 0 { lags.set(lag.calendar, link) }
      if lagged.lag.unit == .percent { lags.percent.append(lagged.link) }
    }
    return lags
  }

  /// The lags that are a share of their predecessor's duration at other durations than the likely ones; nil where none
  /// of them differs.
  func percentLags(
    _ lags: LinkLags, _ kept: HardLinks, _ graph: DependencyGraph, _ durations: [Int32], _ likely: [Int32]
  ) -> [Int32: Int32]? {
    var changed: [Int32: Int32] = [:]
    for arc in lags.percent {
      let from = Int(graph.rank[Int(kept.ends[Int(arc)].from)])
      guard durations[from] != likely[from], let lag = plan.links[kept.place(Int(arc))].lag,
        let minutes = Lowering.share(lag, of: durations[from])
      else { continue }
      changed[arc] = Int32(clamping: minutes)
    }
    return changed.isEmpty ? nil : changed
  }

  /// A percentage of a duration, rounded half away from zero, as all quantities are.
  static func share(_ percent: Quantity, of duration: Int32) -> Int64? {
    let share = percent.thousandths.multipliedReportingOverflow(by: Int64(duration))
    return share.overflow ? nil : share.partialValue / 100_000 + share.partialValue % 100_000 / 50_000
  }

  /// A lag in minutes, and the calendar it runs on; most lags ask neither for both of their ends nor for the link they are
  /// of.
  @inline(__always)
  mutating func lag(
    _ lag: Quantity?, from: @autoclosure () -> Int, _ place: Int, _ nodes: LoweredActivities, to: () -> Int
  ) -> (minutes: Int32, calendar: Int16) {
    guard let lag else { return (0, -1) }
    let minutes: Int64?
    if lag.unit == .percent {
      minutes =
        Lowering.share(lag, of: nodes.highest[from()]) == nil ? nil : Lowering.share(lag, of: nodes.duration[from()])
    } else if lag.unit == .elapsedMonths {
      let (product, overflow) = lag.thousandths.multipliedReportingOverflow(by: 43_200)
      minutes = overflow ? nil : product / 1000
    } else {
      minutes = lengths.minutes(of: lag)
    }
    guard let minutes, abs(minutes) <= Lowering.longest else {
      problems.append(
        Diagnostic(.badQuantity, lag.description, "a lag is at most 100 years", at: plan.links[place].evidence.origin))
      return (0, -1)
    }
    if lag.isElapsed || lag.unit == .elapsedMonths { return (Int32(minutes), -1) }
    let index: Int16 =
      switch rules.lagCalendar {
      case .predecessor: nodes.soleCalendar ?? nodes.calendar[from()]
      case .successor: nodes.soleCalendar ?? nodes.calendar[to()]
      case .plan: calendar(named: plan.defaultCalendar, at: plan.links[place].evidence.origin)
      case .aroundTheClock: 0
      }
    return (Int32(minutes), index == 0 ? -1 : index)
  }
}

/// Lags by hard link.
struct LinkLags {
  /// Empty where no link has any.
  var minutes: [Int32]
  /// −1 for elapsed time; empty where every lag is.
  private(set) var calendar: [Int16] = []
  /// The links whose lag is a share of a duration.
  var percent: [Int32] = []

  init(minutes: [Int32]) { self.minutes = minutes }

  /// Lets the lag of a link run on a calendar with hours.
  mutating func set(_ calendar: Int16, _ link: Int) {
    if self.calendar.isEmpty { self.calendar = Array(repeating: -1, count: minutes.count) }
    self.calendar[link] = calendar
  }
}
