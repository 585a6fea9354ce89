/// How long an activity takes: likely, and the range where one is given.
public struct Estimate: Hashable, Sendable {
  /// What low and high of a range mean: the ends, or the tenth and the ninetieth percentile.
  public enum Meaning: String, Hashable, Sendable, CaseIterable {
    case minMax = "min-max"
    case p10p90 = "p10-p90"
  }
  /// The distribution that a range is drawn from.
  public enum Shape: String, Hashable, Sendable, CaseIterable {
    case triangular, pert, uniform, lognormal, normal
    /// One of ``Estimate/values``.
    case discrete
  }

  /// One of several durations, with its probability.
  public struct Outcome: Hashable, Sendable {
    /// How long it takes in this case: working or elapsed time, the same sort in all outcomes, never negative.
    public var duration: Quantity
    /// Its share of all cases, 0 to 1; with those of the other outcomes it makes 1, but for rounding.
    public var probability: Amount

    /// One case of several, unchecked; ``Estimate/init(values:)`` refuses what cannot be.
    public init(_ duration: Quantity, _ probability: Amount) {
      self.duration = duration
      self.probability = probability
    }
  }

  /// The favourable end, or its tenth percentile, as ``meaning`` says; nil: as long as likely.
  public var low: Quantity?
  /// What schedules reckon with, in working or elapsed time, and simulations where there is no range.
  public var likely: Quantity
  /// The unfavourable end, or its ninetieth percentile, as ``meaning`` says; nil: as long as likely.
  public var high: Quantity?
  /// What differs from the usual; nil where nothing does.
  @usableFromInline var box: Box<Form>?

  /// How the range reads: mostly the same for a whole plan.
  @usableFromInline struct Form: Hashable, Sendable {
    var meaning = Meaning.minMax
    var shape = Shape.triangular
    var lambda: Amount?
    var values: [Outcome] = []
  }

  /// An estimate with a range, or without one where low and high are nil.
  ///
  /// The order of the numbers and the mixing of working and elapsed time are not checked; readers of plans do.
  public init(
    _ likely: Quantity, low: Quantity? = nil, high: Quantity? = nil, meaning: Meaning = .minMax,
    shape: Shape = .triangular, lambda: Amount? = nil
  ) {
    self.likely = likely
    self.low = low
    self.high = high
    guard meaning != .minMax || shape != .triangular || lambda != nil else { return }
    form = Form(meaning: meaning, shape: shape, lambda: lambda)
  }

  @inlinable package init(_ low: Quantity?, _ likely: Quantity, _ high: Quantity?) {
    self.low = low
    self.likely = likely
    self.high = high
    box = nil
  }

  private var form: Form {
    get { box?.value ?? Form() }
    set { box = newValue == Form() ? nil : Box(newValue) }
  }

  /// Whether low and high are the ends of the range, as mostly, or percentiles of it.
  public var meaning: Meaning {
    get { box?.value.meaning ?? .minMax }
    set { form.meaning = newValue }
  }
  /// The distribution that a simulation draws durations from; triangular where the plan says nothing.
  public var shape: Shape {
    get { box?.value.shape ?? .triangular }
    set { form.shape = newValue }
  }
  /// The weight of ``likely`` in the shape `pert`; nil: 4.
  public var lambda: Amount? {
    get { box?.value.lambda }
    set { form.lambda = newValue }
  }
  /// Of the shape `discrete`, from the shortest; ``likely`` is the most probable then.
  public private(set) var values: [Outcome] {
    get { box?.value.values ?? [] }
    set { form.values = newValue }
  }

  /// One of several durations, given from the shortest to the longest.
  ///
  ///     Estimate(values: [.init(.days(5), seventy), .init(.days(9), thirty)])      // likely 5d, at most 9d
  ///
  /// Nil where there are none, where working and elapsed time or negative numbers stand among them, and where the
  /// probabilities are not 1 together; each may be rounded, as thirds must be.
  public init?(values: [Outcome]) {
    guard let first = values.first, let last = values.last,
      values.allSatisfy({ $0.duration.isElapsed == first.duration.isElapsed && !$0.duration.isNegative }),
      values.allSatisfy({ (0...1000).contains($0.probability.thousandths) })
    else { return nil }
    let sum = values.reduce(0) { $0 + $1.probability.thousandths }
    guard (sum - 1000).magnitude <= values.count / 2 else { return nil }
    let likely = values.reduce(first) { $1.probability > $0.probability ? $1 : $0 }
    self.init(likely.duration, low: first.duration, high: last.duration, shape: .discrete)
    self.values = values
  }

  /// Whether there is nothing to draw.
  public var isConstant: Bool {
    if shape == .discrete { return values.count { $0.probability.thousandths > 0 } < 2 }
    return low ?? likely == likely && high ?? likely == likely
  }

  /// The estimate with each of its durations changed; nil where one cannot be.
  func mapping(_ change: (Quantity) -> Quantity?) -> Estimate? {
    guard let likely = change(likely) else { return nil }
    var result = self
    result.likely = likely
    result.low = low.flatMap(change)
    result.high = high.flatMap(change)
    if !values.isEmpty {
      result.values = values.compactMap { outcome in
        change(outcome.duration).map { Outcome($0, outcome.probability) }
      }
    }
    if (low != nil && result.low == nil) || (high != nil && result.high == nil) { return nil }
    return result.values.count == values.count ? result : nil
  }
}
