/// Which nodes stand within some steps of a focus, over lines taken in either direction.
struct Reach {
  private let distance: [String: Int]
  private let steps: Int

  /// - Complexity: O(lines) for each step.
  init(from focus: some Sequence<String>, steps: Int, over lines: [(from: String, to: String)]) {
    self.steps = max(steps, 0)
    var distance = Dictionary(focus.map { ($0, 0) }, uniquingKeysWith: { a, _ in a })
    var step = 0
    while step < self.steps {
      var next: Set<String> = []
      for line in lines {
        if distance[line.from] == step, distance[line.to] == nil { next.insert(line.to) }
        if distance[line.to] == step, distance[line.from] == nil { next.insert(line.from) }
      }
      if next.isEmpty { break }
      step += 1
      for node in next { distance[node] = step }
    }
    self.distance = distance
  }

  func holds(_ node: String) -> Bool { distance[node] != nil }

  /// Whether a line was or could have been walked; lines between two outermost nodes are not.
  func holds(from: String, to: String) -> Bool {
    guard let a = distance[from], let b = distance[to] else { return false }
    return min(a, b) < steps || (a == 0 && b == 0)
  }
}

/// Lines that follow from a chain of others.
package struct ImpliedLines {
  /// The places of lines whose ends are joined by two or more of the other lines; lines of a cycle are kept.
  ///
  /// - Complexity: O(lines · reachable lines).
  package static func places(in lines: [(from: String, to: String)]) -> Set<Int> {
    var outgoing: [String: [Int]] = [:]
    for (place, line) in lines.enumerated() { outgoing[line.from, default: []].append(place) }
    func reaches(_ end: String, from start: String, without: Int, past first: String) -> Bool {
      var seen: Set<String> = [first]
      var open = [start]
      while let node = open.popLast() {
        if node == end { return true }
        guard seen.insert(node).inserted else { continue }
        for place in outgoing[node] ?? [] where place != without { open.append(lines[place].to) }
      }
      return false
    }
    var implied: Set<Int> = []
    for (place, line) in lines.enumerated() where line.from != line.to {
      let others = (outgoing[line.from] ?? []).filter { lines[$0].to != line.to && lines[$0].to != line.from }
      if others.contains(where: { reaches(line.to, from: lines[$0].to, without: place, past: line.from) }),
        !reaches(line.from, from: line.to, without: place, past: "\u{0}")
      {
        implied.insert(place)
      }
    }
    return implied
  }
}
