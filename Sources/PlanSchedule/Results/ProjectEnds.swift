import PlanGraph
import PlanModel

/// The ends that floats are to: by default the latest finish of each activity's own project.
package struct ProjectEnds: Sendable {
  /// The project of each position, counted in plan order; activities of no project share one number.
  package let project: [Int32]
  package let count: Int
  /// Projects that reach each other share a group; −1 for one that cannot be reached from what it reaches.
  private let group: [Int32]

  package init(_ network: Network) {
    var numbers: [ProjectID?: Int32] = [:]
    var project = [Int32](repeating: 0, count: network.count)
    var last: (prefix: Substring, number: Int32)?
    for (place, activity) in network.plan.activities.enumerated() {
      let text = activity.id.text
      let number: Int32
      // Activities of one project mostly stand together.
      if let last, text.hasPrefix(last.prefix) {
        number = last.number
      } else {
        let id = activity.project
        number = numbers[id] ?? Int32(numbers.count)
        numbers[id] = number
        last = text.firstIndex(of: ".").map { (text[...$0], number) }
      }
      project[Int(network.graph.rank[place])] = number
    }
    self.project = project
    count = numbers.count
    group = ProjectEnds.groups(network, project, count)
  }

  /// Strongly connected groups of projects under links between them.
  private static func groups(_ network: Network, _ project: [Int32], _ count: Int) -> [Int32] {
    var seen: Set<Arc> = []
    for arc in network.graph.arcs {
      let from = project[Int(network.graph.rank[Int(arc.from)])]
      let to = project[Int(network.graph.rank[Int(arc.to)])]
      if from != to { seen.insert(Arc(from: Int(from), to: Int(to))) }
    }
    guard !seen.isEmpty else { return Array(repeating: -1, count: count) }
    let arcs = seen.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    var start = [Int32](repeating: 0, count: count + 1)
    for arc in arcs { start[Int(arc.from) + 1] += 1 }
    for node in 0..<count { start[node + 1] += start[node] }
    let components = CycleSearch(
      count: count, arcs: arcs, outgoingStart: start, outgoing: arcs.indices.map { Int32($0) }
    ).components()
    var size: [Int32: Int] = [:]
    for component in components { size[component, default: 0] += 1 }
    return components.map { size[$0] == 1 ? -1 : $0 }
  }

  /// Late dates to one position's early finish, or to the end of each activity's own project; deadlines always bind.
  package func lateDates(_ network: Network, _ early: EarlyDates, to end: Int?) -> LateDates {
    let reading = early.reading
    var none = [Int32](repeating: noLimit, count: network.count)
    if let end {
      none[end] = early.finish(end)
      return LateDates(network, reading, anchors: none, deadlines: true)
    }
    let finish = finishes(network, early)
    let anchors = (0..<network.count).map { finish[Int(project[$0])] }
    let hasCeilings = network.specials.contains {
      $0.startCeiling != nil || $0.finishCeiling != nil || $0.pinnedStart != nil || $0.pinnedFinish != nil
    }
    // Within one project a path to its end cannot leave it, unless the project can be reached again.
    var late = LateDates(
      network, reading, anchors: anchors, deadlines: false, scope: count > 1 ? project : nil)
    for number in 0..<count where group[number] >= 0 {
      let members = project.map { group[Int($0)] == group[number] ? 0 : Int32(-1) }
      let own = (0..<network.count).map { project[$0] == number ? anchors[$0] : noLimit }
      let through = LateDates(network, reading, anchors: own, deadlines: false, scope: members)
      late = late.limited(by: through.masked { project[$0] == number })
    }
    if hasCeilings {
      late = late.limited(by: LateDates(network, reading, anchors: none, deadlines: true))
    }
    return late
  }

  /// The latest early finish of each project; ``noLimit`` for one where nothing is scheduled.
  package func finishes(_ network: Network, _ early: EarlyDates) -> [Int32] {
    var finish = [Int32](repeating: Int32.min, count: count)
    for position in 0..<network.count where network.special(at: position)?.isLeftOut != true {
      let number = Int(project[position])
      finish[number] = max(finish[number], early.finish(position))
    }
    return finish.map { $0 == Int32.min ? noLimit : $0 }
  }

  /// Whether each position is on a longest path: on driving links back from the end it counts towards.
  package func longestPaths(_ network: Network, _ early: EarlyDates, to end: Int?) -> [Bool] {
    network.calendars.withTables { tables in
      var walk = DrivingWalk(network: network, early: early, tables: tables)
      if let end {
        walk.visit(from: [end], stamp: 1) { _ in true }
        return walk.seen.map { $0 == 1 }
      }
      let finish = finishes(network, early)
      var last = [[Int]](repeating: [], count: count)
      for position in 0..<network.count
      where network.special(at: position)?.isLeftOut != true
        && early.finish(position) == finish[Int(project[position])]
      {
        last[Int(project[position])].append(position)
      }
      var marked = [Bool](repeating: false, count: network.count)
      for number in 0..<count {
        // A path back into the project leads only through projects that reach each other.
        let mine = Int32(number)
        let own = group[number]
        let visited = walk.visit(from: last[number], stamp: mine + 1) {
          project[$0] == mine || (own >= 0 && group[Int(project[$0])] == own)
        }
        for position in visited where project[position] == mine { marked[position] = true }
      }
      return marked
    }
  }
}

/// A walk back along driving links.
private struct DrivingWalk {
  let network: Network
  let early: EarlyDates
  let tables: [CalendarTables]
  /// The stamp of the last walk that came by each position.
  var seen: [Int32]

  init(network: Network, early: EarlyDates, tables: [CalendarTables]) {
    self.network = network
    self.early = early
    self.tables = tables
    seen = Array(repeating: 0, count: network.count)
  }

  @discardableResult
  mutating func visit(from ends: [Int], stamp: Int32, within scope: (Int) -> Bool) -> [Int] {
    var visited = ends
    for position in ends { seen[position] = stamp }
    var next = 0
    while next < visited.count {
      let position = visited[next]
      next += 1
      var found: [Int] = []
      network.forEachDrivingArc(of: position, early, tables) { found.append(Int(network.arcs[$0].row) / 2) }
      for from in found where seen[from] != stamp && scope(from) {
        seen[from] = stamp
        visited.append(from)
      }
    }
    return visited
  }
}

extension LateDates {
  /// These late dates where `keep` holds, no limit elsewhere.
  fileprivate func masked(_ keep: (Int) -> Bool) -> LateDates {
    var masked = rows
    for position in 0..<rows.count / 2 where !keep(position) {
      masked[2 * position] = noLimit
      masked[2 * position + 1] = noLimit
    }
    return LateDates(rows: masked)
  }
}
