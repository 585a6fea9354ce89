import PlanGraph
import PlanModel
import PlanSchedule

/// The same plan with and without each feature: what a plan does not use should cost it nothing.
struct FeatureProbes {
  /// Besides lags and calendars, one activity in twenty has the feature, such that no date of the others moves.
  enum Feature: String, CaseIterable {
    case nothing, lags, calendar, constraints, windows, progress, readings

    /// Whether some activities may use it and others not.
    var isOfActivities: Bool { self != .nothing && self != .lags && self != .calendar }

    /// How much of the plan uses it.
    var share: String {
      switch self {
      case .nothing: "nobody uses any"
      case .lags: "one link in five uses it"
      case .calendar: "everything runs on it"
      case .constraints, .windows, .progress, .readings: "one activity in twenty uses it"
      }
    }
  }

  private let network: ProbeNetwork
  private let slow: SlowDates
  private let feature: Feature
  private var start: Day { ProbeNetwork.start }
  private var unit: Int32 { network.unit(minutesPerDay: feature == .calendar ? 480 : 1440) }

  /// One activity in so many uses the feature.
  private let stride: Int

  init(_ network: ProbeNetwork, _ feature: Feature, oneIn stride: Int = 20) {
    self.stride = stride
    self.network = feature == .lags ? network : network.withoutLags
    self.feature = feature
    slow = SlowDates(self.network)
  }

  func plan() -> Plan {
    var activities = network.durations.indices.map { place in
      Activity(ActivityID("a\(place)"), work: .minutes(Int(network.durations[place] * unit)))
    }
    let links = network.ends.indices.map { link in
      Link(
        from: activities[Int(network.ends[link].from)].id, to: activities[Int(network.ends[link].to)].id,
        network.kinds[link], lag: network.lags[link] == 0 ? nil : .minutes(Int(network.lags[link] * unit)))
    }
    for place in Swift.stride(from: 0, to: activities.count, by: stride) {
      switch feature {
      case .constraints:
        activities[place].details.constraints = [Constraint(.startNoEarlierThan, Fact(DateSpan(start)))]
      case .windows: activities[place].details.window = "always"
      case .readings:
        activities[place].details.planned = Fact(
          DateSpan(earliest: start + -30, latest: start, words: "about new year"))
      case .progress:
        var done = Activity(ActivityID("done\(place)"), work: .days(1))
        done.details.actualStart = Fact(DateSpan(start + -1))
        done.details.actualFinish = Fact(DateSpan(start + -1))
        activities.append(done)
      case .nothing, .lags, .calendar: break
      }
    }
    var plan = Plan(activities: activities, links: links)
    plan.start = start
    if feature == .progress { plan.statusDate = start + -1 }
    if feature == .windows { plan.windows = [EventWindow(name: "always")] }
    if feature == .calendar { plan.defaultCalendar = "weekdays" }
    return plan
  }

  /// The seconds of lowering and of scheduling, after every early finish has been compared.
  func times() throws -> (lowering: Double, scheduling: Double) {
    let plan = plan()
    let network = try Network(plan)
    let schedule = Schedule(network)
    let minutes = FiveDayMinutes(units: feature == .calendar ? slow.finish * Int(unit) + 480 : 0)
    for place in self.network.durations.indices {
      let finish = schedule.first.finish(network.position(ActivityIndex(place)))
      let found =
        feature == .calendar ? minutes.count(before: finish) : Int(finish - ProbeNetwork.start.start.minutes)
      guard found == slow.finishes[place] * Int(unit) else {
        throw WrongAnswer(description: "with \(feature), seed \(self.network.seed), activity \(place): finish \(found)")
      }
    }
    return (
      try Probe.fastest { Probe.keep(try Network(plan)) }, Probe.fastest { Probe.keep(Schedule(network)) }
    )
  }
}
