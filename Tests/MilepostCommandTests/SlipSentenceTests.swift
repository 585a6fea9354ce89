import Testing

/// What a slip does to a date, in the words of a steering group.
@Suite struct `Sentences of a slip` {
  private func ask(_ plan: String, _ arguments: String...) throws -> String {
    let folder = try TemporaryFolder(["plan.yaml": plan])
    let run = try milepost(
      ["slip", "plan.yaml"] + arguments, environment: ["COLUMNS": "300"], in: folder.path)
    #expect(run.status == 0, "\(run.problems)")
    return run.output.replacing("\u{A0}", with: " ")
  }

  private let bergen = """
    milepost: 1
    name: Bergen
    start: 2024-01-01
    windows:
      golive: { name: March go-live, open: [2024-01-15, 2024-03-04/2024-03-10] }
    activities:
      release: { name: Release 1.1, milestone: start, planned: 2024-01-02 }
      room: { name: Room, milestone: start, planned: 2024-01-06 }
      test: { name: Integration test, duration: 9ed, calendar: 24h, after: [release, room] }
      live: { name: Bergen, milestone: start, window: golive, after: [test] }
    """

  @Test func `name the change, what was absorbed where, and what the window adds`() throws {
    let text = try ask(bergen, "--change", "release +6ew", "--language", "en")
    #expect(
      text.contains(
        "– Bergen moves 2024-01-15 → 2024-03-04 (+7 w): Release 1.1 +6 w, of which 4 d absorbed before Integration test; the March go-live window adds 11 d. [live]"
      ), "\(text)")
    let norwegian = try ask(bergen, "--change", "release +6ew", "--language", "nb")
    #expect(
      norwegian.contains(
        "– Bergen flytter seg 15.01.2024 → 04.03.2024 (+7 uker): Release 1.1 +6 uker, hvorav 4 d tas opp før Integration test; vinduet March go-live legger til 11 d. [live]"
      ), "\(norwegian)")
  }

  /// A Friday's worth of work pushed over a weekend: the calendar is what adds the days.
  @Test func `name the calendar that adds days off`() throws {
    let plan = """
      milepost: 1
      name: Calendar
      start: 2024-01-01
      default-calendar: weekdays
      activities:
        release: { milestone: start, planned: 2024-01-02 }
        test: { duration: 3d, calendar: weekdays, after: [release] }
        live: { milestone: finish, after: [test] }
      """
    let text = try ask(plan, "--change", "release +2ed", "--language", "en")
    #expect(
      text.contains("live moves 2024-01-04 → 2024-01-08 (+4 d): release +2 d; days off in calendar weekdays add 2 d."),
      "\(text)")
    #expect(
      try ask(plan, "--change", "release +2ed", "--language", "nb").contains(
        "live flytter seg 04.01.2024 → 08.01.2024 (+4 d): release +2 d; fridager i kalenderen weekdays legger til 2 d.")
    )
  }

  @Test func `name the bound that holds back what comes earlier`() throws {
    let plan = """
      milepost: 1
      name: Bound
      start: 2024-01-01
      activities:
        release: { milestone: start, planned: 2024-01-20 }
        test: { duration: 5ed, calendar: 24h, start-no-earlier-than: 2024-01-16, after: [release] }
        live: { milestone: finish, after: [test] }
      """
    let text = try ask(plan, "--change", "release -10ed", "--language", "en")
    #expect(
      text.contains(
        "(−4 d): release −10 d; 6 d lost before test, which now waits for its bound “start no earlier than”."),
      "\(text)")
    let norwegian = try ask(plan, "--change", "release -10ed", "--language", "nb")
    #expect(
      norwegian.contains("(−4 d): release −10 d; 6 d går tapt før test, som nå venter på grensen «start ikke før»."))
  }

  @Test func `of the real portfolio add up as they are shown`() throws {
    let call = [
      "slip", Built.portfolio, "--scenario", "plan-b", "--scenario", "release-1-1-juni", "--change",
      "amk-interregional.release-1-1 +17ew", "--language", "en",
    ]
    let run = try milepost(call, environment: ["COLUMNS": "300"])
    // 119 − 87,4 + 5 = 36,6.
    #expect(
      run.output.contains(
        "(+36.6 d … +35.6 d): Release 1.1 +17 w, of which 87.4 d absorbed before Oppstart AMK Bergen; days off in calendar norway add 5 d."
      ), "\(run.output)")
  }
}
