/// An event window as a sorted list of its open stretches, compiled once for a range of days.
///
///     let window = CompiledWindow(golive)
///     window.next(thursdayNoon, asFinish: false)       // Saturday 00:00
///     window.previous(thursdayNoon, asFinish: true)    // the end of last Sunday
///
/// Open days that follow each other are one stretch. An event that starts something may happen in `[open, close)`, one
/// that finishes something in `(open, close]`, so that both fall on an open civil day. For every `t` and `x`
///
///     next(t) <= x   ⇔   t <= previous(x)
///
/// where no answer of `next` counts as later, and none of `previous` as earlier, than everything.
public struct CompiledWindow: Hashable, Sendable {
  private let opens: [Int32]  // first instants of the stretches
  private let closes: [Int32]  // the boundaries after them

  /// Compiles a window for a range of days, cut to the days a plan may name.
  ///
  /// - Complexity: O(days + days in its spans).
  public init(_ window: EventWindow, days: ClosedRange<Day> = Day.earliest...Day.latest) {
    let days = days.clamped(to: Day.earliest...Day.latest)
    let count = days.upperBound - days.lowerBound + 1
    var isOpen = [Bool](repeating: window.open == nil, count: count)
    func set(_ spans: [ClosedRange<Day>], _ value: Bool) {
      for span in spans where span.overlaps(days) {
        let inside = span.clamped(to: days)
        for index in (inside.lowerBound - days.lowerBound)...(inside.upperBound - days.lowerBound) {
          isOpen[index] = value
        }
      }
    }
    set(window.open ?? [], true)
    if let weekdays = window.weekdays {
      let week = Weekday.allCases.map(weekdays.contains)
      let offset = Int(days.lowerBound.weekday.rawValue)
      for index in isOpen.indices where !week[(offset + index) % 7] { isOpen[index] = false }
    }
    set(window.frozen, false)

    let start = days.lowerBound.start.minutes
    var (opens, closes): ([Int32], [Int32]) = ([], [])
    for index in isOpen.indices where isOpen[index] {
      if index == 0 || !isOpen[index - 1] { opens.append(start + Int32(index) * 1440) }
      if index == count - 1 || !isOpen[index + 1] { closes.append(start + Int32(index + 1) * 1440) }
    }
    self.opens = opens
    self.closes = closes
  }

  /// Whether no day of the range is open.
  public var isEmpty: Bool { opens.isEmpty }

  /// The boundary after the last open stretch that is known; nil if none is.
  public var lastClose: Instant? { closes.last.map(Instant.init(minutes:)) }

  /// The first allowed instant at or after `instant`; nil after the last known window.
  ///
  /// - Complexity: O(log *s*) for *s* open stretches.
  public func next(_ instant: Instant, asFinish: Bool) -> Instant? {
    next(instant.minutes, asFinish: asFinish).map(Instant.init(minutes:))
  }

  /// The last allowed instant at or before `instant`; nil before the first known window.
  ///
  /// - Complexity: O(log *s*) for *s* open stretches.
  public func previous(_ instant: Instant, asFinish: Bool) -> Instant? {
    previous(instant.minutes, asFinish: asFinish).map(Instant.init(minutes:))
  }

  package func next(_ instant: Int32, asFinish: Bool) -> Int32? {
    // The allowed instants of a stretch, both ends included, are [open, close − 1], one later for a finish.
    let shift: Int32 = asFinish ? 1 : 0
    let index = Self.count(of: closes) { $0 &- 1 &+ shift < instant }
    return index < opens.count ? max(instant, opens[index] &+ shift) : nil
  }

  package func previous(_ instant: Int32, asFinish: Bool) -> Int32? {
    let shift: Int32 = asFinish ? 1 : 0
    let index = Self.count(of: opens) { $0 &+ shift <= instant } - 1
    return index >= 0 ? min(instant, closes[index] &- 1 &+ shift) : nil
  }

  /// How many leading elements a condition holds for that holds for a prefix only.
  private static func count(of sorted: [Int32], where holds: (Int32) -> Bool) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(sorted[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
