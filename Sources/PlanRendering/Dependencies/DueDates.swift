import PlanComparison
import PlanModel
import PlanSchedule

/// By when what lies before a milestone must be there, as lines of its nodes.
struct DueDates {
  private let needs: Needs
  private let rows: [ActivityID: Needs.Row]
  private let names: Words

  init(_ needs: Needs, _ plan: Plan, _ language: Language) {
    self.needs = needs
    rows = Dictionary(needs.rows.map { ($0.id, $0) }) { first, _ in first }
    names = Words(language: language, names: Names(plan))
  }

  var title: String { names.dueTitle }

  /// The wish and how it stands now.
  var sayings: [String] {
    [names.needsHeading(needs, isTarget: !needs.wish.evidence.isWhatIf), names.judgement(needs)]
  }

  var footnote: String { names.dueNote }

  /// The last day with likely durations and whether it is kept, and that with high durations where it is another.
  func lines(_ id: ActivityID) -> [TextLine] {
    if id == needs.milestone {
      return [TextLine(names.due(needs.wish.value, needs.judgement.word), size: TypeSize.small, bold: true)]
    }
    guard let row = rows[id] else { return [] }
    let isAtMost = !row.lacks.isEmpty
    var lines = [
      TextLine(names.due(row.due.last.likely, row.word, isAtMost: isAtMost), size: TypeSize.small, bold: true)
    ]
    if row.due.last.atWorst != row.due.last.likely {
      lines.append(
        TextLine(
          names.dueAtWorst(row.due.last.atWorst), size: TypeSize.small, colour: Palette.standard.mutedInk))
    }
    return lines
  }
}
