import CMilepostKernels
import PlanModel
import PlanSchedule

/// Something that is drawn, and where its draws lie.
struct DrawnSubject {
  enum Kind {
    case node(Int)
    case driver(Int)
    case delay(Int)
  }

  let subject: Influence.Subject
  let kind: Kind

  func value(_ block: DrawBlock, _ lane: Int) -> Double {
    switch kind {
    case .node(let node): Double(block.work.floats[16 * node + lane])
    case .driver(let place): block.factors[16 * place + lane] == 1 ? 0 : 1
    case .delay(let place): block.delays[16 * place + lane] == 0 ? 0 : 1
    }
  }
}

extension Simulation {
  /// Everything that is drawn: durations, days, then risks.
  func subjects() -> [DrawnSubject] {
    let network = model.network
    var subjects = draws.varies.indices.filter { draws.varies[$0] }.map {
      DrawnSubject(subject: .duration(network.activity($0).id), kind: .node(draws.first + $0))
    }
    for (place, day) in draws.days.enumerated() {
      subjects.append(DrawnSubject(subject: .date(network.activity(Int(day.position)).id), kind: .node(1 + place)))
    }
    for (place, driver) in draws.drivers.enumerated() where driver.probability < 1 {
      subjects.append(DrawnSubject(subject: .risk(model.drivers[place].id), kind: .driver(place)))
    }
    for (place, event) in model.events.enumerated() {
      guard let delay = draws.delays.firstIndex(where: { $0.event == place }) else { continue }
      subjects.append(DrawnSubject(subject: .risk(event.id), kind: .delay(delay)))
    }
    return subjects
  }

  /// How one thing that is drawn goes together with a quantity.
  struct Ranked {
    let drawn: DrawnSubject
    /// Nil where one of both never varies.
    let correlation: Double?
    /// The deviation of the draws over that of the quantity; 0 where the quantity never varies.
    let spread: Double
  }

  /// Everything that is drawn, by the size of its correlation with a quantity of each future, the largest first.
  ///
  /// The draws are made again from their addresses. O(what is drawn · iterations).
  func ranked(_ series: [Double], _ futures: Futures) -> [Ranked] {
    ranked([series], futures)[0]
  }

  /// The same for several quantities, from one look at the draws.
  func ranked(_ series: [[Double]], _ futures: Futures) -> [[Ranked]] {
    let subjects = subjects()
    let block = block(draws)
    let sums = DrawnSums(subjects, block, series)
    forEachBlock(futures, block) { sums.add($0) }
    return series.indices.map { quantity in
      let (t, tt) = series[quantity].reduce(into: (0.0, 0.0)) { sums, value in
        sums.0 += value
        sums.1 += value * value
      }
      let n = Double(max(1, series[quantity].count))
      let deviation = max(0, tt - t * t / n).squareRoot()
      let found = subjects.indices.map { place -> (Int, Ranked) in
        let (x, xx, xt) = sums.sums(of: place, with: quantity)
        let spread = max(0, xx - x * x / n).squareRoot()
        let both = xt - x * t / n
        let correlation = spread > 0 && deviation > 0 ? max(-1, min(1, both / (spread * deviation))) : nil
        return (
          place,
          Ranked(drawn: subjects[place], correlation: correlation, spread: deviation > 0 ? spread / deviation : 0)
        )
      }
      return found.sorted {
        let (one, other) = (abs($0.1.correlation ?? 0), abs($1.1.correlation ?? 0))
        return one != other ? one > other : $0.0 < $1.0
      }.map(\.1)
    }
  }

  /// What some subjects are in every future, drawn again and nothing else with them.
  func values(of subjects: [DrawnSubject], _ futures: Futures) -> [[Int32]] {
    if subjects.isEmpty { return [] }
    var values = subjects.map { _ in [Int32](repeating: 0, count: futures.iterations) }
    let block = block(draws.only(subjects))
    forEachBlock(futures, block) { first in
      for (place, subject) in subjects.enumerated() {
        for lane in 0..<LaneNetwork.lanes { values[place][first + lane] = Int32(subject.value(block, lane)) }
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
