import PlanComparison
import PlanModel
import PlanSchedule

/// How a milestone or an activity looks: its date in words, what became of it, what the date rests on.
struct MilestoneLook {
  let facts: DependencyFacts
  let palette = Palette.standard
  private var words: PictureWords { facts.words }

  /// What a date is, beyond its days.
  enum Standing: Hashable, CaseIterable { case done, missed, stopped, cancelled, assumed, whatIf, undated, lowerBound }

  /// The marks of an activity, in the order of ``Standing``.
  func standings(_ activity: ScheduledActivity) -> [Standing] {
    var found: [Standing] = []
    switch activity.activity.details.state?.value.word {
    case .missed: found.append(.missed)
    case .stopped: found.append(.stopped)
    case .cancelled: found.append(.cancelled)
    case .taken, nil: if activity.isDone { found.append(.done) }
    }
    if !activity.isDone, activity.isScheduled {
      if activity.isUndated {
        found.append(.undated)
      } else if activity.isLowerBound {
        found.append(.lowerBound)
      }
      if activity.drivenBasis == .whatIf { found.append(.whatIf) }
      if activity.drivenBasis == .assumed { found.append(.assumed) }
    }
    return found
  }

  func badge(_ standing: Standing) -> GraphDrawing.Badge {
    let text = meaning(standing)
    switch standing {
    case .done: return .init("✓", colour: palette.good, tooltip: text)
    case .missed: return .init("!", colour: palette.bad, tooltip: text)
    case .stopped: return .init("■", colour: palette.ink, tooltip: text)
    case .cancelled: return .init("×", colour: palette.mutedInk, tooltip: text)
    case .assumed: return .init(words("F", "A"), colour: Colour(0xF2D58A), tooltip: text)
    case .whatIf: return .init(words("H", "W"), colour: Colour(0xE3B8D6), tooltip: text)
    case .undated: return .init("?", colour: palette.category(0), tooltip: text)
    case .lowerBound: return .init("≥", colour: palette.category(0), tooltip: text)
    }
  }

  func meaning(_ standing: Standing) -> String {
    switch standing {
    case .done: words.common.hasHappened
    case .missed: words.common.state(.missed)
    case .stopped: words.common.state(.stopped)
    case .cancelled: words.common.state(.cancelled)
    case .assumed: words.common.date(on: .assumed)
    case .whatIf: words.common.date(on: .whatIf)
    case .undated: words("ingen dato er kjent", "no date is known")
    case .lowerBound: words("«ikke før»: venter på noe uten dato", "“not before”: waits for something undated")
    }
  }

  func style(_ activity: ScheduledActivity, isCritical: Bool) -> GraphDrawing.Style {
    let marks = standings(activity)
    if marks.contains(.done) { return .init(fill: Colour(0xEEF1F4), stroke: Colour(0x8A94A0), strokeWidth: 1) }
    if marks.contains(.cancelled) || !activity.isScheduled {
      return .init(fill: Colour(0xF4F6F9), stroke: Colour(0xB9C3CF), strokeWidth: 1, line: .dotted)
    }
    let line: GraphDrawing.Line =
      marks.contains(.undated) || marks.contains(.lowerBound)
      ? .dotted : marks.contains(.assumed) || marks.contains(.whatIf) ? .dashed : .solid
    if isCritical { return .init(fill: Colour(0xFDEDE7), stroke: palette.bad, strokeWidth: 2.8, line: line) }
    if line == .dotted {
      return .init(fill: Colour(0xE9F2FA), stroke: palette.category(0), strokeWidth: 1.8, line: line)
    }
    return .init(fill: .white, stroke: Colour(0x3A4654), strokeWidth: 1.3, line: line)
  }

  func shape(_ kind: Activity.Kind) -> GraphDrawing.Shape { kind.isMilestone ? .hexagon : .box }

  /// Its name, its date, and the plan's own date where logic has moved it.
  func lines(_ activity: ScheduledActivity) -> [TextLine] {
    var lines = [TextLine(activity.activity.title.keptTogether, size: 10.5, bold: activity.activity.kind.isMilestone)]
    lines.append(TextLine(date(activity), size: TypeSize.small))
    if !activity.isDone, let planned = activity.activity.details.planned?.value {
      let stated = planned.text(in: words.language)
      if date(activity) != stated {
        lines.append(
          TextLine(words.common.basis(.stated) + " " + stated, size: TypeSize.small, colour: palette.mutedInk))
      }
    }
    if activity.activity.kind == .task, !activity.isDone {
      let duration = activity.activity.duration.map { words.common.estimate($0.value) }
      lines.append(
        TextLine(
          duration ?? words("varighet ukjent", "duration unknown"), size: TypeSize.small, colour: palette.mutedInk))
    }
    return lines
  }

  /// The placed date: in the words of the plan where these say the same, else in days.
  func date(_ activity: ScheduledActivity) -> String {
    let details = activity.activity.details
    if activity.isDone, let stated = facts.outlook.stated(activity.id) { return stated.value.text(in: words.language) }
    if let state = details.state?.value, state.word != .taken, details.planned == nil || state.word == .cancelled {
      return words.common.state(state.word) + (state.at.map { " " + $0.text(in: words.language) } ?? "")
    }
    if !activity.isScheduled { return words("ikke med i planen", "not in the plan") }
    let days = activity.days
    if activity.isUndated {
      if let planned = details.planned?.value, planned.latest != nil {
        return words("ny dato ukjent", "new date unknown")
      }
      if let planned = details.planned?.value { return planned.text(in: words.language) }
      switch activity.driver {
      case .nothing, .statusDate, .projectStart: return words("udatert", "undated")
      default: break
      }
    }
    if activity.isLowerBound {
      if let status = facts.plan.statusDate, days.first <= status { return words("udatert", "undated") }
      let word =
        activity.activity.kind.isMilestone
        ? words("ikke før ", "not before ") : words("ferdig ikke før ", "done not before ")
      return word + days.first.text(in: words.language)
    }
    if activity.activity.kind == .task { return work(activity) }
    if let planned = details.planned?.value, activity.activity.kind.isMilestone, planned.earliest == days.first,
      planned.latest == days.last
    {
      return planned.text(in: words.language)
    }
    return DateSpan(earliest: days.first, latest: days.last, words: "").text(in: words.language)
  }

  /// From the first to the last day of work, in the earlier reading.
  private func work(_ activity: ScheduledActivity) -> String {
    let (start, finish) = (activity.startDays, activity.finishDays)
    let from = DateSpan(earliest: start.first, latest: start.last, words: "").text(in: words.language)
    let to = DateSpan(earliest: finish.first, latest: finish.last, words: "").text(in: words.language)
    if start.agree && finish.agree {
      return DateSpan(earliest: start.first, latest: max(start.first, finish.first), words: "").text(in: words.language)
    }
    return words("fra ", "from ") + from + words(" til ", " to ") + to
  }

  func tooltip(_ activity: ScheduledActivity) -> String {
    let details = activity.activity.details
    var lines = ["\(activity.activity.title) (\(activity.id.text))"]
    if let what = details.what { lines.append(what) }
    lines.append(words("Dato: ", "Date: ") + date(activity))
    if let planned = details.planned {
      let why = words.evidence(planned.evidence).map { " (\($0))" } ?? ""
      lines.append(words.common.heading(.stated) + ": " + planned.value.text(in: words.language) + why)
    }
    if activity.activity.kind == .task {
      let duration = activity.activity.duration.map { words.common.estimate($0.value) } ?? words("ukjent", "unknown")
      let why = activity.activity.duration.flatMap { words.evidence($0.evidence) }.map { " (\($0))" } ?? ""
      lines.append(words("Varighet: ", "Duration: ") + duration + why)
    }
    if !activity.isDone, let logic = activity.logicDays {
      let span = DateSpan(earliest: logic.first, latest: logic.last, words: "")
      lines.append(words.common.heading(.logic) + ": " + span.text(in: words.language))
    }
    if let target = facts.outlook.target(of: activity.id), !activity.isDone {
      lines.append(words.common.heading(.target) + ": " + target.value.text(in: words.language) + verdict(activity))
    }
    if !activity.isDone, !activity.waitsFor.isEmpty {
      let names = activity.waitsFor.prefix(6).map { facts.name(of: $0.text) }.joined(separator: ", ")
      lines.append(words("Venter på uten dato: ", "Waits, undated: ") + names)
    }
    lines += standings(activity).map(meaning)
    if let note = details.note { lines.append(note) }
    if let evidence = words.evidence(activity.activity.evidence) { lines.append(evidence) }
    return lines.joined(separator: "\n")
  }

  private func verdict(_ activity: ScheduledActivity) -> String {
    facts.outlook.verdict(on: activity.id).map { ": " + words.common.verdict($0.word) } ?? ""
  }
}
