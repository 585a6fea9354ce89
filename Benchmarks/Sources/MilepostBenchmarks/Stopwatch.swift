/// The fastest of several runs: the one that neighbours on the machine disturbed least.
///
///     let seconds = Stopwatch.fastest { Schedule(network) }
enum Stopwatch {
  /// Runs at least three times, then again until `budget` seconds have passed; results are kept from being optimised away.
  ///
  /// - Returns: wall-clock seconds of the fastest run.
  static func fastest<Result>(
    budget: Double = 1, atLeast runs: Int = 3, _ work: () throws -> Result
  ) rethrows -> Double {
    let clock = ContinuousClock()
    var best = Duration.seconds(1_000_000)
    var spent = Duration.zero
    var done = 0
    while done < runs || (spent < .seconds(budget) && done < 1000) {
      let begin = clock.now
      let result = try work()
      let time = clock.now - begin
      keep(result)
      best = min(best, time)
      spent += time
      done += 1
      if spent > .seconds(30 * budget) { break }
    }
    return best / .seconds(1)
  }

  /// Tells the optimiser that a value is used.
  @inline(never) private static func keep<Value>(_ value: Value) {
    withExtendedLifetime(value) {}
  }
}
