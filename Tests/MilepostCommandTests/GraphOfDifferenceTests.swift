import Foundation
import Testing

/// Where the parts of a picture stand, read from its SVG.
private struct Places: Equatable {
  var page: String
  var nodes: [String: String] = [:]
  var lines: [String: String] = [:]
  var frames: [String: String] = [:]

  init(_ svg: String) throws {
    page = String(try #require(svg.firstMatch(of: /viewBox="([^"]+)"/)).1)
    for found in svg.matches(
      of:
        /<g id="(node-[^"]+)" class="node[^>]*><title>[^<]*<\/title><(?:rect x="([^"]+)" y="([^"]+)" width="([^"]+)" height="([^"]+)"|polygon points="([^"]+)")/
    ) {
      let numbers = [found.2, found.3, found.4, found.5, found.6].compactMap { $0 }
      nodes[String(found.1)] = numbers.joined(separator: " ")
    }
    for found in svg.matches(
      of: /<g id="(edge-[^"]+)" class="edge[^>]*><title>[^<]*<\/title><path d="([^"]+)"/)
    { lines[String(found.1)] = String(found.2) }
    for found in svg.matches(
      of:
        /<g id="(group-[^"]+)" class="group"><title>[^<]*<\/title><rect x="([^"]+)" y="([^"]+)" width="([^"]+)" height="([^"]+)"/
    ) {
      frames[String(found.1)] = [found.2, found.3, found.4, found.5].joined(separator: " ")
    }
  }
}

@Suite struct `Graph of a difference` {
  private func graph(_ options: String...) throws -> Run {
    try milepost(["graph", Built.portfolio, "--between", "plan-a", "plan-b"] + options)
  }

  @Test func `shows both dates with the difference, and links of one plan alone`() throws {
    let run = try graph("--json")
    #expect(run.status == 0, "\(run.problems)")
    #expect(try JSONSchema(named: "graph").problems(in: run.output) == [])
    let json = try JSON(run.output)
    let bergen = json["nodes"][id: "amk-interregional.bergen-start"]
    #expect(bergen["classes"].texts.contains("moved"))
    #expect(
      bergen["title"].text?.contains("A: ikke før 1. november 2023 B: ikke før 1. januar 2024 +61 d … +62 d") == true)
    #expect(bergen["title"].text?.contains("som oppgitt: +2 måneder") == true)
    let oslo = json["nodes"][id: "amk-hso.oslo-start"]
    #expect(oslo["title"].text?.contains("som oppgitt: +1 måned") == true)
    #expect(json["nodes"][id: "amk-hso.acceptance-test"]["classes"].texts.contains("same"))
    func only(_ name: String) -> [[String?]] {
      json["edges"].list.filter { $0["classes"].texts.contains(name) }.map { [$0["to"].text, $0["label"].text] }
    }
    #expect(only("only-first") == [["amk-hso.sit-start", "bare i A"]])
    #expect(only("only-second") == [["amk-hso.acceptance-test", "bare i B\nsamtidig"]])
    #expect(json["manifest"]["arguments"]["between"].texts == ["plan-a", "plan-b"])
  }

  @Test(arguments: ["milestones", "projects"])
  func `and each plan alone have everything in the same place, to the last digit`(level: String) throws {
    let pictures = try [[], ["--alone", "plan-a"], ["--alone", "plan-b"]].map { options in
      let run = try milepost(
        ["graph", Built.portfolio, "--between", "plan-a", "plan-b", "--level", level] + options)
      #expect(run.status == 0, "\(run.problems)")
      #expect(isWellFormed(run.output))
      return try Places(run.output)
    }
    let (both, a, b) = (pictures[0], pictures[1], pictures[2])
    #expect(both.nodes.count >= 2 && both.lines.count >= 2)
    #expect(both.page == a.page && both.page == b.page)
    #expect(a.nodes == b.nodes && a.nodes == both.nodes)
    #expect(a.frames == b.frames && a.frames == both.frames)
    for alone in [a, b] { for (id, line) in alone.lines { #expect(both.lines[id] == line, "\(id)") } }
    #expect(Set(a.lines.keys).union(b.lines.keys) == Set(both.lines.keys))
    if level == "milestones" { #expect(a.lines != b.lines) }
  }

  @Test func `says that the gap between the sites may be work or buffer`() throws {
    let pictures = try ["nb", "en"].map {
      try milepost("graph", Built.portfolio, "--between", "plan-a", "plan-b", "--language", $0).output
    }
    // Lines break anywhere between words.
    let texts = pictures.map {
      $0.replacing(/<[^>]*>/, with: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    #expect(texts[0].contains("arbeid eller buffer. Tegnet som buffer; som arbeid kan det bak komme senere."))
    #expect(texts[1].contains("work or buffer. Drawn as a buffer; as work what lies behind may come later."))
  }

  @Test func `of a scenario with itself says that nothing differs`() throws {
    for level in ["milestones", "projects"] {
      let run = try milepost("graph", Built.portfolio, "--between", "plan-a", "plan-a", "--level", level)
      #expect(run.status == 0, "\(run.problems)")
      #expect(isWellFormed(run.output))
      #expect(run.output.contains("Ingenting skiller de to planene."))
      #expect(run.output.matches(of: /class="node/).count == 1)
    }
    let alone = try milepost(
      "graph", Built.portfolio, "--between", "plan-a", "plan-a", "--alone", "plan-a", "--project", "amk-hso")
    #expect(alone.status == 0, "\(alone.problems)")
    let english = try milepost("graph", Built.portfolio, "--between", "base", "base", "--language", "en")
    #expect(english.output.contains("Nothing differs between the two plans."))
  }

  @Test(arguments: [
    (["--between", "plan-a", "plan-c"], "--between: error[unknown-scenario]: no scenario is called 'plan-c'"),
    (["--between", "plan-a"], "--between: error[bad-argument]: --between takes two scenarios, not 1"),
    (["--between", "plan-a", "plan-b", "base"], "--between: error[bad-argument]"),
    (["--between", "plan-a", "plan-b", "--alone", "base"], "--alone: error[bad-argument]"),
    (["--alone", "plan-a"], "--alone: error[bad-argument]"),
    (["--between", "plan-a", "plan-b", "--row", "T1.*"], "--row: error[bad-argument]"),
  ])
  func `refuses a wrong call and writes nothing`(arguments: [String], problem: String) throws {
    let folder = try TemporaryFolder()
    let run = try milepost(["graph", Built.portfolio, "-o", "x.svg"] + arguments, in: folder.path)
    #expect(run.status == 2)
    #expect(run.problems.hasPrefix(problem), "\(run.problems)")
    #expect(run.problems.contains("help: ") || run.problems.contains("did you mean"))
    #expect(run.output == "" && folder.names == [])
  }

  @Test func `keeps parallel links apart, and tells which of them one plan has`() throws {
    let folder = try TemporaryFolder([
      "p.yaml": """
      milepost: 1
      name: P
      status-date: 2024-01-01
      projects:
        x:
          activities:
            a: { duration: 5d }
            b: { duration: 5d, after: [a, a SS+2d] }
            c: { duration: 1d, after: [b] }
      scenarios:
        s: { changes: ["x.a -> x.b FF+1d", "drop x.b -> x.c", "x.c planned=2024-06-03"] }
      """
    ])
    let run = try milepost("graph", "p.yaml", "--between", "base", "s", "--json", in: folder.path)
    #expect(run.status == 0, "\(run.problems)")
    let edges = try JSON(run.output)["edges"].list
    let ids = edges.compactMap { $0["id"].text }
    #expect(Set(ids).count == ids.count && ids.count == 4)
    #expect(edges.filter { $0["classes"].texts.contains("only-second") }.count == 1)
    #expect(edges.filter { $0["classes"].texts.contains("only-first") }.map { $0["to"].text } == ["x.c"])
    let pictures = try ["base", "s"].map {
      try Places(milepost("graph", "p.yaml", "--between", "base", "s", "--alone", $0, in: folder.path).output)
    }
    #expect(pictures[0].nodes == pictures[1].nodes && pictures[0].page == pictures[1].page)
    #expect(pictures[0].lines.count == 3 && pictures[1].lines.count == 3)
  }
}
