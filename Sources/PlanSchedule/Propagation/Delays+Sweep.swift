// Delays that move much: everything behind is placed again, which reads memory in order.
extension Delays {
  /// What a sweep has seen.
  struct Seen {
    var moved = 0
    var highest = Int32.min
  }

  /// Places everything from a position on.
  ///
  /// - Parameter mark: where the journal of this delay begins; what it says of the swept positions is taken over.
  /// - Returns: how many of them moved since then, and whether any starts too late to be told.
  mutating func sweep(from first: Int, since mark: Int) -> (moved: Int, isCut: Bool) {
    // Back to where they stood, to be compared with.
    var kept = mark
    for place in mark..<noted {
      let entry = journal[place]
      if Int(entry.position) < first {
        journal[kept] = entry
        kept += 1
      } else {
        starts[Int(entry.position)] = entry.start
      }
    }
    noted = kept
    swept.append(contentsOf: starts[first...])
    var (seen, next) = (Seen(), first)
    for position in delayed where position >= first && slips[Int(position)] > 0 {
      placeAll(next..<Int(position), &seen)
      place(Int(position)..<Int(position) + 1, &seen, slip: slips[Int(position)])
      next = Int(position) + 1
    }
    placeAll(next..<count, &seen)
    return (seen.moved, seen.highest > ceiling)
  }

  /// Places positions that nothing delays, four side by side where the network is wide.
  private mutating func placeAll(_ positions: Range<Int>, _ seen: inout Seen) {
    guard !stretches.isEmpty, positions.count > 64 else { return place(positions, &seen) }
    var next = positions.lowerBound
    var stretch = stretches.partitioned { Int($0) <= next }
    let (floors, links, firsts) = (floor, entering, enteringStart)
    var moved = SIMD4<Int32>(repeating: 0)
    var highest = SIMD4<Int32>(repeating: Int32.min)
    while next < positions.upperBound {
      let end = min(Int(stretches[stretch]), positions.upperBound)
      stretch += 1
      let inFours = next + (end - next) / 4 * 4
      if next < inFours {
        var allStarts = starts
        starts = []
        do {
          let (floor, links, firsts) = (floors.span, links.span, firsts.span)
          var starts = allStarts.mutableSpan
          var arc = Int(firsts[next])
          let degree = Int(firsts[next &+ 1]) &- arc
          while next < inFours {
            let positions = (next, next &+ 1, next &+ 2, next &+ 3)
            var start = floor.four(positions)
            for place in arc..<arc &+ degree {
              start = start.raised(to: starts.bounds(links, (place, degree)))
            }
            moved = moved &+ starts.replaceFour(from: next, with: start)
            highest = highest.raised(to: start)
            next &+= 4
            arc &+= 4 &* degree
          }
        }
        starts = allStarts
      }
      place(next..<end, &seen)
      next = end
    }
    seen.moved &+= Int(moved.wrappedSum())
    seen.highest = max(seen.highest, highest.max())
  }

  private mutating func place(_ positions: Range<Int>, _ seen: inout Seen, slip: Int32 = 0) {
    if positions.isEmpty { return }
    let (floors, links, firsts, minutes) = (floor, entering, enteringStart, minutes)
    var allStarts = starts
    starts = []
    do {
      let (floor, links, firsts) = (floors.span, links.span, firsts.span)
      var starts = allStarts.mutableSpan
      var arc = Int(firsts[positions.lowerBound])
      for position in positions {
        let end = Int(firsts[unchecked: position &+ 1])
        var start = floor[unchecked: position]
        while arc < end {
          let link = links[unchecked: arc]
          start = max(start, starts[unchecked: Int(link.from)] &+ link.lag)
          arc &+= 1
        }
        if slip > 0 { start = minutes.delayed(start, by: slip) }
        seen.moved &+= start != starts[unchecked: position] ? 1 : 0
        seen.highest = max(seen.highest, start)
        starts[unchecked: position] = start
      }
    }
    starts = allStarts
  }
}

extension Swift.MutableSpan<Int32> {
  /// What four links ask for that lie as far from each other as positions of a stretch have links.
  @inline(__always)
  fileprivate func bounds(
    _ links: borrowing Swift.Span<Delays.Entering>, _ place: (first: Int, degree: Int)
  ) -> SIMD4<Int32> {
    let one = links[unchecked: place.first]
    let two = links[unchecked: place.first &+ place.degree]
    let three = links[unchecked: place.first &+ 2 &* place.degree]
    let four = links[unchecked: place.first &+ 3 &* place.degree]
    return SIMD4(
      self[unchecked: Int(one.from)], self[unchecked: Int(two.from)], self[unchecked: Int(three.from)],
      self[unchecked: Int(four.from)]) &+ SIMD4(one.lag, two.lag, three.lag, four.lag)
  }

  /// Sets four neighbours, and tells with 1 which of them changed.
  @inline(__always)
  fileprivate mutating func replaceFour(from first: Int, with new: SIMD4<Int32>) -> SIMD4<Int32> {
    let old = SIMD4(
      self[unchecked: first], self[unchecked: first &+ 1], self[unchecked: first &+ 2], self[unchecked: first &+ 3])
    self[unchecked: first] = new[0]
    self[unchecked: first &+ 1] = new[1]
    self[unchecked: first &+ 2] = new[2]
    self[unchecked: first &+ 3] = new[3]
    return SIMD4(repeating: 0).replacing(with: 1, where: new .!= old)
  }
}

extension [Int32] {
  /// The place of the first element that is not before, of elements in order.
  fileprivate func partitioned(_ isBefore: (Int32) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
