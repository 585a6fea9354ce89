import PlanModel
import PlanSchedule

/// How far positions may slip before something behind them is later than a limit, exactly.
///
/// The late start to that limit is the last placed start that meets it, and the slip is counted from where the position
/// is ready: its bound rolled to work time. Where a forward pass does more than follow bounds (maximal lags, as late as
/// possible, expected finishes, windows, pins), the slip is searched for by scheduling again.
struct Slips {
  let outlook: Outlook
  private let isPlain: Bool
  private let readings: [EarlyDates]

  /// Where the search ends: a slip of twenty years.
  static let longest: Int32 = 20 * 366 * 1440

  init(_ outlook: Outlook) {
    self.outlook = outlook
    let network = outlook.network
    isPlain =
      network.maximums.isEmpty && network.asLateAsPossible.isEmpty
      && !(network.rules.scheduleFrom == .finish && outlook.plan.mustFinishBy != nil)
      && !network.specials.contains {
        $0.window != nil || $0.expectedFirst != nil || $0.expectedLast != nil || $0.slip < 0 || $0.pinnedStart != nil
          || $0.pinnedFinish != nil
      }
    readings = [outlook.schedule.first, outlook.schedule.last, outlook.mostFavourable, outlook.leastFavourable]
  }

  /// What a position may slip for one end.
  struct Room {
    let moves: Readings<ElapsedTime?>
    let misses: Tolerances.ToTarget?
  }

  /// The way to ask for the room of each position before an end; it answers nil where no path leads there.
  func room(before id: ActivityID) -> (Int) -> Room? {
    guard let index = outlook.plan.index(of: id) else { return { _ in nil } }
    let end = outlook.network.position(index)
    let stays = readings.prefix(2).map { Limit(outlook, end, at: $0.finish(end), $0) }
    let target = outlook.target(of: id)?.value.latest.map { day in
      let minutes = outlook.plan[index].kind == .startMilestone ? day.end.minutes - 1 : day.end.minutes
      return [readings[3], readings[1], readings[2]].map { Limit(outlook, end, at: minutes, $0) }
    }
    return { position in
      let moves = stays.map { slip(of: position, within: $0) }
      guard moves.contains(where: { $0 != nil }) else { return nil }
      let misses = target.map { limits in limits.map { $0.isMissed ? nil : slip(of: position, within: $0) } }
      return Room(
        moves: Readings(first: moves[0], last: moves[1]),
        misses: misses.map { Tolerances.ToTarget(atWorst: $0[0], likely: $0[1], atBest: $0[2]) })
    }
  }

  /// A limit on the finish of an end in one reading.
  private struct Limit {
    let end: Int
    let minutes: Int32
    let early: EarlyDates
    let late: LateDates

    init(_ outlook: Outlook, _ end: Int, at minutes: Int32, _ early: EarlyDates) {
      self.end = end
      self.minutes = minutes
      self.early = early
      var anchors = [Int32](repeating: noLimit, count: outlook.network.count)
      anchors[end] = minutes
      late = LateDates(outlook.network, early, anchors: anchors, deadlines: false)
    }

    var isMissed: Bool { early.finish(end) > minutes }
  }

  /// The largest more slip of a position with which the end stays within its limit; nil where there is none.
  private func slip(of position: Int, within limit: Limit) -> ElapsedTime? {
    guard let lateStart = limit.late.start(position) else { return nil }
    guard isPlain else { return searched(position, limit) }
    let network = outlook.network
    let placement = network.placement(of: position, limit.early)
    let ready = network.roll(placement.bound.minutes, position) + placement.slip.minutes
    return ElapsedTime(minutes: lateStart - ready)
  }

  // MARK: By scheduling again

  private func searched(_ position: Int, _ limit: Limit) -> ElapsedTime? {
    func holds(_ minutes: Int32) -> Bool {
      finish(of: limit.end, slipping: position, by: minutes, limit.early.reading).map { $0 <= limit.minutes } ?? false
    }
    guard holds(1) else { return .zero }
    var (low, high): (Int32, Int32) = (1, 2)
    while holds(high) {
      low = high
      guard high < Slips.longest else { return ElapsedTime(minutes: Slips.longest) }
      high *= 2
    }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if holds(middle) { low = middle } else { high = middle }
    }
    return ElapsedTime(minutes: low)
  }

  /// Where the end finishes if a position slips so much more; nil where no dates are possible.
  private func finish(of end: Int, slipping position: Int, by minutes: Int32, _ reading: Reading) -> Int32? {
    let (network, plan) = (outlook.network, outlook.plan)
    let index = network.index(position)
    var changed = plan
    var activity = plan[index]
    activity.details.slips.append(Fact(Quantity(Int(minutes), .elapsedMinutes), Evidence(isWhatIf: true)))
    changed.replace(index, with: activity)
    guard let again = try? Network(changed) else { return nil }
    return EarlyDates(again, reading).finish(again.position(network.index(end)))
  }
}
