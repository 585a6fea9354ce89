package import PlanModel
package import PlanSchedule

extension Words {
  /// Float: working days (`d`), or calendar days (`ed`) around the clock, with hours: `1 d 3 t`.
  package func float(_ minutes: Int, dayLength: Int, isElapsed: Bool) -> String {
    daysAndHours(Words.rounded(minutes, dayLength: dayLength), dayLength: dayLength, unit: isElapsed ? "ed" : "d")
  }

  /// From a day up, minutes say nothing: the nearest hour, or the next day where less than half an hour is missing.
  private static func rounded(_ minutes: Int, dayLength: Int) -> Int {
    let total = minutes.magnitude
    guard dayLength > 0, total >= UInt(dayLength), total < UInt(Int32.max) else { return minutes }
    let (days, rest) = Int(total).quotientAndRemainder(dividingBy: dayLength)
    let hours = (rest + 30) / 60 * 60
    let near = days * dayLength + (dayLength - rest < 30 ? dayLength : min(hours, dayLength))
    return minutes < 0 ? -near : near
  }

  /// Float at both readings, the unit once where both have only one: `0 … 20 d`.
  package func float(from first: Int, to last: Int, dayLength: Int, isElapsed: Bool) -> String {
    let text = float(last, dayLength: dayLength, isElapsed: isElapsed)
    let other = float(first, dayLength: dayLength, isElapsed: isElapsed)
    if other == text { return text }
    let parts = [other, text].map { $0.split(separator: " ") }
    return parts.allSatisfy { $0.count == 2 && $0[1] == parts[0][1] }
      ? "\(parts[0][0]) … \(text)" : "\(other) … \(text)"
  }

  /// What a float is to.
  package enum FloatEnd: Hashable, Sendable { case milestones([ActivityID]), project, mustFinish, group }

  /// What the floats of a table are to, and their units.
  ///
  /// - Parameter ends: every end that a float of the table has, in the order to tell them.
  package func floatNote(to ends: [FloatEnd]) -> String {
    let to = floatEnds(ends)
    return pick(
      "Slakk i arbeidsdager (d) eller kalenderdager (ed) \(to).",
      "Float in working days (d) or calendar days (ed) \(to).")
  }

  /// What the drag of a table is to.
  package func dragEnd(_ end: ActivityID?) -> String {
    pick("Slutten er ", "The end is ")
      + (end.map { "\($0)." }
        ?? pick("slutten av aktivitetens eget prosjekt.", "the end of the activity's own project."))
  }

  private func floatEnds(_ ends: [FloatEnd]) -> String {
    let each = ends.map { end in
      switch end {
      case .milestones(let ids):
        ids.count == 1
          ? pick("til \(ids[0])", "to \(ids[0])")
          : list(ids.enumerated().map { "\($0 + 1) \(pick("til", "to")) \($1)" })
      case .project: pick("til slutten av eget prosjekt", "to the end of its own project")
      case .mustFinish:
        pick("til datoen prosjektet må være ferdig", "to the date that its project must finish by")
      case .group:
        pick(
          "til nærmeste slutt i gruppen av prosjekter som når hverandre",
          "to the nearest end in its group of projects that reach each other")
      }
    }
    guard let last = each.last, ends.last == .group, each.count > 1 else {
      return each.joined(separator: pick(" eller ", " or "))
    }
    return each.dropLast().joined(separator: pick(" eller ", " or "))
      + pick(", i store grupper ", ", in large groups ") + last
  }

  package var readingsNote: String {
    pick("a … b: lest ved første og siste dag.", "a … b: read at the first and at the last day.")
  }
}

extension ScheduledActivity {
  /// Whether its work follows the clock, so that its float is in calendar days.
  package var isAroundTheClock: Bool {
    activity.duration?.value.likely.isElapsed ?? false
      || schedule.network.plan.calendarName(of: activity) == "24h"
  }

  /// Minutes in a day of its float.
  package var minutesPerDay: Int { isAroundTheClock ? 1440 : schedule.network.plan.unitLengths.day }
}
