import PlanComparison
import PlanModel
import PlanRendering

extension NeedsText {
  /// The pairs within the days, the nearest other one, what cannot be judged, and the counts.
  func collisions(_ collisions: Collisions, _ event: String, _ only: String?) -> [String] {
    var lines = indented(words.collisionsHeading(within: collisions.within, event: event, only: only), by: 0)
    guard !collisions.events.isEmpty || !collisions.undated.isEmpty else {
      var kinds: [String] = []
      for activity in plan.activities {
        if let kind = activity.details.event, !kinds.contains(kind) { kinds.append(kind) }
      }
      return lines + indented(words.noEvents(event, known: kinds), by: 2)
    }
    let near = collisions.pairs.filter { $0.word != .none }
    lines.append("")
    if near.isEmpty {
      lines += indented(words.noCollisions, by: 0)
    } else {
      var table = TextTable(columns: words.collisionColumns.map { .init($0) })
      for pair in near {
        table.add([
          "\(words.symbol(pair.word)) \(words.collision(pair.word))", words.distance(pair.distance),
          "\(name(pair.first))\n\(name(pair.second))", shared(pair),
        ])
        if !pair.waitsFor.isEmpty { table.add(note: words.inTime(pair.waitsFor), indent: 4) }
      }
      lines += self.lines(of: table)
    }
    let apart = collisions.pairs.filter { $0.word == .none }
    if let nearest = apart.first {
      lines += [""] + indented(words.furtherApart(apart.count), by: 0)
      lines += indented(
        words.nearest(
          "\(name(nearest.first)) – \(name(nearest.second)), \(words.distance(nearest.distance)) (\(shared(nearest)))"),
        by: 2)
    }
    let waiting = collisions.events.filter { !$0.waitsFor.isEmpty }
    if !waiting.isEmpty {
      lines += [""] + indented(words.asPlannedHeading, by: 0)
      for event in waiting { lines += indented("– \(name(event)), \(words.inTime(event.waitsFor))", by: 2) }
    }
    if !collisions.undated.isEmpty {
      lines += [""] + indented(words.withoutDateHeading, by: 0)
      lines += collisions.undated.flatMap { indented("– \(words.names[$0])", by: 2) }
    }
    return lines + quarters(collisions) + [""] + words.collisionsNote.flatMap { indented($0, by: 0) }
  }

  func name(_ event: Collisions.Event) -> String {
    let (first, last) = (event.days.lowerBound, event.days.upperBound)
    return "\(words.names[event.id]) \(words.day(first))" + (first == last ? "" : " … \(words.day(last))")
  }

  private func shared(_ pair: Collisions.Pair) -> String {
    words.list(pair.shared.map { words.shared($0, title: title) })
  }

  private func quarters(_ collisions: Collisions) -> [String] {
    guard let first = collisions.quarters.map({ $0.year * 4 + $0.quarter - 1 }).min(),
      let last = collisions.quarters.map({ $0.year * 4 + $0.quarter - 1 }).max()
    else { return [] }
    var lines = ["", words.quartersHeading]
    var sites: [String?] = []
    for count in collisions.quarters where !sites.contains(count.site) { sites.append(count.site) }
    // Only quarters in which something falls.
    let numbers = (first...last).filter { number in
      collisions.quarters.contains { $0.year * 4 + $0.quarter - 1 == number }
    }
    let fitting = max(1, (width - 24) / 14)
    for start in stride(from: 0, to: numbers.count, by: fitting) {
      let part = numbers[start..<min(numbers.count, start + fitting)]
      var table = TextTable(
        columns: [.init(words.siteColumn)] + part.map { .init(words.quarter($0 / 4, $0 % 4 + 1), .right) })
      for site in sites {
        let cells = part.map { number in
          collisions.quarters.first { $0.site == site && $0.year * 4 + $0.quarter - 1 == number }.map(cell) ?? ""
        }
        if cells.contains(where: { !$0.isEmpty }) {
          table.add([site.map { title(ProjectID($0)) } ?? words.noSite] + cells)
        }
      }
      lines += (start == 0 ? [] : [""]) + self.lines(of: table)
    }
    return lines
  }

  func cell(_ count: QuarterCount) -> String {
    let number = count.certain == count.possible ? "\(count.certain)" : "\(count.certain)–\(count.possible)"
    // One event is no peak.
    return number + (count.isPeak && count.possible > 1 ? "\u{A0}*" : "")
  }
}
