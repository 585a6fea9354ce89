import Foundation
import Testing

@Suite struct `Slip` {
  private let asked = ["--scenario", "plan-b", "--scenario", "release-1-1-juni"]

  @Test func `of release 1.1 by six weeks is told for the AMK plans`() throws {
    let run = try milepost(
      ["slip", Built.portfolio] + asked + ["--change", "amk-interregional.release-1-1 +6ew"],
      environment: ["COLUMNS": "200"])
    #expect(run.status == 0)
    #expect(
      run.output.contains(
        "– Oppstart systemintegrasjonstest (SIT) flytter seg 02.06.2023 … 01.07.2023 → 14.07.2023 … 12.08.2023 (+6 uker): Release 1.1 +6 uker. [amk-hso.sit-start]"
      ))
    #expect(
      run.output.contains(
        /Akseptansetest \(amk-hso.acceptance-test\) +05.10.2023 … 03.11.2023 +16.11.2023 … 15.12.2023 +\+6 uker\n/))
    #expect(run.output.contains(/Akseptansetest +Oppstart AMK Bergen +\+6 uker +87,4 d +6 uker +0 d\n/))
    #expect(
      run.output.contains("+6 uker inn fra Akseptansetest, alt tatt opp (koblingens slakk 87,4 d → 45,4 d)"))
    #expect(run.output.contains("◐ mål januar 2024: holder → betinget"))
    #expect(run.output.contains("4 av 101 flytter seg, i 2 prosjekter; 2 nås uten å flytte seg; 95 nås ikke."))
    #expect(run.output.contains("– dato for Release 1.1: juni 2023 (forutsatt): rapporten gir ingen dato"))
  }

  @Test func `in working units is read by the calendar, and says so`() throws {
    let arguments = ["slip", Built.portfolio] + asked + ["--change", "amk-interregional.release-1-1 +6w"]
    let run = try milepost(arguments, environment: ["COLUMNS": "200"])
    #expect(run.output.contains("amk-interregional.release-1-1 +6w (lest etter kalenderen: +42 d (6 uker))"))
    let json = try JSON(milepost(arguments + ["--json"]).output)
    let elapsed = try JSON(
      milepost(["slip", Built.portfolio] + asked + ["--change", "amk-interregional.release-1-1 +6ew", "--json"]).output)
    let moves = [json, elapsed].map { $0["moved"].list.map { $0["movedMinutes"]["first"].number } }
    #expect(moves[0] == moves[1])
    #expect(moves[0] == Array(repeating: 42 * 1440, count: 4))
  }

  @Test(arguments: ["+6ew", "-2ew", "duration +2w", "planned=2023-08"])
  func `accounts for every move exactly`(change: String) throws {
    let id = change.hasPrefix("duration") ? "amk-hso.acceptance-test" : "amk-interregional.release-1-1"
    let json = try JSON(
      milepost(["slip", Built.portfolio] + asked + ["--change", "\(id) \(change)", "--json"]).output)
    #expect(!json["moved"].list.isEmpty)
    for row in json["moved"].list + json["held"].list {
      for reading in ["first", "last"] {
        let ledger = row["ledger"][reading]
        let moved = row["movedMinutes"][reading].number
        #expect(ledger["totalMinutes"].number == moved, "\(row["id"].text ?? "")")
        #expect(ledger["entries"].list.compactMap { $0["minutes"].number }.reduce(0, +) == moved)
      }
    }
    let all = try JSON(milepost("schedule", Built.portfolio, "--json").output)["activities"].list.count
    #expect(json["moved"].list.count + json["held"].list.count + (json["unreached"].number ?? 0) == all)
  }

  @Test func `is absorbed by float where there is any`() throws {
    let folder = try TemporaryFolder(["site.yaml": site])
    let run = try milepost(
      "slip", "site.yaml", "--change", "form +1ed", environment: ["COLUMNS": "120"], in: folder.path)
    #expect(run.status == 0)
    #expect(run.output.contains("No milestone moves."))
    #expect(run.output.contains(/Formwork \(form\) +2024-01-09 +2024-01-10 +\+1 d\n/))
    #expect(run.output.contains("+1 d in from Formwork, all absorbed (float of the link 1 d → 0 d)"))
    #expect(run.output.contains("Reached, but stays:"))
    #expect(run.output.contains("1 of 4 moves; 2 are reached without moving; 1 is not reached."))
    let json = try JSON(milepost("slip", "site.yaml", "--change", "form +1ed", "--json", in: folder.path).output)
    #expect(json["moved"].list.map { $0["id"].text } == ["form"])
    #expect(json["moved"][0]["floatMinutesBefore"].number == 480)
    #expect(json["moved"][0]["floatMinutesAfter"].number == 0)
    #expect(json["held"].list.map { $0["id"].text } == ["pour", "done"])
    #expect(json["assumptions"][0]["fact"].text == "form +1ed")
    #expect(json["assumptions"][0]["basis"].text == "what-if")
    #expect(json["assumptions"][0]["place"].text == "--change 1:0:1")
  }

  @Test func `past a window says what is absorbed before it and what it adds`() throws {
    let folder = try TemporaryFolder([
      "site.yaml": """
      milepost: 1
      name: Site
      start: 2024-01-01
      windows:
        golive: { name: March go-live, open: [2024-01-15, 2024-03-04/2024-03-10] }
      activities:
        release: { milestone: start, planned: 2024-01-02 }
        room: { milestone: start, planned: 2024-01-06 }
        test: { duration: 5ed, calendar: 24h, after: [release, room] }
        live: { milestone: start, name: Go-live, window: golive, after: [test] }
      """
    ])
    let call = ["slip", "site.yaml", "--change", "release +6ew"]
    let run = try milepost(call, environment: ["COLUMNS": "240"], in: folder.path)
    #expect(
      run.output.contains(
        "– Go-live moves 2024-01-15 → 2024-03-04 (+7 w): release +6 w, of which 4 d absorbed before test and 4 d before Go-live; the March go-live window adds 15 d. [live]"
      ), "\(run.output)")
    let nb = try milepost(call + ["--language", "nb"], environment: ["COLUMNS": "240"], in: folder.path)
    #expect(nb.output.contains("hvorav 4 d tas opp før test og 4 d før Go-live; vinduet March go-live legger til 15 d"))
  }

  @Test(arguments: ["sequential", "shapley"])
  func `of several things at once is shared among them, and the shares add up`(method: String) throws {
    let changes = ["amk-interregional.release-1-1 +20ew", "amk-hso.acceptance-test duration +2w"]
    let call =
      ["slip", Built.portfolio] + asked + changes.flatMap { ["--change", $0] } + ["--shares", method]
    let json = try JSON(milepost(call + ["--json"]).output)
    #expect(json["sharing"]["method"].text == method)
    #expect(json["sharing"]["orders"].isNull)
    for row in json["moved"].list {
      for reading in ["first", "last"] {
        let shares = row["shares"][reading].list
        #expect(shares.map { $0["change"].text } == changes)
        #expect(shares.compactMap { $0["minutes"].number }.reduce(0, +) == row["movedMinutes"][reading].number)
      }
    }
    let text = try milepost(call + ["--language", "en"], environment: ["COLUMNS": "200"]).output
    #expect(text.contains("Shares: all of amk-interregional.release-1-1 +20ew"))
    #expect(text.contains("(alone 0 d) = +") || method == "sequential")
  }

  @Test func `passes on by every link what is not absorbed`() throws {
    let json = try JSON(
      milepost(["slip", Built.portfolio] + asked + ["--change", "amk-interregional.release-1-1 +20ew", "--json"]).output
    )
    var links = 0
    for row in json["moved"].list + json["held"].list {
      for link in row["links"]["first"].list {
        links += 1
        let parts = ["slipIn", "lagAdded", "absorbed", "slipOut"].map { link["\($0)Minutes"].number ?? 0 }
        #expect(parts[0] + parts[1] - parts[2] == parts[3], "\(row["id"].text ?? "")")
      }
      for group in ["ledgerByActivity", "ledgerByProject"] {
        let sum = row[group]["first"].list.compactMap { $0["minutes"].number }.reduce(0, +)
        #expect(sum == row["movedMinutes"]["first"].number)
      }
    }
    #expect(links >= 6)
  }

  @Test func `of nothing that matters says that nothing moves`() throws {
    let folder = try TemporaryFolder(["site.yaml": site])
    let run = try milepost("slip", "site.yaml", "--change", "done target=2024-02-01", in: folder.path)
    #expect(run.status == 0)
    #expect(run.output.contains("Nothing moves."))
  }

  @Test(arguments: [
    (
      ["--change", "amk-interregional.release-1-1 +6w"],
      """
      --change 1, column 1: error[slip-undated]: 'amk-interregional.release-1-1' has no date that could slip
        help: assume one first, for example --change 'amk-interregional.release-1-1 planned=2023-06'

      """
    ),
    (
      ["--change", "amk-hso.forecast-report +6w"],
      """
      --change 1, column 1: error[slip-actual]: 'amk-hso.forecast-report' has happened and cannot slip
        help: to correct history, set 'actual'

      """
    ),
    (
      [],
      """
      slip: error[bad-argument]: slip needs at least one --change
        help: for example --change 'amk-interregional.release-1-1 +6ew'

      """
    ),
  ])
  func `of what cannot slip is refused with help`(arguments: [String], problems: String) throws {
    let run = try milepost(["slip", Built.portfolio] + arguments)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.problems == problems)
  }

  @Test func `under plans that exclude each other is refused`() throws {
    for verb in ["slip", "schedule", "graph", "check"] {
      let change = verb == "slip" ? ["--change", "amk-hso.acceptance-test +1w"] : []
      let run = try milepost([verb, Built.portfolio, "--scenario", "plan-a", "--scenario", "plan-b"] + change)
      #expect(run.status == 2)
      #expect(run.output == "")
      #expect(run.problems.contains("error[exclusive-scenarios]"), "\(verb): \(run.problems)")
    }
  }
}
