import PlanComparison
import PlanModel
import PlanSchedule

/// How activities and links look in a picture of a difference.
struct BetweenLook {
  let facts: BetweenFacts
  let first: MilestoneLook
  let second: MilestoneLook
  let lines: LineLook
  let names: Words

  /// The colours of what only one plan has; the line and the letter tell it too.
  static let firstColour = Colour(0x0072B2)
  static let secondColour = Colour(0xB34700)

  var words: PictureWords { facts.words }

  init(_ facts: BetweenFacts) {
    self.facts = facts
    first = MilestoneLook(facts: facts.first)
    second = MilestoneLook(facts: facts.second)
    lines = LineLook(facts: facts.second)
    names = Words(language: facts.words.language, names: Names(facts.first.plan, facts.second.plan))
  }

  func badge(_ membership: BetweenFacts.Membership) -> GraphDrawing.Badge? {
    switch membership {
    case .both: nil
    case .first: .init("A", colour: Self.firstColour, tooltip: words.onlyIn("A"))
    case .second: .init("B", colour: Self.secondColour, tooltip: words.onlyIn("B"))
    }
  }

  // MARK: Activities

  func membership(_ twin: BetweenFacts.Twin) -> BetweenFacts.Membership {
    switch (twin.old?.isScheduled ?? false, twin.new?.isScheduled ?? false) {
    case (true, false): .first
    case (false, true): .second
    default: .both
    }
  }

  func style(_ twin: BetweenFacts.Twin) -> GraphDrawing.Style {
    if !twin.differs { return ChangeLook.around }
    switch membership(twin) {
    case .both: return twin.hasMoved ? ChangeLook.moved(isLater: twin.isLater) : ChangeLook.held
    case .first: return .init(fill: .white, stroke: Self.firstColour, strokeWidth: 2.2, line: .dashed)
    case .second: return .init(fill: .white, stroke: Self.secondColour, strokeWidth: 2.2, line: .solid)
    }
  }

  func badges(_ twin: BetweenFacts.Twin) -> [GraphDrawing.Badge] {
    guard twin.differs else { return [] }
    if let only = badge(membership(twin)) { return [only] }
    return twin.hasMoved
      ? [ChangeLook.moveBadge(isLater: twin.isLater, words.differs(isLater: twin.isLater))]
      : [.init("≠", colour: .white, tooltip: words.sameDateOtherwise)]
  }

  /// The name, the date in each plan with the verdict on its target, and the difference.
  func lines(_ twin: BetweenFacts.Twin) -> [TextLine] {
    guard let activity = twin.activity else { return [TextLine(twin.id, size: 10.5)] }
    let name = TextLine(activity.title.keptTogether, size: 10.5, bold: activity.kind.isMilestone)
    guard twin.differs else {
      let date = (twin.new.map(second.date) ?? twin.old.map(first.date)) ?? ""
      return ChangeLook.muted([name, TextLine(date, size: TypeSize.small)])
    }
    var lines = [name]
    let sides: [(String, ScheduledActivity?, MilestoneLook)] = [("A", twin.old, first), ("B", twin.new, second)]
    for (letter, activity, look) in sides {
      let date = activity.map { $0.isScheduled ? look.date($0) : words.notIn } ?? words.notIn
      lines.append(TextLine("\(letter): \(date)".unbroken, size: TypeSize.small))
    }
    if let difference = twin.difference {
      let isSame = !twin.hasMoved
      let text = isSame ? words.sameDate : names.shift(difference).unbroken
      lines.append(
        TextLine(
          text, size: isSame ? TypeSize.small : 12, bold: !isSame,
          colour: isSame ? ChangeLook.palette.mutedInk : twin.isLater ? ChangeLook.later : ChangeLook.earlier))
    }
    if let stated = stated(twin) {
      lines.append(
        TextLine(
          (words.asStated + stated).unbroken, size: TypeSize.small, colour: ChangeLook.palette.mutedInk))
    }
    if let verdicts = verdicts(twin) { lines.append(TextLine(verdicts, size: TypeSize.small, bold: true)) }
    return lines
  }

  /// What becomes of the target in each plan: `mål: betinget → holder`.
  private func verdicts(_ twin: BetweenFacts.Twin) -> String? {
    let words = [facts.first, facts.second].map {
      $0.outlook.verdict(on: ActivityID(twin.id), explains: false)?.word
    }
    guard words.contains(where: { $0 != nil }) else { return nil }
    let told = words.map { $0.map { "\(names.symbol($0)) \(names.verdict($0))" } ?? names.none }
    return self.words.targets(told[0], told[1])
  }

  /// How far apart the dates are that the plans state: `+2 måneder`.
  private func stated(_ twin: BetweenFacts.Twin) -> String? {
    let id = ActivityID(twin.id)
    guard let a = facts.first.outlook.stated(id)?.value, let b = facts.second.outlook.stated(id)?.value, a != b,
      let difference = SpanDifference(from: a, to: b), let months = difference.months, months != 0
    else { return nil }
    return (months > 0 ? "+" : "−") + names.months(abs(months))
  }

  func tooltip(_ twin: BetweenFacts.Twin) -> String {
    let sides = [("A", twin.old, first), ("B", twin.new, second)].compactMap { letter, activity, look in
      activity.map { "\(letter): " + look.tooltip($0) }
    }
    return (twin.differs ? sides : Array(sides.suffix(1))).joined(separator: "\n\n")
  }

  // MARK: Links

  func edge(_ line: BetweenFacts.Line) -> GraphDrawing.Edge {
    let dependency = line.dependency
    let tooltip = LineLook(facts: line.membership == .first ? facts.first : facts.second).tooltip(dependency)
    var edge = GraphDrawing.Edge(
      id: dependency.id, from: dependency.from, to: dependency.to, line: lines.line(dependency.strength),
      colour: ChangeLook.grey, width: 1.2, arrowhead: lines.arrowhead(dependency.strength), tooltip: tooltip,
      classes: ["strength-\(dependency.strength.rawValue)"])
    if let only = badge(line.membership) {
      edge.line = line.membership == .first ? .dashed : .double
      (edge.colour, edge.width, edge.isEmphasised) = (only.colour, 2.6, true)
      let strength = dependency.strength == .hard ? nil : words.shortStrength(dependency.strength)
      edge.label = [words.onlyIn(only.symbol), strength].compactMap { $0 }.joined(separator: "\n")
      edge.tooltip = words.onlyIn(only.symbol) + ": " + tooltip
      edge.classes.append(line.membership == .first ? "only-first" : "only-second")
    } else {
      let ends = [dependency.from, dependency.to].compactMap(facts.twin)
      if ends.allSatisfy(\.differs) { (edge.colour, edge.width) = (ChangeLook.greyInk, 1.6) }
      edge.classes.append("same")
    }
    return edge
  }
}
