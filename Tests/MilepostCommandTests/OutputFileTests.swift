import Foundation
import Testing

/// An answer is written wholly or not at all.
@Suite struct `Output` {
  @Test func `goes to a file on request, the same as to standard output`() throws {
    let folder = try TemporaryFolder(["site.yaml": site])
    let shown = try milepost("schedule", "site.yaml", "--json", in: folder.path)
    let written = try milepost("schedule", "site.yaml", "--json", "-o", "out.json", in: folder.path)
    #expect(written.status == 0)
    #expect(written.output == "")
    #expect(folder.text("out.json") == shown.output)
    #expect(folder.names == ["out.json", "site.yaml"])
  }

  @Test func `replaces an old file and keeps its rights and links to it`() throws {
    let folder = try TemporaryFolder(["site.yaml": site, "real.txt": "old"])
    chmod("\(folder.path)/real.txt", 0o640)
    symlink("real.txt", "\(folder.path)/link.txt")
    #expect(try milepost("check", "site.yaml", "-o", "link.txt", in: folder.path).status == 0)
    #expect(folder.text("real.txt")?.hasPrefix("Site") == true)
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/real.txt")
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(folder.names == ["link.txt", "real.txt", "site.yaml"])
  }

  @Test func `leaves the old file where the input is wrong`() throws {
    let folder = try TemporaryFolder(["site.yaml": "milepost: 1\nnam: x\n", "out.txt": "old"])
    #expect(try milepost("schedule", "site.yaml", "-o", "out.txt", in: folder.path).status == 2)
    #expect(folder.text("out.txt") == "old")
    #expect(folder.names == ["out.txt", "site.yaml"])
  }

  @Test func `is never written over the plan itself`() throws {
    let folder = try TemporaryFolder(["site.yaml": site])
    symlink("site.yaml", "\(folder.path)/link.yaml")
    for name in ["site.yaml", "./site.yaml", "link.yaml"] {
      let run = try milepost("schedule", "site.yaml", "-o", name, in: folder.path)
      #expect(run.status == 2)
      #expect(run.problems.contains("error[cannot-write]: cannot write '\(name)': it is a file of the plan"))
      #expect(folder.text("site.yaml") == site)
    }
  }

  @Test func `to a full device is refused`() throws {
    let folder = try TemporaryFolder(["site.yaml": site])
    for line in ["$MILEPOST schedule site.yaml -o /dev/full", "$MILEPOST schedule site.yaml > /dev/full"] {
      let run = try shell(line, in: folder.path)
      #expect(run.status == 2)
      #expect(run.problems.contains("error[cannot-write]"))
      #expect(run.problems.contains("No space left on device"))
    }
    #expect(try shell("$MILEPOST --version > /dev/full", in: folder.path).status == 2)
  }

  @Test func `to standard output by its device name works`() throws {
    let folder = try TemporaryFolder(["site.yaml": site])
    let run = try shell("$MILEPOST check site.yaml -o /dev/stdout | cat", in: folder.path)
    #expect(run.output.hasPrefix("Site"))
    #expect(run.problems == "")
  }

  /// Opening a pipe for writing waits for a reader, for ever where none comes.
  @Test func `to a pipe works with a reader and is refused without`() throws {
    let folder = try TemporaryFolder(["site.yaml": site])
    #expect(mkfifo("\(folder.path)/pipe", 0o600) == 0)
    let alone = try shell("timeout 20 $MILEPOST check site.yaml -o pipe", in: folder.path)
    #expect(alone.status == 2)
    #expect(
      alone.problems
        == "error[cannot-write]: cannot write 'pipe': nobody reads from this pipe\n  help: nothing was written\n")
    // Holding the pipe open for both ways is a reader that is surely there.
    let read = try shell(
      "exec 3<>pipe; timeout 20 $MILEPOST check site.yaml -o pipe; echo end >&3; timeout 20 sed /end/q <&3",
      in: folder.path)
    #expect(read.output.hasPrefix("Site"))
    #expect(read.problems == "")
    // More than a pipe holds: the writing waits for the reader.
    let long = try shell(
      "timeout 20 cat pipe | wc -c & sleep 0.3; timeout 20 $MILEPOST schedule \(Built.portfolio) --json -o pipe; wait",
      in: folder.path)
    let whole = try milepost("schedule", Built.portfolio, "--json")
    #expect(Int(long.output.filter(\.isNumber)) == whole.output.utf8.count)
    #expect(folder.names == ["pipe", "site.yaml"])
  }

  @Test(arguments: ["real.txt", "sub/real.txt", "second"])
  func `through a link that leads to nothing yet makes what it leads to`(target: String) throws {
    let folder = try TemporaryFolder(["site.yaml": site, "sub/x": ""])
    symlink(target, "\(folder.path)/link.txt")
    symlink("\(folder.path)/sub/far.txt", "\(folder.path)/second")
    #expect(try milepost("check", "site.yaml", "-o", "link.txt", in: folder.path).status == 0)
    #expect(folder.text(target == "second" ? "sub/far.txt" : target)?.hasPrefix("Site") == true)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder.path)/link.txt") == target)
  }

  @Test func `through a link into a missing folder or onto itself is refused`() throws {
    let folder = try TemporaryFolder(["site.yaml": site])
    symlink("none/real.txt", "\(folder.path)/link.txt")
    symlink("loop.txt", "\(folder.path)/loop.txt")
    for name in ["link.txt", "loop.txt"] {
      let run = try milepost("check", "site.yaml", "-o", name, in: folder.path)
      #expect(run.status == 2)
      #expect(run.problems.hasPrefix("error[cannot-write]: cannot write '\(name)': "))
    }
    #expect(folder.names == ["link.txt", "loop.txt", "site.yaml"])
  }

  @Test(arguments: ["missing/out.txt", ".", "site.yaml/out.txt", ""])
  func `to an impossible place is refused`(path: String) throws {
    let folder = try TemporaryFolder(["site.yaml": site])
    let run = try milepost("check", "site.yaml", "-o", path, in: folder.path)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.problems.hasPrefix("error[cannot-write]: cannot write '\(path)': "))
    #expect(run.problems.hasSuffix("  help: nothing was written\n"))
    #expect(folder.names == ["site.yaml"])
  }

  @Test func `to a folder or file without the right to write is refused`() throws {
    let folder = try TemporaryFolder(["site.yaml": site, "closed/old.txt": "old"])
    chmod(folder.path, 0o755)
    chmod("\(folder.path)/site.yaml", 0o644)
    chmod("\(folder.path)/closed", 0o755)
    chmod("\(folder.path)/closed/old.txt", 0o444)
    for name in ["new.txt", "old.txt"] {
      guard let run = try droppingRights("$MILEPOST check site.yaml -o closed/\(name)", in: folder) else { return }
      #expect(run.status == 2)
      #expect(run.problems.contains("error[cannot-write]"))
    }
    #expect(folder.text("closed/old.txt") == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/closed") == ["old.txt"])
  }

  @Test func `on a full disk leaves nothing behind`() throws {
    let folder = try TemporaryFolder(["out.json": "old"])
    // A limit on file sizes stands in for a full disk.
    let run = try shell(
      "trap '' XFSZ; ulimit -f 1; $MILEPOST schedule \(Built.portfolio) --json -o out.json", in: folder.path)
    #expect(run.status == 2)
    #expect(run.problems.contains("error[cannot-write]: cannot write 'out.json'"))
    #expect(folder.text("out.json") == "old")
    #expect(folder.names == ["out.json"])
  }

  /// The verbs with pictures, pages and longer answers write by the same rules.
  @Test(arguments: [
    "slip PLAN --change 'supplier.release-2 planned=2023-06' -o OUT", "compare PLAN base plan-a -o OUT",
    "compare PLAN base plan-a --json -o OUT", "graph PLAN --format svg -o OUT", "graph PLAN --format png -o OUT",
    "graph PLAN --format pdf -o OUT", "graph PLAN --format dot -o OUT",
  ])
  func `of every verb is whole or not there at all`(line: String) throws {
    let folder = try TemporaryFolder(["plan.yaml": smallPortfolio, "closed/old": "old"])
    func call(_ output: String) -> String {
      "$MILEPOST " + line.replacing("PLAN", with: "plan.yaml").replacing("OUT", with: output)
    }
    for (output, problem) in [
      ("/dev/full", "No space left"), ("plan.yaml", "is a file of the plan"), ("none/x", "cannot write 'none/x'"),
    ] {
      let run = try shell(call(output), in: folder.path)
      #expect(run.status == 2)
      #expect(run.output == "")
      #expect(run.problems.contains("error[cannot-write]") && run.problems.contains(problem), "\(run.problems)")
    }
    #expect(folder.text("plan.yaml") == smallPortfolio)
    #expect(folder.names == ["closed", "plan.yaml"])
    chmod(folder.path, 0o755)
    chmod("\(folder.path)/plan.yaml", 0o644)
    chmod("\(folder.path)/closed", 0o755)
    chmod("\(folder.path)/closed/old", 0o444)
    for name in ["new", "old"] {
      guard let run = try droppingRights(call("closed/\(name)"), in: folder) else { break }
      #expect(run.status == 2)
      #expect(run.problems.contains("error[cannot-write]"))
    }
    #expect(folder.text("closed/old") == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/closed") == ["old"])
    let run = try shell(call("out"), in: folder.path)
    #expect(run.status == 0 && run.output == "" && run.problems == "")
    #expect(folder.names == ["closed", "out", "plan.yaml"])
  }

  @Test func `to a reader that went away ends quietly`() throws {
    let folder = try TemporaryFolder()
    let run = try shell(
      "{ $MILEPOST schedule \(Built.portfolio) --json; echo \"status $?\" >&2; } | head -1", in: folder.path)
    #expect(run.output == "{\n")
    #expect(run.problems == "status 0\n")
  }

  @Test func `to a closed descriptor is refused`() throws {
    let folder = try TemporaryFolder(["site.yaml": site])
    let run = try shell("$MILEPOST check site.yaml >&-", in: folder.path)
    #expect(run.status == 2)
    #expect(run.problems.contains("cannot write 'standard output'"))
  }
}
