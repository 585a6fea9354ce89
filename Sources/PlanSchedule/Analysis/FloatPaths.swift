import PlanGraph
public import PlanModel

/// The paths to one end, the tightest first; each activity is on one of them.
///
///     let paths = FloatPaths(schedule, to: "handover")
///     paths["pour"]            // path 2, third on it
///
/// Path 1 is the driving chain of the end. Each next path joins those before it by the link with the least float that is
/// left, and follows driving links back from there, until no link drives, or to an activity that has its path already. A
/// longest lag leads from its successor to the predecessor that it pulls.
/// Ties go to the link that comes first in the plan. Links from what has happened have no float and begin no path.
///
/// - Complexity: O(m log m) for the m links before the end.
public struct FloatPaths: Sendable {
  /// What decides which path comes next.
  public enum Option: Hashable, Sendable {
    /// The float of the joining link with every activity at its early date: what comes next is what almost drives.
    case freeFloat
    /// The float of the joining link with its successor as late as the end allows: what comes next is what the end feels
    /// soonest.
    case totalFloat
  }

  /// One of the tightest ways to the end.
  public struct Path: Hashable, Sendable {
    /// In order of time.
    public let activities: [ActivityID]
    /// The link by which it joins an earlier path, as a place in the plan; nil for the first.
    public let joins: Int?
    /// The float of that link, by the option; zero for the first.
    public let float: WorkTime
  }

  /// Where an activity stands: on which path and at which place of it, both counted from 1.
  public struct Place: Hashable, Sendable {
    /// The number of the path: 1 is the driving chain of the end, 2 the next tightest.
    public let path: Int
    /// The place along the path in order of time: 1 is its first activity.
    public let order: Int

    /// A place; both numbers count from 1.
    public init(path: Int, order: Int) {
      self.path = path
      self.order = order
    }
  }

  /// Path 1 first, then in the order in which they join; no more than the limit.
  public let paths: [Path]
  private let places: [ActivityID: Place]

  /// - Parameters:
  ///   - reading: the first or the last days of imprecise dates.
  ///   - limit: at most 1,000.
  /// - Returns: nil where the plan has no such end.
  public init?(
    _ schedule: Schedule, to end: ActivityID, by option: Option = .freeFloat, _ reading: Reading.Dates = .first,
    limit: Int = 1000
  ) {
    guard let index = schedule.network.plan.index(of: end) else { return nil }
    let network = schedule.network
    let early = reading == .first ? schedule.first : schedule.last
    let position = network.position(index)
    let links = FloatLinks(network, early, before: position, option)
    var pathOf: [Int32: Place] = [:]
    var open = Heap<FloatLinks.Candidate>()
    var found: [[Int32]] = []
    var joins: [FloatLinks.Candidate?] = []
    func follow(from start: Int32, by candidate: FloatLinks.Candidate?) {
      var path = [start]
      while true {
        let at = path[path.count - 1]
        pathOf[at] = Place(path: found.count + 1, order: 0)
        for entry in links.into(at) { open.insert(entry) }
        guard let next = links.tightestDriver(of: at), pathOf[next.from] == nil else { break }
        path.append(next.from)
      }
      for (place, position) in path.reversed().enumerated() {
        pathOf[position] = Place(path: found.count + 1, order: place + 1)
      }
      found.append(path.reversed())
      joins.append(candidate)
    }
    if limit > 0 { follow(from: Int32(position), by: nil) }
    while found.count < min(limit, 1000), let next = open.removeFirst() {
      if pathOf[next.from] == nil { follow(from: next.from, by: next) }
    }
    func id(_ position: Int32) -> ActivityID { network.activity(Int(position)).id }
    paths = zip(found, joins).map { path, join in
      Path(activities: path.map(id), joins: join?.link, float: WorkTime(minutes: join?.float ?? 0))
    }
    places = Dictionary(uniqueKeysWithValues: pathOf.map { (id($0.key), $0.value) })
  }

  /// The place of an activity; nil where no path within the limit comes by it.
  public subscript(id: ActivityID) -> Place? { places[id] }
}

/// The links before an end, with their floats.
struct FloatLinks {
  struct Candidate: Comparable {
    let float: Int32
    /// As a place in the plan.
    let link: Int
    let from: Int32

    static func < (a: Candidate, b: Candidate) -> Bool { (a.float, a.link) < (b.float, b.link) }
  }

  private let network: Network
  private let early: EarlyDates
  private var entries: [Int32: [Candidate]] = [:]

  init(_ network: Network, _ early: EarlyDates, before end: Int, _ option: FloatPaths.Option) {
    (self.network, self.early) = (network, early)
    let before = BeforeEnd.sweep(network, early, [end])[0]
    let late = option == .totalFloat ? before.rows(count: network.count) : nil
    let isBefore = Set(before.positions)
    for from in before.positions where Int(from) != end {
      let floats = Dictionary(
        network.linkFloats(of: Int(from), early, late: late).map { ($0.link, $0.float.minutes) }
      ) { first, _ in first }
      for place in Int(network.leavingStart[Int(from)])..<Int(network.leavingStart[Int(from) + 1]) {
        let link = Int(network.arcLink[Int(network.leaving[place].arc)])
        let to = network.leaving[place].to
        guard isBefore.contains(to), network.followsLinks(Int(to)), let float = floats[link] else { continue }
        entries[to, default: []].append(Candidate(float: float, link: link, from: from))
      }
    }
    network.calendars.withTables { tables in
      for (place, maximum) in network.maximums.enumerated()
      where isBefore.contains(Int32(maximum.predecessor)) && network.canBePulled(maximum.predecessor) {
        let float = network.float(ofMaximum: place, early, late: late, tables).minutes
        entries[Int32(maximum.predecessor), default: []].append(
          Candidate(float: float, link: Int(maximum.link), from: Int32(maximum.successor)))
      }
    }
  }

  /// The links into a position that place it or could.
  func into(_ position: Int32) -> [Candidate] { entries[position] ?? [] }

  /// The driving link with the least float, or the longest lag that pulls it.
  func tightestDriver(of position: Int32) -> Candidate? {
    let driving = Set(network.drivingLinks(of: Int(position), early))
    return into(position).filter { driving.contains($0.link) }.min()
  }
}
