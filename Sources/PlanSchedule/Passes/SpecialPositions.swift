/// How sweeps side by side take what has more than a floor: dates that it may not start before become floors, deadlines
/// become anchors, and what has anything else is placed one by one.
struct SpecialPositions {
  /// In order.
  private(set) var oneByOne: [Int32] = []
  private var bound: [(position: Int, floor: Int32, ceiling: Int32)] = []

  /// - Complexity: O(1) where nothing has more than a floor, else O(activities).
  init(_ network: Network, _ reading: Reading) {
    if network.specials.isEmpty { return }
    let special = network.special.span
    for position in 0..<special.count where special[unchecked: position] >= 0 {
      let place = Int(special[unchecked: position])
      if network.specials[place].isBound {
        let (planned, start) = (network.specials[place].planned(reading), network.specials[place].startFloor(reading))
        let floor = max(planned ?? Int32.min, start ?? Int32.min)
        bound.append((position, floor, network.specials[place].finishCeiling ?? noLimit))
      } else {
        oneByOne.append(Int32(truncatingIfNeeded: position))
      }
    }
  }

  /// The floors of a pass.
  func floors(_ floors: [Int32]) -> [Int32] {
    if bound.isEmpty { return floors }
    var floors = floors
    for (position, floor, _) in bound { floors[position] = max(floors[position], floor) }
    return floors
  }

  /// The anchors of a pass, and deadlines where they bind; none for what is placed one by one.
  func anchors(_ anchors: [Int32], deadlines: Bool) -> [Int32] {
    if oneByOne.isEmpty, bound.isEmpty || !deadlines { return anchors }
    var anchors = anchors
    if deadlines {
      for (position, _, ceiling) in bound { anchors[position] = min(anchors[position], ceiling) }
    }
    for position in oneByOne { anchors[Int(position)] = noLimit }
    return anchors
  }
}

extension Special {
  /// Whether it says no more than what its activity may not start before, and when it must be finished. Fact by fact, since
  /// it is asked for in each pass.
  package var isBound: Bool {
    let isFree = finishFloorFirst == nil && finishFloorLast == nil && startCeiling == nil
    let isOpen = pinnedStart == nil && pinnedFinish == nil && actualStart == nil && actualFinish == nil
    let isAhead = remaining == nil && suspended == nil && resumes == nil && expectedFirst == nil && expectedLast == nil
    return isFree && isOpen && isAhead && slip == 0 && window == nil && !isFinishEvent && !isInstant && !isLeftOut
      && span == nil && pulls.isEmpty
  }
}
