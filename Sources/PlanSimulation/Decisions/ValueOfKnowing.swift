/// What it is worth to know one thing that is drawn before choosing between plans.
///
///     ValueOfKnowing(values: weeksOfTest, losses: [lateDaysOfA, lateDaysOfB])?.worth      // 3.4 days
///
/// Futures are sorted into classes by the thing's value, at most 20 of equal size, and in each class the plan with the least
/// mean loss is chosen. One half of the futures chooses for the other half, so that luck in a class does not count as
/// knowledge: the estimate leans to the low side. Method: partition of one sample, after Strong and Oakley 2013.
package struct ValueOfKnowing: Hashable, Sendable {
  /// By how much less is lost on average, at least 0.
  package let worth: Double
  /// How far the estimate can be off, with 95 % confidence.
  package let error: Double
  /// The share of futures in which another plan would be chosen than without knowing.
  package let changes: Double

  /// Whether the worth is more than chance gives.
  package var isSure: Bool { worth > error }

  private static let classes = 20

  /// Nothing unless there are two plans or more and four futures or more, all lists are equally long, and all numbers finite.
  ///
  /// - Parameters:
  ///   - values: what the thing is in every future.
  ///   - losses: by plan, what is lost in every future.
  ///   - sampling: how futures were drawn; where evenly, the error is told from batches.
  /// - Complexity: O(n log n).
  package init?(values: [Double], losses: [[Double]], sampling: SamplingMode = .plain) {
    guard losses.count > 1, values.count > 3, losses.allSatisfy({ $0.count == values.count }),
      values.allSatisfy(\.isFinite), losses.allSatisfy({ $0.allSatisfy { $0.isFinite && abs($0) < 1e100 } })
    else { return nil }
    let count = values.count
    let of = Self.classes(of: values)
    let number = (of.max() ?? 0) + 1
    let means = losses.map { $0.reduce(0, +) }
    let usual = means.indices.min { means[$0] < means[$1] } ?? 0
    // By half, class and plan.
    var sums = [Double](repeating: 0, count: 2 * number * losses.count)
    for future in 0..<count {
      let place = ((future & 1) * number + of[future]) * losses.count
      for plan in losses.indices { sums[place + plan] += losses[plan][future] }
    }
    let choices = (0..<(2 * number)).map { cell -> Int in
      let own = sums[(cell * losses.count)..<((cell + 1) * losses.count)]
      var best = usual
      for plan in losses.indices where own[own.startIndex + plan] < own[own.startIndex + best] { best = plan }
      return best
    }
    var changed = 0
    let savings = (0..<count).map { future in
      let choice = choices[(1 - future & 1) * number + of[future]]
      if choice != usual { changed += 1 }
      return losses[usual][future] - losses[choice][future]
    }
    let mean = savings.reduce(0, +) / Double(count)
    let squares = savings.reduce(0) { $0 + $1 * $1 }
    worth = max(0, mean)
    let alone = 1.959963984540054 * (max(0, squares / Double(count) - mean * mean) / Double(count - 1)).squareRoot()
    let batches = BatchError.batches(of: savings).map { $0.reduce(0, +) / Double($0.count) }
    error = sampling == .plain ? alone : BatchError.halfWidth(batches) ?? alone
    changes = Double(changed) / Double(count)
  }

  /// The class of every future: by distinct value where there are few, else of equal size, equal values together.
  private static func classes(of values: [Double]) -> [Int] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var distinct = 1
    for place in order.indices.dropFirst() where values[order[place]] != values[order[place - 1]] { distinct += 1 }
    var of = [Int](repeating: 0, count: values.count)
    var (current, begun) = (0, 0)
    for place in order.indices {
      if place > 0, values[order[place]] != values[order[place - 1]],
        distinct <= Self.classes || place - begun >= values.count / Self.classes
      {
        current += 1
        begun = place
      }
      of[order[place]] = current
    }
    return of
  }
}
