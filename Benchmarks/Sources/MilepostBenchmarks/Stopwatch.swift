import Foundation

/// The fastest of several runs: the one that neighbours on the machine disturbed least.
///
///     let seconds = Stopwatch.fastest { Schedule(network) }
enum Stopwatch {
  /// What is counted.
  enum Clock {
    /// What this process has had of a processor: neighbours who hold the others' do not count.
    case processor
    /// What a person waits.
    case wall

    var seconds: Double {
      var now = timespec()
      clock_gettime(self == .wall ? CLOCK_MONOTONIC : CLOCK_PROCESS_CPUTIME_ID, &now)
      return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }
  }

  /// Runs at least three times, then again until `budget` seconds have passed; results are kept from being optimised away.
  ///
  /// - Returns: the seconds of the fastest run.
  static func fastest<Result>(
    budget: Double = 1, atLeast runs: Int = 3, _ clock: Clock = .processor, _ work: () throws -> Result
  ) rethrows -> Double {
    var (best, spent) = (Double.infinity, 0.0)
    var done = 0
    while done < runs || (spent < budget && done < 1000) {
      let begin = clock.seconds
      let result = try work()
      let time = clock.seconds - begin
      keep(result)
      best = min(best, time)
      spent += time
      done += 1
      if spent > 30 * budget { break }
    }
    return best
  }

  /// Tells the optimiser that a value is used.
  @inline(never) private static func keep<Value>(_ value: Value) {
    withExtendedLifetime(value) {}
  }
}
