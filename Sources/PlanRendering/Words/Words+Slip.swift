public import PlanComparison
import PlanModel

extension Words {
  /// What a change does to one activity: `Oppstart AMK Oslo: 01.02.2024 → 15.02.2024, +14 d (2 uker)`.
  public func slip(_ row: SlipReport.Row) -> String {
    let name = names[row.id]
    if row.hasMoved {
      return
        "\(name): \(days(row.before, isLowerBound: row.wasLowerBound)) → \(days(row.after, isLowerBound: row.isLowerBound)), \(moved(row.moved))"
    }
    if row.lostFloat { return pick("\(name) står, med mindre slakk", "\(name) stays, with less float") }
    return pick("\(name) står", "\(name) stays")
  }

  /// Where a push was taken up: `+30 d inn, 9 d tatt opp i Akseptansetest, +21 d ut`; nil where nothing was.
  public func absorption(_ row: SlipReport.Row) -> String? {
    guard row.absorbed > .zero else { return nil }
    let out = row.pushed - row.absorbed
    return
      "\(moved(row.pushed)) \(pick("inn", "in")), \(elapsed(row.absorbed)) \(pick("tatt opp i", "absorbed at")) \(names[row.id]), \(moved(out)) \(pick("ut", "out"))"
  }
}
