package import PlanComparison
package import PlanModel
import PlanSchedule

/// Money: amounts, frames, and what time costs.
extension Words {
  /// `275,3`, `−2,7`: to the nearest hundredth.
  package func amount(_ amount: Amount) -> String {
    let (whole, rest) = amount.thousandths.quotientAndRemainder(dividingBy: 10)
    let hundredths = whole + (rest >= 5 ? 1 : rest <= -5 ? -1 : 0)
    return String(
      Amount(thousandths: hundredths * 10).description.map {
        $0 == "." ? Character(pick(",", ".")) : $0 == "-" ? "−" : $0
      })
  }

  /// A share in thousandths of a per cent, to the nearest tenth: `18,7 %`.
  package func share(_ share: Int64) -> String {
    let tenths = (share + (share < 0 ? -50 : 50)) / 100
    let text = "\(tenths.magnitude / 10)\(pick(",", "."))\(tenths.magnitude % 10)\(pick(" %", "\u{A0}%"))"
    return tenths < 0 ? "−" + text : text
  }

  /// The same without its sign, for a column that says it.
  package func percent(_ share: Int64) -> String {
    String(self.share(share).prefix { $0 != " " && $0 != "\u{A0}" })
  }

  package func frame(_ frame: Frame) -> String {
    switch frame {
    case .steering: pick("styringsrammen", "the steering frame")
    case .cost: pick("kostnadsrammen", "the cost frame")
    }
  }

  package func item(_ item: CostChange.Item) -> String {
    switch item {
    case .accrued: pick("påløpt", "accrued")
    case .forecast: pick("prognosen", "the forecast")
    case .steeringFrame: frame(.steering)
    case .costFrame: frame(.cost)
    case .runRate: pick("månedsprisen", "the run rate")
    case .part(let name): name
    }
  }

  /// A what-if on money: `amk-hso: phase-1 +10 %`.
  package func money(_ change: CostChange, of project: String) -> String {
    let amendment =
      switch change.amendment {
      case .set(let amount): "= \(self.amount(amount))"
      case .add(let amount): (amount.thousandths > 0 ? "+" : "") + self.amount(amount)
      case .grow(let share): (share > 0 ? "+" : "") + amount(Amount(thousandths: share)) + pick(" %", "\u{A0}%")
      }
    return "\(project): \(item(change.item)) \(amendment)"
  }

  // MARK: What a change costs

  package var costHeading: String { pick("Økonomi:", "Economy:") }

  /// What was amended: `phase-1 111 → 122,1, prognosen 166 → 177,1 (+11,1) MNOK`; nil where nothing was.
  package func amended(_ row: CostReport.Row) -> String? {
    guard !row.changes.isEmpty else { return nil }
    var parts: [String] = []
    func add(_ name: String, _ old: Amount?, _ new: Amount?) {
      guard let new, old != new else { return }
      guard let old else {
        parts.append("\(name) \(amount(new))")
        return
      }
      let more = Amount(thousandths: new.thousandths - old.thousandths)
      parts.append("\(name) \(amount(old)) → \(amount(new)) (\(more.thousandths > 0 ? "+" : "")\(amount(more)))")
    }
    for part in row.after.parts {
      add(part.name, row.before.parts.first { $0.name == part.name }?.amount, part.amount)
    }
    add(item(.accrued), row.before.accrued, row.after.accrued)
    add(item(.forecast), row.before.forecast, row.after.forecast)
    add(item(.steeringFrame), row.before.steeringFrame, row.after.steeringFrame)
    add(item(.costFrame), row.before.costFrame, row.after.costFrame)
    add(item(.runRate), row.before.runRate, row.after.runRate)
    return parts.isEmpty ? nil : pick("Endret: ", "Amended: ") + list(parts) + " \(row.after.unit)."
  }

  /// What the lost time is and costs: `5 uker senere, hvis hele prosjektet venter på X (D073): 2,3 MNOK.`
  package func delay(_ row: CostReport.Row) -> String? {
    guard let delay = row.delay else { return nil }
    let time =
      delay.time.agree ? roundSpan(delay.time.last) : "\(roundSpan(delay.time.first)) … \(roundSpan(delay.time.last))"
    var text: String
    switch delay.cause {
    case .end(let id):
      text = pick("Prosjektet slutter \(time) senere (\(names[id]))", "The project ends \(time) later (\(names[id]))")
    case .waits(let id, let relation):
      let by = relation.map { " (\($0))" } ?? ""
      text = pick(
        "Høyst \(time) senere, hvis hele prosjektet venter på \(names[id])\(by)",
        "At most \(time) later, if the whole project waits for \(names[id])\(by)")
    }
    guard let cost = delay.cost, let rate = row.after.runRate else {
      return text
        + pick(
          ". Planen sier ikke hva en måned koster (run-rate), så prisen er ukjent.",
          ". The plan does not say what a month costs (run-rate), so the price is unknown.")
    }
    let price = cost.agree ? amount(cost.last) : "\(amount(cost.first)) … \(amount(cost.last))"
    text += pick(
      ", til \(amount(rate)) \(row.after.unit) i måneden: \(price) \(row.after.unit).",
      ", at \(amount(rate)) \(row.after.unit) a month: \(price) \(row.after.unit).")
    return text
  }

  /// The forecast with the price of time, where there is one: `Prognosen 275,3 → 277,6 MNOK.`
  package func forecast(_ row: CostReport.Row) -> String? {
    guard let base = row.after.forecast else { return pick("Planen har ingen prognose.", "The plan has no forecast.") }
    guard row.delay?.cost != nil, let forecast = row.forecast else {
      return row.changes.isEmpty
        ? pick("Prognosen er ", "The forecast is ") + "\(amount(base)) \(row.after.unit)." : nil
    }
    let new = forecast.agree ? amount(forecast.last) : "\(amount(forecast.first)) … \(amount(forecast.last))"
    return pick("Prognosen ", "The forecast ") + "\(amount(base)) → \(new) \(row.after.unit)."
  }

  /// A frame after the change: `! Styringsrammen 272,6 er sprengt med 5 (2,7 før).`
  package func room(_ room: FrameRoom, in row: CostReport.Row) -> String {
    let before = row.roomsBefore.first { $0.frame == room.frame }
    let name = sentence(frame(room.frame)) + " \(amount(room.limit))"
    let size = amount(Amount(thousandths: Int64(clamping: room.room.thousandths.magnitude)))
    guard room.isCrossed else {
      let change =
        before.flatMap {
          $0.room == room.room ? nil : pick(" (\(amount($0.room)) før)", " (\(amount($0.room)) before)")
        } ?? ""
      let rate = row.breakingRates[room.frame].map {
        pick(
          "; den sprenges fra \(amount($0)) \(row.after.unit) i måneden",
          "; it is crossed from \(amount($0)) \(row.after.unit) a month")
      }
      return "✓ \(name)" + pick(" holder: \(size) igjen", " holds: \(size) left") + change + (rate ?? "") + "."
    }
    let was =
      before.map { old in
        old.isCrossed
          ? old.room == room.room
            ? pick(", som før", ", as before")
            : pick(
              " (\(amount(Amount(thousandths: -old.room.thousandths))) før)",
              " (\(amount(Amount(thousandths: -old.room.thousandths))) before)")
          : pick(" (\(amount(old.room)) igjen før)", " (\(amount(old.room)) left before)")
      } ?? ""
    return "✗ \(name)" + pick(" er sprengt med \(size)", " is crossed by \(size)") + was + "."
  }

  // MARK: Ranking

  package var framesHeading: String {
    pick(
      "Rom til rammene, minste andel av prognosen først:", "Room to the frames, the least share of the forecast first:")
  }
  package var framesColumns: [String] {
    [
      pick("Prosjekt", "Project"), pick("Prognose", "Forecast"), pick("Styrings- ramme", "Steering frame"),
      pick("Rom", "Room"), "%", pick("Kostnads- ramme", "Cost frame"), pick("Rom", "Room"), "%",
    ]
  }
  package func framesUnknown(_ names: [String]) -> String {
    pick("Uten prognose eller ramme: ", "Without a forecast or a frame: ") + list(names)
  }
  package var noFrames: String { pick("Planen har ingen rammer.", "The plan has no frames.") }
  /// Which projects are over a frame now, and which comes next.
  package func framesSummary(_ ranking: FrameRanking, title: (ProjectID) -> String) -> [String] {
    var lines: [String] = []
    for frame in Frame.allCases {
      let over = ranking.rows.filter { $0.rooms.contains { $0.frame == frame && $0.isCrossed } }
      let rest = ranking.rows.compactMap { row in
        row.rooms.first { $0.frame == frame && !$0.isCrossed }?.share.map { (row.project.id, $0) }
      }.min { $0.1 < $1.1 }
      var text = sentence(self.frame(frame)) + ": "
      text +=
        over.isEmpty
        ? pick("ingen er over", "none is over")
        : pick("sprengt av ", "crossed by ")
          + list(
            over.map { row in
              title(row.project.id)
                + (row.newlyCrossed.contains(frame) ? pick(" (ved endringen)", " (by the change)") : "")
            })
      if let rest {
        text += pick(
          "; neste er \(title(rest.0)), ved \(share(rest.1)) vekst",
          "; next is \(title(rest.0)), at \(share(rest.1)) growth")
      }
      lines.append(text + ".")
    }
    return lines
  }
  package var framesNote: String {
    pick(
      "Rom: rammen minus prognosen. %: så mye kan prognosen vokse før rammen sprenges. ✗ over rammen, ! sprengt ved endringen.",
      "Room: the frame less the forecast. %: by so much the forecast may grow before the frame is crossed. ✗ over the frame, ! crossed by the change."
    )
  }
}
