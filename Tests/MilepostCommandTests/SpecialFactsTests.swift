import Foundation
import Testing

/// What is wrong with facts other than links and dates: broken, idle or impossible ones.
@Suite struct `Facts that cannot hold or move nothing` {
  private let loop = """
    milepost: 1
    name: Loop
    source: drawing
    start: 2024-01-08
    activities:
      a: { duration: 1d }
      b: { duration: 5d, after: [a] }
      c: { duration: 1d, after: [b] }
    links:
      - { from: a, to: c, max: 2d }
    """
  private var wide: String { loop.replacingOccurrences(of: "max: 2d", with: "max: 5d") }

  @Test(arguments: ["check", "schedule"])
  func `maximal lags that no dates meet are refused with their members and the excess`(verb: String) throws {
    let folder = try TemporaryFolder(["p.yaml": loop])
    let run = try milepost(verb, "p.yaml", in: folder.path)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(
      run.problems == """
        p.yaml:7:30: error[infeasible-maximum]: no dates meet the longest lags of a → b → c → a: each turn adds 3d
          also: p.yaml:8:30
          also: p.yaml:10:5
          help: raise a 'max', shorten an activity or drop one of these links

        """)
    #expect(try milepost(verb, "p.yaml", "--change", "b duration=2d", in: folder.path).status == 0)
  }

  @Test func `scheduling from the finish needs a date to finish by`() throws {
    let folder = try TemporaryFolder([
      "p.yaml": """
      milepost: 1
      name: P
      options:
        schedule-from: finish
      activities:
        a: { duration: 1d }
      """
    ])
    let run = try milepost("schedule", "p.yaml", in: folder.path)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.problems.contains("error[missing-key]: scheduling from the finish needs 'must-finish-by'"))
  }

  @Test func `a broken maximal lag is a finding of check and a warning of schedule`() throws {
    let folder = try TemporaryFolder(["p.yaml": harbour])
    let warning =
      "p.yaml:36:5: warning[maximum-broken]: the longest lag of quay.survey → quay.cranes is exceeded by 53d"
    let check = try milepost("check", "p.yaml", in: folder.path)
    #expect(check.output.contains("Longest lags that do not hold: 1\n  \(warning)\n  help: "))
    #expect(check.problems == "")
    let norwegian = try milepost("check", "p.yaml", "--language", "nb", in: folder.path)
    #expect(norwegian.output.contains("Lengste avstander som ikke holder: 1"))
    #expect(try milepost("check", "p.yaml", "--require", "no-maximum-broken", in: folder.path).status == 1)
    for arguments in [[], ["--json"], ["--floats"], ["--why", "cranes"]] {
      let run = try milepost(["schedule", "p.yaml"] + arguments, in: folder.path)
      #expect(run.status == 0)
      #expect(run.problems.hasPrefix(warning))
      #expect(!run.output.contains("warning"))
    }
  }

  @Test func `check counts summaries and hammocks apart, and does not miss their durations`() throws {
    let folder = try TemporaryFolder(["p.yaml": harbour])
    let run = try milepost("check", "p.yaml", in: folder.path)
    #expect(run.output.contains("  10 activities, 10 with a duration; 2 summaries or hammocks\n"))
    let json = try JSON(milepost("check", "p.yaml", "--json", in: folder.path).output)["summary"]
    #expect(json["spans"].number == 2)
    #expect(json["activities"].number == 10)
  }

  @Test func `check lists facts that move nothing`() throws {
    let folder = try TemporaryFolder([
      "p.yaml": """
      milepost: 1
      name: P
      source: drawing
      start: 2024-01-08
      activities:
        live: { milestone: finish, expected-finish: 2024-02-01 }
        all: { summary: yes, planned: 2024-02-01 }
        p: { part-of: all, duration: 2d, as-late-as-possible: yes, expected-finish: 2024-01-20 }
        q: { part-of: all, duration: 2d, suspend: 2024-01-10 }
        crane: { hammock: yes, deadline: 2024-03-01, after: [p] }
      links:
        - { from: p, to: q, strength: soft, max: 20d }
      """
    ])
    let run = try milepost("check", "p.yaml", in: folder.path)
    let found = run.lines.filter { $0.contains("moves no date: ") }.compactMap { line in
      line.firstRange(of: "]: ").map { String(line[$0.upperBound...]) }
    }
    #expect(
      found == [
        "'expected-finish' of 'live' moves no date: only work has one",
        "'as-late-as-possible' of 'p' moves no date: it has an expected finish",
        "'suspend' of 'q' moves no date: it is not under way",
        "'planned' of 'all' moves no date: a summary spans its parts",
        "'deadline' of 'crane' moves no date: a hammock spans what it is linked to",
        "'max' of p → q moves no date: only hard links schedule",
      ])
    #expect(run.output.contains("Facts that move nothing: 6\n"))
    let norwegian = try milepost("check", "p.yaml", "--language", "nb", in: folder.path)
    #expect(norwegian.output.contains("Opplysninger som ikke flytter noe: 6"))
  }

  @Test func `check lists what is said of something that cannot have it`() throws {
    let folder = try TemporaryFolder([
      "p.yaml": """
      milepost: 1
      name: P
      source: drawing
      start: 2024-01-08
      status-date: 2024-01-09
      windows:
        weekends: { days: [saturday, sunday] }
      activities:
        p: { duration: 2d, remaining: 1d, window: weekends }
        q: { part-of: p, duration: 2d, pin-start: 2024-01-15, as-late-as-possible: yes }
        r: { duration: 2d, actual-start: 2024-01-08, as-late-as-possible: yes }
        m: { milestone: finish, remaining: 1d }
      links:
        - { from: p, to: m, max-only: yes }
        - { from: q, to: m, lag: 1d, max: 20d, max-only: yes }
      """
    ])
    let run = try milepost("check", "p.yaml", in: folder.path)
    let found = run.lines.filter { $0.contains("moves no date: ") }.compactMap { line in
      line.firstRange(of: "]: ").map { String(line[$0.upperBound...]) }
    }
    #expect(
      Set(found) == [
        "'remaining' of 'p' moves no date: it is not under way",
        "'window' of 'p' moves no date: windows are for milestones",
        "'part-of' of 'q' moves no date: 'p' is not a summary",
        "'as-late-as-possible' of 'q' moves no date: it is pinned",
        "'as-late-as-possible' of 'r' moves no date: it has begun",
        "'remaining' of 'm' moves no date: only work has any",
        "'max-only' of p → m moves no date: it has no 'max'",
        "'lag' of q → m moves no date: 'max-only' says that there is no least lag",
      ])
  }

  @Test func `a profile that is not computed yet is refused`() throws {
    let folder = try TemporaryFolder(["p.yaml": "milepost: 1\nname: P\noptions: { profile: msp }\n"])
    let run = try milepost("schedule", "p.yaml", in: folder.path)
    #expect(run.status == 2)
    #expect(run.problems.contains("error[not-a-choice]"))
  }

  @Test func `check asks for the source of every date that moves something`() throws {
    let folder = try TemporaryFolder(["p.yaml": harbour.replacingOccurrences(of: "source: contract\n", with: "")])
    let run = try milepost("check", "p.yaml", in: folder.path)
    for fact in [
      "expected-finish of 'quay.survey'", "suspend of 'quay.piles'", "resume of 'quay.piles'",
      "external-early-start of 'rail.track'", "must-finish-by of 'rail'", "must-finish-by of 'Harbour terminal'",
    ] {
      #expect(run.output.contains("\(fact) is stated without a source"), "\(fact)")
    }
  }

  @Test func `floats say what date they are to`() throws {
    let folder = try TemporaryFolder([
      "p.yaml": harbour, "q.yaml": harbour.replacingOccurrences(of: "must-finish-by: 2024-07-31\n", with: ""),
    ])
    func note(_ plan: String) throws -> String {
      let run = try milepost("schedule", plan, in: folder.path)
      return run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    #expect(try note("p.yaml").contains("(ed) to the date that its project must finish by."))
    #expect(
      try note("q.yaml").contains(
        "(ed) to the end of its own project or to the date that its project must finish by."))
  }

  @Test(arguments: [
    (["--paths", "0", "--to", "c"], "--paths: error[bad-argument]: '0' is no number of paths"),
    (["--paths", "1001", "--to", "c"], "--paths: error[bad-argument]: '1001' is no number of paths"),
    (["--paths", "-1", "--to", "c"], "error[bad-argument]: "),
    (["--paths", "many", "--to", "c"], "error[bad-argument]: "),
    (["--paths", "3"], "--paths: error[bad-argument]: paths need an end"),
    (["--paths", "3", "--to", "x"], "--to: error[unknown-activity]: no activity is called 'x'"),
    (["--to", "c", "--to", "x"], "--to 2: error[unknown-activity]: no activity is called 'x'"),
    (["--paths-by", "free-float"], "--paths-by: error[bad-argument]: no paths are asked for"),
    (["--paths", "3", "--to", "c", "--paths-by", "float"], "error[bad-argument]: "),
    (["--why", "c", "--floats"], "--why: error[bad-argument]: --why answers alone"),
    (["--drag", "--change", "c -> a"], "error[cycle]"),
  ])
  func `calls that ask for the impossible are refused`(arguments: [String], problem: String) throws {
    let folder = try TemporaryFolder(["p.yaml": wide])
    let run = try milepost(["schedule", "p.yaml"] + arguments, in: folder.path)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.problems.contains(problem), "\(run.problems)")
  }

  @Test func `an end named twice is one end`() throws {
    let folder = try TemporaryFolder(["p.yaml": wide])
    let once = try milepost("schedule", "p.yaml", "--to", "c", in: folder.path).output
    #expect(try milepost("schedule", "p.yaml", "--to", "c", "--to", "c", in: folder.path).output == once)
  }
}
