import PlanModel
import PlanRendering
import PlanSchedule

/// What the closer looks at a schedule found; nil where nobody asked.
struct Analyses {
  /// The milestones of `--to`, in the order of the call; the first is what late dates are to.
  let ends: [ActivityID]
  /// To each of several ends.
  let toEnds: Floats?
  let floats: FloatTable?
  let drags: Both<Drags>?
  let criticalities: Both<Criticalities>?
  let paths: Both<FloatPaths>?
  /// How many paths are shown.
  let pathLimit: Int
  let pathsBy: AnalysisArguments.PathOption

  /// Whether the dates are what was asked for.
  var isEmpty: Bool { floats == nil && drags == nil && paths == nil }

  /// One result for each reading of imprecise dates.
  struct Both<Value> {
    let first: Value
    let last: Value
  }

  init(_ schedule: Schedule, _ asked: AnalysisArguments, ends: [ActivityID]) {
    let isImprecise = schedule.hasTwoReadings
    func both<Value>(_ value: (Reading) -> Value) -> Both<Value> {
      let first = value(.first)
      return Both(first: first, last: isImprecise ? value(.last) : first)
    }
    self.ends = ends
    toEnds = ends.count > 1 ? Floats(schedule, to: ends) : nil
    floats = asked.floats ? FloatTable(schedule) : nil
    drags = asked.drag ? both { Drags(schedule, $0, to: ends.first) } : nil
    criticalities = asked.drag ? both { Criticalities(schedule, $0, to: ends.first) } : nil
    pathLimit = asked.paths ?? 0
    pathsBy = asked.pathsBy ?? .freeFloat
    if asked.paths != nil, let end = ends.first,
      let first = FloatPaths(schedule, to: end, by: pathsBy.option, .first),
      let last = isImprecise ? FloatPaths(schedule, to: end, by: pathsBy.option, .last) : first
    {
      paths = Both(first: first, last: last)
    } else {
      paths = nil
    }
  }
}

extension Analyses {
  /// The float of an activity to one of several ends; of a summary, the least of its parts.
  func float(of member: ScheduledActivity, to end: ActivityID, _ reading: Reading.Dates) -> WorkTime? {
    if member.isDone { return nil }
    let floats = (member.parts ?? [member.id]).compactMap { id -> WorkTime? in
      let both = toEnds?[id, to: end]
      return reading == .first ? both?.first?.total : both?.last?.total
    }
    return floats.min()
  }
}

extension Analyses.Both {
  /// The result of one reading.
  subscript(reading: Reading.Dates) -> Value { reading == .first ? first : last }
}

extension FloatPaths {
  /// The place of an activity where its path is among the first.
  func place(_ id: ActivityID, within limit: Int) -> Place? { self[id].flatMap { $0.path <= limit ? $0 : nil } }
}

extension Schedule {
  /// Whether anything stands elsewhere at the last days of imprecise dates.
  var hasTwoReadings: Bool { activities.contains { !$0.starts.agree || !$0.finishes.agree } }

  /// The early dates of a reading.
  func early(_ reading: Reading.Dates) -> EarlyDates { reading == .first ? first : last }
}
