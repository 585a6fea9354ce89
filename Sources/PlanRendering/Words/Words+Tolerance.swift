package import PlanModel
package import PlanSchedule

/// How long deliverables may slip.
extension Words {
  package var toleranceHeading: String {
    pick(
      "Hvor lenge hver leveranse kan forskyves (kalenderdager)", "How long each deliverable may slip (calendar days)")
  }
  package var deliverable: String { pick("Leveranse", "Deliverable") }
  package var untilMoves: String { pick("Før den flytter milepælen", "Before it moves the milestone") }
  package var untilMisses: String { pick("Før målet brytes", "Before the target is missed") }
  package var noTolerances: String {
    pick(
      "Ingen milepæl foran oss har et mål og noe foran seg som kan forskyves.",
      "No milestone ahead has a target and something before it that could slip.")
  }
  /// In which order the four numbers stand where they share a cell.
  package var toleranceOrder: String {
    let durations = [Reading.Durations.high, .likely, .low].map { self.durations($0).lowercased() }
    return "\(untilMoves) / \(untilMisses.lowercased()): \(durations.joined(separator: " / "))"
  }
  package var missedAlready: String { pick("brutt", "missed") }

  /// Whole days that change nothing, rounded down: `12`, `−3`, `brutt`.
  package func wholeDays(_ time: ElapsedTime?, ifNil: String) -> String {
    time.map { signed(Int(floorDivide($0.minutes, 1440)), plus: false) } ?? ifNil
  }

  /// Both readings: `3 … 12`.
  package func wholeDays(_ times: Readings<ElapsedTime?>, ifNil: String) -> String {
    let (first, last) = (wholeDays(times.first, ifNil: ifNil), wholeDays(times.last, ifNil: ifNil))
    return first == last ? first : "\(first) … \(last)"
  }

  package var toleranceNote: [String] {
    [
      pick(
        "Hele dager, rundet ned. – : milepælen har ingen dato som kan flyttes, eller ikke noe mål; brutt: målet brytes alt; ? : uten dato; ≤ : en ukjent varighet kan gjøre det mindre.",
        "Whole days, rounded down. – : the milestone has no date that could move, or no target; missed: the target is missed already; ? : undated; ≤ : an unknown duration can make it less."
      )
    ]
  }

  package var matrixNote: String {
    pick(
      "I hver rute: dager før milepælen flyttes / dager før målet kan bli brutt, i den minst gunstige lesningen. Tom rute: ingen vei fram dit.",
      "In each cell: days before the milestone moves / days before the target may be missed, in the least favourable reading. An empty cell: no path leads there."
    )
  }
}
