public import PlanModel
public import PlanSchedule

extension Ledger {
  /// The ledger by path: how the difference came about, from where it begins to the date.
  ///
  ///     release 1.1 slips +42 d, 4 d absorbed before the test, the window adds 11 d     // +49 d
  ///
  /// A date that is later is followed back along what places it now, and one that is earlier along what placed it
  /// before, as far as dates differ. What an entry says is a difference between the schedules; nothing is counted from
  /// an origin. Entries are in order of the way, and add up to the difference of the two finishes in elapsed minutes.
  ///
  /// Nil where either plan lacks the activity.
  ///
  /// - Complexity: O(length of the way × predecessors of each).
  public init?(byPath id: ActivityID, from: (Network, EarlyDates), to: (Network, EarlyDates)) {
    let (old, new) = (Solved(from.0, from.1), Solved(to.0, to.1))
    var event = Solved.Event(activity: id, isFinish: true)
    guard old.date(of: event) != nil, new.date(of: event) != nil else { return nil }
    var way: [(key: Key, minutes: Int32)] = []
    var seen: Set<Solved.Event> = []
    while let before = old.date(of: event), let after = new.date(of: event), before != after {
      seen.insert(event)
      let isLater = after > before
      let move = isLater ? Move(of: event, from: old, to: new) : Move(of: event, from: new, to: old)
      for part in move.parts.reversed() {
        way.append((Key(activity: event.activity, segment: part.segment), isLater ? part.minutes : -part.minutes))
      }
      guard let source = move.source, let was = old.date(of: source), let now = new.date(of: source) else { break }
      if seen.contains(source) {
        // Maximal lags that are tight all around lead back to where they came from.
        way.append((Key(activity: event.activity, segment: .lag), now - was))
        break
      }
      event = source
    }
    var order: [Key] = []
    var sums: [Key: Int32] = [:]
    for (key, minutes) in way.reversed() {
      if sums[key] == nil { order.append(key) }
      sums[key, default: 0] += minutes
    }
    activity = id
    entries = order.compactMap { key in
      guard let minutes = sums[key], minutes != 0 else { return nil }
      return Entry(cause: .chain(key.activity, key.segment), elapsed: ElapsedTime(minutes: minutes))
    }
  }

  private struct Key: Hashable {
    let activity: ActivityID
    let segment: Segment
  }
}
