import PlanGraph
import PlanModel

/// Projects that reach each other over hard links: the strongly connected groups of two projects or more.
struct ProjectGroups: Sendable {
  /// Groups small enough for a sweep of their own for each project, and the others; the projects of each by number.
  private(set) var small: [[Int32]] = []
  private(set) var large: [[Int32]] = []
  /// By project: the place of its small group, −1 for none.
  private var smallOf: [Int32]
  /// The arcs from one project to another, each with the position that it leads to.
  private(set) var crossing: [LeavingArc] = []
  /// By project: a number that only the projects of the same large group share.
  private var scopeOf: [Int32]
  private var count: Int

  var hasLarge: Bool { !large.isEmpty }
  func isLarge(_ project: Int) -> Bool { Int(scopeOf[project]) >= count }
  func smallGroup(_ project: Int) -> Int? { smallOf[project] < 0 ? nil : Int(smallOf[project]) }
  func scope(_ project: Int) -> Int32 { scopeOf[project] }

  init(_ network: Network) {
    count = network.projectCount
    smallOf = Array(repeating: -1, count: count)
    scopeOf = (0..<Int32(count)).map { $0 }
    guard count > 1 else { return }
    var activities = [Int](repeating: 0, count: count)
    for project in network.project { activities[Int(project)] += 1 }
    for group in components(network) {
      let size = group.reduce(0) { $0 + activities[Int($1)] }
      if ProjectEnds.isExact(projects: group.count, activities: size) {
        for project in group { smallOf[Int(project)] = Int32(small.count) }
        small.append(group)
      } else {
        for project in group { scopeOf[Int(project)] = Int32(count + large.count) }
        large.append(group)
      }
    }
  }

  /// The groups, by their first project; finds what crosses between projects on the way.
  private mutating func components(_ network: Network) -> [[Int32]] {
    let count = count
    let (project, networkArcs, startArcs) = (network.project.span, network.arcs.span, network.startArcs.span)
    var arcs: [Arc] = []
    var crossing: [LeavingArc] = []
    for position in 0..<network.count {
      for arc in Int(startArcs[position])..<Int(startArcs[position &+ 1]) {
        let from = project[Int(networkArcs[arc].row) / 2]
        if from != project[position] {
          arcs.append(Arc(from: Int(from), to: Int(project[position])))
          crossing.append(LeavingArc(arc: Int32(truncatingIfNeeded: arc), to: Int32(truncatingIfNeeded: position)))
        }
      }
    }
    self.crossing = crossing
    // A maximal lag leads back: late dates of its successor rest on those of its predecessor.
    for maximum in network.maximums where project[maximum.successor] != project[maximum.predecessor] {
      arcs.append(Arc(from: Int(project[maximum.successor]), to: Int(project[maximum.predecessor])))
    }
    guard !arcs.isEmpty else { return [] }
    var start = [Int32](repeating: 0, count: count + 1)
    for arc in arcs { start[Int(arc.from) + 1] += 1 }
    for node in 0..<count { start[node + 1] += start[node] }
    var next = start
    var outgoing = [Int32](repeating: 0, count: arcs.count)
    for (place, arc) in arcs.enumerated() {
      outgoing[Int(next[Int(arc.from)])] = Int32(place)
      next[Int(arc.from)] += 1
    }
    let component = CycleSearch(count: count, arcs: arcs, outgoingStart: start, outgoing: outgoing).components()
    var members = [[Int32]](repeating: [], count: count)
    for number in 0..<count { members[Int(component[number])].append(Int32(number)) }
    return members.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }
}
