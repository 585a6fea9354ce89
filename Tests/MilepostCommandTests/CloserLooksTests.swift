import Foundation
import Testing

@Suite struct `Closer looks at a schedule` {
  private func run(_ arguments: String..., columns: Int = 100) throws -> Run {
    let folder = try TemporaryFolder(["harbour.yaml": harbour, "ladder.yaml": ladder])
    return try milepost(["schedule"] + arguments, environment: ["COLUMNS": String(columns)], in: folder.path)
  }

  /// The activity in the middle is held by its finish and lets the last begin with its start, so a longer one brings
  /// the end forward.
  private let ladder = """
    milepost: 1
    name: Ladder
    source: drawing
    start: 2024-01-08
    default-calendar: weekdays
    activities:
      rails: { duration: 10d }
      rungs: { duration: 4d, after: [rails FF] }
      paint: { duration: 5d, after: [rungs SS] }
      done: { milestone: finish, after: [paint, rungs] }
      rest: { duration: 2d }
    """

  @Test func `floats to several milestones stand side by side`() throws {
    let run = try run("harbour.yaml", "--to", "quay.open", "--to", "rail.open", columns: 130)
    #expect(run.status == 0)
    #expect(run.lines.contains { $0.contains("Float 1  Float 2") })
    let track = try #require(run.lines.first { $0.contains("track  ") })
    #expect(track.contains("–  19 … 41 d"))
    // Of a summary, that of its parts.
    let works = try #require(run.lines.first { $0.contains("works  ") })
    #expect(works.contains("0 d      0 d"))
    let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("1 to quay.open and 2 to rail.open."))
    #expect(text.contains("Each counts its own end only, whatever deadlines say."))
  }

  @Test func `JSON has the float to each milestone`() throws {
    let run = try run("harbour.yaml", "--to", "quay.open", "--to", "rail.open", "--json")
    let json = try JSON(run.output)
    #expect(json["floatTo"].text == "quay.open")
    #expect(json["manifest"]["arguments"]["ends"].texts == ["quay.open", "rail.open"])
    let floats = json["activities"][id: "rail.track"]["floatsTo"]
    #expect(floats[0]["to"].text == "quay.open")
    #expect(floats[0]["totalFloatMinutes"].isNull)
    #expect(floats[1]["totalFloatMinutes"].number == 19 * 480)
    #expect(floats[1]["lateFinish"].text?.hasPrefix("2024-06-05T") ?? true)
    let last = json["activities"][id: "rail.track"]["lastReading"]["floatsTo"]
    #expect(last[1]["totalFloatMinutes"].number == 41 * 480)
  }

  @Test func `nothing comes that was not asked for`() throws {
    let dates = try run("harbour.yaml", "--json").output
    for field in ["floatsTo", "floats\"", "drag\": {", "criticality", "path\"", "paths\": {"] {
      #expect(!dates.contains(field), "\(field)")
    }
    let drag = try run("ladder.yaml", "--drag").output
    #expect(!drag.contains("Placed"))
    #expect(!drag.contains("Independent"))
  }

  @Test func `every float has its column, and every link its own`() throws {
    let run = try run("ladder.yaml", "--floats")
    #expect(
      run.lines.prefix { !$0.hasPrefix("Total:") }.joined(separator: "\n") == """
        Ladder

        No project
            Total, start  Total, finish  Free  Interfering  Independent  Safety
            ────────────  ─────────────  ────  ───────────  ───────────  ──────
        rails
                     0 d            0 d   0 d          0 d          0 d     0 d
            → rungs (FF): 0 d
        rungs
                     1 d            3 d   0 d          1 d          0 d     0 d
            → paint (SS): 0 d; → done: 3 d
        """)
  }

  @Test func `a negative drag is explained`() throws {
    let run = try run("ladder.yaml", "--drag")
    #expect(run.status == 0)
    let table = run.lines.prefix { !$0.isEmpty || $0 == run.lines[1] }.joined(separator: "\n")
    #expect(table == "")
    let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("So a longer activity can shorten the plan"))
    #expect(text.contains("Reverse: longer brings the end forward, shorter delays it."))
    #expect(text.contains("1 other activity has no drag."))
    #expect(!text.contains("Bicritical"))
    let json = try JSON(self.run("ladder.yaml", "--drag", "--json").output)["activities"]
    #expect(json[id: "rungs"]["criticality"]["class"].text == "reverse")
    #expect(json[id: "rungs"]["criticality"]["longerMovesEndMinutes"].number == -1)
    #expect((json[id: "rungs"]["drag"]["elapsedMinutes"].number ?? 0) < 0)
    #expect(json[id: "paint"]["criticality"]["class"].text == "normal")
    #expect(json[id: "rest"]["drag"]["elapsedMinutes"].number == 0)
    #expect(json[id: "rest"]["criticality"].isNull)
    #expect(json[id: "done"]["drag"].isNull)
  }

  @Test func `a plan without drag says so`() throws {
    let run = try run("harbour.yaml", "--drag", "--to", "permit")
    #expect(run.output.contains("No activity has drag: the end stands where something other than work has put it."))
    #expect(run.output.contains("The end is quay.permit."))
    #expect(!run.output.contains("Rail link"))
  }

  @Test func `paths come one by one, each activity on one of them`() throws {
    let run = try run("ladder.yaml", "--paths", "2", "--to", "done")
    #expect(
      run.output == """
        Ladder

        2 paths to done, the tightest first:

        Path 1 drives the date:
        """)
  }

  @Test func `paths differ by their option, and by reading where dates are imprecise`() throws {
    func numbers(_ option: String) throws -> [Int?] {
      let run = try run("harbour.yaml", "--paths", "9", "--paths-by", option, "--to", "rail.open", "--json")
      let json = try JSON(run.output)
      #expect(json["paths"]["by"].text == option)
      return ["quay.bollards", "quay.mix", "rail.signals"].map { json["activities"][id: $0]["path"]["number"].number }
    }
    #expect(try numbers("free-float") == [2, 3, 6])
    #expect(try numbers("total-float") == [2, 3, 6])
  }

  @Test(arguments: [80, 100, 140], ["nb", "en"])
  func `tables fit the terminal`(columns: Int, language: String) throws {
    for arguments in [
      ["--to", "quay.open", "--to", "rail.open"], ["--floats"], ["--drag"], ["--paths", "5", "--to", "rail.open"],
    ] {
      let folder = try TemporaryFolder(["harbour.yaml": harbour])
      let run = try milepost(
        ["schedule", "harbour.yaml", "--language", language] + arguments, environment: ["COLUMNS": String(columns)],
        in: folder.path)
      #expect(run.status == 0)
      for line in run.lines { #expect(line.count <= columns, "\(line)") }
    }
  }

  @Test func `the real portfolio in Norwegian`() throws {
    let run = try milepost(
      "schedule", Built.portfolio, "--scenario", "plan-b", "--scenario", "release-1-1-juni", "--to", "oslo-start",
      "--paths", "3", environment: ["COLUMNS": "100"])
    #expect(run.status == 0)
    #expect(run.output.contains("3 av 4 veier til Oppstart AMK Oslo (amk-hso.oslo-start), den strammeste først:"))
    #expect(run.output.contains("Vei 2, slakk 81 … 80 d, møter vei 1 ved Akseptansetest → Oppstart AMK Oslo:"))
    let drag = try milepost("schedule", Built.portfolio, "--drag", "--to", "oslo-start")
    #expect(drag.output.contains("Bremser"))
    #expect(drag.output.contains("Normal: lengre utsetter slutten, kortere framskynder den."))
  }
}
