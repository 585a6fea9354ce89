import Foundation
import Testing

@Suite struct `Schedule` {
  @Test func `a plan comes out as a table`() throws {
    let folder = try TemporaryFolder(["site.yaml": site])
    let run = try milepost("schedule", "site.yaml", environment: ["COLUMNS": "130"], in: folder.path)
    #expect(run.status == 0)
    #expect(run.problems == "")
    let table = run.lines.dropFirst(2).prefix { !$0.isEmpty }.joined(separator: "\n")
    #expect(
      table == """
        No project
            Id and name  Stated  Start       Placed      Logic       Float  Driver      Basis
        ──  ───────────  ──────  ──────────  ──────────  ──────────  ─────  ──────────  ──────
        !>  dig          –       2024-01-08  2024-01-10  –             0 d  plan start  stated
            Dig
            form         –       2024-01-08  2024-01-09  –             1 d  plan start  stated
            Formwork
        !>  pour         –       2024-01-11  2024-01-11  2024-01-11    0 d  link        stated
            Pour
        !>  done         –                   2024-01-14  2024-01-14   0 ed  link        stated
            Slab done
        """)
  }

  @Test func `dates that differ by reading, and lower bounds, are shown as such in both languages`() throws {
    let norwegian = try milepost("schedule", Built.portfolio, "--scenario", "plan-a", "--project", "amk-hso")
    #expect(norwegian.status == 0)
    #expect(norwegian.output.contains("ikke før"))
    #expect(norwegian.output.contains("januar 2024"))
    #expect(norwegian.output.contains("venter på amk-hso.regional-infrastructure"))
    let english = try milepost(
      "schedule", Built.portfolio, "--scenario", "plan-a", "--project", "amk-hso", "--language", "en")
    #expect(english.output.contains("not before"))
    #expect(english.output.contains("2024-01-31"))
    #expect(english.output.contains("waits for amk-hso.regional-infrastructure"))
    #expect(english.output.contains("As of 30 April 2023") || english.output.contains("as of 30 April 2023"))
  }

  @Test(arguments: [80, 100, 140])
  func `the tables fit the terminal`(columns: Int) throws {
    let run = try milepost(
      "schedule", Built.portfolio, "--scenario", "plan-a", environment: ["COLUMNS": String(columns)])
    // No letter of the portfolio is wider or narrower than one column.
    for line in run.lines { #expect(line.count <= columns, "\(line)") }
  }

  @Test(arguments: ["nb", "en"])
  func `reasons and requirements fit the terminal too`(language: String) throws {
    let run = try milepost(
      "schedule", Built.portfolio, "--scenario", "plan-a", "--why", "bergen-start", "--require",
      "bergen-start <= januar 2024", "--language", language, environment: ["COLUMNS": "80"])
    #expect(run.status == 1)
    #expect(run.lines.contains { $0.hasPrefix("       ") })
    for line in run.lines { #expect(line.count <= 80, "\(line)") }
  }

  @Test func `ids are never cut`() throws {
    let long = String(repeating: "very-", count: 30) + "long"
    let folder = try TemporaryFolder(["p.yaml": "milepost: 1\nname: P\nactivities:\n  \(long): { duration: 1d }\n"])
    for columns in ["40", "200"] {
      let run = try milepost("schedule", "p.yaml", environment: ["COLUMNS": columns], in: folder.path)
      #expect(run.output.contains(long))
    }
  }

  @Test func `a what-if change moves dates and is shown with the answer`() throws {
    let folder = try TemporaryFolder(["site.yaml": site])
    let run = try milepost(
      "schedule", "site.yaml", "--change", "pour +7ed", "--change", "dig duration=5d", in: folder.path)
    #expect(run.status == 0)
    #expect(run.output.contains("With: pour +7ed; dig duration=5d"))
    #expect(run.output.contains("what-if"))
    #expect(run.output.contains("2024-01-22"))
  }

  @Test func `why tells the chain of reasons in sentences`() throws {
    let folder = try TemporaryFolder(["site.yaml": site])
    let run = try milepost("schedule", "site.yaml", "--why", "done", in: folder.path)
    #expect(
      run.output == """
        Slab done (done): 14 January 2024
        What places the date is stated, and so is all it may rest on.

        What places the date:
          1. Slab done (done), 2024-01-14
             Can be reached when Pour is finished, 2024-01-11, plus 3 calendar days. [stated: drawings]
          2. Pour (pour), 2024-01-11
             Can begin when Dig is finished, 2024-01-10. [stated: drawings]
             Waits 16 h for the next working time.
             Takes 1 working day. [stated: drawings]
          3. Dig (dig), 2024-01-08 – 2024-01-10
             Begins at the start of the plan.
             Waits 8 h for the next working time.
             Takes 3 working days. [stated: drawings]

        """)
  }

  @Test func `why shows the logic behind a stated date`() throws {
    let run = try milepost(
      "schedule", Built.portfolio, "--scenario", "plan-b", "--scenario", "release-1-1-juni", "--why", "oslo-start")
    #expect(run.status == 0)
    #expect(run.output.contains("Står på oppgitt dato: februar 2024. [oppgitt: T1-2023 §3.1.2, §4.2.5]"))
    #expect(run.output.contains("Med koblingene alene ville Oppstart AMK Oslo (amk-hso.oslo-start) stått 1. januar"))
    #expect(
      run.output.contains("  1. Oppstart AMK Oslo (amk-hso.oslo-start)\n     Kan nås når Oppstart AMK Bergen er nådd"))
    #expect(run.output.contains("Release 1.1 (amk-interregional.release-1-1)"))
    #expect(run.output.contains("[forutsatt: rapporten gir ingen dato;"))
  }

  @Test func `why goes on behind a stated date that only the past leads to`() throws {
    let run = try milepost(
      "schedule", Built.portfolio, "--scenario", "release-1-1-juni", "--why", "release-1-1",
      environment: ["COLUMNS": "120"])
    #expect(
      run.output.contains(
        "Det Release 1.1 (amk-interregional.release-1-1) ventet på, har skjedd, og sier ikke når den selv kommer:"))
    #expect(!run.output.contains("–:"))
  }

  /// The end of a day and the beginning of the next are one moment, so that a milestone between two activities changes
  /// nothing; a finish milestone is shown by the day that ends, so it may seem to come before a start it waits for.
  @Test func `why says that midnight belongs to two days`() throws {
    let folder = try TemporaryFolder([
      "p.yaml": """
      milepost: 1
      name: P
      activities:
        begun: { milestone: start, planned: 2024-02-01 }
        approved: { milestone: finish, after: [begun] }
        next: { milestone: start, after: [approved] }
      """
    ])
    let run = try milepost("schedule", "p.yaml", "--why", "next", in: folder.path)
    #expect(run.output.contains("next: 1 February 2024"))
    #expect(run.output.contains("approved, 2024-01-31"))
    let sentence = "It is the same moment: the end of 2024-01-31 is the beginning of 2024-02-01."
    #expect(run.output.components(separatedBy: sentence).count == 3)
    let norwegian = try milepost("schedule", "p.yaml", "--why", "approved", "--language", "nb", in: folder.path)
    #expect(
      norwegian.output.contains("Det er samme øyeblikk: slutten av 31.01.2024 er begynnelsen av 01.02.2024."))
  }

  @Test func `why leaves out the work that a link from the start does not wait for, and names what has no length`()
    throws
  {
    let folder = try TemporaryFolder([
      "p.yaml": """
      milepost: 1
      name: P
      start: 2024-01-08
      activities:
        dig: { duration: 5d }
        form: { after: [dig SS+1d] }
        pour: { duration: 1d, after: [form] }
      """
    ])
    let run = try milepost("schedule", "p.yaml", "--why", "pour", in: folder.path)
    #expect(run.output.contains("Its duration is unknown and counts as nothing."))
    #expect(run.output.contains("Can begin when dig has begun, 2024-01-08, plus 1 working day (start–start)."))
    #expect(!run.output.contains("Takes 5 working days"))
  }

  @Test func `why tells own slips and windows`() throws {
    let folder = try TemporaryFolder([
      "p.yaml": """
      milepost: 1
      name: P
      status-date: 2024-01-07
      windows:
        weekend: { days: [saturday, sunday] }
      activities:
        ready: { milestone: start, planned: 2024-01-10 }
        live: { milestone: start, window: weekend, after: [ready] }
      """
    ])
    let run = try milepost("schedule", "p.yaml", "--why", "live", "--change", "live +6ew", in: folder.path)
    #expect(run.output.contains("Own slip: 42 d. [what-if]"))
    #expect(run.output.contains("Waits 3 d for the next opening of the window weekend."))
    #expect(run.output.contains("live: 24 February 2024"))
  }

  @Test func `float is to a named milestone on request`() throws {
    let folder = try TemporaryFolder(["site.yaml": site])
    let run = try milepost("schedule", "site.yaml", "--to", "pour", "--json", in: folder.path)
    let activities = try activities(run.output)
    #expect(activities["dig"]?["totalFloatMinutes"] as? Int == 0)
    #expect(activities["form"]?["totalFloatMinutes"] as? Int == 480)
    #expect(activities["done"]?["totalFloatMinutes"] is NSNull)
    #expect(activities["done"]?["floatTo"] is NSNull)
    #expect(activities["form"]?["floatTo"] as? String == "pour")
  }

  /// Projects in a ring, each waiting for the one before: no activity waits for itself, but every project reaches all.
  private func ring(of count: Int) -> String {
    let projects = (0..<count).map {
      "  p\($0):\n    activities:\n      make: { duration: 2d }\n      take: { duration: 1d }\n"
    }
    let links = (0..<count).map { "  - { from: p\($0).make, to: p\(($0 + 1) % count).take }\n" }
    return "milepost: 1\nname: Ring\nstart: 2024-01-08\nprojects:\n\(projects.joined())links:\n\(links.joined())"
  }

  @Test(arguments: [(64, false), (65, true)])
  func `float in a large group of projects says that it is to the nearest end`(count: Int, isToGroup: Bool) throws {
    let folder = try TemporaryFolder(["ring.yaml": ring(of: count)])
    let run = try milepost("schedule", "ring.yaml", "--project", "p7", in: folder.path)
    #expect(run.status == 0)
    let text = run.lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(text.contains("(ed) to the end of its own project.") == !isToGroup)
    #expect(text.contains("(ed) to the nearest end in its group of projects that reach each other.") == isToGroup)
    let norwegian = try milepost("schedule", "ring.yaml", "--language", "nb", in: folder.path).lines
      .joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(norwegian.contains("(ed) til nærmeste slutt i gruppen av prosjekter som når hverandre.") == isToGroup)
    let json = try activities(milepost("schedule", "ring.yaml", "--json", in: folder.path).output)
    #expect(json["p7.make"]?["floatTo"] is NSNull == isToGroup)
    #expect(json["p7.make"]?["totalFloatMinutes"] as? Int == (isToGroup ? 0 : 1440))
    let to = try milepost("schedule", "ring.yaml", "--to", "p8.take", in: folder.path)
    #expect(to.output.contains("(ed) to p8.take."))
  }

  @Test func `JSON gives each activity every field, both readings where they differ`() throws {
    let run = try milepost("schedule", Built.portfolio, "--scenario", "plan-a", "--json")
    let activities = try activities(run.output)
    let bergen = try #require(activities["amk-interregional.bergen-start"])
    #expect(bergen["startDate"] as? String == "2023-11-01")
    #expect((bergen["lastReading"] as? [String: Any])?["startDate"] as? String == "2023-11-30")
    #expect(bergen["asStated"] as? String == "november 2023")
    #expect(bergen["bound"] as? String == "lower")
    #expect(
      bergen["waitsFor"] as? [String] == ["amk-hso.regional-infrastructure", "amk-interregional.release-1-1"])
    #expect(bergen["driver"] as? String == "planned")
    #expect(bergen["drivenBasis"] as? String == "stated")
    #expect(bergen["basis"] as? String == "unknown")
    let done = try #require(activities["amk-interregional.release-1-0"])
    #expect(done["state"] as? String == "done")
    #expect(done["lastReading"] is NSNull)
  }

  @Test func `a required date gives exit status 1 unless it holds for sure`() throws {
    let folder = try TemporaryFolder([
      "p.yaml": """
      milepost: 1
      name: P
      start: 2024-01-08
      activities:
        test: { duration: 5ed..10ed..20ed }
        live: { milestone: finish, after: [test] }
        other: {}
        last: { milestone: finish, after: [live, other] }
      """
    ])
    func run(_ requirement: String) throws -> (Int32, String) {
      let run = try milepost("schedule", "p.yaml", "--require", requirement, in: folder.path)
      return (run.status, run.output.split(separator: "\n").last.map(String.init) ?? "")
    }
    #expect(try run("live <= 2024-01-27") == (0, "Requirement live <= 2024-01-27: ✓ holds (2024-01-12 … 2024-01-27)"))
    #expect(try run("live <= 2024-01-26") == (1, "Requirement live <= 2024-01-26: ◐ depends (2024-01-12 … 2024-01-27)"))
    #expect(try run("live <= 2024-01-11") == (1, "Requirement live <= 2024-01-11: ✗ fails (2024-01-12 … 2024-01-27)"))
    #expect(
      try run("last <= 2024-03")
        == (1, "Requirement last <= 2024-03: ? unknown (not before 2024-01-12 … 2024-01-27)"))
    #expect(try milepost("schedule", "p.yaml", "--require", "live 2024", in: folder.path).status == 2)
    #expect(try milepost("schedule", "p.yaml", "--require", "live <= soon", in: folder.path).status == 2)
  }

  private func activities(_ json: String) throws -> [String: [String: Any]] {
    let document = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let list = document?["activities"] as? [[String: Any]] ?? []
    return Dictionary(uniqueKeysWithValues: list.map { ($0["id"] as? String ?? "", $0) })
  }
}
