import PlanComparison
import PlanModel
import PlanRendering
import PlanSchedule

extension NeedsText {
  /// The register: links with their dates first, then relations without any.
  func interfaces(_ rows: [InterfaceRegister.Row]) -> [String] {
    guard !rows.isEmpty else { return indented(words.noInterfaces, by: 0) }
    let links = rows.filter { $0.form == .link }
    let relations = rows.filter { $0.form == .relation }
    var lines = indented(words.interfacesHeading(links: links.count, relations: relations.count), by: 0)
    if !links.isEmpty {
      var table = TextTable(
        columns: [
          .init("   ", .whole), .init(words.promisedColumn), .init(words.statedColumn), .init(words.neededColumn),
          .init(words.comesColumn), .init(words.roomColumn),
        ])
      for row in links {
        table.add(note: heading(row), indent: 0)
        table.add(note: words.character(row), indent: 5)
        table.add(["", promise(row), stated(row), needed(row), comes(row), room(row)])
        if let target = row.neededFor { table.add(note: words.neededFor(target), indent: 5) }
        if let stale = words.staleness(row) { table.add(note: "! " + stale, indent: 5) }
      }
      lines += [""] + self.lines(of: table)
    }
    if !relations.isEmpty {
      lines += [""] + indented(words.relationsHeading, by: 0)
      for row in relations {
        lines += indented("– " + heading(row), by: 2)
        lines += indented(words.character(row), by: 6)
        if row.placed != nil { lines += indented("\(words.comesColumn): \(comes(row))", by: 6) }
        if row.dependency.promised != nil { lines += indented("\(words.promisedColumn): \(promise(row))", by: 6) }
        if let stale = words.staleness(row) { lines += indented("! " + stale, by: 6) }
      }
    }
    return lines + [""] + words.interfacesNote.flatMap { indented($0, by: 0) }
  }

  /// `D045 Release 1.1 → Systemintegrasjonstest (Interregionalt AMK → AMK HSØ)`.
  func heading(_ row: InterfaceRegister.Row) -> String {
    let id = row.dependency.id.map { "\($0) " } ?? ""
    let projects = [row.fromProject, row.toProject].map { $0?.text ?? words.none }.joined(separator: " → ")
    let names = "\(id)\(title(row.from)) → \(title(row.to))"
    return row.form == .link ? "\(names) [\(projects)]" : names
  }

  private func promise(_ row: InterfaceRegister.Row) -> String {
    row.dependency.promised.map { words.span($0.value) } ?? words.none
  }

  private func stated(_ row: InterfaceRegister.Row) -> String {
    row.stated.map { words.span($0.value) } ?? words.none
  }

  func needed(_ row: InterfaceRegister.Row) -> String {
    if let stated = row.dependency.needed { return words.span(stated.value) }
    return words.lastDays(row.needed, isAtMost: false)
  }

  func comes(_ row: InterfaceRegister.Row) -> String {
    guard let placed = row.placed else { return words.none }
    if row.isDone { return "\(words.isThereAlready) \(words.days(placed))" }
    return row.waitsFor == [ActivityID(row.from)] ? words.noDate : words.days(placed, isLowerBound: row.isLowerBound)
  }

  func room(_ row: InterfaceRegister.Row) -> String {
    guard row.strength == .hard, !row.isDone, let supplier = outlook.schedule[ActivityID(row.from)] else {
      return words.none
    }
    // Without a date there is no float, only the day on which it is needed.
    if supplier.isUndated { return words.none }
    func float(_ floats: Readings<WorkTime?>) -> String {
      guard let last = floats.last ?? floats.first else { return words.none }
      return words.float(
        from: Int((floats.first ?? last).minutes), to: Int(last.minutes), dayLength: supplier.minutesPerDay,
        isElapsed: supplier.isAroundTheClock)
    }
    func bounded(_ text: String) -> String { row.isLowerBound && text != words.none ? "≤\u{A0}\(text)" : text }
    return "\(bounded(float(row.floatToMove))) / \(bounded(float(row.floatToTarget)))"
  }
}
