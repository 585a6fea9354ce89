package import PlanComparison
package import PlanModel
import PlanSchedule

extension Words {
  /// What became of a requirement: `Krav x <= januar 2024: ✓ holder (12.01.2024 … 27.01.2024)`.
  ///
  /// - Parameter days: in the most and in the least favourable reading.
  package func requirement(_ text: String, _ word: Verdict.Word, _ days: ClosedRange<Day>) -> String {
    let range = self.days(
      Readings(first: days.lowerBound, last: days.upperBound), isLowerBound: word == .unknown)
    return "\(pick("Krav", "Requirement")) \(text): \(symbol(word)) \(verdict(word)) (\(range))"
  }
}
