import Testing

/// An assumed closure or window moves dates, so no answer may keep quiet about it.
@Suite struct `Assumed closures and windows` {
  static let text = """
    milepost: 1
    name: P
    start: 2024-01-08
    language: en
    source: drawings
    default-calendar: site
    calendars:
      site:
        extends: weekdays
        exceptions:
          - { on: 2024-01-15/2024-01-19, name: Closed week, because: the usual one }
          - { on: 2024-02-05 }
      unused: { extends: weekdays, because: nobody uses it }
    windows:
      golive: { name: Weekends, days: [saturday, sunday], because: the vendor's habit }
      other: { days: monday, because: nobody uses it }
    activities:
      dig: { name: Dig, duration: 6d }
      live: { name: Live, milestone: start, window: golive, after: dig }
    """

  @Test func `stand among the assumptions of a slip`() throws {
    let folder = try TemporaryFolder(["p.yaml": Self.text])
    let run = try milepost("slip", "p.yaml", "--change", "dig +1ed", in: folder.path)
    #expect(run.status == 0)
    let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      text.contains("closed 2024-01-15–2024-01-19 (Closed week) in calendar site (assumed): the usual one"), "\(text)")
    #expect(text.contains("window Weekends (assumed): the vendor's habit"), "\(text)")
    #expect(!text.contains("nobody uses it") && !text.contains("2024-02-05"))
    let norwegian = try milepost("slip", "p.yaml", "--change", "dig +1ed", "--language", "nb", in: folder.path).output
    #expect(norwegian.contains("stengt 15.01.2024–19.01.2024 (Closed week) i kalenderen site"))
    #expect(norwegian.contains("vinduet Weekends"))
  }

  @Test func `stand in JSON with their places`() throws {
    let folder = try TemporaryFolder(["p.yaml": Self.text])
    let run = try milepost("slip", "p.yaml", "--change", "dig +1ed", "--json", in: folder.path)
    #expect(run.status == 0)
    #expect(run.output.contains("\"calendar site exception=2024-01-15/2024-01-19\""))
    #expect(run.output.contains("\"p.yaml:11:9\""))
    #expect(run.output.contains("\"window golive\""))
  }
}
