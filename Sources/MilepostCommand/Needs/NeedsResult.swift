import PlanComparison
import PlanFiles
import PlanModel
import PlanSchedule

/// The answer to one backward question.
enum NeedsResult {
  case latest(Needs, isTarget: Bool, overGaps: GapNeeds?)
  case tolerance(Tolerances, isForOne: Bool)
  case interfaces([InterfaceRegister.Row])
  case collisions(Collisions, event: String, only: String?)
  case during(During)
  case frames(FrameRanking)
  case conflicts(Conflicts)
  case purchases(Purchases, changes: [String])
  case touched(Touched)

  /// Answers a question.
  ///
  /// - Parameter openGapsAreWork: whether gaps travel with a slip of which the plan does not say what they are, as in `outlook`.
  /// - Throws: where a milestone has no date to work back from, with what could be asked instead.
  init(
    _ question: NeedsQuestion, _ outlook: Outlook, _ loaded: LoadedPlan, openGapsAreWork: Bool = false
  ) throws(InvalidInput) {
    switch question {
    case .latest(let id, let wish):
      guard let scheduled = outlook.schedule[id], scheduled.isScheduled, !scheduled.isDone else {
        let isDone = outlook.schedule[id]?.isDone ?? false
        throw loaded.refusal(
          .badArgument, isDone ? "'\(id)' has happened" : "'\(id)' is not scheduled",
          "ask about a milestone that is ahead", of: "--for")
      }
      guard let needs = Needs(outlook, for: id, by: wish) else {
        throw loaded.refusal(
          .badArgument, "'\(id)' has no target to work back from",
          "give a date, for example --by 2024-01, or apply a scenario that plans it", of: "--for")
      }
      let gaps = try loaded.openGaps()
      var range: GapNeeds?
      if !gaps.isEmpty, let asWork = Needs(try loaded.outlook(openGapsAreWork: true), for: id, by: wish) {
        range = GapNeeds(gaps, asBuffer: needs, asWork: asWork)
      }
      self = .latest(needs, isTarget: wish == nil, overGaps: range)
    case .tolerance(let id):
      self = .tolerance(Tolerances(outlook, to: id.map { [$0] }), isForOne: id != nil)
    case .interfaces(let project):
      self = .interfaces(
        InterfaceRegister(outlook).rows.filter {
          project == nil || $0.fromProject == project || $0.toProject == project
            || $0.from == project?.text || $0.to == project?.text
        })
    case .collisions(let within, let event, let filter):
      let collisions = Collisions(
        outlook, within: within, kind: event, site: filter.site, team: filter.team, project: filter.project)
      self = .collisions(collisions, event: event, only: filter.words)
    case .during(let id):
      guard let during = During(outlook, id) else {
        throw loaded.refusal(.badArgument, "'\(id)' has no dates", "name an activity that is scheduled", of: "--during")
      }
      self = .during(during)
    case .conflicts(let id): self = .conflicts(Conflicts(outlook, of: id.map { [$0] }))
    case .buy(let id):
      let candidates =
        loaded.arguments.changes.isEmpty
        ? Purchases.measures(of: outlook.plan) + Purchases.dayLess(for: id, in: outlook)
        : loaded.changes.enumerated().map { Purchases.Candidate(.change($0), [$1]) }
      guard let own = outlook.schedule[id], !own.isDone, let purchases = Purchases(outlook, for: id, among: candidates)
      else {
        throw loaded.refusal(.badArgument, "'\(id)' is not ahead", "ask about a milestone that is ahead", of: "--for")
      }
      self = .purchases(purchases, changes: loaded.arguments.changes)
    case .frames: self = .frames(FrameRanking(outlook.plan, before: try loaded.outlook(withChanges: false).plan))
    case .touched:
      let before = try loaded.outlook(withChanges: false, openGapsAreWork: openGapsAreWork)
      self = .touched(Touched(SlipReport(before: before, after: outlook)))
    }
  }

  var word: String {
    switch self {
    case .latest: "needs"
    case .tolerance: "tolerance"
    case .interfaces: "interfaces"
    case .collisions: "collisions"
    case .during: "during"
    case .frames: "frames"
    case .conflicts: "conflicts"
    case .purchases: "buy"
    case .touched: "touched"
    }
  }

  /// What the answer is about, so that its assumptions can be told.
  var subjects: [ActivityID] {
    switch self {
    case .latest(let needs, _, _): [needs.milestone]
    case .tolerance(let tolerances, _): tolerances.milestones
    case .interfaces(let rows):
      rows.flatMap { [ActivityID($0.from), ActivityID($0.to)] + [$0.neededFor].compactMap { $0 } }
    case .collisions(let collisions, _, _): collisions.subjects
    case .during(let during): [during.activity.id] + during.rows.map(\.id)
    case .frames: []
    case .purchases(let purchases, _): [purchases.milestone]
    case .conflicts(let conflicts): conflicts.conflicts.map(\.activity.id)
    case .touched(let touched): touched.report.rows.map(\.id)
    }
  }
}

extension Collisions {
  /// The events that come within the days, or else all that were counted.
  fileprivate var subjects: [ActivityID] {
    let near = pairs.filter { $0.word != .none }.flatMap { [$0.first.id, $0.second.id] }
    return near.isEmpty ? events.map(\.id) : near
  }
}
