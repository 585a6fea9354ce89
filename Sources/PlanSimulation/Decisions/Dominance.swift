/// Whether one plan is the better bet whatever the promise, seen in a sample.
///
/// *First order*: for every date, A is at least as likely to have finished. *Second order*: for every date, A's expected lateness
/// after it is no greater; everybody whose loss grows ever faster with lateness prefers A. (Finishing is a loss: this is the
/// increasing convex order, not the order of gains in textbooks of finance.)
package struct Dominance: Hashable, Sendable {
  /// A is nowhere less likely to have finished, and somewhere more.
  package let firstOrder: Bool
  /// A's expected lateness is nowhere greater.
  package let secondOrder: Bool
  /// The greatest share by which A falls behind: sup (share finished of B − share finished of A) over all dates.
  package let shortfall: Double
  /// The greatest share by which A is ahead.
  package let lead: Double
  private let countA: Int
  private let countB: Int
  /// Where draws were spread evenly: what their batches tell of it.
  private let band: BatchBand?

  /// Nothing where a list is empty or has an infinite value. O(n log n).
  ///
  /// - Parameter sampling: how both were drawn, on the same futures unless it is `plain`.
  package init?(of a: [Double], over b: [Double], sampling: SamplingMode = .plain) {
    guard !a.isEmpty, !b.isEmpty, (a + b).allSatisfy(\.isFinite) else { return nil }
    let (sortedA, sortedB) = (a.sorted(), b.sorted())
    let (sizeA, sizeB) = (Double(a.count), Double(b.count))
    var (finishedA, finishedB) = (0, 0)
    var (shortfall, lead) = (0.0, 0.0)
    while finishedA < a.count || finishedB < b.count {
      let next = min(
        finishedA < a.count ? sortedA[finishedA] : .infinity, finishedB < b.count ? sortedB[finishedB] : .infinity)
      while finishedA < a.count, sortedA[finishedA] == next { finishedA += 1 }
      while finishedB < b.count, sortedB[finishedB] == next { finishedB += 1 }
      // Compared as whole numbers, so that equal shares of samples of different size are equal.
      let (left, right) = (finishedA * b.count, finishedB * a.count)
      if left > right { lead = max(lead, Double(left - right) / (sizeA * sizeB)) }
      if left < right { shortfall = max(shortfall, Double(right - left) / (sizeA * sizeB)) }
    }
    self.shortfall = shortfall
    self.lead = lead
    firstOrder = shortfall == 0 && lead > 0
    secondOrder = Self.isNeverLater(sortedA, sortedB)
    countA = a.count
    countB = b.count
    band = sampling == .plain ? nil : BatchBand(a, b)
  }

  /// How far both samples together can be from the truth, everywhere at once, with a confidence; see ``ConfidenceBand``. Of draws
  /// that were spread evenly, by how much batches differ, and no more than for independent ones.
  package func tolerance(confidence: Double) -> Double? {
    // Each sample errs with half the probability.
    let each = 1 - (1 - confidence) / 2
    guard let first = ConfidenceBand.halfHeight(count: countA, confidence: each),
      let second = ConfidenceBand.halfHeight(count: countB, confidence: each)
    else { return nil }
    return min(first + second, band?.halfHeight(confidence: confidence) ?? .infinity)
  }

  /// Whether the sample speaks against first-order dominance with a confidence. Where it does not, dominance is possible, not proved.
  package func isContradicted(confidence: Double) -> Bool? { tolerance(confidence: confidence).map { shortfall > $0 } }

  /// Mean lateness after every date that occurs, and the mean itself. Between those dates lateness runs straight.
  private static func isNeverLater(_ a: [Double], _ b: [Double]) -> Bool {
    let dates = (a + b).sorted()
    let scale = max(1, abs(dates.first ?? 0), abs(dates.last ?? 0)) * 1e-12
    let (meanA, meanB) = (a.reduce(0, +) / Double(a.count), b.reduce(0, +) / Double(b.count))
    guard meanA <= meanB + scale else { return false }
    var (placeA, placeB) = (a.count, b.count)
    var (sumA, sumB) = (0.0, 0.0)  // Of lateness after the date at hand.
    var last = dates.last ?? 0
    for date in dates.reversed() {
      sumA += Double(a.count - placeA) * (last - date)
      sumB += Double(b.count - placeB) * (last - date)
      last = date
      while placeA > 0, a[placeA - 1] >= date { placeA -= 1 }
      while placeB > 0, b[placeB - 1] >= date { placeB -= 1 }
      if sumA / Double(a.count) > sumB / Double(b.count) + scale { return false }
    }
    return true
  }
}
