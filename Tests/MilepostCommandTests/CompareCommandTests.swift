import Foundation
import Testing

@Suite struct `Compare` {
  // MARK: The real portfolio

  /// What the report says of both plans, and what is computed from it.
  @Test func `of the AMK plans tells two months for Bergen, one for Oslo, and the gap between them`() throws {
    let json = try JSON(milepost("compare", Built.portfolio, "plan-a", "plan-b", "--json").output)
    let bergen = json["activities"][id: "amk-interregional.bergen-start"]
    let oslo = json["activities"][id: "amk-hso.oslo-start"]
    #expect(numbers(bergen["statedDifference"]) == [2, 32, 91, 61])
    #expect(numbers(oslo["statedDifference"]) == [1, 1, 59, 31])
    #expect(bergen["stated"].list.map { $0["words"].text } == ["november 2023", "januar 2024"])
    #expect(bergen["stated"].list.map { $0["key"].text } == ["planned", "planned"])
    #expect(bergen["differenceMinutes"]["first"].number == 61 * 1440)
    #expect(bergen["differenceMinutes"]["last"].number == 62 * 1440)
    let gap = json["gaps"][0]
    #expect([gap["from"].text, gap["to"].text] == ["amk-interregional.bergen-start", "amk-hso.oslo-start"])
    #expect(gap["stated"].list.map { $0["months"].number } == [2, 1])
    #expect(gap["gap"].text == "unknown")
    #expect(json["plans"][0]["statedVerdict"]["is"].text == "not-realistic")
    #expect(json["plans"][1]["statedVerdict"].isNull)
  }

  @Test func `without an assumed release 1.1 no verdict is given, but what plan A needs in any case`() throws {
    let json = try JSON(milepost("compare", Built.portfolio, "plan-a", "plan-b", "--json").output)
    let bergen = json["activities"][id: "amk-interregional.bergen-start"]
    #expect(bergen["verdict"].list.map { $0["is"].text } == ["unknown", "unknown"])
    #expect(bergen["bound"].texts == ["lower", "lower"])
    #expect(bergen["basis"].texts == ["unknown", "unknown"])
    let needs = bergen["verdict"].list.map { $0["breakEvens"][id: "amk-interregional.release-1-1"]["atWorst"].text }
    #expect(needs == ["2023-05-24", "2023-07-23"])
    let text = try milepost("compare", Built.portfolio, "plan-a", "plan-b", environment: ["COLUMNS": "200"]).output
    #expect(
      text.contains("plan-a trenger Regional infrastruktur og sentrale integrasjoner og Release 1.1 innen 24. mai 2023")
    )
    #expect(text.contains("rapportens egen vurdering: ikke realistisk (T1-2023 §3.1.2)"))
    #expect(text.contains("mål: ? 2 ukjente"))
    #expect(text.contains("Avstand Oppstart AMK Bergen → Oppstart AMK Oslo: 2 måneder → 1 måned"))
    #expect(text.contains("+2 måneder (32–91 d)"))
    #expect(text.contains("+1 måned (1–59 d)"))
  }

  @Test func `with an assumption the verdict rests on it, and the assumption is listed with its reason`() throws {
    let arguments = ["compare", Built.portfolio, "plan-a", "plan-b", "--scenario", "release-1-1-juni"]
    let json = try JSON(milepost(arguments + ["--json"]).output)
    let bergen = json["activities"][id: "amk-interregional.bergen-start"]
    #expect(bergen["verdict"].list.map { $0["is"].text } == ["unknown", "holds"])
    #expect(bergen["verdict"][0]["waitsFor"].texts == ["amk-hso.regional-infrastructure"])
    for plan in json["plans"].list {
      let assumed = plan["assumptions"].list.first {
        $0["fact"].text == "amk-interregional.release-1-1 planned=juni 2023"
      }
      #expect(assumed?["basis"].text == "assumed")
      #expect(assumed?["because"].text?.hasPrefix("rapporten gir ingen dato") == true)
      #expect(assumed?["place"].text?.contains("release-1-1-juni.yaml:") == true)
    }
    let text = try milepost(arguments, environment: ["COLUMNS": "200"]).output
    #expect(text.contains("dato for Release 1.1: juni 2023 (forutsatt): rapporten gir ingen dato"))
    #expect(text.contains("Begge med: release-1-1-juni"))
    #expect(text.contains("✓ holder: senest 31. januar 2024"))
  }

  @Test func `without names takes the alternatives of the only choice`() throws {
    let named = try milepost("compare", Built.portfolio, "plan-a", "plan-b")
    #expect(try milepost("compare", Built.portfolio).output == named.output)
  }

  @Test(arguments: [[], ["--scenario", "release-1-1-juni"], ["--ignore-planned"]])
  func `accounts for every difference exactly`(arguments: [String]) throws {
    let json = try JSON(milepost(["compare", Built.portfolio, "plan-a", "plan-b", "--json"] + arguments).output)
    var explained = 0
    for row in json["activities"].list {
      for reading in ["first", "last"] {
        guard let difference = row["differenceMinutes"][reading].number else { continue }
        for kind in ["byChange", "byPath"] {
          let ledger = row["ledger"][kind][reading]
          #expect(ledger["totalMinutes"].number == difference, "\(row["id"].text ?? "") \(kind)")
          #expect(ledger["entries"].list.compactMap { $0["minutes"].number }.reduce(0, +) == difference)
          if difference != 0 { explained += 1 }
        }
      }
    }
    #expect(explained > 0)
  }

  @Test func `its page stands alone`() throws {
    let folder = try TemporaryFolder()
    let run = try milepost("compare", Built.portfolio, "plan-a", "plan-b", "-o", "page.html", in: folder.path)
    #expect(run.status == 0)
    let page = try #require(folder.text("page.html"))
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    #expect(page.contains("2 måneder (32–91 d)"))
    #expect(page.contains("ikke realistisk"))
    #expect(externalReferences(in: page) == [])
    // No address at all, but the name of the SVG language.
    #expect(!page.replacing("http://www.w3.org/2000/svg", with: "").contains("://"))
  }

  // MARK: Small plans

  @Test func `of a small plan tells dates, drivers and the cause of the difference`() throws {
    let folder = try TemporaryFolder(["p.yaml": builders])
    let run = try milepost("compare", "p.yaml", "base", "slow", environment: ["COLUMNS": "120"], in: folder.path)
    #expect(run.status == 0)
    #expect(run.problems == "")
    let table = """
        Slab done (done)
                  base                                    slow                                 Difference
                  ──────────────────────────────────────  ───────────────────────────────────  ──────────
          Stated  –                                       –                                    –
          Placed  2024-01-12                              2024-01-16                           +4 d
          Logic   2024-01-12                              2024-01-16                           +4 d
          Target  ✓ holds: at the latest 12 January 2024  ✗ fails: not before 16 January 2024
          Basis   stated                                  assumed
      """
    for line in table.split(separator: "\n") { #expect(run.lines.contains(String(line.dropFirst(2))), "\(line)") }
    #expect(run.output.contains("– first days: duration of Dig (3 working days → 5 working days): +4 d\n"))
    #expect(run.output.contains("– duration of Dig: 5 working days (assumed): rain"))
  }

  @Test func `shows only the milestones asked for, and all of them on request`() throws {
    let one = try milepost("compare", Built.portfolio, "plan-a", "plan-b", "--milestone", "oslo-start").output
    #expect(one.contains("(amk-hso.oslo-start)"))
    #expect(!one.contains("(amk-interregional.bergen-start)"))
    let all = try milepost("compare", Built.portfolio, "plan-a", "plan-b", "--all").output
    #expect(all.contains("(amk-interregional.release-1-0)"))
  }

  @Test(arguments: ["nb", "en"])
  func `fits the terminal`(language: String) throws {
    let run = try milepost(
      "compare", Built.portfolio, "plan-a", "plan-b", "--all", "--language", language, environment: ["COLUMNS": "80"])
    #expect(run.status == 0)
    for line in run.lines { #expect(line.count <= 80, "\(line)") }
  }

  // MARK: Wrong calls

  @Test func `of a plan with itself finds no difference`() throws {
    let run = try milepost("compare", Built.portfolio, "plan-a", "plan-a")
    #expect(run.status == 0)
    #expect(run.output.contains("Begge sider er den samme planen."))
    let json = try JSON(milepost("compare", Built.portfolio, "plan-a", "plan-a", "--json").output)
    #expect(json["activities"].list.allSatisfy { ($0["differenceMinutes"]["first"].number ?? 0) == 0 })
  }

  @Test(arguments: [
    (
      ["plan-a"],
      "compare: error[bad-argument]: compare takes two scenarios, not 1\n  help: for example: milepost compare"
    ),
    (["plan-a", "plan-b", "base"], "compare: error[bad-argument]: compare takes two scenarios, not 3"),
    (
      ["plan-a", "plan-c"], "the second scenario: error[unknown-scenario]: no scenario is called 'plan-c'; did you mean"
    ),
    (["x", "plan-b"], "the first scenario: error[unknown-scenario]: no scenario is called 'x'"),
    (
      ["plan-a", "plan-b", "--milestone", "olso-start"],
      "--milestone: error[unknown-activity]: no activity is called 'olso-start'; did you mean 'amk-hso.oslo-start'?"
    ),
    (
      ["plan-a", "plan-b", "--scenario", "plan-a"],
      "error[exclusive-scenarios]: 'plan-a' and 'plan-b' exclude each other"
    ),
  ])
  func `refuses what makes no two plans`(sides: [String], problem: String) throws {
    let run = try milepost(["compare", Built.portfolio] + sides)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.problems.contains(problem), "\(run.problems)")
  }

  @Test func `refuses a plan without scenarios and says so`() throws {
    let folder = try TemporaryFolder(["site.yaml": site])
    let run = try milepost("compare", "site.yaml", in: folder.path)
    #expect(run.status == 2)
    #expect(run.problems.contains("the plan has no scenarios yet"))
  }

  private func numbers(_ span: JSON) -> [Int?] {
    ["months", "leastDays", "mostDays", "firstToFirstDays"].map { span[$0].number }
  }

  private let builders = """
    milepost: 1
    name: Builders
    source: drawings
    start: 2024-01-08
    default-calendar: weekdays
    activities:
      dig: { name: Dig, duration: 3d }
      pour: { name: Pour, duration: 2d, after: [dig] }
      done: { name: Slab done, milestone: finish, after: [pour], target: 2024-01-12 }
    scenarios:
      slow:
        because: rain
        changes: ["dig duration=5d"]
    """
}

/// Everything in a page that a browser would fetch.
func externalReferences(in page: String) -> [String] {
  let patterns = [
    #"<(script|link|iframe|object|embed|base)\b[^>]*"#, #"\bsrc\s*=\s*["'][^"']*"#, #"@import[^;]*"#,
    #"url\(\s*["']?[^#)"'][^)]*\)"#, #"<(image|use)\b[^>]*href\s*=\s*["'][^#"'][^"']*"#,
  ]
  return patterns.flatMap { pattern in
    guard let regex = try? NSRegularExpression(pattern: pattern, options: .caseInsensitive) else { return [pattern] }
    return regex.matches(in: page, range: NSRange(page.startIndex..., in: page)).compactMap {
      Range($0.range, in: page).map { String(page[$0]) }
    }
  }
}
