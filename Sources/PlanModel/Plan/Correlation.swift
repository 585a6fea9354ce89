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
  /// Rows of the source facts that the correlation carries, such as `D048`; empty: none.
  public var seeds: [String] = []
  /// A remark for readers, from which nothing is computed.
  public var note: String?
  /// Who says that the durations go together, or why it is assumed.
  public var evidence: Evidence

  /// One correlation for every two of the activities.
  ///
  /// - Parameter value: from −1 to 1; nothing is checked here.
  public init(_ activities: [ActivityID], _ value: Amount, evidence: Evidence = .none) {
    self.activities = activities
    self.value = value
    self.evidence = evidence
  }
}
