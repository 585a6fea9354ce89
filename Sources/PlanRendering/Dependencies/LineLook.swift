import PlanComparison
import PlanModel
import PlanSchedule

/// How a dependency looks: style by strength, colour and weight by tightness, marks in the label.
struct LineLook {
  let facts: DependencyFacts
  let palette = Palette.standard

  var words: PictureWords { facts.words }

  func line(_ strength: Strength) -> GraphDrawing.Line {
    switch strength {
    case .hard: .solid
    case .soft: .dashed
    case .co: .double
    }
  }

  func colour(_ tightness: Tightness) -> Colour {
    switch tightness {
    case .critical: palette.bad
    case .tight: Colour(0xC77700)
    case .unknown: palette.category(0)
    case .slack: Colour(0x2E3A48)
    case .undatable: Colour(0x75808D)
    case .done: Colour(0xB9C3CF)
    }
  }

  func width(_ tightness: Tightness) -> Double {
    switch tightness {
    case .critical: 4.2
    case .tight: 3.6
    case .unknown: 1.9
    case .slack: 1.5
    case .undatable, .done: 1.2
    }
  }

  func weight(_ tightness: Tightness) -> Int {
    switch tightness {
    case .critical: 8
    case .tight: 4
    case .unknown, .slack: 2
    case .undatable, .done: 1
    }
  }

  /// Whether a line must be found in seconds.
  func isEmphasised(_ tightness: Tightness) -> Bool { tightness <= .tight }

  func arrowhead(_ strength: Strength) -> GraphDrawing.Arrowhead { strength == .hard ? .filled : .open }

  /// The sign and figure of a room: `▲ −12 d`, `△ 4 d`, `? slakk`.
  func figure(_ room: Room) -> String? {
    switch room.tightness {
    case .critical: "▲ " + short(room)
    case .tight: "△ " + short(room)
    case .slack: short(room)
    case .unknown: room.minutes == nil ? words("? slakk", "? float") : "? " + short(room)
    case .undatable: nil
    case .done: "✓"
    }
  }

  /// That a promise no longer holds: `! løfte`; nil where it may.
  func figure(_ staleness: InterfaceRegister.Staleness?) -> String? {
    staleness == nil ? nil : words("! løfte", "! promise")
  }

  /// Whole working days, a negative part counted as a day; whether they are a bound is said by the callers.
  func days(_ room: Room) -> String {
    guard let minutes = room.minutes else { return "?" }
    let day = max(facts.plan.unitLengths.day, 1)
    let count = minutes >= 0 ? minutes / day : -((-minutes + day - 1) / day)
    return minutes > 0 && count == 0 ? "<1 d" : count < 0 ? "−\(-count) d" : "\(count) d"
  }

  /// On a line: `≤60 d`.
  private func short(_ room: Room) -> String { room.isAtMost ? "≤" + days(room) : days(room) }

  /// One dependency in the words of a tooltip.
  func tooltip(_ dependency: DrawnDependency) -> String {
    let (facts, words) = (self.facts, self.words)
    var lines: [String] = []
    let head = [dependency.facts.row, dependency.facts.id].compactMap { $0 }.joined(separator: " ")
    let arrow = "\(facts.name(of: dependency.from)) → \(facts.name(of: dependency.to))"
    lines.append(head.isEmpty ? arrow : "\(head): \(arrow)")
    if let what = dependency.facts.what { lines.append(what) }
    let kind = dependency.facts.kind.map(words.kindInFull)
    lines.append([kind, words.strength(dependency.strength)].compactMap { $0 }.joined(separator: ", "))
    if let stated = dependency.facts.stated { lines.append("«\(stated)»") }
    if let promised = dependency.facts.promised {
      lines.append(words("Lovet: ", "Promised: ") + promised.value.text(in: words.language))
      switch dependency.staleness {
      case .passed:
        lines.append(
          words("! Løftet er gått ut, og det er ikke levert", "! The promise has expired, and nothing has come"))
      case .overtaken:
        lines.append(
          words(
            "! Løftet er forbigått: beregnet dato er senere", "! The promise is overtaken: the computed date is later"))
      case nil: break
      }
    }
    if let needed = dependency.facts.needed {
      lines.append(words("Trengs: ", "Needed: ") + needed.value.text(in: words.language))
    }
    lines.append(room(dependency))
    if let evidence = words.evidence(dependency.facts.evidence) { lines.append(evidence) }
    return lines.joined(separator: "\n")
  }

  /// The room of a dependency as a sentence.
  private func room(_ dependency: DrawnDependency) -> String {
    switch dependency.room.tightness {
    case .critical, .tight, .slack:
      words("Slakk: ", "Float: ") + (dependency.room.isAtMost ? words("høyst ", "at most ") : "")
        + days(dependency.room)
    case .unknown: words("Slakk ukjent", "Float unknown") + waiting(dependency)
    case .undatable:
      dependency.strength == .co
        ? words("Skal gå samtidig; flytter ingen dato", "Runs side by side; moves no date")
        : words("Uten datoer: slakk kan ikke regnes ut", "No dates: float cannot be computed")
    case .done: words("Levert eller bortfalt", "Delivered or dropped")
    }
  }

  private func waiting(_ dependency: DrawnDependency) -> String {
    guard let from = facts.outlook.schedule[ActivityID(dependency.from)] else { return "" }
    let names = (from.isUndated ? [from.id] : []) + from.waitsFor
    guard !names.isEmpty else { return "" }
    let list = names.prefix(5).map { facts.name(of: $0.text) }.joined(separator: ", ")
    return words(": ingen dato for ", ": no date for ") + list
  }
}
