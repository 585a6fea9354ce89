import Foundation
import Testing

@Suite struct `Closer looks at a schedule` {
  private func run(_ arguments: String..., columns: Int = 100) throws -> Run {
    let folder = try TemporaryFolder(["harbour.yaml": harbour, "calm.yaml": calmHarbour, "ladder.yaml": ladder])
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
      scaffold: { duration: 3d }
      paint: { duration: 5d, after: [rungs SS, scaffold] }
      done: { milestone: finish, after: [paint, rungs] }
      rest: { duration: 2d }
    """

  @Test func `floats to several milestones stand side by side`() throws {
    let run = try run("calm.yaml", "--to", "quay.open", "--to", "rail.open", columns: 130)
    #expect(run.status == 0)
    #expect(run.lines.contains { $0.split(whereSeparator: \.isWhitespace).suffix(4) == ["Float", "1", "Float", "2"] })
    let track = try #require(run.lines.first { $0.contains("track  ") })
    #expect(track.split(whereSeparator: \.isWhitespace).suffix(5) == ["–", "19", "…", "41", "d"])
    // Of a summary, that of its parts.
    let works = try #require(run.lines.first { $0.contains("works  ") })
    #expect(works.split(whereSeparator: \.isWhitespace).suffix(4) == ["0", "d", "0", "d"])
    let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("1 to quay.open and 2 to rail.open."))
    #expect(text.contains("Each counts its own end only, whatever deadlines say."))
  }

  @Test(arguments: [[], ["--floats"]])
  func `floats to many milestones stand in as many tables as the width asks for`(option: [String]) throws {
    let work = (1...9).map { "      w\($0): { duration: \($0 * 111)d }" }
    let ends = (1...9).map { "      m\($0): { milestone: finish, after: [w\($0), w1] }" }
    let plan = (["start: 2024-01-01", "projects:", "  p:", "    activities:"] + work + ends).joined(separator: "\n")
    let folder = try TemporaryFolder(["many.yaml": plan])
    for columns in [40, 80, 130] {
      let run = try milepost(
        ["schedule", "many.yaml"] + option + (1...9).flatMap { ["--to", "p.m\($0)"] },
        environment: ["COLUMNS": String(columns)], in: folder.path)
      #expect(run.status == 0)
      if columns > 40 {
        for line in run.lines { #expect(line.count <= columns, "\(columns): \(line)") }
      }
      let headings = run.lines.flatMap { $0.components(separatedBy: "Float ").dropFirst().map { $0.prefix(1) } }
      #expect(headings == (1...9).map { "\($0)" }, "\(columns)")
    }
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
    #expect(floats[1]["lateFinish"].text == "2024-05-31T16:00")
    let last = json["activities"][id: "rail.track"]["lastReading"]["floatsTo"]
    #expect(last[1]["totalFloatMinutes"].number == 41 * 480)
  }

  @Test func `nothing comes that was not asked for`() throws {
    let dates = try run("harbour.yaml", "--json").output
    for field in ["floatsTo", "floats\": {", "drag\": {", "criticality", "path\": {", "path\": null", "paths\": {"] {
      #expect(!dates.contains("\"" + field), "\(field)")
    }
    let drag = try run("ladder.yaml", "--drag").output
    #expect(!drag.contains("Placed"))
    #expect(!drag.contains("Independent"))
  }

  @Test func `every float has its column, and every link its own`() throws {
    let run = try run("ladder.yaml", "--floats")
    #expect(
      run.lines.prefix { !$0.hasPrefix("paint") }.joined(separator: "\n") == """
        Ladder

        No project
            Total, start  Total, finish  Free  Interfering  Independent  Safety
            ────────────  ─────────────  ────  ───────────  ───────────  ──────
        rails
                     0 d            0 d   0 d          0 d          0 d     0 d
            → rungs (FF): 0 d
        rungs
                     0 d            0 d   0 d          0 d          0 d     0 d
            → paint (SS): 0 d; → done: 1 d
        scaffold
                     3 d            3 d   3 d          0 d          3 d     3 d
            → paint: 3 d
        """)
    #expect(!run.output.contains("read at the first"))
  }

  @Test func `a negative drag is explained`() throws {
    let run = try run("ladder.yaml", "--drag")
    #expect(run.status == 0)
    #expect(
      run.lines.prefix { !$0.hasPrefix("Drag:") }.joined(separator: "\n") == """
        Ladder

        No project
             Drag  End without it  How critical
            ─────  ──────────────  ────────────
        rails
             5 ed  2024-01-17      normal
        rungs
            −4 ed  2024-01-26      reverse
        paint
             3 ed  2024-01-19      normal

        2 other activities have no drag.
        """)
    let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("So a longer activity can shorten the plan"))
    #expect(text.contains("Reverse: longer brings the end forward, shorter delays it."))
    #expect(!text.contains("wait for the next working time"))
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
        No.  Activity  Start       Finish      Float
        ───  ────────  ──────────  ──────────  ─────
          1  rails     2024-01-08  2024-01-19    0 d
          2  rungs     2024-01-16  2024-01-19    0 d
          3  paint     2024-01-16  2024-01-22    0 d
          4  done                  2024-01-22   0 ed

        Path 2, float 3 d, joins path 1 at scaffold → paint:
        No.  Activity  Start       Finish      Float
        ───  ────────  ──────────  ──────────  ─────
          1  scaffold  2024-01-08  2024-01-10    3 d

        Float in working days (d) or calendar days (ed) to done.

        """)
    let one = try self.run("ladder.yaml", "--paths", "1", "--to", "done").output
    #expect(one.contains("1 of 2 paths to done, the tightest first:"))
    #expect(!one.contains("scaffold"))
  }

  @Test func `the float of a path is by the option`() throws {
    let folder = try TemporaryFolder(["harbour.yaml": calmHarbour])
    func float(_ option: String...) throws -> Int? {
      let call = ["schedule", "harbour.yaml", "--paths", "9", "--to", "rail.open", "--json"] + option
      let json = try JSON(milepost(call, in: folder.path).output)
      #expect(json["paths"]["count"].number == 6)
      #expect(json["activities"][id: "quay.piles"]["path"]["number"].number == 5)
      #expect(json["activities"][id: "rail.signals"]["path"]["order"].number == 2)
      #expect(json["paths"]["by"].text == option.last ?? "free-float")
      return json["paths"]["first"][4]["floatMinutes"].number
    }
    #expect(try float() == 31 * 480)
    #expect(try float("--paths-by", "total-float") == 32 * 480)
  }

  /// At the first days one of two imprecise dates drives, at the last days the other.
  @Test func `paths are told for each reading where they differ`() throws {
    let folder = try TemporaryFolder([
      "p.yaml": """
      milepost: 1
      name: P
      activities:
        a: { milestone: finish, planned: 2024-02-10/2024-02-11 }
        b: { milestone: finish, planned: 2024-02-01/2024-02-20 }
        live: { milestone: finish, after: [a, b] }
      """
    ])
    let call = ["schedule", "p.yaml", "--paths", "2", "--to", "live"]
    let run = try milepost(call, in: folder.path)
    #expect(run.output.contains("2 paths to live, read at the first days, the tightest first:"))
    #expect(run.output.contains("2 paths to live, read at the last days, the tightest first:"))
    let json = try JSON(milepost(call + ["--json"], in: folder.path).output)
    #expect(json["paths"]["first"][0]["activities"].texts == ["a", "live"])
    #expect(json["paths"]["last"][0]["activities"].texts == ["b", "live"])
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
