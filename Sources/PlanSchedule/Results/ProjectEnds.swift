import PlanGraph
import PlanModel

/// The ends that floats are to: by default the latest finish of each activity's own project.
///
/// Projects that reach each other form a group. In a group of at most 64 projects every activity's float is to the end of
/// its own project, wherever the path leads on the way; that takes a sweep over the group for each of its projects. In a
/// larger one, or where those sweeps would come by a million activities, it is to the nearest end of the group that a path
/// leads to, which is never later: one sweep answers for all of them.
package struct ProjectEnds: Sendable {
  /// The project of each position, counted in plan order; activities of no project share one number.
  package let project: [Int32]
  package let count: Int
  private let groups: ProjectGroups
  /// Links count within a project, or within its group where that is large; nil where there is one project.
  private let scope: LinkScope?

  /// Whether floats in a group are to the end of each activity's own project.
  static func isExact(projects: Int, activities: Int) -> Bool {
    projects <= 64 && projects * activities <= 1_000_000
  }

  package init(_ network: Network) {
    project = network.project
    count = network.projectCount
    let groups = ProjectGroups(network)
    self.groups = groups
    // Within one project a path to its end cannot leave it, unless the project can be reached again; in a large group
    // all ends count, so that one sweep over the group is enough.
    let numbers = groups.hasLarge ? network.project.map { groups.scope(Int($0)) } : network.project
    scope = network.projectCount > 1 ? LinkScope(network, numbers, crossing: groups.crossing) : nil
  }

  /// Whether the float of a position is to the nearest end of a large group.
  package func isGroupFloat(_ position: Int) -> Bool { groups.isLarge(Int(project[position])) }
  /// Whether there is a large group.
  package var hasGroupFloats: Bool { groups.hasLarge }

  /// Late dates to one position's early finish, or to the end of each activity's own project; deadlines always bind.
  package func lateDates(_ network: Network, _ early: EarlyDates, to end: Int?) -> LateDates {
    func none() -> [Int32] { [Int32](repeating: noLimit, count: network.count) }
    if let end {
      var anchors = none()
      anchors[end] = early.finish(end)
      return LateDates(network, early, anchors: anchors, deadlines: true)
    }
    let finish = anchors(network, early)
    let anchors = project.map { finish[Int($0)] }
    let hasCeilings = network.specials.contains {
      $0.startCeiling != nil || $0.finishCeiling != nil || $0.pinnedStart != nil || $0.pinnedFinish != nil
    }
    var late = LateDates(network, early, anchors: anchors, deadlines: false, scope: scope)
    if !groups.small.isEmpty { limitToOwnEnds(&late, network, early, finish) }
    if hasCeilings {
      late = late.limited(by: LateDates(network, early, anchors: none(), deadlines: true))
    }
    if network.spans.isEmpty { return late }
    // A span rests on the final dates of its parts, not on those to one end.
    var rows = late.rows
    network.fillSpans(&rows, late: early)
    return LateDates(rows: rows)
  }

  /// Follows the paths of small groups that leave a project and come back, one sweep over the group for each project.
  private func limitToOwnEnds(_ late: inout LateDates, _ network: Network, _ early: EarlyDates, _ finish: [Int32]) {
    var members = [[Int32]](repeating: [], count: groups.small.count)
    var scope = [Int32](repeating: -1, count: network.count)
    for position in 0..<network.count {
      guard let group = groups.smallGroup(Int(project[position])) else { continue }
      members[group].append(Int32(position))
      scope[position] = Int32(group)
    }
    var rows = late.rows
    var through = [Int32](repeating: noLimit, count: 2 * network.count)
    network.calendars.withTables { tables in
      let within = LinkScope(network, scope, crossing: groups.crossing)
      let pass = BackwardPass(network, early, deadlines: false, scope: within, tables)
      for (group, projects) in groups.small.enumerated() {
        for number in projects {
          guard let first = members[group].firstIndex(where: { project[Int($0)] == number }),
            let last = members[group].lastIndex(where: { project[Int($0)] == number })
          else { continue }
          if network.blocks.isEmpty {
            // Predecessors come first: no path between two activities of the project leaves this stretch.
            let stretch = members[group][first...last]
            pass.run(over: stretch.reversed(), &through) { project[$0] == number ? finish[Int(number)] : noLimit }
          } else {
            pass.run(project.map { $0 == number ? finish[Int(number)] : noLimit }, &through)
          }
          for member in network.blocks.isEmpty ? members[group][..<(last + 1)] : members[group][...] {
            for row in [2 * Int(member), 2 * Int(member) + 1] {
              if project[Int(member)] == number { rows[row] = min(rows[row], through[row]) }
              through[row] = noLimit
            }
          }
        }
      }
    }
    late = LateDates(rows: rows)
  }

  /// What late dates are counted from: the date that a project must finish by, or else its latest early finish.
  private func anchors(_ network: Network, _ early: EarlyDates) -> [Int32] {
    let finish = finishes(network, early)
    if network.mustFinish.isEmpty { return finish }
    return zip(finish, network.mustFinish).map { $0 == noLimit || $1 == noLimit ? $0 : $1 }
  }

  /// The latest early finish of each project; ``noLimit`` for one where nothing is scheduled.
  package func finishes(_ network: Network, _ early: EarlyDates) -> [Int32] {
    var finish = [Int32](repeating: Int32.min, count: count)
    let (rows, special) = (early.rows, network.special)
    for position in 0..<network.count {
      if special[position] >= 0, network.specials[Int(special[position])].isLeftOut { continue }
      let number = Int(project[position])
      finish[number] = max(finish[number], rows[2 * position + 1])
    }
    return finish.map { $0 == Int32.min ? noLimit : $0 }
  }

  /// Whether each position is on a longest path: on driving links back from the end it counts towards.
  ///
  /// - Complexity: O(activities + links); where at most 64 projects reach each other, once more over those projects for
  ///   each of them.
  package func longestPaths(_ network: Network, _ early: EarlyDates, to end: Int?) -> [Bool] {
    var marked = [Bool](repeating: false, count: network.count)
    if let end {
      marked[end] = true
    } else {
      let finish = finishes(network, early)
      for position in 0..<network.count
      where early.finish(position) == finish[Int(project[position])] && !network.isLeftOut(position) {
        marked[position] = true
      }
    }
    network.calendars.withTables { tables in
      // Without maximal lags, driving links lead back in order: one sweep follows them all.
      guard network.blocks.isEmpty else { return markByWalks(&marked, network, early, to: end, tables) }
      if end == nil, !groups.small.isEmpty { markByWalks(&marked, network, early, to: nil, tables) }
      var driving = DrivingArcs(network, early)
      let cuts = end == nil ? scope : nil
      for position in stride(from: network.count - 1, through: 0, by: -1) where marked[position] {
        let arcs = Int(network.startArcs[position])..<Int(network.startArcs[position + 1])
        if arcs.isEmpty { continue }
        driving.find(position, tables)
        for arc in arcs where cuts?.cuts(arc) != true && driving.contains(arc) {
          marked[Int(network.arcs[arc].row) / 2] = true
        }
      }
    }
    return marked
  }

  /// The same for what leads out of a project and back into it, and where maximal lags lead back as well: a walk from the
  /// ends of each project.
  private func markByWalks(
    _ marked: inout [Bool], _ network: Network, _ early: EarlyDates, to end: Int?, _ tables: [CalendarTables]
  ) {
    var walk = DrivingWalk(network: network, early: early, tables: tables)
    if let end {
      for position in walk.visit(from: [end], stamp: 1, within: { _ in true }) { marked[position] = true }
      return
    }
    var last = [[Int]](repeating: [], count: count)
    for position in 0..<network.count where marked[position] { last[Int(project[position])].append(position) }
    for number in 0..<count where !groups.isLarge(number) {
      // A path back into the project leads only through projects that reach each other.
      let mine = Int32(number)
      let own = groups.smallGroup(number)
      if own == nil, network.blocks.isEmpty { continue }
      let visited = walk.visit(from: last[number], stamp: mine + 1) {
        project[$0] == mine || (own != nil && groups.smallGroup(Int(project[$0])) == own)
      }
      for position in visited where project[position] == mine { marked[position] = true }
    }
    for group in groups.large where !network.blocks.isEmpty {
      // Towards whichever end of its group, as the floats are.
      let visited = walk.visit(from: group.flatMap { last[Int($0)] }, stamp: Int32(count) + 1) {
        groups.scope(Int(project[$0])) == groups.scope(Int(group[0]))
      }
      for position in visited { marked[position] = true }
    }
  }
}

extension Network {
  /// The positions that driving links lead from to any of these, which are among them. O(activities + links).
  package func driving(_ ends: [Int], _ early: EarlyDates) -> [Int] {
    calendars.withTables { tables in
      var walk = DrivingWalk(network: self, early: early, tables: tables)
      return walk.visit(from: ends, stamp: 1) { _ in true }
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
    // Once, and not at each use: a network is many arrays, whose memory is counted whenever it is passed on.
    let (network, early, tables) = (network, early, tables)
    var visited = ends
    for position in ends { seen[position] = stamp }
    var next = 0
    while next < visited.count {
      let position = visited[next]
      next += 1
      var found: [Int] = []
      network.forEachDrivingArc(of: position, early, tables) { found.append(Int(network.arcs[$0].row) / 2) }
      network.forEachDrivingMaximum(of: position, early, tables) { found.append(network.maximums[$0].successor) }
      for from in found where seen[from] != stamp && scope(from) {
        seen[from] = stamp
        visited.append(from)
      }
    }
    return visited
  }
}
