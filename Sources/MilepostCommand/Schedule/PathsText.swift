import PlanModel
import PlanRendering
import PlanSchedule

/// The paths to an end, as tables for people: one for each path, and for each reading where they differ.
struct PathsText {
  let analyses: Analyses
  let paths: Analyses.Both<FloatPaths>
  let schedule: Schedule
  let words: Words
  let width: Int

  var text: String {
    let differs = shown(.first) != shown(.last)
    return differs ? text(.first, isOne: false) + "\n" + text(.last, isOne: false) : text(.first, isOne: true)
  }

  private func shown(_ reading: Reading.Dates) -> [[ActivityID]] {
    paths[reading].paths.prefix(analyses.pathLimit).map(\.activities)
  }

  private func text(_ reading: Reading.Dates, isOne: Bool) -> String {
    let all = paths[reading].paths
    let end = analyses.ends.first ?? ""
    let heading = words.pathsHeading(
      min(all.count, analyses.pathLimit), of: all.count, to: end, isOne ? nil : reading)
    var text = indented(heading, by: 0, to: width).joined(separator: "\n") + "\n"
    for (place, path) in all.prefix(analyses.pathLimit).enumerated() {
      text += "\n" + indented(title(place, path, reading, isOne), by: 0, to: width).joined(separator: "\n") + "\n"
      text += table(of: path, reading, isOne)
    }
    return text
  }

  private func title(_ place: Int, _ path: FloatPaths.Path, _ reading: Reading.Dates, _ isOne: Bool) -> String {
    guard let join = path.joins else { return words.firstPath }
    let link = schedule.network.plan.links[join]
    // The float of a link is counted as that of its predecessor.
    guard let member = schedule[link.from] else { return words.firstPath }
    let last = isOne && paths.last.paths.indices.contains(place) ? paths.last.paths[place].float : path.float
    let float = words.float(
      from: Int(path.float.minutes), to: Int(last.minutes), dayLength: member.minutesPerDay,
      isElapsed: member.isAroundTheClock)
    return words.path(place + 1, joining: paths[reading][link.to]?.path ?? 1, at: link, float: float)
  }

  private func table(of path: FloatPaths.Path, _ reading: Reading.Dates, _ isOne: Bool) -> String {
    var table = TextTable(
      columns: [.init(words.orderColumn, .right)]
        + [words.activityColumn, words.startColumn, words.finishColumn].map { .init($0) }
        + [.init(words.floatColumn, .right)])
    for (order, id) in path.activities.enumerated() {
      guard let member = schedule[id] else { continue }
      func days(_ days: Readings<Day>) -> String {
        if isOne { return words.days(days) }
        return words.day(reading == .first ? days.first : days.last)
      }
      let float =
        isOne
        ? [member.totalFloat.first, member.totalFloat.last]
        : [
          reading == .first ? member.totalFloat.first : member.totalFloat.last
        ]
      let known = member.isDone ? [] : float.compactMap { $0 }
      table.add([
        String(order + 1), words.names.withID(id), member.activity.kind.isMilestone ? "" : days(member.startDays),
        days(member.finishDays),
        known.first.map {
          words.whole(
            words.float(
              from: Int($0.minutes), to: Int((known.last ?? $0).minutes), dayLength: member.minutesPerDay,
              isElapsed: member.isAroundTheClock))
        } ?? words.none,
      ])
    }
    return table.text(width: width)
  }
}
