import PlanModel

/// How sweeps side by side take what has more than a floor: dates that it may not start before become floors, deadlines
/// become anchors, and what has anything else is placed one by one.
struct SpecialPositions {
  /// In order.
  private(set) var oneByOne: [Int32] = []
  private var bound: [(position: Int, floor: Int32, ceiling: Int32)] = []

  /// Nil where sweeps side by side do not go: there are maximal lags, or one in four would be placed one by one.
  ///
  /// - Complexity: O(1) where nothing has more than a floor, else O(activities).
  init?(_ network: Network, _ reading: Reading) {
    if !network.isSideBySide || !network.blocks.isEmpty { return nil }
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
    if oneByOne.count > network.count / 4 { return nil }
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

extension ForwardPass {
  /// Places what is left of some positions, once everything else in their stretch has dates.
  @inline(__always)
  mutating func place(
    _ oneByOne: [Int32], _ next: inout Int, before end: Int, in network: Network, _ row: inout MutableSpan<Int32>,
    _ linkBound: inout MutableSpan<Int32>, _ tables: [CalendarTables]
  ) {
    while next < oneByOne.count, oneByOne[next] < end {
      place(Int(oneByOne[next]), in: network, &row, &linkBound, tables)
      next &+= 1
    }
  }
}

/// What is placed one by one while a backward pass sweeps over its stretch: it hands its bounds on first, and has no limits
/// meanwhile.
struct LateSpecials {
  private let oneByOne: [Int32]
  private var next: Int
  private var placed: [BackwardPass.Dates] = []

  init(_ special: SpecialPositions) {
    oneByOne = special.oneByOne
    next = oneByOne.count
  }

  /// Those from a stretch's first position on.
  @inline(__always)
  mutating func place(
    from first: Int, _ pass: BackwardPass, _ anchors: [Int32], _ row: inout MutableSpan<Int32>
  ) {
    while next > 0, oneByOne[next &- 1] >= first {
      next &-= 1
      let position = Int(oneByOne[next])
      pass.placeSpecial(position, anchor: anchors[position], &row)
      placed.append(.init(start: row[2 &* position], finish: row[2 &* position &+ 1]))
      (row[2 &* position], row[2 &* position &+ 1]) = (noLimit, noLimit)
    }
  }

  /// Gives them their dates again.
  @inline(__always)
  mutating func restore(_ row: inout MutableSpan<Int32>) {
    var place = next
    while let dates = placed.popLast() {
      let position = Int(oneByOne[place])
      (row[2 &* position], row[2 &* position &+ 1]) = (dates.start, dates.finish)
      place &+= 1
    }
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
