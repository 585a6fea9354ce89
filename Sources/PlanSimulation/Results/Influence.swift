public import PlanModel
import PlanSchedule

/// How much one thing that is drawn has to do with when an end comes.
public struct Influence: Hashable, Sendable {
  public enum Subject: Hashable, Sendable {
    /// How long an activity takes, with all that delays or stretches it.
    case duration(ActivityID)
    /// On which of several days a date falls.
    case date(ActivityID)
    /// Whether a risk happens.
    case risk(String)
  }

  public let subject: Subject
  /// The correlation of the draws with the end, with its sign: an activity that shortens the project by taking longer
  /// has a negative one. Nil where the draws or the end are all the same.
  public let cruciality: Double?
  /// By how many days the end is later, on average, in the fifth of the futures in which this is largest than in the
  /// fifth in which it is smallest; for a risk, in those in which it happens than in the others.
  public let days: Double
  /// The share of futures in which the activity drives the end; nil for what is no activity, or was not counted.
  public let criticality: Double?
  /// The schedule sensitivity index: criticality times the deviation of the duration over that of the end.
  public let sensitivity: Double?
}

extension Simulation {
  /// Everything that is drawn, by how much it has to do with when an end comes, the most first.
  ///
  /// The draws are made again from their addresses; nothing was kept of them. Only the leading ones are ranked in days.
  ///
  /// - Parameters:
  ///   - futures: of this simulation, of any batches.
  ///   - leading: how many to rank.
  /// - Complexity: O(what is drawn · iterations), and a sort of the iterations for each of the leading.
  public func influences(on end: ActivityID?, _ futures: Futures, leading: Int = 10) -> [Influence] {
    guard let finishes = futures.minutes(of: end), !finishes.isEmpty else { return [] }
    let subjects = subjects()
    let centre = Double(finishes[0])
    var sums = [(x: Double, xx: Double, xt: Double)](repeating: (0, 0, 0), count: subjects.count)
    var (t, tt) = (0.0, 0.0)
    for finish in finishes {
      t += Double(finish) - centre
      tt += (Double(finish) - centre) * (Double(finish) - centre)
    }
    let block = DrawBlock(draws, durations: { self.standing($0) }, path)
    var references = [Double](repeating: .nan, count: subjects.count)
    forEachDraw(block, futures) { lane, iteration in
      let finish = Double(finishes[iteration]) - centre
      for (place, subject) in subjects.enumerated() {
        var value = subject.value(block, lane)
        if references[place].isNaN { references[place] = value }
        value -= references[place]
        sums[place].x += value
        sums[place].xx += value * value
        sums[place].xt += value * finish
      }
    }
    let n = Double(finishes.count)
    let deviation = max(0, tt - t * t / n).squareRoot()
    var found = subjects.indices.map { place -> (place: Int, cruciality: Double?, spread: Double) in
      let spread = max(0, sums[place].xx - sums[place].x * sums[place].x / n).squareRoot()
      let both = sums[place].xt - sums[place].x * t / n
      return (place, spread > 0 && deviation > 0 ? max(-1, min(1, both / (spread * deviation))) : nil, spread)
    }
    found.sort {
      let (one, other) = (abs($0.cruciality ?? 0), abs($1.cruciality ?? 0))
      return one != other ? one > other : $0.place < $1.place
    }
    let chosen = found.prefix(max(0, leading)).filter { $0.cruciality != nil }
    let values = values(of: chosen.map { subjects[$0.place] }, futures, count: finishes.count)
    return zip(chosen, values).map { chosen, values in
      let subject = subjects[chosen.place]
      var criticality: Double?
      if case .duration(let id) = subject.subject, let index = model.network.plan.index(of: id) {
        criticality = futures.criticality(of: index, for: end)
      }
      return Influence(
        subject: subject.subject, cruciality: chosen.cruciality, days: subject.days(values, finishes),
        criticality: criticality, sensitivity: criticality.map { $0 * chosen.spread / deviation })
    }
  }

  /// The duration of a node before anything is drawn.
  private func standing(_ node: Int) -> Float {
    let position = node - draws.first
    return model.network.durationIfAny(position).map(Float.init) ?? 0
  }

  private func subjects() -> [DrawnSubject] {
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

  private func forEachDraw(_ block: DrawBlock, _ futures: Futures, _ body: (Int, Int) -> Void) {
    var iteration = 0
    for batch in futures.batches {
      for group in 0..<(Batch.size / LaneNetwork.lanes) {
        block.draw(UInt32(truncatingIfNeeded: batch * Batch.size + group * LaneNetwork.lanes))
        for lane in 0..<LaneNetwork.lanes {
          body(lane, iteration)
          iteration += 1
        }
      }
    }
  }

  private func values(of subjects: [DrawnSubject], _ futures: Futures, count: Int) -> [[Double]] {
    var values = [[Double]](repeating: [], count: subjects.count)
    for place in values.indices { values[place].reserveCapacity(count) }
    let block = DrawBlock(draws, durations: { self.standing($0) }, path)
    forEachDraw(block, futures) { lane, _ in
      for place in subjects.indices { values[place].append(subjects[place].value(block, lane)) }
    }
    return values
  }
}

/// Something that is drawn, and where its draws lie.
private struct DrawnSubject {
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

  /// See ``Influence/days``.
  func days(_ values: [Double], _ finishes: [Int32]) -> Double {
    func mean(_ places: some Sequence<Int>) -> Double? {
      var (sum, count) = (0.0, 0)
      for place in places {
        sum += Double(finishes[place])
        count += 1
      }
      return count == 0 ? nil : sum / Double(count)
    }
    if case .risk = subject {
      guard let with = mean(values.indices.lazy.filter { values[$0] > 0 }),
        let without = mean(values.indices.lazy.filter { values[$0] == 0 })
      else { return 0 }
      return (with - without) / 1440
    }
    let order = values.indices.sorted { values[$0] != values[$1] ? values[$0] < values[$1] : $0 < $1 }
    let fifth = max(1, order.count / 5)
    guard let low = mean(order.prefix(fifth)), let high = mean(order.suffix(fifth)) else { return 0 }
    return (high - low) / 1440
  }
}

extension Network {
  fileprivate func durationIfAny(_ position: Int) -> Int32? {
    position >= 0 && position < count ? duration[position] : nil
  }
}
