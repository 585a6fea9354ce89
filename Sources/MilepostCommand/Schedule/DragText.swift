import PlanModel
import PlanRendering
import PlanSchedule

/// What each activity costs the end, as a table for people: only those that cost something, or whose work moves the end.
struct DragText {
  let drags: Analyses.Both<Drags>
  let criticalities: Analyses.Both<Criticalities>
  let words: Words
  let width: Int

  func table(of members: [ScheduledActivity]) -> String {
    var table = TextTable(
      columns: [.init("  ", .whole)] + words.dragColumns.enumerated().map { .init($1, $0 == 0 ? .right : .wrapped) })
    let shown = members.filter(matters)
    for member in shown {
      let (first, last) = (drags.first[member.id], drags.last[member.id])
      let drag = [first, last].compactMap { $0.map { Int($0.elapsed.minutes) } }
      let without = [first, last].compactMap { $0.map { words.day($0.without.finishDay) } }
      let classes = [criticalities.first[member.id], criticalities.last[member.id]].map(words.criticality)
      table.add(note: words.names.withID(member.id), indent: 0)
      table.add(["", words.drag(drag), words.both(without), words.both(classes)])
    }
    return table.text(width: width)
  }

  /// Explanations of what the tables show, and of nothing else.
  func notes(of members: [ScheduledActivity]) -> [String] {
    let shown = members.filter(matters)
    let classes = CriticalityClass.allCases.filter { one in
      shown.contains { criticalities.first[$0.id]?.class == one || criticalities.last[$0.id]?.class == one }
    }
    var (isReverse, isWaiting) = (false, false)
    for member in shown {
      for reading in [Reading.Dates.first, .last] where (drags[reading][member.id]?.elapsed ?? .zero) < .zero {
        switch criticalities[reading][member.id]?.class {
        case .reverse, .decreasingReverse, .bicritical: isReverse = true
        default: isWaiting = true
        }
      }
    }
    let negative = (isReverse ? [words.negativeDrag] : []) + (isWaiting ? [words.negativeWait] : [])
    if shown.isEmpty { return [words.noDrag] }
    let rest = members.count { drags.first[$0.id] != nil } - shown.count
    return (rest > 0 ? [words.withoutDrag(rest)] : []) + [words.dragNote] + negative
      + classes.map(words.explanation)
  }

  func matters(_ member: ScheduledActivity) -> Bool {
    [Reading.Dates.first, .last].contains { reading in
      (drags[reading][member.id]?.elapsed ?? .zero) != .zero
        || criticalities[reading][member.id].map { $0.class != .neutral } ?? false
    }
  }
}
