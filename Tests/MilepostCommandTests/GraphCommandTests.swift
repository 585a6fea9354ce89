import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct `Graph` {
  /// How a file of each format begins.
  private static let beginnings: [(String, [UInt8])] = [
    ("svg", Array("<".utf8)), ("png", [0x89] + Array("PNG\r\n\u{1A}\n".utf8)), ("pdf", Array("%PDF-".utf8)),
    ("dot", Array("digraph".utf8)),
  ]

  @Test func `has the format of the ending of its file, or the one asked for`() throws {
    let folder = try TemporaryFolder(["portfolio.yaml": smallPortfolio])
    for (format, beginning) in Self.beginnings {
      for (name, options) in [("a.\(format)", []), ("B.\(format.uppercased())", []), ("c", ["--format", format])] {
        let run = try milepost(["graph", ".", "-o", name] + options, in: folder.path)
        #expect(run.status == 0, "\(name): \(run.problems)")
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/\(name)")))
        #expect(Array(bytes.prefix(beginning.count)) == beginning, "\(name)")
        if format == "svg" { #expect(String(decoding: bytes, as: UTF8.self).contains("<svg")) }
      }
    }
    // What is asked for goes before the ending.
    #expect(try milepost("graph", ".", "-o", "d.png", "--format", "dot", in: folder.path).status == 0)
    #expect(folder.text("d.png")?.hasPrefix("digraph") == true)
  }

  @Test func `goes to standard output as SVG, the same bytes every time`() throws {
    let runs = try [Drawn.rows.get().output] + (0..<2).map { _ in try milepost(Drawn.rowsCall).output }
    #expect(runs[0].contains("<svg"))
    #expect(isWellFormed(runs[0]))
    #expect(Set(runs).count == 1)
  }

  @Test func `of a row that no dependency has is refused with the rows that exist`() throws {
    for row in ["T9", "T9.*", ""] {
      let run = try milepost("graph", Built.portfolio, "--row", "T1.*", "--row", row)
      #expect(run.status == 2)
      #expect(run.output == "")
      #expect(run.problems.hasPrefix("--row: error[bad-argument]: no dependency has the row '\(row)'\n"))
      #expect(run.problems.contains("T1.1, "))
    }
    let folder = try TemporaryFolder(["p.yaml": "milepost: 1\nname: P\nactivities:\n  go: { duration: 1d }\n"])
    let run = try milepost("graph", "p.yaml", "--row", "T1.*", in: folder.path)
    #expect(run.status == 2)
    #expect(run.problems.contains("the dependencies of this plan name no rows of a table"))
  }

  @Test func `with all projects kept is nearer the page asked for, and has no fewer nodes`() throws {
    func size(_ options: String...) throws -> (Double, Int) {
      let svg = try Drawn.run(Drawn.rowsCall + options).output
      #expect(isWellFormed(svg))
      let box = try #require(svg.firstMatch(of: /viewBox="[-0-9.]+ [-0-9.]+ ([0-9.]+) ([0-9.]+)"/))
      let (width, height) = (try #require(Double(box.1)), try #require(Double(box.2)))
      return (width / height, svg.count)
    }
    let (usual, few) = try size()
    let (_, more) = try size("--keep-projects")
    let (wide, _) = try size("--aspect", "3")
    let (tall, _) = try size("--aspect", "0.5")
    #expect(more > few)
    #expect(tall < usual || usual < wide)
    #expect(tall < wide)
  }

  @Test(arguments: [
    (
      ["-o", "x.gif"], "-o: error[bad-argument]: '.gif' is no format of pictures\n  help: use .svg, .png, .pdf or .dot"
    ),
    (["-o", "x.html"], "-o: error[bad-argument]: '.html' is no format of pictures"),
    (
      ["--project", "hospitl"],
      "--project: error[unknown-project]: no project is called 'hospitl'; did you mean 'hospital'?"
    ),
    (["--to", "liv"], "--to: error[unknown-activity]: no activity is called 'liv'; did you mean 'hospital.live'?"),
    (["--scale", "0"], "--scale: error[bad-argument]"), (["--scale", "nan"], "--scale: error[bad-argument]"),
    (["--scale", "1e9"], "--scale: error[bad-argument]"), (["--steps=-1"], "--steps: error[bad-argument]"),
    (["--aspect", "0"], "--aspect: error[bad-argument]"), (["--aspect", "inf"], "--aspect: error[bad-argument]"),
    (["--keep-projects"], "--keep-projects: error[bad-argument]"), (["--steps", "-1"], "error[bad-argument]"),
  ])
  func `refuses a wrong call and writes nothing`(arguments: [String], problem: String) throws {
    let folder = try TemporaryFolder(["portfolio.yaml": smallPortfolio])
    let run = try milepost(["graph", "."] + arguments, in: folder.path)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.problems.hasPrefix(problem), "\(run.problems)")
    #expect(folder.names == ["portfolio.yaml"])
  }

  @Test func `is a table or data on request, whatever the file is called`() throws {
    let folder = try TemporaryFolder(["portfolio.yaml": smallPortfolio])
    let table = try milepost("graph", ".", "--format", "text", "--level", "milestones", in: folder.path)
    #expect(table.status == 0)
    #expect(table.lines.contains { $0.contains("Versjon 2") && $0.contains("Test") })
    let run = try milepost("graph", ".", "--json", "-o", "graph.json", "--level", "milestones", in: folder.path)
    #expect(run.status == 0, "\(run.problems)")
    let json = try JSON(folder.text("graph.json") ?? "null")
    let ends = json["edges"].list.map { [$0["from"].text, $0["to"].text] }
    #expect(ends.contains(["supplier.release-2", "hospital.test"]))
    #expect(ends.contains(["hospital.test", "hospital.live"]))
    #expect(json["manifest"]["arguments"]["level"].text == "milestones")
  }

  @Test func `of a thousand milestones is one picture, and a slip through all of them too`() throws {
    let rows = (1...1000).map { number in
      "        m\(number): { name: Fylkeskommunal samferdselsinfrastrukturutbygging \(number), milestone: finish"
        + (number > 1 ? ", after: [m\(number / 2 + number % 2)] }" : ", planned: 2024-01-05 }")
    }
    let folder = try TemporaryFolder([
      "p.yaml": (["milepost: 1", "name: P", "status-date: 2024-01-01", "projects:", "  x:", "    activities:"] + rows)
        .joined(separator: "\n")
    ])
    for options in [["--level", "milestones"], ["--slip", "x.m1 +1ew"]] {
      let run = try milepost(["graph", "p.yaml", "-o", "x.svg"] + options, in: folder.path)
      #expect(run.status == 0, "\(run.problems)")
      let svg = try #require(folder.text("x.svg"))
      #expect(isWellFormed(svg))
      #expect(svg.matches(of: /class="node/).count == 1000)
    }
  }

  @Test func `of one milestone without links is a picture of it where asked`() throws {
    let folder = try TemporaryFolder([
      "p.yaml":
        "milepost: 1\nname: P\nprojects:\n  x:\n    activities:\n      a: { milestone: finish, planned: 2024-01-05 }\n"
    ])
    for options in [
      ["--level", "milestones", "--isolated"], ["--slip", "x.a +1ew"], ["--slip", "x.a +1ew", "--level", "projects"],
    ] {
      let run = try milepost(["graph", "p.yaml"] + options, in: folder.path)
      #expect(run.status == 0, "\(run.problems)")
      #expect(isWellFormed(run.output))
      #expect(run.output.matches(of: /class="node/).count == 1)
    }
  }

  @Test func `of nothing is a picture all the same`() throws {
    let folder = try TemporaryFolder(["p.yaml": "milepost: 1\nname: P\n"])
    for level in ["projects", "milestones"] {
      for (format, beginning) in Self.beginnings {
        let name = "\(level).\(format)"
        let run = try milepost("graph", "p.yaml", "--level", level, "-o", name, in: folder.path)
        #expect(run.status == 0, "\(name): \(run.problems)")
        let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/\(name)"))
        #expect(Array(bytes.prefix(beginning.count)) == beginning)
      }
    }
  }
}

/// Names that would break out of the document they are written in.
@Suite struct `Hostile names` {
  private static let names = [
    #"</svg><script>alert(1)</script>"#, #"\" onload=\"alert(1)"#, "' & < > ]]> <!-- -->",
    #"a\e[2J\x01\ufffe\u0085b"#, "👩‍👩‍👧 ❤️ 日本 \\u202e\\u0000",
  ]

  private func plan(_ name: String) -> String {
    let name = "\"\(name)\""
    return """
      milepost: 1
      name: \(name)
      status-date: 2023-04-30
      projects:
        x:
          name: \(name)
          activities:
            a: { name: \(name), milestone: finish, planned: 2023-06, source: \(name) }
            b: { name: \(name), duration: 3d, after: [a], what: \(name), because: \(name) }
        y:
          name: \(name)
          activities:
            c: { name: \(name), milestone: start, after: [x.b], target: 2023-07 }
      scenarios:
        s: { name: \(name), because: \(name), changes: ["x.a planned=2023-09"] }
      """
  }

  @Test(arguments: names)
  func `give well-formed pictures and pages`(name: String) throws {
    let folder = try TemporaryFolder(["p.yaml": plan(name)])
    for level in ["projects", "milestones"] {
      for format in ["svg", "png", "pdf", "dot"] {
        let file = "\(level).\(format)"
        let run = try milepost("graph", "p.yaml", "--level", level, "--title", "<b>&\"'", "-o", file, in: folder.path)
        #expect(run.status == 0, "\(run.problems)")
        #expect(!run.problems.utf8.contains(0x1B))
      }
      let svg = try #require(folder.text("\(level).svg"))
      #expect(isWellFormed(svg), "\(level)")
      #expect(!svg.contains("<script") && externalReferences(in: svg) == [])
      let dot = try #require(folder.text("\(level).dot"))
      #expect(!dot.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" })
    }
    let run = try milepost("compare", "p.yaml", "base", "s", "--all", "-o", "page.html", in: folder.path)
    #expect(run.status == 0, "\(run.problems)")
    let page = try #require(folder.text("page.html"))
    #expect(isWellFormed(xml(page)))
    #expect(!page.contains("<script") && externalReferences(in: page) == [])
  }

  @Test(arguments: names)
  func `give well-formed pictures of slips and differences`(name: String) throws {
    let folder = try TemporaryFolder(["p.yaml": plan(name)])
    for options in [["--slip", "x.a +1ew"], ["--between", "base", "s"], ["--between", "base", "s", "--alone", "s"]] {
      for level in ["projects", "milestones"] {
        for format in ["svg"] {
          let run = try milepost(
            ["graph", "p.yaml", "--level", level, "-o", "x.\(format)"] + options, in: folder.path)
          #expect(run.status == 0, "\(run.problems)")
        }
        let svg = try #require(folder.text("x.svg"))
        #expect(isWellFormed(svg), "\(options)")
        #expect(!svg.contains("<script") && externalReferences(in: svg) == [])
      }
    }
  }

  @Test(arguments: names)
  func `do not steer the terminal`(name: String) throws {
    let folder = try TemporaryFolder(["p.yaml": plan(name)])
    for call in [["slip", "p.yaml", "--change", "x.a +1ew"], ["compare", "p.yaml", "base", "s", "--all"]] {
      let run = try milepost(call, in: folder.path)
      #expect(run.status == 0, "\(run.problems)")
      #expect(
        !run.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x85 || $0.value == 0x9B })
    }
  }
}

/// A page as XML: without its doctype, and with the elements closed that HTML leaves open.
private func xml(_ page: String) -> String {
  page.replacing(/^<!DOCTYPE html>\s*/, with: "").replacing(/<(meta|br|hr|col|wbr)\b([^>]*)>/) { "<\($0.1)\($0.2)/>" }
}

/// Whether Foundation's parser takes a document without a complaint.
func isWellFormed(_ document: String) -> Bool {
  let parser = XMLParser(data: Data(document.utf8))
  return parser.parse() && parser.parserError == nil
}
