import PlanModel

extension Network {
  /// The blocks whose maximal lags no dates meet, each with its members and what each turn around them adds.
  func maximumProblems() -> [Diagnostic] {
    if blocks.isEmpty { return [] }
    var readings = [Reading.first]
    if lastFloor != nil { readings.append(.last) }
    if lowDuration != nil || highDuration != nil { readings += [.mostFavourable, .leastFavourable] }
    for reading in readings {
      let knots = EarlyDates(self, reading).unsettled
      if !knots.isEmpty { return knots.map { loop(in: $0, reading) } }
    }
    return []
  }

  /// Maximal lags whose predecessor could not be pulled far enough, as it has happened or is pinned; in plan order, with
  /// by how much they are exceeded on their own calendar, in the reading in which that is more.
  func brokenMaximums() -> [Diagnostic] {
    if maximums.isEmpty { return [] }
    let readings = lastFloor == nil ? [Reading.first] : [.first, .last]
    let rows = readings.map { EarlyDates(self, $0).rows }
    return calendars.withTables { tables in
      maximums.sorted { $0.link < $1.link }.compactMap { maximum in
        // What could be pulled was, at least to the same boundary of its own work.
        guard special(at: maximum.predecessor)?.canBePulled == false else { return nil }
        let excess = rows.map { maximum.excess($0, tables) }.max() ?? 0
        guard excess > 0 else { return nil }
        let link = plan.links[Int(maximum.link)]
        return Diagnostic(
          .maximumBroken, link.from.text, link.to.text, quantity(excess).description, severity: .warning,
          at: link.evidence.origin)
      }
    }
  }

  /// Working minutes as a plan would say them: in days where that is exact, else hours or minutes.
  func quantity(_ minutes: Int32) -> Quantity {
    let minutes = Int(minutes)
    if minutes % lengths.day == 0 { return .days(minutes / lengths.day) }
    return minutes % 60 == 0 ? .hours(minutes / 60) : .minutes(minutes)
  }

  // MARK: Loops without dates

  /// The loop that adds most in a block without dates; where calendars mix, the one that keeps turning.
  private func loop(in block: Block, _ reading: Reading) -> Diagnostic {
    calendars.withTables { tables in
      var pass = ForwardPass(self, reading, lateFloors: nil)
      if let heaviest = HeaviestLoop(self, block, pass, tables)?.best {
        return diagnostic(of: heaviest.steps, Int32(clamping: heaviest.minutes))
      }
      pass.run(tables)
      pass.loosen(block, tables)
      pass.sweep(block.positions, tables)
      let pulled = pass.pull(block, tables)
      let begin = pulled.first.map { maximums[$0].predecessor } ?? block.positions.lowerBound
      guard let loop = loop(through: begin, pass, block, tables) else {
        let names = block.positions.map { activity($0).id.text }
        let link = plan.links[Int(maximums[block.maximums.lowerBound].link)]
        return Diagnostic(.infeasibleMaximum, names.joined(separator: ", "), "more time", at: link.evidence.origin)
      }
      return diagnostic(of: loop, max(excess(of: loop, pass, tables), 1))
    }
  }

  /// Back along what places each activity, until one comes again: the first loop that adds something, or else the first.
  private func loop(
    through begin: Int, _ pass: ForwardPass, _ block: Block, _ tables: [CalendarTables]
  ) -> [LoopStep]? {
    var path: [LoopStep] = []
    var place: [Int: Int] = [begin: 0]  // of the positions on the path
    var open = [steps(into: begin, pass, block)]
    var found: [LoopStep]?
    // Where much ties, not every way is tried.
    for _ in 0..<10_000 {
      guard let step = open[open.count - 1].popLast() else {
        guard let last = path.popLast() else { break }
        open.removeLast()
        place[last.from] = nil
        continue
      }
      if let known = place[step.from] {
        let loop = Array((path[known...] + [step]).reversed())
        if found == nil { found = loop }
        if excess(of: loop, pass, tables) > 0 { return loop }
        continue
      }
      path.append(step)
      place[step.from] = path.count
      open.append(steps(into: step.from, pass, block))
    }
    return found
  }

  private func diagnostic(of loop: [LoopStep], _ excess: Int32) -> Diagnostic {
    // Told from the member that comes first in the plan.
    let first = loop.indices.min { index(loop[$0].from).value < index(loop[$1].from).value } ?? 0
    let loop = Array(loop[first...] + loop[..<first])
    let names = loop.map { activity($0.from).id.text }
    let links = loop.map { step in
      plan.links[step.maximum.map { Int(maximums[$0].link) } ?? step.arc.map { Int(arcLink[$0]) } ?? 0]
    }
    return Diagnostic(
      .infeasibleMaximum, (names + [names[0]]).joined(separator: " → "),
      quantity(excess).description,
      at: links[0].evidence.origin, related: links.dropFirst().map(\.evidence.origin))
  }

  /// By how much later a turn around a loop brings its first member, in its working time.
  private func excess(of loop: [LoopStep], _ pass: ForwardPass, _ tables: [CalendarTables]) -> Int32 {
    let begin = loop[loop.startIndex].from
    var (start, finish) = (pass.rows[2 * begin], pass.rows[2 * begin + 1])
    let reference = start
    for step in loop {
      let table = tables[Int(calendar[step.to])]
      let work = work(step.to, days: pass.duration[step.to], table)
      var bound: Int32
      if let place = step.maximum {
        let maximum = pass.maximums[place]
        bound = maximum.least(maximum.boundsFinish ? finish : start, tables)
        if maximum.leavesFinish { bound = table.before(work, to: bound) }
      } else {
        let arc = step.arc ?? 0
        let leave = pass.arcs[arc].row % 2 == 0 ? start : finish
        bound = lagged(arc, from: leave, pass.reading, tables)
        if arc >= Int(finishArcs[step.to]) { bound = table.before(work, to: bound) }
      }
      start = roll(bound, step.to, tables)
      finish = table.after(work, from: start)
    }
    let table = tables[Int(calendar[begin])]
    return table.work(until: start) &- table.work(until: reference)
  }

  /// The date that the lag of an arc brings an instant to.
  func lagged(_ arc: Int, from instant: Int32, _ reading: Reading, _ tables: [CalendarTables]) -> Int32 {
    let lag = arcs(reading)[arc].lag
    guard let arcCalendar, arcCalendar[arc] > 0 else { return instant &+ lag }
    return tables[Int(arcCalendar[arc])].lagged(lag, from: instant)
  }

  /// The links and maximal lags of the block that give a position its latest bound.
  private func steps(into position: Int, _ pass: ForwardPass, _ block: Block) -> [LoopStep] {
    var best: [LoopStep] = []
    var latest = Int32.min
    func offer(_ bound: Int32, _ step: LoopStep) {
      guard block.positions.contains(step.from), bound >= latest else { return }
      if bound > latest { best = [] }
      latest = bound
      best.append(step)
    }
    for place in special(at: position)?.pulls ?? 0..<0 {
      offer(
        pass.maximumBounds[place],
        LoopStep(from: maximums[place].successor, to: position, arc: nil, maximum: place))
    }
    for arc in Int(startArcs[position])..<Int(startArcs[position + 1]) {
      offer(
        pass.linkBounds[arc], LoopStep(from: Int(arcs[arc].row) / 2, to: position, arc: arc, maximum: nil))
    }
    return best
  }
}

extension ForwardPass {
  /// Takes away the maximal lags of a block without dates that have no part in that: without any of those that are left, it
  /// settles.
  ///
  /// What is tied together without a minute to spare would otherwise look like a loop as well.
  fileprivate mutating func loosen(_ block: Block, _ tables: [CalendarTables]) {
    // Only in the message of an error; in a large block it is left out.
    if block.maximums.count > 64 { return }
    func without(_ place: Int) -> ForwardPass {
      var trial = self
      trial.maximums[place].most = Int32.max / 4
      for place in block.maximums { trial.maximumBounds[place] = Int32.min }
      trial.unsettled = []
      trial.settle(block, tables)
      return trial
    }
    // Loose ones first, so that of two between the same events the tight one is told.
    for place in block.maximums.sorted(by: { maximums[$0].most > maximums[$1].most }) {
      let trial = without(place)
      if !trial.unsettled.isEmpty { self = trial }
    }
  }
}
