import PlanComparison
import PlanModel
import PlanSchedule

/// What pictures of a slip are made from: which activities it touches, and what each link passes on.
struct SlipFacts {
  /// What a change does to something drawn.
  enum Role: Hashable { case moved, held, around }

  /// What one link does with a slip, in both readings; nil where nothing comes in.
  struct Passage: Hashable {
    var first: LinkSlip?
    var last: LinkSlip?

    var absorbed: Readings<ElapsedTime> { readings(\.absorbed) }
    var out: Readings<ElapsedTime> { readings(\.slipOut) }
    var arrives: Bool { [first, last].contains { $0.map { $0.arriving != .zero } ?? false } }
    /// Whether something arrives and nothing goes on.
    var isStopped: Bool { arrives && out.first == .zero && out.last == .zero }
    /// Whether it places its successor.
    var drives: Bool { !isStopped && [first, last].contains { $0?.drives ?? false } }

    private func readings(_ part: KeyPath<LinkSlip, ElapsedTime>) -> Readings<ElapsedTime> {
      Readings(first: first?[keyPath: part] ?? .zero, last: last?[keyPath: part] ?? .zero)
    }
  }

  let report: SlipReport
  let changes: [String]
  /// What moves otherwise if open gaps are work.
  let range: GapRange?
  let options: DependencyPicture.Options
  /// The plan after the changes, and the links of it that the options let through.
  let facts: DependencyFacts
  let names: Words
  /// Links that the changes drop, as they were.
  let dropped: [DrawnDependency]
  private let rows: [ActivityID: SlipReport.Row]
  private let passages: [Link: Passage]
  /// Activities of which the changes say something themselves.
  private let changed: Set<ActivityID>
  private let added: Set<Link>

  var words: PictureWords { facts.words }
  var plan: Plan { facts.plan }

  init(
    _ report: SlipReport, changes: [String], range: GapRange? = nil, language: Language,
    options: DependencyPicture.Options
  ) {
    self.report = report
    self.changes = changes
    self.range = range
    var options = options
    options.scenario = options.scenario ?? PictureLegend.scenarios(of: report.before.plan) ?? ""
    self.options = options
    facts = DependencyFacts(report.after, language: language, options: options)
    names = Words(language: language, names: Names(report.before.plan, report.after.plan))
    rows = Dictionary(report.rows.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    var passages: [Link: Passage] = [:]
    for row in report.rows {
      for slip in row.links.first { passages[slip.link, default: Passage()].first = slip }
      for slip in row.links.last { passages[slip.link, default: Passage()].last = slip }
    }
    self.passages = passages
    var changed: Set<ActivityID> = []
    var added: Set<Link> = []
    var gone: [Link] = []
    for edit in PlanDifference(from: report.before.plan, to: report.after.plan).edits {
      switch edit {
      case .activity(let id, _), .addActivity(let id), .removeActivity(let id): changed.insert(id)
      case .addLink(let link): added.insert(link)
      case .removeLink(let link): gone.append(link)
      case .calendars, .statusDate: break
      }
    }
    (self.changed, self.added) = (changed, added)
    dropped = gone.enumerated().map { place, link in
      DrawnDependency(
        id: "\(link.from.text)→\(link.to.text)-dropped-\(place + 1)", from: link.from.text, to: link.to.text,
        strength: link.strength, facts: link.details.dependency, link: nil, room: .done)
    }
  }

  func row(_ id: String) -> SlipReport.Row? { rows[ActivityID(id)] }

  func isChanged(_ id: String) -> Bool { changed.contains(ActivityID(id)) }

  func isAdded(_ dependency: DrawnDependency) -> Bool {
    dependency.link.map { added.contains(plan.links[$0]) } ?? false
  }

  func passage(_ dependency: DrawnDependency) -> Passage? {
    dependency.link.flatMap { passages[plan.links[$0]] }.flatMap { $0.arrives ? $0 : nil }
  }

  /// What the change does to an activity; what is reached by links alone, with nothing coming in, stands around.
  func role(_ id: String) -> Role {
    guard let row = row(id) else { return isChanged(id) ? .held : .around }
    if row.hasMoved { return .moved }
    if range?[row.id] != nil { return .held }
    let arrives = (row.links.first + row.links.last).contains { $0.arriving != .zero }
    return isChanged(id) || arrives ? .held : .around
  }

  /// What the change touches, the ends of links that it adds or drops among it.
  var touched: Set<String> {
    let ends = (added + dropped.map { Link(from: ActivityID($0.from), to: ActivityID($0.to)) }).flatMap {
      [$0.from.text, $0.to.text]
    }
    let known = Set(plan.activities.map(\.id.text))
    var touched = Set(report.rows.map(\.id.text).filter { role($0) != .around })
    touched.formUnion(changed.map(\.text).filter(known.contains))
    touched.formUnion(ends.filter(known.contains))
    return touched
  }

  /// How many are reached by links, but by nothing of the slip.
  var reachedInVain: Int { report.rows.filter { role($0.id.text) == .around }.count }

  /// How far something moved, in days as its dates are shown.
  func moved(_ row: SlipReport.Row) -> Readings<ElapsedTime> { row.moved.days(from: row.before, to: row.after) }

  /// The float that something which stays has lost: `87,4 d → 45,4 d`; nil where it lost none.
  func lostFloat(_ row: SlipReport.Row) -> String? {
    guard row.lostFloat, let before = row.floatBefore, let after = row.floatAfter else { return nil }
    let isElapsed = plan.calendarName(of: row.activity) == "24h"
    let day = isElapsed ? 1440 : plan.unitLengths.day
    func float(_ work: WorkTime) -> String { names.float(Int(work.minutes), dayLength: day, isElapsed: isElapsed) }
    return float(before) + " → " + float(after)
  }

  /// What the changes say, in words where that is shorter: `Release 1.1 +6 uker`.
  var changesInWords: [String] {
    changes.map { text in
      guard let change = try? Change(text, context: plan.dateContext) else { return text }
      if case .slip(let id, let quantity) = change.action,
        let minutes = plan.unitLengths.minutes(of: quantity.byTheCalendar)
      {
        return names.names[id] + " " + names.roundShift(ElapsedTime(minutes: Int32(clamping: minutes)))
      }
      if case .lengthen(let id, let quantity) = change.action {
        return words.duration(names.names[id], names.quantity(quantity), isLess: quantity.isNegative)
      }
      return text
    }
  }
}
