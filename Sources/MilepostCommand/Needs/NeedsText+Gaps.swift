import PlanComparison
import PlanModel
import PlanRendering
import PlanSchedule

extension NeedsText {
  /// One value of an answer that may differ if open gaps are work.
  struct Value {
    /// The same in both readings of the gaps.
    let key: [String]
    let label: String
    let text: String
  }

  /// The values that differ between the two readings of open gaps, both shown.
  func lines(over range: NeedsOverGaps) -> [String] {
    let work = NeedsText(result: range.asWork, outlook: range.outlook, words: words, width: width)
    let differing = differences(to: work)
    var lines = [""] + indented(words.openGaps([range.gaps], in: [], isSame: differing.isEmpty), by: 0)
    guard !differing.isEmpty else { return lines }
    var table = TextTable(columns: [
      .init(words.column(.what)), .init(words.asBuffer), .init(words.asWork),
    ])
    for value in differing { table.add([value.label, value.asBuffer, value.asWork]) }
    lines += table.text(width: width, indent: 2).split(separator: "\n").map(String.init)
    if case .tolerance(_, true) = result { lines += indented(words.toleranceOrder, by: 2) }
    if case .conflicts(let own) = result, case .conflicts(let other) = range.asWork {
      let known = own.conflicts.map(words.conflict)
      let new = other.conflicts.filter { !known.contains(words.conflict($0)) }
      if !new.isEmpty { lines += [""] + indented(words.asWork + ":", by: 0) + new.flatMap(work.block) }
    }
    return lines
  }

  /// The values that are not the same in both readings of the gaps.
  private func differences(to work: NeedsText) -> [(label: String, asBuffer: String, asWork: String)] {
    let (buffered, worked) = (values, work.values)
    let (first, second) = (byKey(buffered), byKey(worked))
    return (buffered + worked.filter { first[$0.key] == nil }).compactMap { value in
      let texts = (first[value.key] ?? absent(value.key), second[value.key] ?? work.absent(value.key))
      return texts.0 == texts.1 ? nil : (value.label, texts.0, texts.1)
    }
  }

  /// The same as sentences, for under a picture.
  func sentences(over range: NeedsOverGaps) -> [String] {
    let work = NeedsText(result: range.asWork, outlook: range.outlook, words: words, width: width)
    let differing = differences(to: work)
    var order: [String] = []
    if case .tolerance(_, true) = result, !differing.isEmpty { order = [words.toleranceOrder] }
    return [words.openGaps([range.gaps], in: [], isSame: differing.isEmpty)] + order
      + differing.map {
        "\($0.label): \(words.asBuffer.lowercased()) \($0.asBuffer), \(words.asWork.lowercased()) \($0.asWork)"
      }
  }

  private func byKey(_ values: [Value]) -> [[String]: String] {
    Dictionary(values.map { ($0.key, $0.text) }) { first, _ in first }
  }

  /// What to say where one reading has no such value.
  private func absent(_ key: [String]) -> String {
    switch result {
    case .purchases: words.gained(Readings(first: .zero, last: .zero))
    case .conflicts(let conflicts):
      key.first.map { conflicts.unknown.contains(ActivityID($0)) } == true
        ? "\(words.symbol(Verdict.Word.unknown)) \(words.verdict(Verdict.Word.unknown))"
        : "\(words.symbol(Verdict.Word.holds)) \(words.verdict(Verdict.Word.holds))"
    default: words.none
    }
  }

  /// Every value of the answer that dates go into, as it is shown.
  private var values: [Value] {
    switch result {
    case .latest, .frames: []
    case .tolerance(let tolerances, let isForOne): values(tolerances, isForOne)
    case .interfaces(let rows): rows.filter { $0.form == .link }.flatMap(values)
    case .collisions(let collisions, _, _): values(collisions)
    case .during(let during):
      during.rows.map { row in
        Value(
          key: [row.id.text], label: words.names[row.id],
          text: "\(words.symbol(row.word)) \(words.collision(row.word)), \(days(row.days))")
      }
    case .conflicts(let conflicts):
      conflicts.conflicts.map { conflict in
        Value(
          key: [conflict.activity.id.text, conflict.limit.description],
          label: "\(words.names[conflict.activity.id]) ≤\u{A0}\(words.day(conflict.limit))",
          text: "\(conflict.isCertain ? "✗" : "◐") \(words.day(conflict.comes))")
      }
    case .purchases(let purchases, let changes): values(purchases, changes)
    case .touched(let touched): values(touched)
    }
  }

  private func values(_ tolerances: Tolerances, _ isForOne: Bool) -> [Value] {
    tolerances.milestones.flatMap { milestone in
      tolerances.deliverables.filter { tolerances.leads($0, to: milestone) }.map { id in
        let cells = cells(id, milestone, tolerances)
        return Value(
          key: [id.text, milestone.text],
          label: words.names[id] + (isForOne ? "" : " → \(words.names[milestone])"),
          text: isForOne ? cells.joined(separator: " / ") : cell(id, milestone, tolerances))
      }
    }
  }

  private func values(_ row: InterfaceRegister.Row) -> [Value] {
    let key = [row.dependency.id ?? "", row.from, row.to]
    return [
      (words.neededColumn, needed(row)), (words.comesColumn, comes(row)), (words.roomColumn, room(row)),
    ].map { column, text in
      Value(key: key + [column], label: "\(heading(row)): \(column.lowercased())", text: text)
    }
  }

  private func values(_ collisions: Collisions) -> [Value] {
    let pairs = collisions.pairs.map { pair in
      Value(
        key: [pair.first.id.text, pair.second.id.text].sorted(),
        label: "\(words.names[pair.first.id]) – \(words.names[pair.second.id])",
        text: "\(words.symbol(pair.word)) \(words.collision(pair.word))"
          // How far apart what cannot collide is, was not asked.
          + (pair.word == .none ? "" : ", \(words.distance(pair.distance))"))
    }
    let quarters = collisions.quarters.map { count in
      let site = count.site.map { title(ProjectID($0)) } ?? words.noSite
      return Value(
        key: [count.site ?? "", "\(count.year)", "\(count.quarter)"],
        label: "\(site), \(words.quarter(count.year, count.quarter))", text: cell(count))
    }
    let events = collisions.events.map { Value(key: [$0.id.text], label: words.names[$0.id], text: days($0.days)) }
    return events + pairs + quarters
  }

  private func values(_ purchases: Purchases, _ changes: [String]) -> [Value] {
    let now = purchases.verdictBefore.map { ", \(words.symbol($0)) \(words.verdict($0))" } ?? ""
    let own = Value(
      key: ["", purchases.milestone.text], label: words.names[purchases.milestone],
      text: words.days(purchases.before) + now)
    return [own]
      + purchases.rows.map { row in
        let label = words.candidate(row.candidate.source, changes: changes)
        let buys = row.gain.first != .zero || row.gain.last != .zero
        let after = row.after.map { " → " + words.days($0) } ?? ""
        let verdict = row.verdict.map { ", \(words.symbol($0)) \(words.verdict($0))" } ?? ""
        return Value(
          key: [label], label: label, text: words.gained(row.gain) + (buys ? after + verdict : ""))
      }
  }

  private func values(_ touched: Touched) -> [Value] {
    let rows = touched.parties.flatMap { party in
      party.moved.map { ($0, words.touchedLists.moves + words.roundShift($0.moved)) }
        + party.consumed.map { ($0, words.touchedLists.loses + floats($0)) }
        + party.reachedOnly.map { ($0, words.onlyReached) }
    }
    var texts: [ActivityID: [String]] = [:]
    for (row, text) in rows { texts[row.id, default: []].append(text) }
    var values = touched.report.rows.map {
      Value(key: [$0.id.text], label: words.names[$0.id], text: words.list(texts[$0.id] ?? []))
    }
    for row in CostReport(touched.report).rows {
      let sentences = [words.delay(row), words.forecast(row)].compactMap { $0 }
      values.append(
        Value(key: ["", row.project.id.text], label: row.project.title, text: sentences.joined(separator: " ")))
    }
    return values
  }

  private func days(_ days: ClosedRange<Day>) -> String {
    days.lowerBound == days.upperBound
      ? words.day(days.lowerBound) : "\(words.day(days.lowerBound)) … \(words.day(days.upperBound))"
  }
}
