import PlanComparison
import PlanModel
import PlanRendering

/// What changes cost, as text for people; empty where no economy is touched.
struct CostText {
  let report: CostReport
  let words: Words
  let width: Int

  var lines: [String] {
    guard !report.rows.isEmpty else { return [] }
    var lines = ["", words.costHeading]
    for row in report.rows {
      lines += indented("– \(row.project.title) [\(row.project.id)]", by: 2, to: width)
      for sentence in [words.amended(row), words.delay(row), words.forecast(row)].compactMap({ $0 }) {
        lines += indented(sentence, by: 6, to: width)
      }
      for room in row.rooms { lines += indented(words.room(room, in: row), by: 6, to: width) }
    }
    return lines
  }
}
