import Foundation
import Testing

@Suite struct `Needs command` {
  private let wide = ["COLUMNS": "200"]

  @Test func `tells by when release 1.1 must come for plan A and for plan B`() throws {
    for (plan, days) in [
      ("plan-a", ["2023-05-24", "2023-07-27", "2023-08-24"]), ("plan-b", ["2023-07-23", "2023-09-24", "2023-10-22"]),
    ] {
      let run = try milepost("needs", Built.portfolio, "--scenario", plan, "--for", "bergen-start", "--json")
      #expect(run.status == 0)
      let answer = try JSON(run.output)
      let last = answer["needs"]["activities"][id: "amk-interregional.release-1-1"]["finish"]["last"]
      #expect([last["atWorst"].text, last["likely"].text, last["atBest"].text] == days)
      #expect(answer["needs"]["is"].text == "unknown")
      #expect(answer["needs"]["waitsFor"].texts.contains("amk-interregional.release-1-1"))
      #expect(answer["tolerance"].isNull && answer["collisions"].isNull)
    }
  }

  @Test func `stating release 1.1 on that day keeps plan A, and the day after does not`() throws {
    for (day, word) in [("2023-07-27", "holds"), ("2023-07-28", "fails")] {
      let run = try milepost(
        "schedule", Built.portfolio, "--scenario", "plan-a", "--json", "--require", "bergen-start <= 2023-11-30",
        "--change", "drop amk-hso.regional-infrastructure -> amk-hso.sit-start",
        "--change", "amk-interregional.release-1-1 planned=\(day)", "--change", "amk-hso.integration-test duration=40d",
        "--change", "amk-hso.acceptance-test duration=50d", "--change",
        "amk-interregional.bergen-start planned=2023-11-01")
      #expect(try JSON(run.output)["requirements"][0]["verdict"].text == word)
    }
  }

  @Test func `says what the plan does not say`() throws {
    let run = try milepost(
      ["needs", Built.portfolio, "--scenario", "plan-a", "--for", "bergen-start"], environment: wide)
    #expect(run.output.contains("? ukjent: venter på Regional infrastruktur og sentrale integrasjoner og Release 1.1"))
    #expect(run.output.contains("med lange varigheter: 24. mai 2023 eller før – da må"))
    #expect(
      run.output.contains(
        "Det planen ikke sier:\n  – Regional infrastruktur og sentrale integrasjoner: mangler dato og varighet"))
    #expect(run.output.contains("  – Release 1.1: mangler dato"))
    let english = try milepost(
      ["needs", Built.portfolio, "--scenario", "plan-a", "--for", "bergen-start", "--language", "en"], environment: wide
    )
    #expect(english.output.contains("with high durations: 24 May 2023 or before – by then"))
    #expect(english.output.contains("What the plan does not say:"))
  }

  @Test func `of a quarter are answered for its first and its last day`() throws {
    let run = try milepost(
      ["needs", Built.portfolio, "--for", "dp-vv-oppstart", "--by", "2. kvartal 2024"], environment: wide)
    #expect(run.output.contains("01.04.2024 … 30.06.2024"))
    #expect(run.output.contains("Oppstart LVMS, Vestre Viken: stanset, ny dato er ikke kjent"))
  }

  @Test func `the point of no return of a plan that is late already has passed`() throws {
    let run = try milepost(
      [
        "needs", Built.portfolio, "--scenario", "plan-a", "--scenario", "infrastructure-assumed", "--for",
        "bergen-start",
      ],
      environment: wide)
    #expect(run.output.contains(", som er passert – da må Regional infrastruktur og sentrale integrasjoner ha begynt"))
  }

  @Test func `tolerances of the OUS part for LVMS 4.11 are told in days`() throws {
    let run = try milepost(
      ["needs", Built.portfolio, "--tolerance", "--for", "lvms-ous-histologi-cytologi"], environment: wide)
    #expect(run.output.contains("LVMS 4.11 i stabil drift [lvms-411.lvms-411-stabil]"))
    let json = try JSON(
      milepost("needs", Built.portfolio, "--tolerance", "--for", "lvms-ous-histologi-cytologi", "--json").output)
    let cell = json["tolerance"]["deliverables"][id: "lvms-411.lvms-411-stabil"]["tolerances"][0]
    let moves = try #require(cell["movesMinutes"]["first"].number)
    for (more, isMoved) in [(0, false), (1, true)] {
      let slip = try JSON(
        milepost("slip", Built.portfolio, "--json", "--change", "lvms-411.lvms-411-stabil +\(moves + more)em").output)
      let row = (slip["moved"].list + slip["held"].list).first {
        $0["id"].text == "patologi-lvms-34.lvms-ous-histologi-cytologi"
      }
      #expect((row?["movedMinutes"]["first"].number != 0) == isMoved)
    }
  }

  @Test func `the matrix has a column for each milestone and fits the terminal`() throws {
    for width in [60, 80, 120] {
      let run = try milepost(
        ["needs", Built.portfolio, "--scenario", "plan-b", "--scenario", "release-1-1-juni", "--tolerance"],
        environment: ["COLUMNS": "\(width)"])
      #expect(run.status == 0)
      #expect(run.output.contains("(1) Oppstart AMK Oslo, mål februar 2024"))
      #expect(run.lines.allSatisfy { $0.count <= width }, "\(run.lines.first { $0.count > width } ?? "")")
    }
  }

  @Test func `a slip of four weeks brings STHF to the day of Vestre Viken`() throws {
    let change = ["--change", "epj-modernisering.epj-arena-sthf-betanien +4ew"]
    for (arguments, word, days) in [([], "none", 28), (["--within", "28"], "certain", 28), (change, "certain", 0)] {
      let run = try milepost(["needs", Built.portfolio, "--collisions", "--json"] + arguments)
      let pair = try #require(
        JSON(run.output)["collisions"]["pairs"].list.first {
          Set([$0["first"].text, $0["second"].text])
            == ["epj-modernisering.epj-arena-sthf-betanien", "epj-modernisering.epj-arena-vv"]
        })
      #expect(pair["is"].text == word)
      #expect(pair["leastDays"].number == days)
    }
  }

  @Test func `kinds of events are told in the language of the answer`() throws {
    for (language, words) in [
      ("nb", "Hendelser av slaget oppstart som deler"), ("en", "Events of kind go-live that share"),
    ] {
      let run = try milepost("needs", Built.portfolio, "--collisions", "--language", language)
      #expect(run.output.contains(words))
    }
  }

  @Test func `the register names risks, need and the target, and leaves open what nobody said`() throws {
    let run = try milepost("needs", Built.portfolio, "--interfaces", "--scenario", "plan-a", "--json")
    let rows = try JSON(run.output)["interfaces"]
    let release = rows[id: "D045"]
    #expect(release["promised"].isNull && release["placed"].isNull && release["floatToMoveMinutes"].isNull)
    #expect(release["needed"]["last"].text == "2023-07-27")
    #expect(release["neededFor"].text == "amk-interregional.bergen-start")
    #expect(rows[id: "D038"]["risks"].texts == ["R7b"])
    #expect(rows[id: "D044"]["refinedBy"].texts == ["D045", "D214"])
    #expect(rows.list.allSatisfy { $0["fromProject"].text != $0["toProject"].text || $0["form"].text == "relation" })
  }

  @Test func `a promise that is overtaken is told`() throws {
    let folder = try TemporaryFolder([
      "portfolio.yaml": smallPortfolio.replacingOccurrences(
        of: "- { from: supplier.release-2, to: hospital.test }",
        with: "- { id: D1, from: supplier.release-2, to: hospital.test, promised: 2023-05-15, risks: [] }")
    ])
    let arguments = ["needs", ".", "--interfaces", "--scenario", "release-in-june"]
    let run = try milepost(arguments, environment: wide, in: folder.path)
    #expect(run.output.contains("! løftet 15. mai 2023 er forbigått: beregnet dato er senere"))
    #expect(
      try JSON(milepost(arguments + ["--json"], in: folder.path).output)["interfaces"][id: "D1"]["stale"].text
        == "overtaken")
  }

  @Test func `whom a change touches is told with three different answers`() throws {
    let run = try milepost(
      [
        "needs", Built.portfolio, "--touched", "--change", "epj-modernisering.epj-arena-vv planned=januar 2024",
      ], environment: wide)
    #expect(run.output.contains("1 av 101 flytter seg, i 1 prosjekt; 0 nås uten å flytte seg; 100 nås ikke."))
    #expect(run.output.contains("– D001 Regional EPJ modernisering → Flere kliniske prosjekter"))
  }

  @Test(arguments: [
    ["--for", "hospital.live"], ["--for", "live", "--by", "november 2023", "--scenario", "release-in-june"],
    ["--for", "live", "--by", "2023-11-30", "--change", "hospital.test duration=5d"], ["--tolerance"],
    ["--tolerance", "--scenario", "release-in-june"], ["--tolerance", "--for", "live"], ["--interfaces"],
    ["--interfaces", "--project", "hospital", "--scenario", "release-in-june"], ["--collisions"],
    ["--collisions", "--within", "2w", "--event", "release"], ["--touched", "--change", "hospital.test duration +1w"],
    ["--for", "live", "--as-of", "2023-04-04"], ["--during", "hospital.test"], ["--frames"], ["--conflicts"],
    ["--conflicts", "--for", "live", "--scenario", "release-in-june"],
    ["--buy", "--for", "live", "--scenario", "release-in-june"],
    ["--buy", "--for", "live", "--scenario", "release-in-june", "--change", "hospital.test duration -1d"],
  ])
  func `fits its schema`(arguments: [String]) throws {
    for (path, folder) in [(".", try TemporaryFolder(["portfolio.yaml": smallPortfolio]))] {
      let run = try milepost(["needs", path, "--json"] + arguments, in: folder.path)
      #expect(run.status == 0, "\(run.problems)")
      #expect(try JSONSchema(named: "needs").problems(in: run.output) == [])
    }
  }

  @Test(arguments: [
    ["--for", "dp-vv-oppstart"],
    ["--scenario", "plan-a", "--scenario", "infrastructure-assumed", "--for", "oslo-start"],
    ["--tolerance", "--scenario", "plan-b", "--scenario", "release-1-1-juni"], ["--interfaces"], ["--collisions"],
    ["--touched", "--change", "lvms-411.lvms-411-stabil +3ew"], ["--frames", "--change", "* cost forecast +4%"],
    ["--touched", "--change", "helselogistikk.hl-styresak-061 +5ew", "--change", "helselogistikk cost run-rate=2"],
    ["--during", "stim.stim-parallelle-leveranser"], ["--collisions", "--site", "vv"],
    ["--for", "oslo-start", "--scenario", "plan-b"],
    [
      "--conflicts", "--scenario", "plan-a", "--scenario", "release-1-1-juni", "--scenario", "infrastructure-assumed",
    ],
    [
      "--buy", "--for", "bergen-start", "--scenario", "plan-a", "--scenario", "release-1-1-juni", "--scenario",
      "infrastructure-assumed",
    ],
  ])
  func `fits its schema and the terminal on the real portfolio`(arguments: [String]) throws {
    let json = try milepost(["needs", Built.portfolio, "--json"] + arguments)
    #expect(try JSONSchema(named: "needs").problems(in: json.output) == [])
    for language in ["nb", "en"] {
      let run = try milepost(
        ["needs", Built.portfolio, "--language", language] + arguments, environment: ["COLUMNS": "80"])
      #expect(run.lines.allSatisfy { $0.count <= 80 }, "\(run.lines.first { $0.count > 80 } ?? "")")
    }
  }

  @Test(arguments: [
    ([], "nothing is asked"),
    (["--tolerance", "--interfaces"], "--tolerance and --interfaces are different questions"),
    (["--for", "live", "--by", "someday"], "someday"), (["--for", "live", "--by", "2023-11-01/.."], "2023-11-01/.."),
    (["--for", "nobody"], "nobody"), (["--for", "release-1"], "'supplier.release-1' has happened"),
    (["--for", "release-2"], "'supplier.release-2' has no target to work back from"),
    (["--by", "2024"], "nothing is asked"), (["--interfaces", "--by", "2024"], "--by says nothing here"),
    (["--for", "live", "--within", "14d"], "--within says nothing here"),
    (["--collisions", "--within=-3d"], "'-3d'"),
    (["--collisions", "--within", "2.5d"], "'2.5d'"), (["--collisions", "--within", "3mo"], "'3mo'"),
    (["--touched"], "--touched needs at least one --change"), (["--interfaces", "--project", "x"], "x"),
    (["--tolerance", "--project", "hospital"], "--project says nothing here"),
    (["--buy"], "--buy needs a milestone"), (["--during", "live"], "'hospital.live' takes no time"),
    (["--during", "nobody"], "nobody"), (["--collisions", "--site", "moon"], "'moon'"),
    (["--frames", "--site", "moon"], "--site says nothing here"),
    (["--frames", "--for", "live"], "--for says nothing here"),
    (["--collisions", "--team", "x"], "'x'"), (["--buy", "--conflicts"], "different questions"),
  ])
  func `refuses what cannot be answered, with help`(arguments: [String], problem: String) throws {
    let folder = try TemporaryFolder(["portfolio.yaml": smallPortfolio])
    let run = try milepost(["needs", "."] + arguments, in: folder.path)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.problems.contains(problem), "\(run.problems)")
    #expect(run.problems.contains("\n  help: "), "\(run.problems)")
  }

  @Test func `has help with examples that work on the real portfolio`() throws {
    let folder = try TemporaryFolder()
    _ = try shell("cp -r \(Built.portfolio) portfolio", in: folder.path)
    let help = try milepost(["help", "needs"], environment: ["COLUMNS": "80"]).output
    let lines = help.replacing(try Regex(#"\\\n +"#), with: "").split(separator: "\n")
    let examples = lines.filter { $0.hasPrefix("  milepost needs") && !$0.contains("<") }
    #expect(examples.count >= 6)
    for example in examples {
      let run = try shell(
        example.replacing("milepost", with: "$MILEPOST", maxReplacements: 1).description, in: folder.path)
      #expect(run.status == 0, "\(example): \(run.problems)")
    }
  }

  @Test func `an empty plan has no collisions, no interfaces and no tolerances`() throws {
    let folder = try TemporaryFolder(["p.yaml": "milepost: 1\nname: P\n"])
    for (question, words) in [
      ("--collisions", "The plan has no events."), ("--interfaces", "No dependencies between projects."),
      ("--tolerance", "No milestone ahead"),
    ] {
      let run = try milepost("needs", "p.yaml", question, in: folder.path)
      #expect(run.status == 0)
      #expect(run.output.contains(words))
      #expect(
        try JSONSchema(named: "needs").problems(
          in: milepost("needs", "p.yaml", question, "--json", in: folder.path).output) == [])
    }
  }
}
