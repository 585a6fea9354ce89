public import PlanComparison
import PlanModel
package import PlanSchedule

extension Words {
  /// How a change moves a date, in one sentence.
  ///
  ///     Bergen moves 2024-01-15 → 2024-03-04 (+7 w): Release 1.1 +6 w, of which 4 d absorbed before
  ///     Integration test; the March go-live window adds 11 d.
  ///
  /// Amounts add up to the move as they are shown: to the minute, and where a move of days is no whole number of them, in tenths
  /// of a day.
  ///
  /// - Parameter after: the plan after the change.
  public func move(_ row: SlipReport.Row, in after: Outlook) -> String {
    let dates =
      "\(days(row.before, isLowerBound: row.wasLowerBound)) → \(days(row.after, isLowerBound: row.isLowerBound))"
    let ledger = row.moved.first == .zero ? row.ledger.last : row.ledger.first
    let how = ledger.map { way($0, in: after, row.moved.first == .zero ? .last : .first) } ?? ""
    // A lower bound begins with a word.
    let moves = pick("flytter seg", "moves") + (row.wasLowerBound ? "," : "")
    let (first, last) = (brief(row.moved.first, signed: true), brief(row.moved.last, signed: true))
    return "\(names[row.id]) \(moves) \(dates) (\(first == last ? first : "\(first) … \(last)"))"
      + (how.isEmpty ? "" : ": " + how) + "."
  }

  /// How it comes about at the last days of imprecise dates; nil where that is as at the first.
  package func moveAtLast(_ row: SlipReport.Row, in after: Outlook) -> String? {
    guard row.moved.first != .zero, row.moved.last != .zero, let first = row.ledger.first, let last = row.ledger.last,
      first != last
    else { return nil }
    return pick("Ved siste dager: ", "At the last days: ") + way(last, in: after, .last) + "."
  }

  /// A ledger by path as a clause: `Release 1.1 +6 uker, hvorav 4 d tas opp før Akseptansetest; vinduet … legger til 11 d`.
  ///
  /// - Parameter reading: that of the ledger.
  package func way(_ ledger: Ledger, in after: Outlook, _ reading: Reading) -> String {
    var causes: [String] = []
    var absorbed: [String] = []
    var others: [String] = []
    var calendars: [(name: String, time: ElapsedTime)] = []
    for (entry, time) in zip(ledger.entries, shownAmounts(of: ledger)) where time != .zero {
      guard case .chain(let id, let segment) = entry.cause else { continue }
      switch segment {
      case .absorbed where time < .zero:
        let verb = absorbed.isEmpty ? pick("tas opp før", "absorbed before") : pick("før", "before")
        absorbed.append("\(brief(-time)) \(verb) \(names[id])")
      case .daysOff, .calendarWait:
        let name = after.plan[id].map(after.plan.calendarName) ?? ""
        if let place = calendars.firstIndex(where: { $0.name == name }) {
          calendars[place].time = calendars[place].time + time
        } else {
          calendars.append((name, time))
        }
      case .slip, .work, .date, .link:
        causes.append("\(cause(segment, id, of: ledger.activity)) \(brief(time, signed: true))")
      case .absorbed, .lag, .otherDriver, .windowWait:
        others.append(effect(segment, id, time, in: after, reading))
      }
    }
    for (name, time) in calendars where time != .zero {
      others.append(adding(pick("fridager i kalenderen \(name)", "days off in calendar \(name)"), time, isPlural: true))
    }
    var text = causes.joined(separator: pick(" og ", " and "))
    if !absorbed.isEmpty { text += (text.isEmpty ? "" : pick(", hvorav ", ", of which ")) + list(absorbed) }
    return ([text].filter { !$0.isEmpty } + others).joined(separator: "; ")
  }

  /// What begins a move, without its amount: `Release 1.1`, `varigheten av Akseptansetest`.
  private func cause(_ segment: Ledger.Segment, _ id: ActivityID, of activity: ActivityID) -> String {
    switch segment {
    case .slip: id == activity ? pick("egen forskyvning", "its own slip") : names[id]
    case .work:
      id == activity ? pick("egen varighet", "its own duration") : pick("varigheten av ", "duration of ") + names[id]
    case .link: pick("ny kobling til ", "new link to ") + names[id]
    default: self.segment(segment, of: id)
    }
  }

  private func effect(
    _ segment: Ledger.Segment, _ id: ActivityID, _ time: ElapsedTime, in after: Outlook, _ reading: Reading
  ) -> String {
    switch segment {
    case .windowWait:
      let title = after.plan[id]?.details.window.map { after.plan.title(ofWindow: $0) }
      return adding(title.map(theWindow) ?? self.segment(segment, of: id), time)
    case .lag: return adding(pick("avstanden før ", "the lag before ") + names[id], time)
    case .absorbed:
      let holder = holder(of: id, in: after, reading)
      return pick(
        "\(brief(time)) går tapt før \(names[id]), som nå venter på \(holder)",
        "\(brief(time)) lost before \(names[id]), which now waits for \(holder)")
    case .otherDriver:
      return pick("det som holdt \(names[id]) før, gir ", "what held \(names[id]) before gives ")
        + brief(time, signed: true)
    default: return "\(self.segment(segment, of: id)) \(brief(time, signed: true))"
    }
  }

  /// `vinduet Mars`, `the March go-live window`.
  private func theWindow(_ title: String) -> String {
    title.lowercased().hasSuffix(pick("vindu", "window"))
      ? pick("", "the ") + title : pick("vinduet \(title)", "the \(title) window")
  }

  /// What places an activity: `den oppgitte datoen`, `start no earlier than`, `Release 1.0`.
  private func holder(of id: ActivityID, in after: Outlook, _ reading: Reading) -> String {
    let something = pick("noe annet", "something else")
    guard let index = after.plan.index(of: id) else { return something }
    let early = reading.dates == .first ? after.schedule.first : after.schedule.last
    switch after.network.placement(of: after.network.position(index), early).driver {
    case .link(let place):
      return after.plan.links.indices.contains(place) ? names[after.plan.links[place].from] : something
    case .planned: return pick("den oppgitte datoen", "its stated date")
    case .constraint(let kind): return pick("grensen «\(constraint(kind))»", "its bound “\(constraint(kind))”")
    case .statusDate: return pick("statusdatoen", "the status date")
    case .projectStart: return pick("planens start", "the start of the plan")
    default: return something
    }
  }

  /// `vinduet v4 legger til 11 d`, `the v4 window takes away 2 d`.
  private func adding(_ what: String, _ time: ElapsedTime, isPlural: Bool = false) -> String {
    time > .zero
      ? "\(what) \(pick("legger til", isPlural ? "add" : "adds")) \(brief(time))"
      : "\(what) \(pick("trekker fra", isPlural ? "take away" : "takes away")) \(brief(-time))"
  }
}
