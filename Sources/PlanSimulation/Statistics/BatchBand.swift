/// How far the difference of two distributions, seen in batches on the same futures, can be from the truth, everywhere at once.
///
/// Batches are independent of each other and as even inside as they like. By how much each of them differs from all together tells
/// by how much those differ from the truth: with random signs before them, their mean strays as far from nothing. Method:
/// multiplier bootstrap of the supremum (Giné and Zinn 1990), widened for few batches as Student's t is beside the normal
/// distribution.
struct BatchBand: Hashable, Sendable {
  /// How far means strayed, one for each row of signs, in order.
  private let strayings: [Double]

  private static let rows = 256
  private static let places = 1024
  /// Of more batches, some together are one.
  private static let most = 32

  /// Nothing unless both samples are of the same futures, at least two batches of them.
  ///
  /// - Complexity: O(n log n), and some eight million steps at most; dates of days are a few hundred places.
  init?(_ a: [Double], _ b: [Double]) {
    guard a.count == b.count else { return nil }
    var differences = Self.differences(a, b)
    let count = differences.count
    guard count > 1, let width = differences.first?.count else { return nil }
    for place in 0..<width {
      let mean = differences.reduce(0) { $0 + $1[place] } / Double(count)
      for number in 0..<count { differences[number][place] -= mean }
    }
    let key = DrawKey(seed: 0, id: UInt64(count), purpose: 0)
    // Of few batches every row of signs; turned round, it strays as far.
    let isWhole = count <= 9
    let wide = BatchError.student(degrees: count - 1) / 1.959963984540054
    let scale = wide * (Double(count) / Double(count - 1)).squareRoot() / Double(count)
    strayings = (0..<(isWhole ? 1 << (count - 1) : Self.rows)).map { row in
      var sums = [Double](repeating: 0, count: width)
      for (number, batch) in differences.enumerated() {
        let isTurned = isWhole ? row >> number & 1 == 1 : key.draw(iteration: UInt32(row * count + number)) & 1 == 1
        for place in 0..<width { sums[place] += isTurned ? -batch[place] : batch[place] }
      }
      return scale * sums.reduce(0) { max($0, abs($1)) }
    }.sorted()
  }

  /// Half the height of the band that holds the truth with a confidence between 0 and 1.
  func halfHeight(confidence: Double) -> Double {
    strayings[min(strayings.count - 1, Int(min(max(confidence, 0), 1) * Double(strayings.count)))]
  }

  /// By batch, the share finished of the first less that of the second, at some of the values that occur.
  private static func differences(_ a: [Double], _ b: [Double]) -> [[Double]] {
    let all = (a + b).sorted()
    var values: [Double] = []
    for step in 0..<places {
      let value = all[min(all.count - 1, (2 * step + 1) * all.count / (2 * places))]
      if values.last != value { values.append(value) }
    }
    let batches = BatchError.batches(of: a).map(\.indices)
    let count = min(most, batches.count)
    return (0..<count).map { number in
      let (first, last) = (number * batches.count / count, (number + 1) * batches.count / count - 1)
      let futures = batches[first].lowerBound..<batches[last].upperBound
      let (one, other) = (a[futures].sorted(), b[futures].sorted())
      var (before, after) = (0, 0)
      return values.map { value in
        while before < one.count, one[before] <= value { before += 1 }
        while after < other.count, other[after] <= value { after += 1 }
        return Double(before - after) / Double(one.count)
      }
    }
  }
}
