import CMilepostKernels
import PlanModel
import PlanSchedule

/// Something that is drawn, and where its draws lie.
struct DrawnSubject {
  enum Kind {
    case node(Int)
    case driver(Int)
    case delay(Int)

    func value(_ block: DrawBlock, _ lane: Int) -> Double {
      switch self {
      case .node(let node): Double(block.work.floats[16 * node + lane])
      case .driver(let place): block.factors[16 * place + lane] == 1 ? 0 : 1
      case .delay(let place): block.delays[16 * place + lane] == 0 ? 0 : 1
      }
    }
  }

  let subject: Influence.Subject
  let kind: Kind
}

extension Draws {
  /// Everything that is drawn: durations, days, then risks.
  var kinds: [DrawnSubject.Kind] {
    var kinds: [DrawnSubject.Kind] = []
    for position in varies.indices where varies[position] { kinds.append(.node(first + position)) }
    for place in days.indices { kinds.append(.node(1 + place)) }
    for (place, driver) in drivers.enumerated() where driver.probability < 1 { kinds.append(.driver(place)) }
    var events: Set<Int> = []
    let first = delays.indices.filter { events.insert(delays[$0].event).inserted }
    kinds += first.sorted { delays[$0].event < delays[$1].event }.map(DrawnSubject.Kind.delay)
    return kinds
  }
}

extension Simulation {
  /// What a plan calls something that is drawn.
  func subject(_ kind: DrawnSubject.Kind) -> Influence.Subject {
    switch kind {
    case .node(let node) where node >= draws.first: .duration(model.network.activity(node - draws.first).id)
    case .node(let node): .date(model.network.activity(Int(draws.days[node - 1].position)).id)
    case .driver(let place): .risk(model.drivers[place].id)
    case .delay(let place): .risk(model.events[draws.delays[place].event].id)
    }
  }

  /// How one thing that is drawn goes together with a quantity.
  struct Ranked {
    let drawn: DrawnSubject
    /// Nil where one of both never varies.
    let correlation: Double?
    /// The deviation of the draws over that of the quantity; 0 where the quantity never varies.
    let spread: Double
  }

  /// What has most to do with a quantity of each future, the largest correlation first.
  ///
  /// The draws are made again from their addresses. O(what is drawn · iterations).
  func ranked(
    _ series: [Double], _ futures: Futures, leading: Int, where isWanted: (Influence.Subject, Double?) -> Bool
  ) -> [Ranked] {
    let block = block(draws)
    let sums = DrawnSums(block, durations: model.network.duration, 1)
    forEachBlock(futures, block) { first in sums.add { series[first + $1] } }
    let n = Double(max(1, series.count))
    let (t, tt) = series.reduce(into: (0.0, 0.0)) { sums, value in
      sums.0 += value
      sums.1 += value * value
    }
    var taken: [Double] = []
    sums.take { taken.append($1) }
    let moments = Comoments(
      quantity: tt - t * t / n,
      drawn: stride(from: 0, to: taken.count, by: 3).map { first in
        let x = taken[first]
        return (taken[first + 1] - x * x / n, taken[first + 2] - x * t / n)
      })
    return ranked(moments, leading: leading, where: isWanted)
  }

  /// The same for the finishes of an end, from sums over the draws.
  func ranked(
    _ moments: Comoments, leading: Int, where isWanted: (Influence.Subject, Double?) -> Bool
  ) -> [Ranked] {
    let kinds = draws.kinds
    return moments.leading(leading) { isWanted(subject(kinds[$0]), moments.correlation($0)) }.map { place in
      Ranked(
        drawn: DrawnSubject(subject: subject(kinds[place]), kind: kinds[place]),
        correlation: moments.correlation(place), spread: moments.spread(place))
    }
  }

  /// Sums over the draws of futures with the finishes of some ends, as the runners make them on the way.
  ///
  /// The draws are made again from their addresses. O(what is drawn · iterations).
  func totals(_ ends: [Int], _ futures: Futures) -> DrawnTotals {
    let block = block(draws)
    let sums = DrawnSums(block, durations: model.network.duration, ends.count)
    var totals = DrawnTotals(of: draws.kinds.count, ends: ends)
    let finishes = ends.map { futures.finishes[$0] }
    forEachBlock(futures, block) { first in
      sums.add { Double(finishes[$0][first + $1]) }
      if (first + LaneNetwork.lanes) % Batch.half == 0 { totals.add(sums) }
    }
    return totals
  }

  /// What some subjects are in every future, drawn again and nothing else with them.
  func values(of subjects: [DrawnSubject], _ futures: Futures) -> [[Int32]] {
    if subjects.isEmpty { return [] }
    var values = subjects.map { _ in [Int32](repeating: 0, count: futures.iterations) }
    let block = block(draws.only(subjects))
    forEachBlock(futures, block) { first in
      for (place, subject) in subjects.enumerated() {
        for lane in 0..<LaneNetwork.lanes { values[place][first + lane] = Int32(subject.kind.value(block, lane)) }
      }
    }
    return values
  }

  private func block(_ draws: Draws) -> DrawBlock { DrawBlock(draws, durations: { self.standing($0) }, path) }

  /// Draws all futures again, sixteen at a time.
  private func forEachBlock(_ futures: Futures, _ block: DrawBlock, _ body: (Int) -> Void) {
    var first = 0
    for batch in futures.batches {
      for group in 0..<(Batch.size / LaneNetwork.lanes) {
        block.draw(UInt32(truncatingIfNeeded: batch * Batch.size + group * LaneNetwork.lanes))
        body(first)
        first += LaneNetwork.lanes
      }
    }
  }

  /// The duration of a node before anything is drawn.
  private func standing(_ node: Int) -> Float {
    let position = node - draws.first
    return position >= 0 && position < model.network.count ? Float(model.network.duration[position]) : 0
  }
}

extension Draws {
  /// What it takes to draw some of it, with the same values.
  fileprivate func only(_ subjects: [DrawnSubject]) -> Draws {
    let nodes = Set(subjects.compactMap { if case .node(let node) = $0.kind { Int32(node) } else { nil } })
    var draws = self
    draws.triangles = triangles.filter { nodes.contains($0.node) }
    draws.durations = durations.filter { nodes.contains($0.node) }
    return draws
  }
}
