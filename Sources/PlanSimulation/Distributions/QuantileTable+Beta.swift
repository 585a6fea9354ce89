extension QuantileTable {
  /// The values of a beta distribution that lie above the shares of the first half of a table.
  ///
  /// Every eighth is searched for; the seven between follow from the values, slopes and bends at both ends, with an error below
  /// 1e-7 of the distance to 0. Method: Hermite's interpolation of the fifth degree.
  static func lowerHalf(of beta: StandardBeta) -> [Double] {
    var values: [Double] = []
    values.reserveCapacity(upperHalf)
    var last = Node(beta, share: share(at: 0), from: nil)
    values.append(last.value)
    for cell in stride(from: spacing, to: upperHalf, by: spacing) {
      let goal = share(at: cell)
      let step = goal - last.share
      let next = Node(beta, share: goal, from: last.value + step * (last.slope + 0.5 * step * last.bend))
      for inner in cell - spacing + 1..<cell { values.append(last.value(at: share(at: inner), before: next)) }
      values.append(next.value)
      last = next
    }
    return values
  }

  private static var spacing: Int { 8 }

  /// The quantile at one share, and its first two derivatives there.
  private struct Node {
    let share: Double
    let value: Double
    let slope: Double
    let bend: Double

    init(_ beta: StandardBeta, share: Double, from start: Double?) {
      self.share = share
      value = beta.quantile(share, from: start)
      slope = 1 / beta.density(value)
      bend = -((beta.alpha - 1) / value - (beta.beta - 1) / (1 - value)) * slope * slope
    }

    func value(at share: Double, before next: Node) -> Double {
      let width = next.share - self.share
      let t = (share - self.share) / width
      let (a, b) = (slope * width, next.slope * width)
      let (c, d) = (bend * width * width / 2, next.bend * width * width / 2)
      // value + a·t + c·t² + t³·(rest), with what is left for the other end.
      let rise = next.value - value - a - c
      let slopeLeft = b - a - 2 * c
      let bendLeft = d - c
      let cubic = 10 * rise - 4 * slopeLeft + bendLeft
      let quartic = -15 * rise + 7 * slopeLeft - 2 * bendLeft
      let quintic = 6 * rise - 3 * slopeLeft + bendLeft
      return value + t * (a + t * (c + t * (cubic + t * (quartic + t * quintic))))
    }
  }
}
