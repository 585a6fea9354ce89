/// How an activity's duration and the finish of the project go together over the iterations of a run.
///
/// Method: Williams 1992 for significance and cruciality; the schedule sensitivity index of the PMI. Nothing stands where a
/// measure has no meaning, such as the correlation of a duration that never varies.
package struct Sensitivity: Hashable, Sendable {
  /// The share of iterations in which the activity has no float.
  package let criticality: Double
  /// The mean of duration / (duration + float), weighted by how late the iteration ends; an iteration without duration counts 0.
  package let significance: Double?
  /// Criticality times the deviation of the duration as a share of that of the finish.
  package let scheduleSensitivity: Double?
  /// Signed correlations of duration and finish.
  package let pearson: Double?
  package let spearman: Double?
  package let kendall: Double?

  /// Nothing without iterations or where the lists differ in length.
  ///
  /// - Parameters:
  ///   - spans: how long each iteration's project takes, from its start.
  ///   - threshold: the float up to which an activity counts as critical.
  /// - Complexity: O(n log n).
  package init?(durations: [Double], floats: [Double], spans: [Double], threshold: Double = 0) {
    let count = durations.count
    guard count > 0, floats.count == count, spans.count == count else { return nil }
    criticality = Double(floats.count { $0 <= threshold }) / Double(count)
    let mean = spans.reduce(0, +) / Double(count)
    var weighted = 0.0
    for index in 0..<count where durations[index] > 0 {
      weighted += durations[index] / (durations[index] + floats[index]) * spans[index]
    }
    significance = mean == 0 ? nil : weighted / mean / Double(count)
    let deviation = Self.deviation(spans)
    scheduleSensitivity = deviation > 0 ? criticality * Self.deviation(durations) / deviation : nil
    pearson = Association.pearson(durations, spans)
    spearman = Association.spearman(durations, spans)
    kendall = Association.kendall(durations, spans)
  }

  /// With n − 1; 0 for a single value.
  private static func deviation(_ values: [Double]) -> Double {
    guard values.count > 1 else { return 0 }
    let mean = values.reduce(0, +) / Double(values.count)
    return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)).squareRoot()
  }
}
