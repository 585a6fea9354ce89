import Foundation
import Testing

/// Whatever is wrong with the input: a diagnostic, exit status 2, and nothing on standard output.
@Suite struct `Bad input` {
  @Test(arguments: [
    ("empty", "", "empty-file"),
    ("blank", "\n\n# only a remark\n", "empty-file"),
    ("bad date", "milepost: 1\nname: P\nactivities:\n  a: { milestone: finish, planned: 2023-02-30 }\n", "bad-date"),
    ("duplicate key", "milepost: 1\nname: P\nname: Q\n", "duplicate-key"),
    ("duplicate id", "milepost: 1\nname: P\nactivities:\n  a: { duration: 1d }\n  a: { duration: 2d }\n", "duplicate"),
    ("unknown key", "milepost: 1\nname: P\nactivites: {}\n", "unknown-key"),
    ("anchors", "milepost: 1\nname: &n P\nsource: *n\n", "yaml-feature"),
    ("syntax", "milepost: 1\nname: [P\n", "yaml-syntax"),
    ("other version", "milepost: 99\nname: P\n", "format-version"),
    (
      "cycle",
      "milepost: 1\nname: P\nactivities:\n  a: { duration: 1d, after: [b] }\n  b: { duration: 1d, after: [a] }\n",
      "cycle"
    ),
  ])
  func `in a file is refused`(what: String, text: String, code: String) throws {
    let folder = try TemporaryFolder(["p.yaml": text])
    for verb in ["check", "schedule"] {
      let run = try milepost(verb, "p.yaml", in: folder.path)
      #expect(run.status == 2, "\(what)")
      #expect(run.output == "", "\(what)")
      #expect(run.problems.contains("error[\(code)"), "\(what): \(run.problems)")
      #expect(run.problems.hasPrefix("p.yaml:"), "\(what): \(run.problems)")
    }
  }

  @Test func `nested without end is refused`() throws {
    let folder = try TemporaryFolder(["p.yaml": "milepost: 1\nname: \(String(repeating: "[", count: 100_000))\n"])
    let run = try milepost("check", "p.yaml", in: folder.path)
    #expect(run.status == 2)
    #expect(run.problems.contains("p.yaml:2:"))
  }

  @Test func `bytes that are not UTF-8 are refused with their place`() throws {
    let folder = try TemporaryFolder()
    try folder.write("p.yaml", Data("milepost: 1\nname: Bl".utf8) + Data([0xE5]) + Data("b\n".utf8))
    let run = try milepost("check", "p.yaml", in: folder.path)
    #expect(run.status == 2)
    #expect(run.problems.hasPrefix("p.yaml:2:9: error[invalid-utf8]"))
  }

  @Test func `a missing file is refused`() throws {
    let run = try milepost("schedule", "no-such-plan.yaml")
    #expect(run.status == 2)
    #expect(run.problems.contains("error[unreadable-file]: cannot read 'no-such-plan.yaml'"))
  }

  @Test func `an unreadable folder is refused`() throws {
    let folder = try TemporaryFolder(["plans/portfolio.yaml": site])
    chmod("\(folder.path)/plans", 0)
    defer { chmod("\(folder.path)/plans", 0o700) }
    let run = try droppingRights("$MILEPOST check plans", in: folder)
    guard let run else { return }
    #expect(run.status == 2)
    #expect(run.problems.contains("error[unreadable-file]"))
    #expect(run.output == "")
  }

  /// A folder that may not be listed was read as an empty one, and its scenarios were gone without a word.
  @Test(arguments: [
    ("scenarios", 0o000, "error[unreadable-file]: cannot read 'plan/scenarios': permission denied"),
    (
      "projects", 0o000,
      "plan/portfolio.yaml:3:10: error[unreadable-file]: cannot read 'plan/projects': permission denied"
    ),
    (
      "projects", 0o444,
      "plan/portfolio.yaml:3:10: error[unreadable-file]: cannot read 'plan/projects/a.yaml': permission denied"
    ),
  ])
  func `a part of the plan that may not be listed is told`(part: String, mode: Int, problem: String) throws {
    let folder = try TemporaryFolder([
      "plan/portfolio.yaml": "milepost: 1\nname: P\ninclude: projects/*.yaml\n",
      "plan/projects/a.yaml": "project: a\nactivities: { x: { duration: 1d } }\n",
      "plan/scenarios/s.yaml": "scenario: s\n",
    ])
    for name in ["", "/plan", "/plan/projects", "/plan/scenarios"] { chmod(folder.path + name, 0o755) }
    for name in ["portfolio.yaml", "projects/a.yaml", "scenarios/s.yaml"] {
      chmod("\(folder.path)/plan/\(name)", 0o644)
    }
    chmod("\(folder.path)/plan/\(part)", mode_t(mode))
    defer { chmod("\(folder.path)/plan/\(part)", 0o755) }
    guard let run = try droppingRights("$MILEPOST check plan", in: folder) else { return }
    #expect(run.status == 2)
    #expect(run.problems == "\(problem)\n  help: check the path and its permissions\n")
  }

  @Test func `unknown scenarios, changes and ids are refused with the nearest name`() throws {
    let folder = try TemporaryFolder(["site.yaml": site])
    func problems(_ arguments: String...) throws -> String {
      let run = try milepost(["schedule", "site.yaml"] + arguments, in: folder.path)
      #expect(run.status == 2)
      #expect(run.output == "")
      return run.problems
    }
    #expect(try problems("--scenario", "plan-c").hasPrefix("--scenario 1: error[unknown-scenario]"))
    #expect(
      try problems("--change", "dig +1w", "--change", "pour + 2w").hasPrefix("--change 2, column 6: error["))
    #expect(
      try problems("--change", "dig -> puor")
        == "--change 1, column 8: error[unknown-activity]: no activity is called 'puor'; did you mean 'pour'?\n")
    #expect(try problems("--change", "pour -> dig").contains("error[cycle]"))
    #expect(try problems("--change", "dig planned=2023-02-30").hasPrefix("--change 1, column 13: error[bad-date]"))
    #expect(
      try problems("--why", "doen")
        == "--why: error[unknown-activity]: no activity is called 'doen'; did you mean 'done'?\n")
    #expect(try problems("--to", "nothing-like-it").hasPrefix("--to: error[unknown-activity]"))
    #expect(try problems("--project", "x").hasPrefix("--project: error[unknown-project]"))
  }

  /// A name of one letter was taken for every other such name.
  @Test func `a name with no letter in common is not suggested`() throws {
    let folder = try TemporaryFolder(["p.yaml": "milepost: 1\nname: P\nactivities:\n  a: { duration: 1d, after: f }\n"])
    let run = try milepost("check", "p.yaml", in: folder.path)
    #expect(run.problems.contains("p.yaml:4:29: error[unknown-activity]: no activity is called 'f'\n"))
  }

  /// It was said not to be there.
  @Test func `a plan file in a folder that may not be entered is denied`() throws {
    let folder = try TemporaryFolder(["closed/p.yaml": site])
    _ = try shell("chmod 755 .; chmod 000 closed", in: folder.path)
    let dropped = try droppingRights("$MILEPOST check closed/p.yaml", in: folder)
    _ = try shell("chmod 755 closed", in: folder.path)
    guard let run = dropped else { return }
    #expect(run.status == 2)
    #expect(run.problems.hasPrefix("error[unreadable-file]: cannot read 'closed/p.yaml': permission denied"))
  }

  @Test func `a name that several activities share must be given in full`() throws {
    let folder = try TemporaryFolder([
      "p.yaml": """
      milepost: 1
      name: P
      projects:
        x:
          activities:
            test: { duration: 1d }
        y:
          activities:
            test: { duration: 1d }
            live: { milestone: finish }
      """
    ])
    let run = try milepost("schedule", "p.yaml", "--why", "test", in: folder.path)
    #expect(run.status == 2)
    #expect(run.problems.contains("x.test, y.test"))
    #expect(try milepost("schedule", "p.yaml", "--why", "live", in: folder.path).status == 0)
  }

  @Test func `names cannot turn what stands behind them`() throws {
    let folder = try TemporaryFolder([
      "p.yaml": """
      milepost: 1
      name: "P\\u202Eq"
      activities:
        a: { duration: 1d, name: "one two\\u202E" }
        b: { duration: 1d, name: "one two", after: a }
      """
    ])
    for verb in ["check", "schedule"] {
      let run = try milepost(verb, "p.yaml", in: folder.path)
      #expect(run.status == 0)
      #expect(!run.output.unicodeScalars.contains("\u{202E}"))
    }
  }

  @Test func `names cannot steer the terminal`() throws {
    let folder = try TemporaryFolder([
      "p.yaml": "milepost: 1\nname: \"A\\e[2Jb\"\nactivities:\n  a: { duration: 1d, name: \"\\e]0;x\\a\" }\n"
    ])
    for verb in ["check", "schedule"] {
      let run = try milepost(verb, "p.yaml", in: folder.path)
      #expect(run.status == 0)
      #expect(!run.output.utf8.contains(0x1B) && !run.output.utf8.contains(0x07))
    }
  }
}

/// Runs a shell line without root's rights; nil where that cannot be done here.
func droppingRights(_ line: String, in folder: TemporaryFolder) throws -> Run? {
  if getuid() != 0 { return try shell(line, in: folder.path) }
  let probe = try shell("setpriv --reuid=65534 --regid=65534 --clear-groups \"$MILEPOST\" --version", in: folder.path)
  guard probe.status == 0 else { return nil }
  return try shell(
    line.replacingOccurrences(
      of: "$MILEPOST", with: "setpriv --reuid=65534 --regid=65534 --clear-groups \"$MILEPOST\""),
    in: folder.path)
}
