import CMilepostKernels
public import PlanModel
import PlanSchedule

/// Why the middle of the futures lies after the plan's own date: lopsided ranges, and paths that meet.
///
///     shift.asymmetry + shift.merging      // mean minus plan, in days
///
/// Where several paths meet, the latest of them decides, and the mean of the latest is later than the latest of the means:
/// merge bias.
public struct Shift: Hashable, Sendable {
  /// The date with every duration likely and every date on its first day.
  public let planned: Instant
  /// The date with all that is drawn at its mean.
  public let atMeans: Instant
  /// The mean of the dates.
  public let mean: Instant

  /// Days, from ranges that reach further to one side, and from risks.
  public var asymmetry: Double { Double(atMeans.minutes - planned.minutes) / 1440 }
  /// Days, from paths that meet, and from waiting for calendars and windows.
  public var merging: Double { Double(mean.minutes - atMeans.minutes) / 1440 }
}

extension Simulation {
  /// Why the mean of an end lies where it does; nil where it was not watched.
  ///
  /// - Complexity: two forward passes, and O(what is drawn · iterations).
  public func shift(of end: ActivityID?, _ futures: Futures) -> Shift? {
    guard let place = ends.firstIndex(of: end), let odds = futures.odds(of: end, in: model.network.plan),
      let mean = odds.mean
    else { return nil }
    let network = model.network
    func finish(_ network: Network) -> Instant {
      let early = EarlyDates(network, .first)
      let position = watch.ends[place]
      if position >= 0 { return Instant(minutes: early.finish(position)) }
      return early.finish(of: network) ?? mean
    }
    var atMeans = network
    for (position, minutes) in meanDurations() { atMeans.duration[position] = minutes }
    for day in draws.days {
      let special = Int(atMeans.special[Int(day.position)])
      let middle = day.first &+ 1440 &* ((day.count &- 1) / 2)
      switch day.bound {
      case .planned: atMeans.specials[special].plannedFirst = middle
      case .startFloor: atMeans.specials[special].startFloorFirst = middle
      case .finishFloor: atMeans.specials[special].finishFloorFirst = middle
      }
    }
    for delay in draws.delays where delay.isElapsed {
      let special = Int(atMeans.special[Int(delay.position)])
      if special >= 0 { atMeans.specials[special].slip &+= Int32(delay.mean) }
    }
    return Shift(planned: finish(network), atMeans: finish(atMeans), mean: mean)
  }

  /// By position, the mean of what is drawn: factors multiply, delays add.
  private func meanDurations() -> [(Int, Int32)] {
    var means: [(Int, Int32)] = []
    for triangle in draws.triangles {
      let mode = Double(triangle.low) + Double(triangle.split) * Double(triangle.high - triangle.low)
      let mean = (Double(triangle.low) + mode + Double(triangle.high)) / 3
      means.append((Int(triangle.node) - draws.first, Int32(mean.rounded(.toNearestOrEven))))
    }
    for duration in draws.durations {
      var mean = duration.sampler.mean
      for driver in duration.drivers {
        let driver = draws.drivers[Int(driver)]
        mean *= 1 - driver.probability + driver.probability * driver.factor.mean
      }
      for delay in duration.delays { mean += draws.delays[Int(delay)].mean }
      means.append(
        (Int(duration.node) - draws.first, Int32(min(max(mean, 1), 16_000_000).rounded(.toNearestOrEven))))
    }
    return means
  }
}

extension Draws.Delay {
  fileprivate var mean: Double { min(max(probability * minutes.mean, 0), 16_000_000) }
}
