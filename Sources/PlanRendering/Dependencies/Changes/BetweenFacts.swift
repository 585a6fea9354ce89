import PlanComparison
import PlanModel
import PlanSchedule

/// What pictures of a difference are made from: every activity and every link of either plan, and where they differ.
struct BetweenFacts {
  /// Which plan has a link.
  enum Membership: Hashable { case both, first, second }

  /// A link of either plan.
  struct Line: Hashable {
    let dependency: DrawnDependency
    let membership: Membership
  }

  /// An activity in both plans; nil where one lacks it or leaves it out.
  struct Twin {
    let id: String
    let old: ScheduledActivity?
    let new: ScheduledActivity?
    let differs: Bool
    /// By how much the date differs, in days as it is shown and in both readings; nil where a plan has none.
    let difference: Readings<ElapsedTime>?

    var activity: Activity? { new?.activity ?? old?.activity }
    var hasMoved: Bool { difference.map { $0.first != .zero || $0.last != .zero } ?? false }
    var isLater: Bool { difference.map { max($0.first, $0.last) > .zero } ?? true }
  }

  let names: Pair<String>
  let first: DependencyFacts
  let second: DependencyFacts
  let options: DependencyPicture.Options
  /// Activities in the order of the second plan, then what only the first has.
  let twins: [Twin]
  let lines: [Line]
  /// The shared id of each line, by the one it has in each plan.
  let sharedNames: Pair<[String: String]>
  let selection: Surroundings
  private let places: [String: Int]

  var words: PictureWords { second.words }
  var differs: Bool { twins.contains(where: \.differs) || lines.contains { $0.membership != .both } }

  init(
    _ plans: Pair<Outlook>, names: Pair<String>, language: Language, options: DependencyPicture.Options
  ) {
    self.names = names
    self.options = options
    first = DependencyFacts(plans.first, language: language, options: options)
    second = DependencyFacts(plans.second, language: language, options: options)
    twins = Self.twins(plans)
    places = Dictionary(twins.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    (lines, sharedNames) = Self.lines(first, second)
    let ends = lines.filter { $0.membership != .both }.flatMap { [$0.dependency.from, $0.dependency.to] }
    let touched = Set(twins.filter(\.differs).map(\.id)).union(ends)
    let isHeld = Set(twins.filter { ($0.new ?? $0.old)?.isDone == true }.map(\.id))
    selection = Surroundings(
      touched, links: lines.map(\.dependency), activities: twins.compactMap(\.activity), done: isHeld,
      upstream: options.to.map { to in
        Set([plans.first, plans.second].flatMap { $0.network.upstream(of: [to]).map(\.text) })
      }, options: options)
  }

  func twin(_ id: String) -> Twin? { places[id].map { twins[$0] } }

  private static func twins(_ plans: Pair<Outlook>) -> [Twin] {
    let (first, second) = (plans.first, plans.second)
    let ids =
      second.plan.activities.map(\.id)
      + first.plan.activities.map(\.id).filter { second.plan.index(of: $0) == nil }
    return ids.map { id in
      let (old, new) = (first.schedule[id], second.schedule[id])
      var difference: Readings<ElapsedTime>?
      if let old, let new, old.isScheduled, new.isScheduled, !old.isUndated, !new.isUndated {
        difference = Readings(
          first: new.finishes.first - old.finishes.first, last: new.finishes.last - old.finishes.last
        ).days(from: old.days, to: new.days)
      }
      let differs =
        old?.isScheduled != new?.isScheduled || old?.days != new?.days || old?.isLowerBound != new?.isLowerBound
        || first.stated(id)?.value != second.stated(id)?.value
        || first.verdict(on: id, explains: false)?.word != second.verdict(on: id, explains: false)?.word
      return Twin(id: id.text, old: old, new: new, differs: differs, difference: difference)
    }
  }

  /// What makes a link the same link in both plans.
  private struct Key: Hashable {
    let from: String
    let to: String
    let kind: Link.Kind
    let lag: Quantity?
    let strength: Strength

    init(_ link: Link) {
      (from, to, kind) = (link.from.text, link.to.text, link.kind)
      (lag, strength) = (link.lag, link.strength)
    }
  }

  private static func lines(
    _ first: DependencyFacts, _ second: DependencyFacts
  ) -> ([Line], Pair<[String: String]>) {
    var waiting: [Key: [DrawnDependency]] = [:]
    func key(_ dependency: DrawnDependency, _ facts: DependencyFacts) -> Key? {
      dependency.link.map { Key(facts.plan.links[$0]) }
    }
    for line in first.dependencies.reversed() {
      if let key = key(line, first) { waiting[key, default: []].append(line) }
    }
    var lines: [Line] = []
    var names = (first: [String: String](), second: [String: String]())
    var taken = Set(first.dependencies.map(\.id))
    for line in second.dependencies {
      guard let key = key(line, second) else { continue }
      if let old = waiting[key]?.popLast() {
        var same = line
        same.id = old.id
        lines.append(Line(dependency: same, membership: .both))
        names.first[old.id] = old.id
        names.second[line.id] = old.id
      } else {
        var own = line
        while !taken.insert(own.id).inserted { own.id += "-b" }
        lines.append(Line(dependency: own, membership: .second))
        names.second[line.id] = own.id
      }
    }
    for line in first.dependencies {
      guard let key = key(line, first), waiting[key]?.contains(where: { $0.id == line.id }) == true else { continue }
      lines.append(Line(dependency: line, membership: .first))
      names.first[line.id] = line.id
    }
    return (lines, Pair(names.first, names.second))
  }
}
