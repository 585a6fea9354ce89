import PlanGraph
import PlanModel
import PlanSchedule

/// The three steps from lists to dates, checked against the slow dates before anything is timed.
struct Passes {
  let network: ProbeNetwork
  let calendar: WorkingCalendar?
  let lists: NetworkLists
  /// Rare facts of some activities, which lists do not know.
  var specials: [(activity: Int, facts: Special)] = []

  init(_ network: ProbeNetwork, _ calendar: WorkingCalendar? = nil, hasLags: Bool = true) {
    self.network = network
    self.calendar = calendar
    lists = network.lists(calendar, hasLags: hasLags)
  }

  /// Over lists of the network's own.
  init(_ network: ProbeNetwork, _ lists: NetworkLists) {
    self.network = network
    calendar = nil
    self.lists = lists
  }

  /// Late dates are to the finish of everything.
  static func anchors(_ early: EarlyDates, _ count: Int) -> [Int32] {
    var finish = Int32.min
    for position in 0..<count { finish = max(finish, early.finish(position)) }
    return [Int32](repeating: finish, count: count)
  }

  func solve() throws -> (network: Network, early: EarlyDates, late: LateDates) {
    var compiled = try Network(lists)
    for (activity, facts) in specials {
      compiled.special[compiled.position(ActivityIndex(activity))] = Int32(compiled.specials.count)
      compiled.specials.append(facts)
    }
    let early = EarlyDates(compiled, .first)
    let anchors = Passes.anchors(early, compiled.count)
    return (compiled, early, LateDates(compiled, early, anchors: anchors, deadlines: false))
  }

  /// Solves, and compares every date with the slow ones.
  func checked(_ slow: SlowDates) throws -> (network: Network, early: EarlyDates, late: LateDates) {
    let solved = try solve()
    let unit = Int(network.unit(minutesPerDay: calendar == nil ? 1440 : 480))
    let minutes = calendar == nil ? nil : FiveDayMinutes(units: slow.finish * unit + 480)
    let begin = ProbeNetwork.start.start.minutes
    func units(_ instant: Int32) -> Int { minutes?.count(before: instant) ?? Int(instant - begin) }
    for activity in network.durations.indices {
      let position = solved.network.position(ActivityIndex(activity))
      let found = [
        units(solved.early.start(position)), units(solved.early.finish(position)),
        solved.late.start(position).map(units) ?? -1, solved.late.finish(position).map(units) ?? -1,
      ]
      let expected = [
        slow.starts[activity], slow.finishes[activity], slow.lateStarts[activity], slow.lateFinishes[activity],
      ].map { $0 * unit }
      guard found == expected else {
        throw WrongAnswer(
          description: "\(network.shape), seed \(network.seed), activity \(activity): \(found) instead of \(expected)")
      }
    }
    return solved
  }

  struct Times {
    var build = 0.0
    var forward = 0.0
    var backward = 0.0
    var forwardAgain = 0.0
    var backwardAgain = 0.0
    var fromLists: Double { build + forward + backward }
    var again: Double { forwardAgain + backwardAgain }
  }

  /// The steps apart; again: with other durations, keeping the compiled structure.
  func times() throws -> Times {
    var times = Times()
    var (compiled, early, late) = try solve()
    let anchors = Passes.anchors(early, compiled.count)
    times.build = try Probe.fastest { Probe.keep(try Network(lists)) }
    times.forward = Probe.fastest { Probe.keep(EarlyDates(compiled, .first)) }
    times.backward = Probe.fastest { Probe.keep(LateDates(compiled, early, anchors: anchors, deadlines: false)) }
    // A change and its undoing, so that nothing can be remembered.
    var change: Int32 = 1
    times.forwardAgain = Probe.fastest {
      compiled.duration[0] += change
      change = -change
      early.rerun(compiled)
    }
    times.backwardAgain = Probe.fastest {
      compiled.duration[0] += change
      change = -change
      late.rerun(compiled, early, anchors: anchors, deadlines: false)
    }
    return times
  }

  /// The seconds that both passes take again over some networks, in turns: what neighbours take, they take from all of them.
  static func again(_ all: [Passes], turns: Int = 8) throws -> [Double] {
    let solved = try all.map { try $0.solve() }
    var times = [Times](repeating: Times(forwardAgain: .infinity, backwardAgain: .infinity), count: all.count)
    var change: Int32 = 1
    for _ in 0..<turns {
      for number in all.indices {
        var (network, early, late) = solved[number]
        let anchors = Passes.anchors(early, network.count)
        let forward = Probe.fastest(budget: 0.05, atLeast: 4) {
          network.duration[0] += change
          change = -change
          early.rerun(network)
        }
        let backward = Probe.fastest(budget: 0.05, atLeast: 4) {
          network.duration[0] += change
          change = -change
          late.rerun(network, early, anchors: anchors, deadlines: false)
        }
        times[number].forwardAgain = min(times[number].forwardAgain, forward)
        times[number].backwardAgain = min(times[number].backwardAgain, backward)
      }
    }
    return times.map(\.again)
  }

  /// The bytes that a forward pass must touch once: by link the arc (8) and its bound (4); by activity the two ends of its
  /// arcs, its duration, its floor and two dates (24).
  var forwardBytes: Int { 12 * lists.ends.count + 24 * lists.durations.count }
}
