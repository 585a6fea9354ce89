import PlanComparison
import PlanModel
import PlanRendering
import PlanSchedule

extension NeedsText {
  /// Each failing limit with the facts that cannot all hold, the cheapest relaxation first.
  func conflicts(_ conflicts: Conflicts) -> [String] {
    var lines = indented(
      words.conflictsHeading(
        failing: conflicts.conflicts.count + conflicts.unexplained.count, holding: conflicts.holding,
        unknown: conflicts.unknown.count), by: 0)
    guard !conflicts.conflicts.isEmpty else { return lines + indented(words.noConflicts, by: 0) }
    for conflict in conflicts.conflicts { lines += block(conflict) }
    if !conflicts.unexplained.isEmpty { lines += [""] + indented(words.unexplained(conflicts.unexplained), by: 0) }
    return lines + [""] + indented(words.conflictsNote, by: 0)
  }

  /// One failing limit and its facts.
  func block(_ conflict: Conflicts.Conflict) -> [String] {
    var lines = [""] + indented(words.conflict(conflict) + ". [\(conflict.activity.id)]", by: 0)
    var table = TextTable(
      columns: words.conflictColumns.enumerated().map { .init($1, $0 == 2 ? .right : .wrapped) })
    for member in conflict.members {
      table.add([
        words.sentence(words.assumption(member.subject)), words.basis(member.basis),
        words.relaxation(member.relaxation),
      ])
    }
    lines += table.text(width: width, indent: 2).split(separator: "\n").map(String.init)
    if conflict.members.count == 1 { lines += indented(words.statusDateAlone, by: 4) }
    return lines
  }
}

extension NeedsJSON {
  func json(_ conflicts: Conflicts) -> JSONValue {
    .object([
      (
        "limits",
        .array(
          conflicts.conflicts.map { conflict in
            .object([
              ("id", .string(conflict.activity.id.text)), ("name", .string(conflict.activity.title)),
              ("comes", .string(conflict.comes.description)), ("limit", .string(conflict.limit.description)),
              ("certain", .bool(conflict.isCertain)),
              ("dates", .string(conflict.reading.dates == .first ? "first" : "last")),
              ("durations", .string("\(conflict.reading.durations)")), ("facts", .array(conflict.members.map(json))),
            ])
          })
      ),
      ("unexplained", JSONValue(conflicts.unexplained.map(\.text))), ("holding", .integer(conflicts.holding)),
      ("unknown", JSONValue(conflicts.unknown.map(\.text))),
    ])
  }

  private func json(_ member: Conflicts.Member) -> JSONValue {
    let word: JSONValue =
      switch member.relaxation {
      case .later: "later"
      case .earlier: "earlier"
      case .shorter: "shorter"
      case .overlap: "overlap"
      case .removal: "removal"
      case nil: .null
      }
    return .object([
      ("fact", .string(JSONValue.name(of: member.subject))), ("basis", .string(member.basis.word)),
      ("relaxation", word), ("days", JSONValue(member.relaxation?.days)),
    ])
  }
}
