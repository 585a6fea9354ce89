import PlanModel

extension Draft {
  /// Reads what the whole plan is read by: the status date, the options, the default calendar.
  mutating func readHeader(_ fields: Fields) {
    let reading = fields.reading
    if let version = fields.wholeNumber("milepost", in: 0...999_999_999), version != KeyTable.version {
      reading.report(
        .formatVersion, String(version), String(KeyTable.version),
        version > KeyTable.version ? "read it with a newer Milepost" : "write 'milepost: \(KeyTable.version)'",
        at: reading.origin(fields.pair("milepost")!.value.mark, fields.file))
    }
    plan.name = fields.text("name") ?? ""
    plan.source = fields.text("source")
    plan.language = fields.oneOf("language").flatMap(Language.init) ?? .english
    plan.statusDate = fields.day("status-date")
    reading.context = plan.dateContext
    if let year = fields.wholeNumber("report-year", in: 1900...2200) {
      plan.reportYear = year
      reading.context.reportYear = year
    }
    // Behind a syntax error may stand what dates without a year take theirs from: 2000, a leap year, refuses none.
    if fields.isCut, plan.statusDate == nil, plan.reportYear == nil { reading.context.reportYear = 2000 }
    plan.start = fields.day("start")
    plan.mustFinishBy = fields.fact("must-finish-by")
    if let name = fields.identifier("default-calendar") {
      plan.defaultCalendar = name
      use(.calendar, name, at: reading.origin(fields.pair("default-calendar")!.value.mark, fields.file))
    }
    if let pair = fields.pair("options"),
      let options = Fields(
        pair.value, as: KeyTable.options, of: fields.file, in: reading, at: pair.keyMark, named: "options")
    {
      readOptions(options)
    }
    reading.lengths = plan.unitLengths
    plan.seeds = fields.seeds
    plan.note = fields.note
  }

  private mutating func readOptions(_ fields: Fields) {
    var options = PlanOptions()
    if let word = fields.oneOf("profile") { options.profile = .init(rawValue: word) ?? options.profile }
    if let word = fields.oneOf("lag-calendar") { options.lagCalendar = .init(rawValue: word) ?? options.lagCalendar }
    if let word = fields.oneOf("float") { options.float = .init(rawValue: word) ?? options.float }
    if let word = fields.oneOf("progress") { options.progress = .init(rawValue: word) ?? options.progress }
    if let word = fields.oneOf("schedule-from") {
      options.scheduleFrom = .init(rawValue: word) ?? options.scheduleFrom
      options.scheduleFromOrigin = fields.place("schedule-from")
    }
    options.minutesPerDay = fields.wholeNumber("minutes-per-day", in: 1...1440)
    options.daysPerWeek = fields.wholeNumber("days-per-week", in: 1...7)
    options.daysPerMonth = fields.wholeNumber("days-per-month", in: 1...31)
    plan.options = options
    fields.reading.lengths = plan.unitLengths
    if let float = fields.quantity("critical-float", signed: true) { plan.options.criticalFloat = float }
    if let float = fields.quantity("tight-float", signed: true) { plan.options.tightFloat = float }
  }

  /// Reads what any file of a plan may hold.
  mutating func readContents(_ fields: Fields) {
    for pair in fields.named("calendars", checkingIDs: false) { readCalendar(pair, fields) }
    for pair in fields.named("windows") { readWindow(pair, fields) }
    for pair in fields.named("projects") {
      if let project = fields.entry(pair, as: KeyTable.project, given: ["project"]) {
        readProject(project, id: pair.key, at: reading(fields).origin(pair.keyMark, fields.file))
      }
    }
    for pair in fields.named("activities") { readActivity(pair, fields, in: nil) }
    for node in fields.list("links") { readLink(node, fields, in: nil) }
    for node in fields.list("relations") { readRelation(node, fields, in: nil) }
    for pair in fields.named("choices") { readChoice(pair, fields) }
    for pair in fields.named("scenarios") {
      if let scenario = fields.entry(pair, as: KeyTable.scenario, given: ["scenario"]) {
        readScenario(scenario, id: pair.key)
      }
    }
    readRiskScales(fields)
    for pair in fields.named("risks") { readRisk(pair, fields) }
    for node in fields.list("correlations") { readCorrelation(node, fields, in: nil) }
    for pair in fields.named("registers") { readRegister(pair, fields) }
  }

  private func reading(_ fields: Fields) -> Reading { fields.reading }

  // MARK: Calendars and windows

  private mutating func readCalendar(_ pair: YamlPair, _ fields: Fields) {
    let earlierProblems = fields.reading.problems.found.count
    guard let calendar = fields.entry(pair, as: KeyTable.calendar) else { return }
    guard let name = fields.identifier(pair.key, YamlNode(keyOf: pair)) else { return }
    if WorkingCalendar.builtIn.contains(where: { $0.name == name }) {
      fields.reading.report(
        .contradiction, "'\(name)' is a built-in calendar", "extend it under a new name: { extends: \(name), … }",
        at: calendar.origin)
      return
    }
    guard define("calendar", name, at: calendar.origin, fields.reading) else { return }
    let base = calendar.identifier("extends")
    use(.calendar, base, at: calendar.valuePlace("extends"))
    var week: [Int: [WorkPeriod]] = [:]
    for (index, day) in KeyTable.weekdays.enumerated() where calendar.has(day) {
      week[index] = calendar.hours(day) ?? []
    }
    var exceptions: [CalendarException] = []
    var remarks: [Remarks] = []
    for node in calendar.list("exceptions") {
      guard
        let exception = Fields(
          node, as: KeyTable.calendarException, of: fields.file, in: fields.reading, within: calendar.evidence,
          named: "exceptions")
      else { continue }
      let hours = exception.hours("hours") ?? []
      let name = exception.text("name")
      if let on = exception.pair("on"), let days = exception.days(on.value, "on") {
        exceptions.append(CalendarException(days, hours: hours, name: name))
        remarks.append(exception.remarks)
      }
    }
    calendars.append(
      CalendarDraft(
        name: name, base: base, week: week,
        holidays: calendar.oneOf("holidays").map { $0 == "norway" ? .some(.norway) : .some(nil) } ?? nil,
        exceptions: exceptions, facts: CalendarFacts(base: base, remarks: calendar.remarks, exceptions: remarks),
        origin: calendar.origin,
        isSound: !calendar.isCut && fields.reading.problems.found.count == earlierProblems))
  }

  private mutating func readWindow(_ pair: YamlPair, _ fields: Fields) {
    guard let window = fields.entry(pair, as: KeyTable.window),
      define("window", pair.key, at: window.origin, fields.reading)
    else { return }
    let days = window.oneOfs("days").compactMap { KeyTable.weekdays.firstIndex(of: $0) }.map { Weekday.allCases[$0] }
    let open = window.has("open") ? window.list("open").compactMap { window.days($0, "open") } : nil
    let frozen = window.list("frozen").compactMap { window.days($0, "frozen") }
    plan.windowFacts[pair.key] = WindowFacts(name: window.text("name") ?? "", remarks: window.remarks)
    plan.windows.append(
      EventWindow(name: pair.key, weekdays: window.has("days") ? Set(days) : nil, open: open, frozen: frozen))
  }
}

extension YamlNode {
  /// The key of a pair as a value, for checks that report its place.
  init(keyOf pair: YamlPair) {
    self.init(content: .scalar(pair.key, isPlain: pair.isPlain), mark: pair.keyMark, end: pair.keyEnd, isFlow: false)
  }
}
