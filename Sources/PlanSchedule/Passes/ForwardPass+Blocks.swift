import PlanModel

extension ForwardPass {
  /// Places the activities of a block: sweep, pull what its maximal lags leave too far behind, and again until nothing
  /// moves. The result is the earliest that meets all of them.
  ///
  /// - Complexity: O(block) for each turn; mostly two turns, see ``Block/turns``.
  mutating func settle(_ block: Block, _ tables: [CalendarTables]) {
    for turn in 0..<block.turns {
      sweep(block.positions, tables)
      if pull(block, tables).isEmpty {
        if isAtEndOfYears(block), turn > block.maximums.count + 2 || keepsTurning(block, tables) { break }
        return
      }
    }
    unsettled.append(block)
  }

  /// Whether a date of the block had to be cut, so that nothing can move any more, whatever still pulls.
  private func isAtEndOfYears(_ block: Block) -> Bool {
    rows[2 * block.positions.lowerBound..<2 * block.positions.upperBound].contains { $0 >= Day.latest.end.minutes }
  }

  private func keepsTurning(_ block: Block, _ tables: [CalendarTables]) -> Bool {
    HeaviestLoop(network, block, self, tables)?.best != nil
  }

  /// Pulls predecessors of maximal lags later, and tells which maximums pulled.
  ///
  /// Later predecessors first, each placed anew at once, so that a row of maximums takes one turn.
  mutating func pull(_ block: Block, _ tables: [CalendarTables]) -> [Int] {
    var pulled: [Int] = []
    var (rows, bounds) = (self.rows, linkBounds)
    (self.rows, linkBounds) = ([], [])
    for place in block.maximums {
      let maximum = maximums[place]
      let position = maximum.predecessor
      var bound = maximum.least(rows[Int(maximum.to)], tables)
      if maximum.leavesFinish {
        let table = tables[Int(network.calendar[position])]
        let work =
          expectedWork[Int32(position)] ?? network.work(position, days: duration[position], table)
        bound = network.special(at: position)?.start(of: work, by: bound, table) ?? table.before(work, to: bound)
      }
      if bound <= maximumBounds[place] { continue }
      maximumBounds[place] = bound
      let before = (rows[2 * position], rows[2 * position + 1])
      placeAlone(position, in: network, &rows, &bounds, tables)
      if before != (rows[2 * position], rows[2 * position + 1]) { pulled.append(place) }
    }
    (self.rows, linkBounds) = (rows, bounds)
    return pulled
  }
}
