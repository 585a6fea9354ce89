import PlanComparison
import PlanModel
import PlanSchedule

/// How activities and links look in a picture of a slip.
struct SlipLook {
  let facts: SlipFacts
  let milestones: MilestoneLook
  let lines: LineLook

  var words: PictureWords { facts.words }
  private var names: Words { facts.names }

  init(_ facts: SlipFacts) {
    self.facts = facts
    milestones = MilestoneLook(facts: facts.facts)
    lines = LineLook(facts: facts.facts)
  }

  // MARK: Activities

  func style(_ id: String) -> GraphDrawing.Style {
    switch facts.role(id) {
    case .moved: ChangeLook.moved(isLater: isLater(id))
    case .held: ChangeLook.held
    case .around: ChangeLook.around
    }
  }

  /// The name, both dates and the difference, or the date that stays; and what becomes of a target.
  func lines(_ activity: ScheduledActivity) -> [TextLine] {
    let id = activity.id.text
    let isMilestone = activity.activity.kind.isMilestone
    let name = TextLine(activity.activity.title.keptTogether, size: 10.5, bold: isMilestone)
    let grey = ChangeLook.palette.mutedInk
    guard let row = facts.row(id), facts.role(id) != .around else {
      return ChangeLook.muted([name, TextLine(milestones.date(activity), size: TypeSize.small)])
    }
    var lines = [name]
    if row.hasMoved {
      let before = names.days(row.before, isLowerBound: row.wasLowerBound)
      let after = names.days(row.after, isLowerBound: row.isLowerBound)
      lines.append(TextLine((words.was + before).unbroken, size: TypeSize.small, colour: grey))
      lines.append(TextLine((words.becomes + after).unbroken, size: TypeSize.small))
      let ink = isLater(id) ? ChangeLook.later : ChangeLook.earlier
      lines.append(TextLine(names.shift(facts.moved(row)), size: 12, bold: true, colour: ink))
    } else {
      let date = names.days(row.after, isLowerBound: row.isLowerBound)
      lines.append(TextLine((words.stays + date).unbroken, size: TypeSize.small))
      if let lost = facts.lostFloat(row) {
        lines.append(TextLine(words.float + lost, size: TypeSize.small, colour: grey))
      }
    }
    if let range = facts.range?[row.id] {
      let moved = names.roundShift(range.asWork.moved)
      lines.append(TextLine(names.ifWork(moved), size: TypeSize.small, bold: true, colour: ChangeLook.later))
    }
    if let verdict = shownVerdict(row) {
      lines.append(TextLine(target(verdict, before: row.verdictBefore?.word), size: TypeSize.small, bold: true))
    }
    return lines
  }

  func badges(_ activity: ScheduledActivity) -> [GraphDrawing.Badge] {
    let id = activity.id.text
    var badges: [GraphDrawing.Badge] = []
    if facts.isChanged(id) { badges.append(ChangeLook.changedBadge(words.changedHere)) }
    switch facts.role(id) {
    case .moved: badges.append(ChangeLook.moveBadge(isLater: isLater(id), words.moved(isLater: isLater(id))))
    case .held: badges.append(ChangeLook.heldBadge(words.reachedAndStays))
    case .around: break
    }
    if let row = facts.row(id), let verdict = shownVerdict(row) { badges.append(badge(verdict.word)) }
    return badges + milestones.standings(activity).filter { $0 != .whatIf && $0 != .assumed }.map(milestones.badge)
  }

  func badge(_ word: Verdict.Word) -> GraphDrawing.Badge {
    let colour =
      switch word {
      case .holds: ChangeLook.palette.good
      case .depends: ChangeLook.palette.caution
      case .fails: ChangeLook.palette.bad
      case .unknown: ChangeLook.palette.unknown
      }
    return .init(names.symbol(word), colour: colour, tooltip: words.common.sentence(words.target(word)))
  }

  /// The verdict on a target that the change makes worse or better, or that fails anyway.
  func shownVerdict(_ row: SlipReport.Row) -> Verdict? {
    guard facts.role(row.id.text) != .around, let after = row.verdictAfter else { return nil }
    return after.word == .fails || row.verdictBefore?.word != after.word ? after : nil
  }

  private func target(_ verdict: Verdict, before: Verdict.Word?) -> String {
    let change = before.map { $0 == verdict.word ? "" : names.verdict($0) + " → " } ?? ""
    return "\(names.target(verdict.target)): \(change)\(names.verdict(verdict.word))"
  }

  func isLater(_ id: String) -> Bool {
    guard let moved = facts.row(id)?.moved else { return true }
    return moved.last > .zero || moved.first > .zero
  }

  func tooltip(_ activity: ScheduledActivity) -> String {
    var lines = [milestones.tooltip(activity)]
    guard let row = facts.row(activity.id.text), facts.role(activity.id.text) != .around else { return lines[0] }
    lines.append(row.hasMoved ? names.move(row, in: facts.report.after) : names.reason(ofStaying: row))
    if let verdict = row.verdictAfter { lines.append(names.verdict(verdict, before: row.verdictBefore?.word)) }
    return lines.joined(separator: "\n")
  }

  // MARK: Links

  func edge(_ dependency: DrawnDependency) -> GraphDrawing.Edge {
    var edge = GraphDrawing.Edge(
      id: dependency.id, from: dependency.from, to: dependency.to, line: lines.line(dependency.strength),
      colour: ChangeLook.grey, width: 1.1, arrowhead: lines.arrowhead(dependency.strength),
      tooltip: lines.tooltip(dependency), classes: ["strength-\(dependency.strength.rawValue)"])
    guard let passage = facts.passage(dependency) else {
      if facts.isAdded(dependency) {
        edge.label = words.newLink
        (edge.colour, edge.width) = (ChangeLook.palette.ink, 1.8)
      }
      edge.classes.append("around")
      return edge
    }
    apply(passage, to: &edge)
    if facts.isAdded(dependency) { edge.label = [words.newLink, edge.label].compactMap { $0 }.joined(separator: "\n") }
    if let slip = passage.first ?? passage.last, let told = names.absorption(slip) { edge.tooltip += "\n" + told }
    return edge
  }

  /// The colour, weight, head and label of a link with a slip on it.
  func apply(_ passage: SlipFacts.Passage, to edge: inout GraphDrawing.Edge) {
    let absorbed = passage.absorbed
    let isLater = max(absorbed.last, passage.out.last) > .zero || max(absorbed.first, passage.out.first) > .zero
    if absorbed.first != .zero || absorbed.last != .zero {
      edge.label = words.absorbed(names.span(absorbed.magnitude.wholeDays), all: passage.isStopped)
      edge.isEmphasised = true
    }
    if passage.isStopped {
      (edge.colour, edge.width, edge.arrowhead) = (Colour(0x2E3A48), 2, .bar)
      edge.classes.append("stopped")
    } else {
      edge.colour = isLater ? ChangeLook.later : ChangeLook.earlier
      edge.width = passage.drives ? 3.8 : 1.8
      edge.weight = passage.drives ? 6 : 2
      edge.classes.append(passage.drives ? "carries" : "follows")
    }
  }

  /// A link that the changes drop: what it was, thin and dotted.
  func droppedEdge(_ dependency: DrawnDependency) -> GraphDrawing.Edge {
    GraphDrawing.Edge(
      id: dependency.id, from: dependency.from, to: dependency.to, line: .dotted, colour: ChangeLook.palette.ink,
      width: 1.4, arrowhead: .open, label: words.droppedLink, tooltip: words.droppedLink, classes: ["dropped"])
  }
}

extension Readings<ElapsedTime> {
  /// Both without their signs.
  var magnitude: Readings<ElapsedTime> {
    func positive(_ time: ElapsedTime) -> ElapsedTime { time < .zero ? .zero - time : time }
    return Readings(first: positive(first), last: positive(last))
  }

  /// Rounded to days, as far as that leaves something.
  var wholeDays: Readings<ElapsedTime> {
    func rounded(_ time: ElapsedTime) -> ElapsedTime {
      let minutes = Int(time.minutes)
      let days = (minutes.magnitude + 720) / 1440
      guard days > 0, days < 1_000_000 else { return time }
      return ElapsedTime(minutes: Int32(clamping: Int(days) * (minutes < 0 ? -1440 : 1440)))
    }
    return Readings(first: rounded(first), last: rounded(last))
  }

  /// The distance of the days that are shown; the time itself where the day is the same.
  func days(from before: Readings<Day>, to after: Readings<Day>) -> Readings<ElapsedTime> {
    func shown(_ time: ElapsedTime, _ days: Int) -> ElapsedTime {
      days == 0 ? time : ElapsedTime(minutes: Int32(clamping: days * 1440))
    }
    return Readings(first: shown(first, after.first - before.first), last: shown(last, after.last - before.last))
  }
}
