import PlanModel
import PlanRendering
import PlanSchedule

/// Every float of each activity, as tables for people, one for each project.
struct FloatsText {
  let analyses: Analyses
  let floats: FloatTable
  let schedule: Schedule
  let words: Words
  let width: Int

  /// The table of the activities that have floats; the others are only counted. With many ends as many tables as the
  /// width asks for.
  func table(of members: [ScheduledActivity]) -> String {
    let ends = analyses.toEnds?.ends ?? []
    let isOne = table(of: members, to: ends.indices, hasOwn: true).fits(width: width)
    let own = table(of: members, to: isOne ? ends.indices : 0..<0, hasOwn: true).text(width: width)
    if isOne || ends.isEmpty { return own }
    return own + "\n" + TextTable.stacked(ends.count, width: width) { table(of: members, to: $0, hasOwn: false) }
  }

  private func table(of members: [ScheduledActivity], to ends: Range<Int>, hasOwn: Bool) -> TextTable {
    var table = TextTable(
      columns: [.init("  ", .whole)] + (hasOwn ? words.floatColumns : []).map { .init($0, .right) }
        + ends.map { .init(words.floatColumn(to: $0), .right) })
    let shown = members.filter(hasFloats)
    for member in shown {
      guard let found = floats[member.id], let first = found.first else { continue }
      let last = found.last ?? first
      table.add(note: words.names.withID(member.id), indent: 0)
      func cell(_ value: (ActivityFloats) -> WorkTime?) -> String {
        guard let one = value(first) else { return words.none }
        return words.whole(
          words.float(
            from: Int(one.minutes), to: Int((value(last) ?? one).minutes), dayLength: member.minutesPerDay,
            isElapsed: member.isAroundTheClock))
      }
      let cells = [
        cell { $0.totalAtStart }, cell { $0.totalAtFinish }, cell { $0.free }, cell { $0.interfering },
        cell { $0.independent }, cell { $0.safety },
      ]
      let toEnds = analyses.toEnds?.ends[ends].map { member.float(to: $0, analyses, words) } ?? []
      table.add([""] + (hasOwn ? cells : []) + toEnds)
      let links = hasOwn ? member.linkFloats(words) : []
      if !links.isEmpty { table.add(note: words.linkFloats(links), indent: 4) }
    }
    return table
  }

  func hasFloats(_ member: ScheduledActivity) -> Bool { floats[member.id]?.first != nil }
}

extension ScheduledActivity {
  /// The float to one of several ends, at both readings: `0 … 20 d`.
  func float(to end: ActivityID, _ analyses: Analyses, _ words: Words) -> String {
    let (first, last) = (analyses.float(of: self, to: end, .first), analyses.float(of: self, to: end, .last))
    guard let one = first ?? last else { return words.none }
    let float = words.float(
      from: Int(one.minutes), to: Int((last ?? one).minutes), dayLength: minutesPerDay, isElapsed: isAroundTheClock)
    return (isFloatAtMost ? "≤\u{A0}" : "") + words.whole(float)
  }

  /// The links that leave it, each with its float at both readings.
  func linkFloats(_ words: Words) -> [(link: Link, float: String)] {
    let links = schedule.network.plan.links
    let last = Dictionary(
      schedule.network.linkFloats(of: position, schedule.last).map { ($0.link, $0.float) },
      uniquingKeysWith: { a, _ in a })
    return schedule.network.linkFloats(of: position, schedule.first).sorted { $0.link < $1.link }.map { link, float in
      (
        links[link],
        words.float(
          from: Int(float.minutes), to: Int((last[link] ?? float).minutes), dayLength: minutesPerDay,
          isElapsed: isAroundTheClock)
      )
    }
  }
}
