import Glibc

/// What the environment asks of a test run.
enum ProcessOptions {
  /// `MILEPOST_TEST_RUNS=20000`: how many random plans a long run tries; nil: the usual few hundred.
  static let runs: Int? = getenv("MILEPOST_TEST_RUNS").flatMap { Int(String(cString: $0)) }
  /// Whether to leave no small plan out: in a long run, and where `MILEPOST_EVERY_PLAN` is set, as `.ci/run` does.
  static let longRun = runs != nil || getenv("MILEPOST_EVERY_PLAN") != nil
  /// `MILEPOST_TEST_FEATURES=4`: the only features of random plans, as the bits of ``Features``; nil: all.
  static let features: Int? = getenv("MILEPOST_TEST_FEATURES").flatMap { Int(String(cString: $0)) }
}
