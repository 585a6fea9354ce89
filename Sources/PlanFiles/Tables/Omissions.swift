import PlanModel

/// What of a plan its tables cannot say, counted by kind.
struct Omissions {
  private var counts: [String: Int] = [:]
  private var kinds: [String] = []
  /// Tables give dates without a year nothing to take theirs from.
  private let context = DateContext()

  var list: [PlanTables.Omission] { kinds.map { PlanTables.Omission(kind: $0, count: counts[$0] ?? 0) } }

  mutating func add(_ kind: String, _ count: Int = 1) {
    guard count > 0 else { return }
    if counts[kind] == nil { kinds.append(kind) }
    counts[kind, default: 0] += count
  }

  /// What the plan as a whole says.
  init(of plan: Plan) {
    add("names of plans", plan.name.isEmpty ? 0 : 1)
    if let day = plan.statusDate { add("status dates (read the tables with --as-of \(day))") }
    add("starts", plan.start == nil ? 0 : 1)
    add("report years", plan.reportYear == nil ? 0 : 1)
    add("languages", plan.language == .english ? 0 : 1)
    add("scheduling options", plan.options == PlanOptions() ? 0 : 1)
    add(
      "default calendars (tables are read on '24h': the unit 'd' has 24 hours)", plan.defaultCalendar == "24h" ? 0 : 1)
    add("notes and seeds of plans", plan.note == nil && plan.seeds.isEmpty ? 0 : 1)
    add("calendars", plan.calendars.count)
    add("windows", plan.windows.count)
    let used = Set(plan.activities.lazy.compactMap(\.project))
    add(
      "facts about projects",
      plan.projects.count { project in
        project != Project(project.id, evidence: project.evidence) || !used.contains(project.id)
      })
    add("relations", plan.relations.count)
    add("choices", plan.choices.count)
    add("scenarios", plan.scenarios.count)
    add("risks", plan.risks.count)
    add("levels of risks in numbers", plan.riskScales.isEmpty ? 0 : 1)
    add("correlations", plan.correlations.count)
    add("registers", plan.registers.count)
  }

  /// A text as tables can hold it.
  mutating func text(_ text: String) -> String {
    let plain = text.unicodeScalars.allSatisfy { !Omissions.isRefused($0) }
    if plain { return text }
    add("control characters", text.unicodeScalars.count(where: Omissions.isRefused))
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !Omissions.isRefused($0) }))
  }

  /// Whether the reader of files refuses a character.
  private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85: false
    case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF, 0xFEFF: true
    default: false
    }
  }

  /// A date in words that mean the same without the plan around them.
  mutating func text(_ span: DateSpan) -> String {
    if let same = try? DateSpan(span.words, context: context), same == span { return text(span.words) }
    add("words of dates (written as days)")
    switch (span.earliest, span.latest) {
    case (let first?, let last?): return first == last ? "\(first)" : "\(first)/\(last)"
    case (let first?, nil): return "\(first)/.."
    case (nil, let last?): return "../\(last)"
    case (nil, nil): return ""
    }
  }

  // MARK: Evidence

  /// A fact that is known otherwise than its row.
  mutating func compare(_ fact: Evidence, _ row: Evidence) {
    if fact != row { add("sources and reasons of single facts") }
  }

  /// What a row cannot say of how it is known.
  mutating func addEvidence(_ evidence: Evidence, of rows: String) {
    if evidence.isWhatIf { add("what-if marks of \(rows)") }
    if evidence.known != nil { add("dates from which \(rows) were known") }
    if evidence.source == "" || evidence.because == "" { add("empty sources and reasons of \(rows)") }
  }

  // MARK: Details

  mutating func addDetails(_ details: ActivityDetails) {
    add("constraints", details.constraints.count)
    add("expected finishes", details.expectedFinish == nil ? 0 : 1)
    add("marks 'as late as possible'", details.isAsLateAsPossible ? 1 : 0)
    add("slips", details.slips.count)
    add("baselines", details.baselines.count)
    add("states of events", details.state == nil ? 0 : 1)
    add("kinds of events", details.event == nil ? 0 : 1)
    add("sites of activities", details.sites.count)
    add("teams of activities", details.teams.count)
    add("windows of activities", details.window == nil ? 0 : 1)
    add("parts of summaries", details.parent == nil ? 0 : 1)
    add("marks 'inactive'", details.isInactive ? 1 : 0)
    add("marks 'stated critical'", details.statedCritical == nil ? 0 : 1)
    add("notes and seeds of activities", details.note == nil && details.seeds.isEmpty ? 0 : 1)
    add("costs of activities", details.cost == nil ? 0 : 1)
    add("former ids", details.formerIDs.count + (details.seedID == nil ? 0 : 1))
    let words = [details.reported, details.body, details.boardCase, details.owner, details.what]
    add("further texts of activities", words.count { $0 != nil })
  }

  mutating func addDetails(_ details: LinkDetails) {
    let dependency = details.dependency
    add("maximal lags", details.maximum == nil ? 0 : 1)
    add("gaps", details.gap == nil ? 0 : 1)
    add("ids of links", dependency.id == nil ? 0 : 1)
    add("kinds of links", dependency.kind == nil ? 0 : 1)
    add("promised and needed dates", (dependency.promised == nil ? 0 : 1) + (dependency.needed == nil ? 0 : 1))
    add("risks of links", dependency.risks.count)
    add("notes and seeds of links", dependency.note == nil && dependency.seeds.isEmpty ? 0 : 1)
    add(
      "further texts of links", [dependency.stated, dependency.row].count { $0 != nil } + dependency.refines.count)
  }
}
