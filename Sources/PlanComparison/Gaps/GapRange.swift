public import PlanModel
public import PlanSchedule

/// What comes out differently if gaps are work of which the plan does not say whether they are work or buffer.
///
///     GapRange(open, asBuffer: report, asWork: same)?.rows.first?.asWork.moved     // +49 d, where a buffer lets +18 d through
///
/// Every answer then lies between the two.
public struct GapRange: Sendable {
  /// One end of the range for one activity.
  public struct End: Hashable, Sendable {
    /// In each plan of the answer: the changed one, or the two that are compared.
    public let days: [Readings<Day>]
    /// How the target comes out in each plan of the answer; nil where there is none.
    public let verdicts: [Verdict.Word?]
    /// How far it moved, or how far the plans are apart.
    public let moved: Readings<ElapsedTime>
  }

  /// One activity that comes out differently, at both ends.
  public struct Row: Sendable {
    /// As it stands in the last plan of the answer, with the gaps as work.
    public let activity: Activity
    /// What comes out where the gaps are buffers, which may take up a slip.
    public let asBuffer: End
    /// What comes out where the gaps are work, which travels with a slip.
    public let asWork: End

    /// Which activity the row is about.
    public var id: ActivityID { activity.id }
    /// The least and the largest move over both ends and both readings.
    public var least: ElapsedTime { all.min() ?? .zero }
    /// Every move lies between ``least`` and this, both by the clock and positive to later.
    public var most: ElapsedTime { all.max() ?? .zero }
    private var all: [ElapsedTime] {
      [asBuffer.moved.first, asBuffer.moved.last, asWork.moved.first, asWork.moved.last]
    }
  }

  /// By plan of the answer, its open gaps.
  public let gaps: [[SizedGap]]
  /// What moves otherwise, or in a comparison stands otherwise, in plan order.
  public let rows: [Row]

  /// The row of an activity; nil where it comes out the same. O(rows).
  public subscript(id: ActivityID) -> Row? { rows.first { $0.id == id } }

  /// Nil where the change does not reach an open gap.
  public init?(_ gaps: [SizedGap], asBuffer: SlipReport, asWork: SlipReport) {
    let reached = Set(asBuffer.rows.map(\.id)).union(asWork.rows.map(\.id))
    let open = gaps.filter { $0.isOpen && reached.contains($0.from) }
    guard !open.isEmpty else { return nil }
    self.gaps = [open]
    func end(_ row: SlipReport.Row) -> End {
      End(days: [row.after], verdicts: [row.verdictAfter?.word], moved: row.moved)
    }
    let buffered = Dictionary(asBuffer.rows.map { ($0.id, $0) }) { first, _ in first }
    rows = asWork.rows.compactMap { row in
      guard let old = buffered[row.id], old.moved != row.moved else { return nil }
      return Row(activity: row.activity, asBuffer: end(old), asWork: end(row))
    }
  }

  /// Nil where neither plan has an open gap.
  public init?(_ gaps: Pair<[SizedGap]>, asBuffer: Comparison, asWork: Comparison) {
    let open = [gaps.first, gaps.second].map { $0.filter(\.isOpen) }
    guard open.contains(where: { !$0.isEmpty }) else { return nil }
    self.gaps = open
    func end(_ row: Comparison.Row) -> End? {
      guard let first = row.placed.first, let second = row.placed.second, let moved = row.difference else { return nil }
      return End(
        days: [first, second], verdicts: [row.verdict.first?.word, row.verdict.second?.word], moved: moved)
    }
    let buffered = Dictionary(asBuffer.rows.map { ($0.id, $0) }) { first, _ in first }
    rows = asWork.rows.compactMap { row in
      guard let old = buffered[row.id].flatMap(end), let new = end(row), old != new else { return nil }
      return Row(activity: row.activity, asBuffer: old, asWork: new)
    }
  }
}

/// The latest dates before a milestone if open gaps are work, where they differ from those with buffers.
public struct GapNeeds: Sendable {
  /// Those on a way to the milestone.
  public let gaps: [SizedGap]
  /// The latest dates for everything before the milestone, with the gaps as lags of their links.
  public let asWork: Needs
  /// The rows whose last days differ, as work.
  public let rows: [Needs.Row]

  /// Nil where no open gap lies before the milestone.
  public init?(_ gaps: [SizedGap], asBuffer: Needs, asWork: Needs) {
    let before = Set(asBuffer.rows.map(\.id)).union([asBuffer.milestone])
    let open = gaps.filter { $0.isOpen && before.contains($0.from) && before.contains($0.to) }
    guard !open.isEmpty else { return nil }
    self.gaps = open
    self.asWork = asWork
    let buffered = Dictionary(asBuffer.rows.map { ($0.id, $0) }) { first, _ in first }
    rows = asWork.rows.filter { row in buffered[row.id].map { $0.finish != row.finish } ?? true }
  }
}
