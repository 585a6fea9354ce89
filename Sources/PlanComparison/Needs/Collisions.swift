public import PlanModel
import PlanSchedule

/// Events that come close to each other at one site, with one team or in one project.
///
///     Collisions(outlook, within: 14).pairs.first?.word      // .possible
///
/// Whether two events collide depends on the days on which each may fall; these are taken to be free of each other. An
/// event that waits for something undated is judged by its planned days, and says what must come in time for them.
public struct Collisions: Sendable {
  /// How sure it is that two events fall within the days.
  public enum Word: String, Hashable, Sendable, CaseIterable {
    /// Wherever they fall, they are within the days.
    case certain
    /// They may be.
    case possible
    /// Wherever they fall, they are further apart.
    case none
  }

  /// What two events have in common.
  public enum Shared: Hashable, Sendable {
    case site(String)
    case team(String)
    case project(ProjectID)
  }

  /// An event with the days on which it may fall.
  public struct Event: Hashable, Sendable {
    /// A milestone with a kind of event, for example a go-live.
    public let id: ActivityID
    /// In the most and in the least favourable reading.
    public let days: ClosedRange<Day>
    /// The sites where it happens, as the plan names them; empty where it names none.
    public let sites: [String]
    /// The teams that it takes, as the plan names them; empty where it names none.
    public let teams: [String]
    /// Whether it has happened; two that are both done make no pair.
    public let isDone: Bool
    /// What has no date and must come in time for these days to be possible; then the event is where it is planned.
    public let waitsFor: [ActivityID]
  }

  /// Two events that share something and come close to each other.
  public struct Pair: Hashable, Sendable {
    /// The one whose first possible day comes first.
    public let first: Event
    /// The other one; its first possible day may be the same.
    public let second: Event
    /// Their common sites, then teams, then their project; never empty.
    public let shared: [Shared]
    /// The least and the largest distance in days.
    public let distance: ClosedRange<Int>
    /// Whether the distance is sure to be within the days asked for, may be, or cannot be.
    public let word: Word
    /// What has no date and must come in time for this to be so.
    public var waitsFor: [ActivityID] { first.waitsFor + second.waitsFor.filter { !first.waitsFor.contains($0) } }
  }

  /// The days within which events collide.
  public let within: Int
  /// The events of the asked kind that have a date, by date.
  public let events: [Event]
  /// Those without a date of their own, which may collide with anything.
  public let undated: [ActivityID]
  /// Events that share something and are not both done, certain collisions first, then the nearest; also those that do
  /// not collide.
  public let pairs: [Pair]
  /// By site and quarter.
  public let quarters: [QuarterCount]

  /// - Parameter kind: the kind of event; nil: every milestone that has one.
  /// - Parameter site: only events at this site.
  /// - Parameter team: only events of this team.
  /// - Parameter project: only events of this project.
  /// - Complexity: O(activities + *e*²) for *e* events.
  public init(
    _ outlook: Outlook, within: Int = 14, kind: String? = "go-live", site: String? = nil, team: String? = nil,
    project: ProjectID? = nil
  ) {
    self.within = max(0, within)
    var (events, undated): ([Event], [ActivityID]) = ([], [])
    for activity in outlook.schedule.activities where activity.isScheduled && activity.activity.kind.isMilestone {
      let details = activity.activity.details
      guard let event = details.event, kind == nil || event == kind, site.map(details.sites.contains) ?? true,
        team.map(details.teams.contains) ?? true, project.map({ $0 == activity.id.project }) ?? true
      else { continue }
      // What waits for something undated is judged where it is planned, as long as it has such a date.
      if !activity.isDone, activity.isUndated || (activity.isLowerBound && details.planned?.value.latest == nil) {
        undated.append(activity.id)
        continue
      }
      guard let best = outlook.day(of: activity.id, outlook.mostFavourable),
        let worst = outlook.day(of: activity.id, outlook.leastFavourable)
      else { continue }
      events.append(
        Event(
          id: activity.id, days: min(best, worst)...max(best, worst), sites: details.sites, teams: details.teams,
          isDone: activity.isDone, waitsFor: activity.isDone ? [] : activity.waitsFor))
    }
    let ordered = events.enumerated().sorted {
      ($0.1.days.lowerBound, $0.1.days.upperBound, $0.0) < ($1.1.days.lowerBound, $1.1.days.upperBound, $1.0)
    }.map(\.1)
    self.events = ordered
    self.undated = undated
    var pairs: [Pair] = []
    for (place, first) in ordered.enumerated() {
      for second in ordered[(place + 1)...] where !(first.isDone && second.isDone) {
        if let pair = Pair(first, second, within: self.within) { pairs.append(pair) }
      }
    }
    self.pairs = pairs.enumerated().sorted {
      ($0.1.rank, $0.1.distance.lowerBound, $0.1.distance.upperBound, $0.0)
        < ($1.1.rank, $1.1.distance.lowerBound, $1.1.distance.upperBound, $1.0)
    }.map(\.1)
    let counts = QuarterCount.counts(of: ordered)
    quarters = site == nil ? counts : counts.filter { $0.site == site }
  }
}

extension Collisions.Pair {
  fileprivate var rank: Int { Collisions.Word.allCases.firstIndex(of: word) ?? 0 }

  /// Nil where they share nothing.
  fileprivate init?(_ first: Collisions.Event, _ second: Collisions.Event, within: Int) {
    var shared: [Collisions.Shared] = first.sites.filter(second.sites.contains).map { .site($0) }
    shared += first.teams.filter(second.teams.contains).map { .team($0) }
    if let project = first.id.project, project == second.id.project { shared.append(.project(project)) }
    guard !shared.isEmpty else { return nil }
    self.first = first
    self.second = second
    self.shared = shared
    let (a, b) = (first.days, second.days)
    let least = max(0, b.lowerBound - a.upperBound, a.lowerBound - b.upperBound)
    let most = max(b.upperBound - a.lowerBound, a.upperBound - b.lowerBound)
    distance = least...max(least, most)
    word = most <= within ? .certain : least <= within ? .possible : .none
  }
}

/// How many events fall in one quarter at one site.
public struct QuarterCount: Hashable, Sendable {
  /// Nil: no site is given.
  public let site: String?
  /// The civil year that the quarter is in, for example 2025.
  public let year: Int
  /// 1 to 4.
  public let quarter: Int
  /// Those that fall in the quarter in any case.
  public let certain: Int
  /// Those that may, the certain ones included.
  public let possible: Int
  /// Whether the site has its most events here: certain ones first, then possible ones; all quarters that tie.
  public let isPeak: Bool

  /// Sites by name, those without one last; quarters in order.
  static func counts(of events: [Collisions.Event]) -> [QuarterCount] {
    struct Place: Hashable {
      let site: String?
      let number: Int
    }
    func number(_ day: Day) -> Int { day.year * 4 + (day.month - 1) / 3 }
    var counts: [Place: (certain: Int, possible: Int)] = [:]
    for event in events {
      let quarters = number(event.days.lowerBound)...number(event.days.upperBound)
      for site in event.sites.isEmpty ? [nil] : event.sites.map(Optional.some) {
        for quarter in quarters {
          let place = Place(site: site, number: quarter)
          let count = counts[place] ?? (0, 0)
          counts[place] = (count.certain + (quarters.count == 1 ? 1 : 0), count.possible + 1)
        }
      }
    }
    var peaks: [String?: (Int, Int)] = [:]
    for (place, count) in counts { peaks[place.site] = max(peaks[place.site] ?? (0, 0), count, by: <) }
    return counts.keys.sorted {
      ($0.site == nil ? 1 : 0, $0.site ?? "", $0.number) < ($1.site == nil ? 1 : 0, $1.site ?? "", $1.number)
    }.compactMap { place in
      guard let count = counts[place], let peak = peaks[place.site] else { return nil }
      return QuarterCount(
        site: place.site, year: place.number / 4, quarter: place.number % 4 + 1, certain: count.certain,
        possible: count.possible, isPeak: count == peak)
    }
  }
}

private func max(_ a: (Int, Int), _ b: (Int, Int), by less: ((Int, Int), (Int, Int)) -> Bool) -> (Int, Int) {
  less(a, b) ? b : a
}
