import Foundation
import Testing

/// `milepost convert`: tables from a plan, both or neither, and nothing lost in silence.
@Suite struct `Convert` {
  @Test func `writes two tables that are read again as the same dates`() throws {
    let folder = try TemporaryFolder([
      "p.yaml": """
      milepost: 1
      activities:
        dig: { name: "=Dig, deep", duration: 3d, planned: 2024-01-08, source: drawings }
        live: { milestone: start, after: dig SS+2d }
      """
    ])
    let run = try milepost("convert", "p.yaml", "--to", "csv", "-o", "out", in: folder.path)
    #expect(run.status == 0 && run.output == "" && run.problems == "", "\(run.problems)")
    #expect(folder.names == ["out", "p.yaml"])
    #expect(
      folder.text("out/activities.csv")
        == "id,name,duration,milestone,planned,source\r\ndig,\"'=Dig, deep\",3d,,2024-01-08,drawings\r\nlive,,,start,,\r\n"
    )
    #expect(folder.text("out/links.csv") == "from,to,type,lag\r\ndig,live,SS,2d\r\n")
    let before = try milepost("schedule", "p.yaml", in: folder.path)
    let after = try milepost("schedule", "out/activities.csv", in: folder.path)
    #expect(after.status == 0)
    #expect(after.lines.contains { $0.contains("=Dig, deep") && !$0.contains("'=") })
    #expect(before.lines.filter { $0.contains("dig") } == after.lines.filter { $0.contains("dig") })
  }

  @Test func `tells by kind and number what tables cannot carry`() throws {
    let folder = try TemporaryFolder()
    let run = try milepost("convert", Built.portfolio, "--to", "csv", "-o", "out", in: folder.path)
    #expect(run.status == 0)
    #expect(run.output == "")
    for kind in [
      "status dates (read the tables with --as-of 2023-04-30) (1)", "scenarios (7)", "relations (", "registers (",
      "risks (10)", "facts about projects (",
    ] {
      #expect(run.problems.contains("warning[unsupported]: CSV cannot carry, and was left out: \(kind)"), "\(kind)")
    }
    #expect(try milepost("check", "out/activities.csv", "--as-of", "2023-04-30", in: folder.path).status == 0)
  }

  @Test func `carries scenarios, and has semicolons and a mark on request`() throws {
    let folder = try TemporaryFolder(["p.yaml": smallPortfolio])
    let run = try milepost(
      "convert", "p.yaml", "--to", "csv", "-o", "out", "--scenario", "release-in-june", "--separator", "semicolon",
      "--bom", in: folder.path)
    #expect(run.status == 0)
    let text = try #require(folder.text("out/activities.csv"))
    #expect(text.contains("id;name;") && text.contains("supplier.release-2;Versjon 2;") && text.contains("juni 2023"))
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/out/links.csv"))
    #expect(data.starts(with: [0xEF, 0xBB, 0xBF]))
  }

  @Test func `replaces old tables and touches nothing else in the folder`() throws {
    let folder = try TemporaryFolder(["p.yaml": site, "out/activities.csv": "old", "out/else.txt": "kept"])
    #expect(try milepost("convert", "p.yaml", "--to", "csv", "-o", "out/", in: folder.path).status == 0)
    #expect(folder.text("out/activities.csv")?.hasPrefix("id,") == true)
    #expect(folder.text("out/else.txt") == "kept")
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/out").sorted()
    #expect(names == ["activities.csv", "else.txt", "links.csv"])
  }

  @Test func `writes both or neither`() throws {
    let folder = try TemporaryFolder(["p.yaml": site, "out/activities.csv": "old", "out/links.csv/x": ""])
    let run = try milepost("convert", "p.yaml", "--to", "csv", "-o", "out", in: folder.path)
    #expect(run.status == 2)
    #expect(run.problems.hasPrefix("error[cannot-write]: cannot write 'out/links.csv': it is no ordinary file"))
    #expect(folder.text("out/activities.csv") == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/out").count == 2)
  }

  @Test func `never writes over the plan, nor beside links that would be read with it`() throws {
    let folder = try TemporaryFolder(["activities.csv": "id,duration\na,3d\n"])
    let run = try milepost("convert", "activities.csv", "--to", "csv", "-o", ".", in: folder.path)
    #expect(run.status == 2 && run.problems.contains("it is a file of the plan"))
    let other = try TemporaryFolder(["p.yaml": site, "out/activities-links.csv": "from,to\n"])
    #expect(try milepost("convert", "p.yaml", "--to", "csv", "-o", "out", in: other.path).status == 2)
    #expect(other.names == ["out", "p.yaml"])
  }

  @Test(arguments: [
    ["convert", "p.yaml"], ["convert", "p.yaml", "--to", "csv"], ["convert", "p.yaml", "-o", "x"],
    ["convert", "p.yaml", "--to", "xml", "-o", "x"], ["convert", "p.yaml", "--to", "csv", "-o", ""],
    ["convert", "p.yaml", "--to", "csv", "-o", "no/such/folder"], ["convert", "p.yaml", "--to", "csv", "-o", "p.yaml"],
    ["convert", "none.yaml", "--to", "csv", "-o", "x"],
  ])
  func `a wrong call writes nothing and has exit status 2`(arguments: [String]) throws {
    let folder = try TemporaryFolder(["p.yaml": site])
    let run = try milepost(arguments, in: folder.path)
    #expect(run.status == 2 && run.output == "" && run.problems.contains("error["), "\(run.problems)")
    #expect(folder.names == ["p.yaml"])
  }

  @Test func `has help with examples that work`() throws {
    let folder = try TemporaryFolder()
    _ = try shell("cp -r \(Built.portfolio) portfolio", in: folder.path)
    let help = try milepost("help", "convert").output
    let examples = help.split(separator: "\n").filter { $0.hasPrefix("  milepost convert portfolio") }
    #expect(examples.count >= 3)
    for example in examples {
      let line = example.replacing("milepost", with: "$MILEPOST", maxReplacements: 1)
      #expect(try shell(String(line), in: folder.path).status == 0, "\(example)")
    }
  }
}
