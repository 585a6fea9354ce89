import PlanModel
import PlanSchedule

/// Looks for an irreducible set of facts behind one missed limit: first among the facts of the driving chain, and where these do
/// not explain it (maximal lags, late placing) among all before it, by QuickXplain (Junker 2004).
struct ConflictSearch {
  private let plan: Plan
  private let limit: Limit
  private let reading: Reading
  private let comes: Day
  /// Facts of the chain behind the limit.
  private let likely: [PushingFact]

  init(_ outlook: Outlook, _ limit: Limit, _ reading: Reading, _ early: EarlyDates) {
    self.limit = limit
    self.reading = reading
    let upstream = outlook.network.upstream(of: [limit.id])
    var plan = outlook.plan
    plan.activities = outlook.plan.activities.filter { upstream.contains($0.id) }
    var places: [Int: Int] = [:]
    plan.links = []
    for (place, link) in outlook.plan.links.enumerated()
    where link.strength == .hard && upstream.contains(link.from) && upstream.contains(link.to) {
      places[place] = plan.links.count
      plan.links.append(link)
    }
    plan.relations = []
    if let index = plan.index(of: limit.id), let kind = limit.constraint {
      // A limit is no floor of itself.
      var activity = plan[index]
      activity.details.constraints.removeAll { $0.kind == kind }
      plan.replace(index, with: activity)
    }
    self.plan = plan
    let position = outlook.network.position(of: limit.id)
    let instant = Instant(minutes: limit.ofStart ? early.start(position) : early.finish(position))
    comes = limit.ofStart ? instant.day : instant.finishDay
    likely = ConflictSearch.facts(of: Chain(of: limit.id, in: outlook.network, early), in: plan, places)
  }

  private static func facts(of chain: Chain?, in plan: Plan, _ places: [Int: Int]) -> [PushingFact] {
    var facts: [PushingFact] = []
    for step in chain?.steps ?? [] {
      switch step.cause {
      case .date, .calendarWait, .windowWait: break
      case .work: facts.append(.duration(step.activity))
      case .link(let place), .maximum(let place):
        if let own = places[place] { facts.append(.link(own)) }
      case .slip: break
      }
      guard let details = plan[step.activity]?.details else { continue }
      facts.append(.planned(step.activity))
      facts += details.constraints.filter(\.kind.isFloor).map { .constraint(step.activity, $0.kind) }
      facts += details.slips.indices.map { .slip(step.activity, $0) }
    }
    let known = Set(plan.pushingFacts)
    var seen: Set<PushingFact> = []
    return facts.filter { known.contains($0) && seen.insert($0).inserted }
  }

  // MARK: The set

  var conflict: Conflicts.Conflict {
    var guesses: [Int] = []
    let members = irreducible.map { fact in
      let relaxation = relaxation(of: fact, guesses)
      // The latest are the likeliest, and each costs a pass.
      if let days = relaxation?.days, guesses.first != days {
        guesses = [days] + guesses.filter { $0 != days }.prefix(3)
      }
      return Conflicts.Member(subject: subject(of: fact), basis: basis(of: fact), relaxation: relaxation)
    }
    let cheapest = members.enumerated().sorted { a, b in (a.1.rank, a.0) < (b.1.rank, b.0) }.map(\.1)
    let own = Conflicts.Member(
      subject: limit.subject, basis: limit.basis, relaxation: .later(max(1, comes - limit.day)))
    return Conflicts.Conflict(
      activity: plan[limit.id] ?? Activity(limit.id), comes: comes, limit: limit.day, reading: reading,
      members: [own] + cheapest)
  }

  /// A smallest set: with it the limit is missed, without any one of it it is met.
  private var irreducible: [PushingFact] {
    if isMissed(with: []) { return [] }
    let candidates = isMissed(with: Set(likely)) ? likely : plan.pushingFacts
    guard isMissed(with: Set(candidates)) else { return [] }
    return explain([], isChanged: false, candidates)
  }

  /// QuickXplain: what of the candidates is needed besides the background.
  private func explain(_ background: Set<PushingFact>, isChanged: Bool, _ candidates: [PushingFact]) -> [PushingFact] {
    if isChanged, isMissed(with: background) { return [] }
    if candidates.count <= 1 { return candidates }
    let half = candidates.count / 2
    let (first, second) = (Array(candidates[..<half]), Array(candidates[half...]))
    let ofSecond = explain(background.union(first), isChanged: !first.isEmpty, second)
    let ofFirst = explain(background.union(ofSecond), isChanged: !ofSecond.isEmpty, first)
    return ofFirst + ofSecond
  }

  private func isMissed(with facts: Set<PushingFact>) -> Bool {
    guard facts.count * 4 < plan.activities.count else { return isMissed(in: plan.keeping(facts)) }
    // Only what the facts speak of.
    var named: Set<ActivityID> = [limit.id]
    var (places, kept): ([Int], Set<PushingFact>) = ([], [])
    for fact in facts {
      switch fact {
      case .planned(let id), .constraint(let id, _), .duration(let id), .slip(let id, _):
        named.insert(id)
        kept.insert(fact)
      case .link(let place):
        named.formUnion([plan.links[place].from, plan.links[place].to])
        places.append(place)
      }
    }
    var small = plan
    small.links = []
    small.activities = named.compactMap(plan.index).sorted { $0.value < $1.value }.map { plan[$0] }
    small = small.keeping(kept)
    small.links = places.sorted().map { plan.links[$0] }
    return isMissed(in: small)
  }

  private func isMissed(in plan: Plan) -> Bool {
    guard let network = try? Network(plan) else { return false }
    return limit.isMissed(in: EarlyDates(network, reading), network)
  }

  // MARK: What would be enough

  /// - Parameter guesses: what was enough of other facts: most chains give one answer for all work and one for all links.
  private func relaxation(of fact: PushingFact, _ guesses: [Int]) -> Conflicts.Relaxation? {
    if isMissed(in: plan.without(fact)) { return nil }
    func holds(_ days: Int) -> Bool {
      plan.relaxing(fact, by: days, reading.durations).map { !isMissed(in: $0) } ?? false
    }
    // What is known: that so much is not enough, and that so much is.
    var (low, high) = (0, Int.max)
    for guess in guesses where guess > low && guess < high {
      if holds(guess) {
        high = guess
        if guess - 1 > low { if holds(guess - 1) { high = guess - 1 } else { low = guess - 1 } }
      } else if plan.relaxing(fact, by: guess, reading.durations) != nil {
        low = guess
      } else {
        break
      }
    }
    if high == Int.max {
      high = 1
      while high <= low { high *= 2 }
      while !holds(high) {
        // Where there is not so much to relax, the last possible amount may still be enough.
        guard high < 1 << 14, plan.relaxing(fact, by: high, reading.durations) != nil else { break }
        low = high
        high *= 2
      }
      if !holds(high) {
        guard let most = (low..<high).last(where: { plan.relaxing(fact, by: $0, reading.durations) != nil }),
          holds(most)
        else { return .removal }
        high = most
      }
    }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle }
    }
    switch fact {
    case .planned, .constraint: return .earlier(high)
    case .duration, .slip: return .shorter(high)
    case .link: return .overlap(high)
    }
  }

  // MARK: As facts of the plan

  private func subject(of fact: PushingFact) -> Assumptions.Subject {
    switch fact {
    case .planned(let id):
      if let span = plan[id]?.details.planned?.value { return .planned(id, span) }
      return .activity(id)
    case .constraint(let id, let kind):
      if let constraint = plan[id]?.details.constraints.first(where: { $0.kind == kind }) {
        return .constraint(id, constraint)
      }
      return .activity(id)
    case .duration(let id): return plan[id]?.duration.map { .duration(id, $0.value) } ?? .activity(id)
    case .slip(let id, let place):
      guard let slips = plan[id]?.details.slips, slips.indices.contains(place) else { return .activity(id) }
      return .slip(id, slips[place].value)
    case .link(let place): return .link(plan.links[place])
    }
  }

  private func basis(of fact: PushingFact) -> Basis {
    switch fact {
    case .planned(let id): plan[id]?.details.planned?.basis ?? .unknown
    case .constraint(let id, let kind):
      plan[id]?.details.constraints.first { $0.kind == kind }?.date.basis ?? .unknown
    case .duration(let id): plan[id]?.duration?.basis ?? .unknown
    case .slip(let id, let place): plan[id]?.details.slips[place].basis ?? .unknown
    case .link(let place): plan.links[place].evidence.basis
    }
  }
}

extension Conflicts.Member {
  /// Fewest days first, then what must go, then what is not enough.
  fileprivate var rank: Int { relaxation.map { $0.days ?? Int.max - 1 } ?? Int.max }
}
