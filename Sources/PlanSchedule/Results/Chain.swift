public import PlanModel

/// The chain of reasons behind a date: from the fact that it starts from, step by step, to the date.
///
///     Chain(of: "pour", in: schedule)?.steps      // date of dig, work of dig, work of pour
///
/// The elapsed minutes of the steps add up to the time between ``reference`` and the date, exactly.
public struct Chain: Hashable, Sendable {
  /// A part of the time between the reference and the date.
  public struct Step: Hashable, Sendable {
    /// What a step spends its time on.
    public enum Cause: Hashable, Sendable {
      /// The dated fact that the chain starts from; its minutes count from the reference.
      case date(Driver)
      /// From the activity's start to its finish, free time included.
      case work
      /// From the predecessor's date to the bound of the link at this place in the plan.
      case link(Int)
      /// Back from the successor that pulls, by the maximal lag of the link at this place in the plan.
      case maximum(Int)
      case slip
      case calendarWait
      case windowWait
    }

    /// The activity that waits or works: of a link its successor, of a maximal lag the predecessor that is pulled.
    public let activity: ActivityID
    /// What the time is spent on.
    public let cause: Cause
    /// Where the step ends.
    public let until: Instant
    /// Minutes by the clock; negative where the step leads back in time, as a lead does.
    public let elapsed: ElapsedTime
    /// Other links that tie with the one that the chain follows, as places in the plan.
    public let ties: [Int]
  }

  /// Where the minutes of the first step count from: the status date, or else the start of the plan.
  public let reference: Instant
  /// In order of time.
  public let steps: [Step]

  /// The chain behind the date of an activity in one reading; nil where the plan has no such activity.
  ///
  /// - Parameter early: one of the schedule's readings, or another pass over the same network.
  /// - Parameter byLinks: goes to the bound that the links to the activity give, whatever else places it; nil where
  ///   there is no link.
  /// - Complexity: O(steps × predecessors of each).
  public init?(of id: ActivityID, in network: Network, _ early: EarlyDates, byLinks: Bool = false) {
    guard let index = network.plan.index(of: id) else { return nil }
    var position = network.position(index)
    var atFinish = true
    var steps: [Step] = []
    let reference = network.origin
    func add(_ cause: Step.Cause, _ until: Int32, _ elapsed: Int32, ties: [Int] = []) {
      if elapsed == 0 {
        switch cause {
        case .date, .link, .maximum: break
        // Work of unknown length takes no time, but it must be told.
        case .work where network.activity(position).isOfUnknownLength: break
        default: return
        }
      }
      steps.append(
        Step(
          activity: network.activity(position).id, cause: cause, until: Instant(minutes: until),
          elapsed: ElapsedTime(minutes: elapsed), ties: ties))
    }
    var seen: Set<Int> = []
    func follow(_ arc: Int, to bound: Int32, ties: [Int]) {
      let row = Int(network.arcs[arc].row)
      add(.link(Int(network.arcLink[arc])), bound, bound - early.rows[row], ties: ties)
      position = row / 2
      atFinish = row % 2 == 1
    }
    if byLinks {
      let arcs = Int(network.startArcs[position])..<Int(network.startArcs[position + 1])
      guard let bound = arcs.map({ early.linkBounds[$0] }).max() else { return nil }
      // Of equal ones the link that comes first in the plan.
      let latest = arcs.filter { early.linkBounds[$0] == bound }.sorted { network.arcLink[$0] < network.arcLink[$1] }
      follow(latest[0], to: bound, ties: latest.dropFirst().map { Int(network.arcLink[$0]) })
    }
    while true {
      seen.insert(position)
      let (start, finish) = (early.start(position), early.finish(position))
      let special = network.special(at: position)
      if special?.actualFinish != nil || special?.isLeftOut == true {
        let driver: Driver =
          special?.isLeftOut != true ? .actual : network.span(at: position) == nil ? .nothing : .spans
        add(.date(driver), atFinish ? finish : start, (atFinish ? finish : start) - reference)
        break
      }
      if atFinish { add(.work, finish, finish - start) }
      if special?.actualStart != nil {
        add(.date(.actual), start, start - reference)
        break
      }
      let placement = network.placement(of: position, early)
      add(.windowWait, start, placement.windowWait.minutes)
      add(.calendarWait, start - placement.windowWait.minutes, placement.calendarWait.minutes)
      add(.slip, placement.bound.minutes + placement.slip.minutes, placement.slip.minutes)
      if case .maximum(let place) = placement.driver,
        let maximum = network.special(at: position)?.pulls.map({ network.maximums[$0] }).first(where: {
          Int($0.link) == place
        }), !seen.contains(maximum.successor)
      {
        let leave = early.rows[Int(maximum.to)]
        add(.maximum(place), placement.bound.minutes, placement.bound.minutes - leave)
        position = maximum.successor
        atFinish = maximum.boundsFinish
        continue
      }
      // In a block that is tight all around, the way back does not come by the same activity again.
      let links = placement.links.filter { !seen.contains(network.position(of: network.plan.links[$0].from)) }
      guard case .link = placement.driver, let place = links.first,
        let arc = (Int(network.startArcs[position])..<Int(network.startArcs[position + 1])).first(where: {
          Int(network.arcLink[$0]) == place
        })
      else {
        add(.date(placement.driver), placement.bound.minutes, placement.bound.minutes - reference)
        break
      }
      follow(arc, to: placement.bound.minutes, ties: placement.links.filter { $0 != place })
    }
    self.reference = Instant(minutes: reference)
    self.steps = steps.reversed()
  }
}

extension Activity {
  /// Whether it is work whose duration nobody has said.
  fileprivate var isOfUnknownLength: Bool { kind == .task && duration == nil }
}
