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
    let subjects = subjects()
    var sums = [(x: Double, xx: Double, xt: Double)](repeating: (0, 0, 0), count: subjects.count)
    var (t, tt) = (0.0, 0.0)
    for value in series {
      t += value
      tt += value * value
    }
    var references = [Double](repeating: .nan, count: subjects.count)
    forEachDraw(futures) { block, lane, iteration in
      for (place, subject) in subjects.enumerated() {
        var value = subject.value(block, lane)
        if references[place].isNaN { references[place] = value }
        value -= references[place]
        sums[place].x += value
        sums[place].xx += value * value
        sums[place].xt += value * series[iteration]
      }
    }
    let n = Double(max(1, series.count))
    let deviation = max(0, tt - t * t / n).squareRoot()
    let found = subjects.indices.map { place -> (Int, Ranked) in
      let spread = max(0, sums[place].xx - sums[place].x * sums[place].x / n).squareRoot()
      let both = sums[place].xt - sums[place].x * t / n
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

  /// What some subjects are in every future, drawn again.
  func values(of subjects: [DrawnSubject], _ futures: Futures) -> [[Double]] {
    if subjects.isEmpty { return [] }
    var values = [[Double]](repeating: [], count: subjects.count)
    for place in values.indices { values[place].reserveCapacity(futures.iterations) }
    forEachDraw(futures) { block, lane, _ in
      for place in subjects.indices { values[place].append(subjects[place].value(block, lane)) }
    }
    return values
  }

  private func forEachDraw(_ futures: Futures, _ body: (DrawBlock, Int, Int) -> Void) {
    let block = DrawBlock(draws, durations: { self.standing($0) }, path)
    var iteration = 0
    for batch in futures.batches {
      for group in 0..<(Batch.size / LaneNetwork.lanes) {
        block.draw(UInt32(truncatingIfNeeded: batch * Batch.size + group * LaneNetwork.lanes))
        for lane in 0..<LaneNetwork.lanes {
          body(block, lane, iteration)
          iteration += 1
        }
      }
    }
  }

  /// The duration of a node before anything is drawn.
  private func standing(_ node: Int) -> Float {
    let position = node - draws.first
    return position >= 0 && position < model.network.count ? Float(model.network.duration[position]) : 0
  }
}
