import PlanModel

extension Draft {
  /// Reports activities and projects that are, by whatever others, part of themselves: each loop once, with every place.
  func reportPartsOfThemselves(_ reading: Reading) {
    let activityParts = parents.compactMap { position, reference in
      activities[position].details.parent.map {
        Part(name: activities[position].id.text, whole: $0.text, origin: reference.origin)
      }
    }
    let projectParts = wholes.map { Part(name: $0.project.text, whole: $0.1.text, origin: $0.1.origin) }
    for loop in loops(of: projectParts) + loops(of: activityParts) {
      let names = (loop + [loop[0]]).map(\.name).joined(separator: " → ")
      reading.report(
        .partOfCycle, loop[0].name, names.shortened, at: loop[0].origin,
        related: loop.dropFirst().prefix(8).map(\.origin))
    }
  }
}

/// What one `part-of` says.
private struct Part {
  var name: String
  var whole: String
  var origin: Origin
}

/// The loops among parts that each have one whole, in the order of their first parts. O(parts).
private func loops(of parts: [Part]) -> [[Part]] {
  let places = Dictionary(parts.indices.map { (parts[$0].name, $0) }) { first, _ in first }
  // The walk that first came to a part; a walk that meets itself has found a loop.
  var walks = [Int?](repeating: nil, count: parts.count)
  var loops: [[Part]] = []
  for start in parts.indices {
    var next: Int? = start
    while let place = next, walks[place] == nil {
      walks[place] = start
      next = places[parts[place].whole]
    }
    guard let first = next, walks[first] == start else { continue }
    var loop = [parts[first]]
    var place = places[parts[first].whole]
    while let here = place, here != first {
      loop.append(parts[here])
      place = places[parts[here].whole]
    }
    loops.append(loop)
  }
  return loops
}
