import PlanModel

/// One step around a loop of links and longest lags: what places an activity after another.
struct LoopStep {
  let from: Int
  let to: Int
  /// The arc of a link, or the place of a maximal lag.
  let arc: Int?
  let maximum: Int?
}

/// The loop that adds most at each turn, in a block without dates whose lags and work all run on one calendar: there every
/// step adds the same minutes, whenever it is taken.
///
/// Small blocks are searched loop by loop. In large ones, where there are too many, it is a loop that Bellman and Ford
/// find: it adds something, but another may add more.
struct HeaviestLoop {
  private struct Edge {
    let to: Int
    let minutes: Int64
    let step: LoopStep
  }

  private let first: Int
  /// By position from the first of the block on.
  private var edges: [[Edge]]
  private var path: [Edge] = []
  private var isOnPath: [Bool]
  /// By the start of the search: what can come back to it.
  private var comesBack: [Bool] = []
  /// The most activities of a block that is searched: a path through all of them must fit on the stack.
  private static let largest = 500
  /// How many steps may be tried before the search is given up.
  private var budget = 200_000
  private(set) var best: (minutes: Int64, steps: [LoopStep])?

  /// Nil where minutes of different calendars would have to be added, and for very large blocks.
  init?(_ network: Network, _ block: Block, _ pass: ForwardPass, _ tables: [CalendarTables]) {
    guard block.positions.count <= HeaviestLoop.largest else { return nil }
    first = block.positions.lowerBound
    edges = Array(repeating: [], count: block.positions.count)
    isOnPath = Array(repeating: false, count: block.positions.count)
    let calendar = network.calendar[first]
    func runs(_ lag: Int32, on other: Int16) -> Bool { lag == 0 || max(other, 0) == calendar }
    func place(_ from: Int, _ to: Int, _ minutes: Int64, _ step: LoopStep) {
      edges[from - first].append(Edge(to: to - first, minutes: minutes, step: step))
    }
    var work: [Int64] = []
    for position in block.positions {
      guard network.calendar[position] == calendar, network.special(at: position)?.window == nil else { return nil }
      work.append(Int64(network.work(position, days: pass.duration[position], tables[Int(calendar)])))
    }
    for position in block.positions {
      let special = network.special(at: position)
      let stands = special.map { $0.actualFinish != nil || $0.pinnedStart != nil || $0.pinnedFinish != nil } ?? false
      if stands { continue }
      for arc in Int(network.startArcs[position])..<Int(network.startArcs[position + 1]) {
        let (row, lag) = (Int(pass.arcs[arc].row), pass.arcs[arc].lag)
        guard block.positions.contains(row / 2) else { continue }
        guard runs(lag, on: network.arcCalendar?[arc] ?? 0) else { return nil }
        // The start of what has begun moves nothing.
        if row % 2 == 0, network.special(at: row / 2)?.actualStart != nil { continue }
        let left = row % 2 == 0 ? 0 : work[row / 2 - first]
        let bound = arc >= Int(network.finishArcs[position]) ? work[position - first] : 0
        place(
          row / 2, position, left + Int64(lag) - bound,
          LoopStep(from: row / 2, to: position, arc: arc, maximum: nil))
      }
    }
    for number in block.maximums {
      let maximum = pass.maximums[number]
      guard network.special(at: maximum.predecessor)?.canBePulled ?? true else { continue }
      guard runs(maximum.most, on: maximum.calendar) else { return nil }
      if !maximum.boundsFinish, network.special(at: maximum.successor)?.actualStart != nil { continue }
      let left = maximum.boundsFinish ? work[maximum.successor - first] : 0
      let bound = maximum.leavesFinish ? work[maximum.predecessor - first] : 0
      place(
        maximum.successor, maximum.predecessor, left - Int64(maximum.most) - bound,
        LoopStep(from: maximum.successor, to: maximum.predecessor, arc: nil, maximum: number))
    }
    search()
  }

  private mutating func search() {
    for start in edges.indices where budget > 0 {
      comesBack = positions(leadingTo: start)
      visit(start, from: start, 0)
    }
    if budget <= 0, let found = bellmanFord(), found.minutes > best?.minutes ?? 0 { best = found }
  }

  /// Every loop once: through `start` and later positions only.
  private mutating func visit(_ position: Int, from start: Int, _ minutes: Int64) {
    isOnPath[position] = true
    for edge in edges[position] where edge.to >= start && comesBack[edge.to] && budget > 0 {
      budget -= 1
      path.append(edge)
      if edge.to == start {
        offer(minutes + edge.minutes)
      } else if !isOnPath[edge.to] {
        visit(edge.to, from: start, minutes + edge.minutes)
      }
      path.removeLast()
    }
    isOnPath[position] = false
  }

  /// Of loops that add as much, the shortest is told.
  private mutating func offer(_ minutes: Int64) {
    if minutes <= 0 { return }
    if let best, (best.minutes, -best.steps.count) >= (minutes, -path.count) { return }
    best = (minutes, path.map(\.step))
  }

  private func positions(leadingTo start: Int) -> [Bool] {
    var leads = Array(repeating: false, count: edges.count)
    leads[start] = true
    var isSettled = false
    while !isSettled {
      isSettled = true
      for position in edges.indices.reversed() where position >= start && !leads[position] {
        if edges[position].contains(where: { $0.to >= start && leads[$0.to] }) {
          leads[position] = true
          isSettled = false
        }
      }
    }
    return leads
  }

  /// A loop that adds something.
  private func bellmanFord() -> (minutes: Int64, steps: [LoopStep])? {
    var latest = Array(repeating: Int64(0), count: edges.count)
    var parent = Array(repeating: (from: -1, edge: 0), count: edges.count)
    var moved = -1
    for _ in 0...edges.count {
      moved = -1
      for from in edges.indices {
        for (number, edge) in edges[from].enumerated() where latest[from] + edge.minutes > latest[edge.to] {
          latest[edge.to] = latest[from] + edge.minutes
          parent[edge.to] = (from, number)
          moved = edge.to
        }
      }
      if moved < 0 { return nil }
    }
    // Far enough back is on the loop.
    for _ in edges.indices { moved = parent[moved].from }
    var steps: [LoopStep] = []
    var (place, minutes) = (moved, Int64(0))
    repeat {
      let edge = edges[parent[place].from][parent[place].edge]
      steps.append(edge.step)
      minutes += edge.minutes
      place = parent[place].from
    } while place != moved
    return (minutes, steps.reversed())
  }
}
