import PlanModel

/// A correlation whose activities are not resolved yet.
struct CorrelationDraft {
  var activities: [Reference]
  var correlation: Correlation
  /// Two ids or more were named; fewer are left where some cannot be read.
  var isGroup: Bool
}

extension Draft {
  /// So many pairs of activities may be correlated: a thousand activities, each with each.
  static let correlatedPairs = 500_000

  /// Reads one group of activities that go together.
  mutating func readCorrelation(_ node: YamlNode, _ outer: Fields, in project: ProjectID?) {
    guard
      let fields = Fields(
        node, as: KeyTable.correlation, of: outer.file, in: outer.reading, within: outer.evidence, named: "correlations"
      )
    else { return }
    let nodes = fields.list("activities")
    let activities = nodes.compactMap { node in
      fields.raw(node, "activities", "an id").flatMap { fields.reference($0, at: node.mark, in: project) }
    }
    if fields.has("activities"), nodes.count < 2, !fields.isCut {
      fields.reading.report(
        .wrongType, "activities", "two activities or more", "\(nodes.count)", "[x.a, x.b]",
        at: fields.valuePlace("activities"))
    }
    guard let value = fields.number("value") else { return }
    guard value.thousandths.magnitude <= 1000 else {
      fields.reading.report(
        .wrongType, "value", "a number from -1 to 1", value.description, "0.6", at: fields.valuePlace("value"))
      return
    }
    var correlation = Correlation([], value, evidence: fields.evidence)
    correlation.seeds = fields.seeds
    correlation.note = fields.note
    correlations.append(CorrelationDraft(activities: activities, correlation: correlation, isGroup: nodes.count > 1))
  }

  /// The correlations with every reference resolved; reports pairs that are given twice.
  func resolvedCorrelations(
    _ reading: Reading, _ activity: (Reference, String) -> ActivityID?
  ) -> [Correlation] {
    struct Pair: Hashable { var one, other: ActivityID }
    var places: [Pair: Origin] = [:]
    var count = 0
    return correlations.compactMap { draft in
      var correlation = draft.correlation
      var origins: [Origin] = []
      var seen: Set<ActivityID> = []
      for reference in draft.activities {
        guard let id = activity(reference, "activities") else { continue }
        guard seen.insert(id).inserted else {
          reading.report(
            .contradiction, "'\(id)' is named twice in one correlation", "keep one of them", at: reference.origin)
          continue
        }
        correlation.activities.append(id)
        origins.append(reference.origin)
      }
      let members = correlation.activities
      count += members.count * max(0, members.count - 1) / 2
      guard count <= Draft.correlatedPairs else {
        reading.report(
          .unsupported, "correlations of more than \(Draft.correlatedPairs) pairs of activities are not computed",
          "give what activities share as a risk with 'factor' and 'stretches'", at: correlation.evidence.origin)
        return nil
      }
      for (i, one) in members.enumerated() {
        for (j, other) in members.enumerated().dropFirst(i + 1) {
          let pair = one.text < other.text ? Pair(one: one, other: other) : Pair(one: other, other: one)
          guard let first = places[pair] else {
            places[pair] = origins[j]
            continue
          }
          reading.report(
            .contradiction, "the correlation of '\(one)' and '\(other)' is given twice", "keep one of them",
            at: origins[j], related: [first])
        }
      }
      return draft.isGroup && members.count > 1 ? correlation : nil
    }
  }
}
