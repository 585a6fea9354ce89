import Testing

@Suite struct `Check` {
  @Test func `a sound plan is summed up on standard output, with exit status 0`() throws {
    let folder = try TemporaryFolder(["site.yaml": site])
    let run = try milepost("check", "site.yaml", in: folder.path)
    #expect(run.status == 0)
    #expect(run.problems == "")
    #expect(run.output.hasPrefix("Site\n"))
    #expect(run.output.contains("The plan can be computed: 0 warnings and 0 notes."))
    #expect(run.output.contains("1 milestone, 0 with a stated date"))
    #expect(run.output.contains("3 activities, 3 with a duration"))
  }

  @Test func `the real portfolio is sound and its counts are those of its files`() throws {
    let run = try milepost("check", Built.portfolio)
    #expect(run.status == 0)
    #expect(run.problems == "")
    #expect(run.output.contains("per 30. april 2023"))
    #expect(run.output.contains("11 prosjekter"))
    #expect(run.output.contains("7 scenarioer"))
  }

  @Test func `every problem is told at once, with its place`() throws {
    let folder = try TemporaryFolder([
      "site.yaml": """
      milepost: 1
      name: Site
      activities:
        dig: { duraton: 3d }
        pour: { duration: 3x, after: [dgi] }
        done: { milestone: finish, planned: 31. juni 2023 }
      """
    ])
    let run = try milepost("check", "site.yaml", in: folder.path)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.problems.contains("site.yaml:4:10: error[unknown-key]"))
    #expect(run.problems.contains("did you mean 'duration'?"))
    #expect(run.problems.contains("site.yaml:5:21: error[bad-quantity]"))
    #expect(run.problems.contains("error[unknown-activity]: no activity is called 'dgi'; did you mean 'dig'?"))
    #expect(run.problems.contains("error[bad-date]"))
    #expect(run.problems.contains("\n  help: "))
  }

  @Test func `a cycle is printed whole, with the place of each link`() throws {
    let folder = try TemporaryFolder([
      "site.yaml": """
      milepost: 1
      name: Site
      activities:
        a: { duration: 1d, after: [c] }
        b: { duration: 1d, after: [a] }
        c: { duration: 1d, after: [b] }
      """
    ])
    let run = try milepost("check", "site.yaml", in: folder.path)
    #expect(run.status == 2)
    #expect(run.problems.contains("error[cycle]: 'a' waits for itself: a → b → c → a"))
    for line in 4...6 { #expect(run.problems.contains("site.yaml:\(line):")) }
    #expect(run.problems.contains("also: "))
  }

  @Test func `warnings stand one to a line with their places`() throws {
    let folder = try TemporaryFolder(["site.yaml": warned])
    let run = try milepost("check", "site.yaml", in: folder.path)
    #expect(run.status == 0)
    for code in [
      "overdue", "undated-predecessor", "actual-after-status-date", "unsourced", "soft-link-violated",
      "stated-critical",
    ] {
      #expect(run.lines.contains { $0.hasPrefix("  site.yaml:") && $0.contains("warning[\(code)]") }, "\(code)")
    }
    #expect(run.output.contains("'late' was planned for 2024-01-02"))
    #expect(run.output.contains("'promised' has a date but waits for 'unknown', which has none"))
    #expect(run.output.contains("the soft link promised → early is violated by at least 20 days"))
    #expect(run.output.contains("'loose' is stated critical, and has 49 ed of float"))
    #expect(run.lines.count { $0.contains("actual-after-status-date") } == 1)
  }

  @Test func `relations that run in circles are notes`() throws {
    let folder = try TemporaryFolder([
      "plan.yaml": """
      milepost: 1
      name: Portfolio
      projects:
        a: { name: A }
        b: { name: B }
      relations:
        - { from: a, to: b, source: x }
        - { from: b, to: a, source: x }
      """
    ])
    let run = try milepost("check", "plan.yaml", "--require", "no-warnings", in: folder.path)
    #expect(run.status == 0)
    #expect(run.output.contains("note[relation-cycle]: projects wait for each other: a → b → a"))
    #expect(try milepost("check", "plan.yaml", "--require", "no-notes", in: folder.path).status == 1)
  }

  @Test func `gaps that nobody has read are notes`() throws {
    let folder = try TemporaryFolder([
      "plan.yaml": """
      milepost: 1
      name: P
      status-date: 2023-04-30
      source: x
      activities:
        a: { milestone: start, planned: 2023-11 }
        b: { milestone: start, planned: 2024-01 }
        c: { milestone: start, planned: 2024-03 }
      links:
        - { from: a, to: b, gap: unknown }
        - { from: b, to: c, gap: buffer }
      """
    ])
    let run = try milepost("check", "plan.yaml", "--require", "no-warnings", in: folder.path)
    #expect(run.status == 0)
    #expect(run.lines.count { $0.contains("note[unknown-gap]") } == 1)
    #expect(run.output.contains("nothing says whether the gap a → b is work or buffer"))
    #expect(try milepost("check", "plan.yaml", "--require", "no-unknown-gap", in: folder.path).status == 1)
  }

  /// The days of a violation: for sure, perhaps, and without an upper limit.
  @Test func `violated soft links tell by how much`() throws {
    func finding(_ from: String, _ to: String) throws -> String? {
      let folder = try TemporaryFolder([
        "p.yaml": """
        milepost: 1
        name: P
        status-date: 2023-04-30
        activities:
          a: { milestone: finish\(from) }
          b: { milestone: start, planned: \(to) }
        links: [{ from: a, to: b, strength: soft }]
        """
      ])
      let run = try milepost("check", "p.yaml", in: folder.path)
      let line = run.lines.first { $0.contains("[soft-link-violated]") }
      return line?.split(separator: ": ", maxSplits: 1).last.map {
        String($0).replacing("soft-link-violated", with: "")
      }
    }
    #expect(
      try finding(", planned: 2023-06-10", "2023-06-01") == "warning[]: the soft link a → b is violated by 10 days")
    #expect(
      try finding(", planned: 2023-06", "2023-06-15") == "note[]: the soft link a → b may be violated, by up to 16 days"
    )
    #expect(
      try finding(", planned: 2023-07", "2023-06") == "warning[]: the soft link a → b is violated by 2 to 61 days")
    #expect(try finding(", planned: 2023-05", "2023-06-15") == nil)
  }

  @Test func `a requirement that is not met gives exit status 1 and is named`() throws {
    let folder = try TemporaryFolder(["site.yaml": warned])
    let all = try milepost("check", "site.yaml", "--require", "no-warnings", in: folder.path)
    #expect(all.status == 1)
    #expect(all.output.hasSuffix("The requirement no-warnings is not met.\n"))
    #expect(try milepost("check", "site.yaml", "--require", "no-overdue", in: folder.path).status == 1)
    #expect(try milepost("check", "site.yaml", "--require", "no-cycle", in: folder.path).status == 0)
    #expect(try milepost("check", "site.yaml", "--require", "no-rain", in: folder.path).status == 2)
  }

  @Test func `facts without a source are counted whole and listed in part`() throws {
    let activities = (1...60).map { "  a\($0): { duration: 1d }" }.joined(separator: "\n")
    let folder = try TemporaryFolder(["p.yaml": "milepost: 1\nname: P\nactivities:\n\(activities)\n"])
    let run = try milepost("check", "p.yaml", in: folder.path)
    #expect(run.output.contains("Without a source: 60"))
    #expect(run.output.contains("60 facts without a source or a reason"))
    #expect(run.output.contains("… and 20 more (--json has all)"))
  }

  /// A plan with one warning of each kind.
  private var warned: String {
    """
    milepost: 1
    name: Site
    status-date: 2024-01-07
    activities:
      unknown: { milestone: start }
      late: { milestone: finish, planned: 2024-01-02 }
      promised: { milestone: finish, planned: 2024-02-01, after: [unknown] }
      happened: { milestone: finish, actual: 2024-03-01 }
      early: { milestone: start, planned: 2024-01-13 }
      loose: { duration: 3ed, planned: 2024-01-10, stated-critical: yes }
    links:
      - { from: promised, to: early, strength: soft }
    """
  }

  @Test(arguments: [
    ("nb", ["1 milepæl, 1 med", "1 dato er en nedre grense", "1 hard kobling og 0 myke eller samtidige, 0 av dem"]),
    ("en", ["1 milestone, 1 with", "1 date is a lower bound", "1 hard link and 0 soft or co, 0 of them"]),
  ])
  func `counts one thing in the singular`(language: String, parts: [String]) throws {
    let folder = try TemporaryFolder([
      "p.yaml": """
      milepost: 1
      name: P
      status-date: 2024-01-01
      activities:
        dig: { duration: 1d, planned: 2024-02-01 }
        pour: {}
        go: { milestone: finish, planned: 2024-03-01 }
      links:
        - { from: dig, to: pour }
      """
    ])
    let run = try milepost("check", "p.yaml", "--language", language, in: folder.path)
    #expect(run.status == 0, "\(run.problems)")
    for part in parts { #expect(run.output.contains(part), "\(part) in \(run.output)") }
  }
}
