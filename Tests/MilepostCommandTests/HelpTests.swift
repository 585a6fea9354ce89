import Testing

private let verbs = ["check", "schedule", "slip", "compare", "graph", "convert", "needs", "simulate"]

@Suite struct `Help` {
  @Test func `the version is a number`() throws {
    let run = try milepost("--version")
    #expect(run.status == 0)
    #expect(run.output.firstMatch(of: /^\d+\.\d+\.\d+\n$/) != nil)
  }

  @Test(arguments: [["help"], ["--help"], []])
  func `names the verbs and the exit statuses`(arguments: [String]) throws {
    let run = try milepost(arguments)
    #expect(run.status == 0)
    #expect(run.problems == "")
    for word in ["Examples:", "Exit status"] { #expect(run.output.contains(word)) }
    for verb in verbs {
      #expect(run.output.contains("  milepost \(verb) portfolio"), "\(verb)")
      #expect(run.output.contains(try Regex("\n  \(verb) +[A-Z]")), "\(verb)")
    }
    #expect(run.output.contains("--change 'amk-interregional.release-1-1 +6ew'"))
  }

  @Test(arguments: verbs)
  func `of a verb has examples`(verb: String) throws {
    let run = try milepost("help", verb)
    #expect(run.status == 0)
    #expect(run.output.contains("Examples:\n  milepost \(verb) portfolio"))
    #expect(run.output.contains("--scenario <name>"))
    #expect(try milepost(verb, "--help").output == run.output)
  }

  /// Every example that the help gives must work on the real portfolio; with fewer futures where it draws as many as usual.
  @Test(arguments: verbs + [""])
  func `has examples that work`(verb: String) throws {
    let folder = try TemporaryFolder()
    _ = try shell("cp -r \(Built.portfolio) portfolio", in: folder.path)
    let help = try milepost(["help"] + (verb.isEmpty ? [] : [verb]), environment: ["COLUMNS": "80"]).output
    let lines = help.replacing(try Regex(#"\\\n +"#), with: "").split(separator: "\n")
    let examples = lines.filter { $0.hasPrefix("  milepost \(verb)") && !$0.contains("<") }
    #expect(examples.count >= 3)
    for example in examples {
      var call = example.replacing("milepost", with: "$MILEPOST", maxReplacements: 1).description
      let draws = [" simulate ", " --simulate", " --probability", " --criticality"].contains { call.contains($0) }
      if draws, !call.contains("--iterations") { call += " --iterations 1024" }
      let run = try shell(call, in: folder.path)
      #expect(run.status < 2, "\(example): \(run.problems)")
    }
  }

  /// A line too long for the terminal was broken before its backslash, and what followed was no part of the example.
  @Test(arguments: verbs + ["merge", ""])
  func `has examples that can be copied from 80 columns`(verb: String) throws {
    let help = try milepost(["help"] + (verb.isEmpty ? [] : [verb]), environment: ["COLUMNS": "80"])
    #expect(help.lines.contains("Examples:"))
    #expect(!help.lines.contains { $0.replacing(" ", with: "") == "\\" })
  }

  @Test(arguments: [
    ["schedul"], ["schedule"], ["schedule", "p", "--chnage", "x"], ["check", "p", "--language", "de"],
    ["check", "a", "b"], ["graph", "p", "--format", "gif"], ["graph", "p", "--steps", "-1"],
    ["schedule", "p", "--treat-soft", "softer"], ["slip"],
  ])
  func `a wrong call is told on standard error with exit status 2`(arguments: [String]) throws {
    let run = try milepost(arguments)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.problems.hasPrefix("error[bad-argument]: "))
    #expect(run.problems.contains("\n  help: run 'milepost help"))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completion scripts can be made`(name: String) throws {
    let run = try milepost("--generate-completion-script", name)
    #expect(run.status == 0)
    #expect(run.output.contains("milepost"))
    for verb in verbs { #expect(run.output.contains(verb), "\(verb)") }
  }

  /// Neither the plan nor the file of an answer was completed: only names of options and verbs were.
  @Test(arguments: [
    ("schedule port", ["portfolio"]), ("check portfolio/ch", ["portfolio/choices.yaml"]),
    ("schedule portfolio -o port", ["portfolio"]),
    ("schedule portfolio --scenario plan", ["plan-a", "plan-b"]), ("compare portfolio plan-a ba", ["base"]),
    ("schedule portfolio --why amk-hso.oslo", ["amk-hso.oslo-start"]),
    ("needs portfolio --interfaces --project erp", ["erp-regional", "erp-sykehusapotekene"]),
    ("simulate portfolio --json --to amk-interregional.b", ["amk-interregional.bergen-start"]),
    ("schedule nothing-here --scenario p", []), ("graph portfolio --level m", ["milestones"]),
  ])
  func `bash completes files, and names of the plan`(call: String, found: [String]) throws {
    let folder = try TemporaryFolder()
    _ = try shell(
      "cp -r \(Built.portfolio) portfolio; \"$MILEPOST\" --generate-completion-script bash > c; ln -s \"$MILEPOST\" milepost",
      in: folder.path)
    let script = #"""
      source ./c
      PATH=$PWD:$PATH
      COMP_WORDS=(milepost $1) COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 )) COMP_LINE="milepost $1" COMP_POINT=${#COMP_LINE}
      _milepost milepost "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
      printf '%s\n' "${COMPREPLY[@]}"
      """#
    try folder.write("run", script)
    let run = try shell("bash run '\(call)'", in: folder.path)
    #expect(run.lines.filter { !$0.isEmpty }.sorted() == found, "\(run.problems)")
  }
}
