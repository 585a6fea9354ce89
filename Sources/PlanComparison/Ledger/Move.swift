import PlanModel
import PlanSchedule

/// Why one date is later in one schedule than in another: what it takes over from its source, and its own parts.
///
/// The move of the source and the parts add up to the move of the date, exactly.
struct Move {
  /// The date before it whose move arrives here; nil where the move begins.
  private(set) var source: Solved.Event?
  /// What is added here, or taken, in order of time; some may be zero.
  private(set) var parts: [(segment: Ledger.Segment, minutes: Int32)] = []

  private let event: Solved.Event
  private let old: Solved
  private let new: Solved
  private let before: Int
  private let after: Int

  /// - Precondition: the date is later in `new`, and both plans have the activity.
  init(of event: Solved.Event, from old: Solved, to new: Solved) {
    self.event = event
    self.old = old
    self.new = new
    before = old.position(of: event.activity) ?? 0
    after = new.position(of: event.activity) ?? 0
    let rows = (2 * before + (event.isFinish ? 1 : 0), 2 * after + (event.isFinish ? 1 : 0))
    let moved = new.early.rows[rows.1] - old.early.rows[rows.0]
    let (was, now) = (old.network.special(at: before), new.network.special(at: after))
    if old.network.span(at: before) != nil || new.network.span(at: after) != nil {
      followPart(moved)
    } else if was?.isLeftOut == true || now?.isLeftOut == true {
      parts = [(.date(.nothing), moved)]
    } else if was?.actualFinish != nil || now?.actualFinish != nil {
      parts = [(.date(.actual), moved)]
    } else if was?.actualStart != nil || now?.actualStart != nil {
      goOn(moved, isUnderWay: was?.actualStart != nil && now?.actualStart != nil)
    } else if event.isFinish {
      source = Solved.Event(activity: event.activity, isFinish: false)
      stretch(moved - (new.early.start(after) - old.early.start(before)))
    } else {
      place(moved)
    }
  }

  private mutating func add(_ segment: Ledger.Segment, _ minutes: Int32) { parts.append((segment, minutes)) }

  /// Longer work, and days off inside it: the work is counted from the later start.
  private mutating func stretch(_ minutes: Int32) {
    guard lengthSegment == .work else { return add(.daysOff, minutes) }
    let start = Instant(minutes: new.early.start(after))
    let work = WorkTime(minutes: old.network.durations(old.early.reading)[before])
    let usual = new.network.calendars[Int(new.network.calendar[after])].after(work, from: start)
    let more = new.early.finish(after) - usual.minutes
    add(.work, more)
    add(.daysOff, minutes - more)
  }

  /// Whether work itself is longer, or only takes longer by the clock.
  private var lengthSegment: Ledger.Segment {
    let lengths = (
      old.network.durations(old.early.reading)[before], new.network.durations(new.early.reading)[after]
    )
    return lengths.0 == lengths.1 ? .daysOff : .work
  }

  // MARK: Placed starts

  private mutating func place(_ moved: Int32) {
    let placement = new.network.placement(of: after, new.early)
    switch placement.driver {
    case .link: follow(placement)
    case .maximum(let place): follow(maximum: place, moved)
    case .asLateAsPossible, .spans, .actual: add(.date(placement.driver), moved)
    case .planned, .constraint, .statusDate, .projectStart, .nothing: take(placement)
    }
  }

  /// A start that a link places: the move of the date it leaves from arrives, and its float takes up some of it.
  private mutating func follow(_ placement: Placement) {
    let network = new.network
    let driving = placement.links.compactMap { link in
      new.arcs(into: after).first { Int(network.arcLink[$0]) == link }
    }
    // Of those that tie, one whose date moved, and that was there before.
    func rank(_ arc: Int) -> Int {
      guard old.arc(like: new.link(of: arc), into: before) != nil else { return 2 }
      return old.date(of: new.source(of: arc)) == new.leave(arc) ? 1 : 0
    }
    guard let arc = driving.min(by: { rank($0) < rank($1) }) else { return }
    let bound = new.early.linkBounds[arc]
    guard let same = old.arc(like: new.link(of: arc), into: before),
      let left = old.date(of: new.source(of: arc))
    else {
      let last = old.network.latestBound(of: before, old.early)
      add(.link, bound - last)
      wait(from: last, to: bound)
      return
    }
    source = new.source(of: arc)
    add(.lag, (bound - old.early.linkBounds[same]) - (new.leave(arc) - left))
    // Nights and days off are no float.
    let (was, ready) = (old.bound(of: same, into: before), new.bound(of: arc, into: after))
    add(.calendarWait, (ready - bound) - (was - old.early.linkBounds[same]))
    let float = max(0, old.network.latestBound(of: before, old.early) - was)
    let absorbed = ready > was ? min(ready - was, float) : 0
    add(.absorbed, -absorbed)
    wait(from: was + absorbed, to: ready)
  }

  /// A start that a date places.
  private mutating func take(_ placement: Placement) {
    let was = old.network.placement(of: before, old.early)
    let bound = placement.bound.minutes
    if was.driver == placement.driver {
      // A slip to earlier dates is part of the bound.
      let slips = negativeSlip(new, after) - negativeSlip(old, before)
      add(.date(placement.driver), bound - was.bound.minutes - slips)
      add(.slip, slips)
      wait(from: was.bound.minutes, to: bound)
    } else {
      let last = old.network.latestBound(of: before, old.early)
      add(.date(placement.driver), bound - last)
      wait(from: last, to: bound)
    }
  }

  private func negativeSlip(_ solved: Solved, _ position: Int) -> Int32 {
    min(0, solved.network.special(at: position)?.slip ?? 0)
  }

  /// A start that a maximal lag pulls.
  private mutating func follow(maximum place: Int, _ moved: Int32) {
    guard
      let maximum = new.network.maximums.first(where: {
        Int($0.link) == place && Int($0.from) / 2 == after
      })
    else { return add(.lag, moved) }
    let puller = new.event(Int(maximum.to))
    guard let left = old.date(of: puller) else { return add(.link, moved) }
    source = puller
    let arriving = new.early.rows[Int(maximum.to)] - left
    add(arriving > moved ? .absorbed : .lag, moved - arriving)
  }

  /// From the bounds of both schedules to the starts: own slip, work time, window.
  ///
  /// - Parameter was: a bound of the older schedule, at or before the one that places it there.
  private mutating func wait(from was: Int32, to bound: Int32) {
    var was = was
    var old = self.old.network.waits(after: was, of: before, self.old.early)
    let placed = self.old.network.placement(of: before, self.old.early).bound.minutes
    if placed > was, !self.old.network.wouldPlace(was, before, self.old.early) {
      add(.otherDriver, was - placed)
      was = placed
      old = self.old.network.waits(after: was, of: before, self.old.early)
    }
    let new = self.new.network.waits(after: bound, of: after, self.new.early)
    add(.slip, positiveSlip(self.new, after) - positiveSlip(self.old, before))
    add(.calendarWait, new.calendar - old.calendar)
    add(.windowWait, new.window - old.window)
  }

  private func positiveSlip(_ solved: Solved, _ position: Int) -> Int32 {
    max(0, solved.network.special(at: position)?.slip ?? 0)
  }

  // MARK: Spans and work under way

  /// The finish of a summary is that of a part.
  private mutating func followPart(_ moved: Int32) {
    let part = new.network.span(at: after)?.members.max {
      new.early.finish(Int($0)) < new.early.finish(Int($1))
    }
    guard event.isFinish, let part, let span = new.network.span(at: after), span.isSummary,
      new.early.finish(Int(part)) == new.early.finish(after),
      let was = old.date(of: new.event(2 * Int(part) + 1)), old.network.span(at: before)?.isSummary == true
    else { return add(.date(.spans), moved) }
    let arriving = new.early.finish(Int(part)) - was
    source = new.event(2 * Int(part) + 1)
    add(arriving > moved ? .absorbed : .otherDriver, moved - arriving)
  }

  /// Work under way: links may hold back what is left of it.
  private mutating func goOn(_ moved: Int32, isUnderWay: Bool) {
    guard isUnderWay, event.isFinish,
      let arc = new.network.drivingArcs(of: after, new.early).first(where: {
        old.arc(like: new.link(of: $0), into: before) != nil && old.date(of: new.source(of: $0)) != nil
      }), let same = old.arc(like: new.link(of: arc), into: before), let left = old.date(of: new.source(of: arc))
    else { return add(event.isFinish && isUnderWay ? lengthSegment : .date(.actual), moved) }
    let (was, bound) = (old.bound(of: same, into: before), new.bound(of: arc, into: after))
    source = new.source(of: arc)
    let arriving = bound - was
    add(.lag, arriving - (new.leave(arc) - left))
    let float = max(0, old.network.latestBound(of: before, old.early) - was)
    let absorbed = arriving > 0 ? min(arriving, float) : 0
    add(.absorbed, -absorbed)
    add(lengthSegment, moved - arriving + absorbed)
  }
}
