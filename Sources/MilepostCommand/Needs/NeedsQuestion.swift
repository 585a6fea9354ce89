import PlanFiles
import PlanModel
import PlanSchedule

/// Which backward question a call of `needs` asks.
enum NeedsQuestion: Equatable {
  case latest(ActivityID, by: Fact<DateSpan>?)
  /// To one milestone, or to all that have a target.
  case tolerance(ActivityID?)
  case interfaces(ProjectID?)
  case collisions(within: Int, event: String, of: CollisionFilter)
  case during(ActivityID)
  case frames
  case buy(ActivityID)
  /// Of one milestone, or of all that have a limit.
  case conflicts(ActivityID?)
  case touched

  /// Reads the options of a call.
  ///
  /// - Throws: where they ask nothing, two things at once, or name what is not there.
  init(_ asked: NeedsVerb, _ loaded: LoadedPlan) throws(InvalidInput) {
    func refusal(_ what: String, _ help: String) -> InvalidInput {
      loaded.refusal(.badArgument, what, help, of: "needs")
    }
    let forms = [
      (asked.tolerance, "--tolerance"), (asked.interfaces, "--interfaces"), (asked.collisions, "--collisions"),
      (asked.touched, "--touched"), (asked.during != nil, "--during"), (asked.frames, "--frames"),
      (asked.conflicts, "--conflicts"), (asked.buy, "--buy"),
    ].filter(\.0).map(\.1)
    guard forms.count <= 1 else {
      throw refusal("\(forms.joined(separator: " and ")) are different questions", "ask one at a time")
    }
    let form = forms.first
    func only(_ given: Bool, _ option: String, with forms: [String?]) throws(InvalidInput) {
      guard given, !forms.contains(form) else { return }
      let names = forms.compactMap { $0 }
      throw refusal(
        "\(option) says nothing here",
        names.isEmpty ? "it goes with --for alone" : "it goes with \(names.joined(separator: " or "))")
    }
    try only(asked.milestone != nil, "--for", with: [nil, "--tolerance", "--conflicts", "--buy"])
    try only(asked.by != nil, "--by", with: [nil])
    try only(asked.within != nil, "--within", with: ["--collisions"])
    try only(asked.event != nil, "--event", with: ["--collisions"])
    try only(asked.project != nil, "--project", with: ["--interfaces", "--collisions"])
    try only(asked.site != nil, "--site", with: ["--collisions"])
    try only(asked.team != nil, "--team", with: ["--collisions"])
    var milestone: ActivityID?
    if let name = asked.milestone { milestone = try loaded.activity(name, of: "--for") }
    switch form {
    case "--tolerance": self = .tolerance(milestone)
    case "--interfaces":
      var project: ProjectID?
      if let name = asked.project { project = try loaded.project(name, of: "--project") }
      self = .interfaces(project)
    case "--collisions":
      self = .collisions(
        within: try NeedsQuestion.days(asked.within, loaded), event: asked.event ?? "go-live",
        of: try CollisionFilter(asked, loaded))
    case "--during":
      let id = try loaded.activity(asked.during ?? "", of: "--during")
      guard loaded.plan[id]?.kind == .task else {
        throw loaded.refusal(.badArgument, "'\(id)' takes no time", "name an activity with a duration", of: "--during")
      }
      self = .during(id)
    case "--frames": self = .frames
    case "--buy":
      guard let milestone else {
        throw refusal("--buy needs a milestone", "name it with --for, for example --for bergen-start")
      }
      self = .buy(milestone)
    case "--conflicts": self = .conflicts(milestone)
    case "--touched":
      guard !asked.plan.changes.isEmpty else {
        throw refusal(
          "--touched needs at least one --change", "for example --change 'amk-interregional.release-1-1 +6ew'")
      }
      self = .touched
    default:
      guard let milestone else {
        throw refusal(
          "nothing is asked",
          "name a milestone with --for, or ask --tolerance, --interfaces, --collisions, --during, --frames, --conflicts, --buy or --touched"
        )
      }
      self = .latest(milestone, by: try NeedsQuestion.wish(asked.by, loaded))
    }
  }

  static func wish(_ text: String?, _ loaded: LoadedPlan) throws(InvalidInput) -> Fact<DateSpan>? {
    guard let text else { return nil }
    let span: DateSpan
    do throws(DateProblem) {
      span = try DateSpan(text, context: loaded.dateContext)
    } catch {
      throw loaded.refusal(.badDate, text, error.hint, of: "--by")
    }
    guard span.latest != nil else {
      throw loaded.refusal(.badDate, text, "a wanted date needs a last day", of: "--by")
    }
    return Fact(span, Evidence(isWhatIf: true))
  }

  /// Whole days by the calendar: `14d`, `2w`, `10ed`, `14`.
  private static func days(_ text: String?, _ loaded: LoadedPlan) throws(InvalidInput) -> Int {
    guard let text else { return 14 }
    let quantity = Quantity(text) ?? Quantity(text + "d")
    if let quantity, !quantity.isNegative, quantity.thousandths % 1000 == 0, quantity.thousandths <= 36_600_000 {
      let count = Int(quantity.thousandths / 1000)
      switch quantity.unit {
      case .days, .elapsedDays: return count
      case .weeks, .elapsedWeeks: return 7 * count
      default: break
      }
    }
    throw loaded.refusal(
      .badArgument, "'\(text)' is no number of days", "write whole days or weeks, for example 14d or 2w", of: "--within"
    )
  }
}

/// Which events are asked for: those of a site, a team, a project.
struct CollisionFilter: Equatable {
  var site: String?
  var team: String?
  var project: ProjectID?

  /// - Throws: where no event has what is named.
  init(_ asked: NeedsVerb, _ loaded: LoadedPlan) throws(InvalidInput) {
    func known(_ name: String?, _ option: String, _ all: [String]) throws(InvalidInput) -> String? {
      guard let name else { return nil }
      if all.contains(name) { return name }
      let names = Array(Set(all)).sorted()
      throw loaded.refusal(
        .badArgument, "no activity has the \(option.dropFirst(2)) '\(name)'",
        names.isEmpty ? "the plan names none" : "known: \(names.joined(separator: ", "))", of: option)
    }
    let activities = loaded.plan.activities.lazy.filter(\.hasDetails)
    site = try known(asked.site, "--site", activities.flatMap(\.details.sites))
    team = try known(asked.team, "--team", activities.flatMap(\.details.teams))
    if let name = asked.project { project = try loaded.project(name, of: "--project") }
  }

  /// What stands in the heading: `vv`; nil where all are asked for.
  var words: String? {
    let parts = [site, team, project?.text].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
