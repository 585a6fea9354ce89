public import PlanComparison
public import PlanModel
package import PlanSchedule

extension Words {
  /// How a change moves a date, in one sentence.
  ///
  ///     Bergen moves 2024-01-15 → 2024-03-04 (+7 weeks): Release 1.1 +6 weeks, of which 4 d absorbed before
  ///     Integration test; the window March go-live adds 11 d.
  ///
  /// - Parameter plan: the plan after the change, for the names of its windows.
  public func move(_ row: SlipReport.Row, in plan: Plan) -> String {
    let dates =
      "\(days(row.before, isLowerBound: row.wasLowerBound)) → \(days(row.after, isLowerBound: row.isLowerBound))"
    let how = (row.moved.first == .zero ? row.ledger.last : row.ledger.first).map { way($0, in: plan) } ?? ""
    // A lower bound begins with a word.
    let moves = pick("flytter seg", "moves") + (row.wasLowerBound ? "," : "")
    return "\(names[row.id]) \(moves) \(dates) (\(shift(row.moved)))\(how.isEmpty ? "" : ": " + how)."
  }

  /// How it comes about at the last days of imprecise dates; nil where that is as at the first.
  package func moveAtLast(_ row: SlipReport.Row, in plan: Plan) -> String? {
    guard row.moved.first != .zero, row.moved.last != .zero, let first = row.ledger.first, let last = row.ledger.last,
      first != last
    else { return nil }
    return pick("Ved siste dager: ", "At the last days: ") + way(last, in: plan) + "."
  }

  /// A ledger by path as a clause: `Release 1.1 +6 uker, hvorav 4 d tas opp før Akseptansetest; vinduet … legger til 11 d`.
  public func way(_ ledger: Ledger, in plan: Plan) -> String {
    var causes: [String] = []
    var absorbed: [String] = []
    var others: [String] = []
    var daysOff = ElapsedTime.zero
    for entry in ledger.entries {
      guard case .chain(let id, let segment) = entry.cause else { continue }
      switch segment {
      case .absorbed where entry.elapsed < .zero:
        let verb = absorbed.isEmpty ? pick("tas opp før", "absorbed before") : pick("før", "before")
        absorbed.append("\(span(-entry.elapsed)) \(verb) \(names[id])")
      case .daysOff, .calendarWait: daysOff = daysOff + entry.elapsed
      case .slip, .work, .date, .link:
        causes.append("\(cause(segment, id, of: ledger.activity)) \(shift(entry.elapsed))")
      case .absorbed, .lag, .otherDriver, .windowWait:
        others.append(effect(segment, id, entry.elapsed, in: plan))
      }
    }
    if daysOff != .zero {
      others.append(adding(pick("fridager på veien", "days off on the way"), daysOff, isPlural: true))
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

  private func effect(_ segment: Ledger.Segment, _ id: ActivityID, _ time: ElapsedTime, in plan: Plan) -> String {
    switch segment {
    case .windowWait:
      let title = plan[id]?.details.window.map { plan.title(ofWindow: $0) }
      let window = title.map { pick("vinduet ", "the window ") + $0 } ?? self.segment(segment, of: id)
      return adding(window, time)
    case .lag: return adding(pick("avstanden før ", "the lag before ") + names[id], time)
    case .absorbed:
      return pick(
        "\(span(time)) går tapt før \(names[id]), som nå venter på noe annet",
        "\(span(time)) lost before \(names[id]), which now waits for something else")
    case .otherDriver:
      return pick("det som holdt \(names[id]) før, gir ", "what held \(names[id]) before gives ") + shift(time)
    default: return "\(self.segment(segment, of: id)) \(shift(time))"
    }
  }

  /// `vinduet v4 legger til 11 d`, `the window v4 takes away 2 d`.
  private func adding(_ what: String, _ time: ElapsedTime, isPlural: Bool = false) -> String {
    time > .zero
      ? "\(what) \(pick("legger til", isPlural ? "add" : "adds")) \(span(time))"
      : "\(what) \(pick("trekker fra", isPlural ? "take away" : "takes away")) \(span(-time))"
  }

  /// An amount of time in weeks where it is some: `6 uker`, `11 d`.
  package func span(_ time: ElapsedTime) -> String {
    time.minutes != 0 && time.minutes % 10_080 == 0 ? weeks(Int(time.minutes) / 10_080) : elapsed(time)
  }

  /// The same with its sign: `+6 uker`, `−2 d`.
  package func shift(_ time: ElapsedTime) -> String { (time > .zero ? "+" : "") + span(time) }

  /// Time in weeks or in days with at most one decimal, for tables: `6 uker`, `87,4 d`.
  package func roundSpan(_ time: ElapsedTime) -> String {
    time.minutes % 1440 == 0 ? span(time) : "\(number(Int(time.minutes), over: 1440)) d"
  }

  /// The same with its sign: `+71,6 d`.
  package func roundShift(_ time: ElapsedTime) -> String { (time > .zero ? "+" : "") + roundSpan(time) }

  /// Both readings without a sign of their own: `6 uker`, `9 d … 12 d`.
  package func span(_ times: Readings<ElapsedTime>) -> String {
    times.agree ? span(times.first) : "\(span(times.first)) … \(span(times.last))"
  }

  package func roundShift(_ times: Readings<ElapsedTime>) -> String {
    times.agree ? roundShift(times.first) : "\(roundShift(times.first)) … \(roundShift(times.last))"
  }

  package func shift(_ times: Readings<ElapsedTime>) -> String {
    times.agree ? shift(times.first) : "\(shift(times.first)) … \(shift(times.last))"
  }
}
