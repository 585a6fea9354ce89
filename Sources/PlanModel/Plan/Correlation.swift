/// Activities whose durations go together: every two of them by the same correlation.
///
///     Correlation(["x.a", "x.b", "x.c"], Amount(thousandths: 600))
///
/// The correlation is that of the normal numbers behind the durations (a Gaussian copula). Three or more activities
/// cannot all be strongly opposed to each other; the simulation says what it made of such a wish.
public struct Correlation: Hashable, Sendable {
  /// Two or more, each once.
  public var activities: [ActivityID]
  /// From −1 to 1, in thousandths.
  public var value: Amount
  public var seeds: [String] = []
  public var note: String?
  public var evidence: Evidence

  public init(_ activities: [ActivityID], _ value: Amount, evidence: Evidence = .none) {
    self.activities = activities
    self.value = value
    self.evidence = evidence
  }
}
