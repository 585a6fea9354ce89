import PlanModel

extension Lowering {
  /// The day itself if a plan may name it.
  static func sound(_ day: Day?) -> Day? {
    day.flatMap { $0 >= Day.earliest && $0 <= Day.latest ? $0 : nil }
  }

  /// Reports a day outside the years that a plan may name.
  mutating func checkDay(_ day: Day?, _ name: String, _ origin: Origin) {
    guard let day, Lowering.sound(day) == nil else { return }
    problems.append(Diagnostic(.horizonTooLong, "the date of '\(name)' is day \(day.number) from 1970", at: origin))
  }

  /// Reports every date of an activity outside the years that a plan may name.
  mutating func checkDays(of activity: Activity, _ details: ActivityDetails) {
    func check(_ span: DateSpan?, _ origin: Origin) {
      for day in [span?.earliest, span?.latest] { checkDay(day, activity.id.text, origin) }
    }
    for fact in [
      details.planned, details.deadline, details.actualStart, details.actualFinish, details.suspended, details.resumes,
      details.expectedFinish,
    ] {
      if let fact { check(fact.value, fact.evidence.origin) }
    }
    for constraint in details.constraints { check(constraint.date.value, constraint.date.evidence.origin) }
    if let state = details.state { check(state.value.at, state.evidence.origin) }
  }
}

extension Network {
  /// The first activity whose dates run into the end of the years that calendars know, for every reading.
  ///
  /// The passes stay inside those years whatever the plan says, so this is a question of honesty, not of safety. Mostly a
  /// bound tells that nothing comes near their end; where it does not, forward passes do.
  func horizonProblems() -> [Diagnostic] {
    if HorizonBound.latest(self) != nil { return [] }
    return horizonProblemsOfPasses()
  }

  /// The same from forward passes alone.
  func horizonProblemsOfPasses() -> [Diagnostic] {
    var readings = [Reading.last]
    if highDuration != nil { readings += [.leastFavourable, Reading(dates: .last, durations: .low)] }
    for reading in readings {
      let early = EarlyDates(self, reading)
      guard let cut = firstCut(early) else { continue }
      let activity = activity(cut)
      return [Diagnostic(.horizonTooLong, "'\(activity.id)' does not fit", at: activity.evidence.origin)]
    }
    return []
  }

  /// The first position whose dates were cut; those before it are exact.
  private func firstCut(_ early: EarlyDates) -> Int? {
    let (first, last) = (Day.earliest.start.minutes, Day.latest.end.minutes)
    return calendars.withTables { tables in
      for position in 0..<count where early.finish(position) >= last || early.start(position) <= first {
        if special(at: position)?.isLeftOut == true || special(at: position)?.actualFinish != nil { continue }
        if isCut(position, early, tables) { return position }
      }
      return nil
    }
  }

  private func isCut(_ position: Int, _ early: EarlyDates, _ tables: [CalendarTables]) -> Bool {
    let (first, last) = (Day.earliest.start.minutes, Day.latest.end.minutes)
    let table = tables[Int(calendar[position])]
    let days = durations(early.reading)[position]
    if let special = special(at: position), let pinned = special.pinned(days: days, table) {
      if let finish = special.pinnedFinish, table.work(until: finish) < days { return true }
      return days > table.total - table.work(until: pinned)
    }
    if remaining(position, days: days, table) != nil { return early.finish(position) >= last }
    let waiting = waiting(position, early, tables)
    let bound = Int64(waiting.rolled) + Int64(max(0, special(at: position)?.slip ?? 0))
    if bound > Int64(last) || bound < Int64(first) { return true }
    if days > 0 { return days > table.total - table.work(until: max(early.start(position), Int32(bound))) }
    return waiting.raw < last && early.start(position) >= last
  }
}
