import Foundation
import Testing

/// A chain in which nine days are absorbed on the way, and all of them on a second way.
private let ferry = """
  milepost: 1
  name: Ferjekai
  language: nb
  status-date: 2023-12-31
  source: kontrakt
  projects:
    verft:
      name: Verft
      activities:
        levert: { name: Ferje levert, milestone: finish, planned: 2024-01-01 }
        kontroll: { name: Kontroll, milestone: finish, planned: 2023-12-20, actual: 2023-12-20 }
        ukjent: { name: Uten dato, milestone: finish }
    kai:
      name: Kai & <brygge>
      activities:
        prøvetur: { name: Prøvetur, milestone: finish, planned: 2024-01-10, target: 2024-01-15, after: [verft.levert] }
        fest: { name: Fest, milestone: finish, planned: 2024-05-17, after: [verft.levert] }
        lys: { name: Lys, milestone: finish, planned: 2024-01-05 }
        rute: { name: Ny rute, milestone: finish, planned: 2024-01-12, after: [prøvetur, lys] }
        etterpå: { name: Etterpå, milestone: finish, planned: 2024-06-01, after: [fest] }
        natt: { name: Natt, milestone: finish, planned: 2024-06-02, after: [etterpå] }
  """

@Suite struct `Graph of a slip` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder(["p.yaml": ferry]) }

  private func json(_ options: String...) throws -> JSON {
    let run = try milepost(["graph", "p.yaml", "--json", "--slip", "verft.levert +30ed"] + options, in: folder.path)
    #expect(run.status == 0, "\(run.problems)")
    #expect(try JSONSchema(named: "graph").problems(in: run.output) == [])
    return try JSON(run.output)
  }

  @Test func `draws what moved and by how much, where it was absorbed, and what was reached and stays`() throws {
    let json = try json()
    let nodes = json["nodes"]
    #expect(nodes[id: "verft.levert"]["classes"].texts == ["kind-finish-milestone", "moved", "changed", "target-fails"])
    #expect(nodes[id: "verft.levert"]["badges"].texts == ["Δ", "→", "✗"])
    #expect(nodes[id: "verft.levert"]["title"].text == "Ferje levert før 01.01.2024 nå 31.01.2024 +30 d mål 1. januar 2024: holder → holder ikke")
    #expect(nodes[id: "kai.prøvetur"]["classes"].texts.contains("moved"))
    #expect(nodes[id: "kai.prøvetur"]["title"].text?.contains("før 10.01.2024 nå 31.01.2024 +3 uker") == true)
    #expect(nodes[id: "kai.fest"]["classes"].texts.contains("held"))
    #expect(nodes[id: "kai.fest"]["badges"].texts == ["="])
    let edges = Dictionary(
      json["edges"].list.map { ("\($0["from"].text ?? "")>\($0["to"].text ?? "")", $0) },
      uniquingKeysWith: { a, _ in a })
    #expect(edges["verft.levert>kai.prøvetur"]?["label"].text == "9 d tatt opp")
    #expect(edges["verft.levert>kai.prøvetur"]?["classes"].texts.contains("carries") == true)
    #expect(edges["verft.levert>kai.fest"]?["label"].text == "alt tatt opp: 30 d")
    #expect(edges["verft.levert>kai.fest"]?["classes"].texts.contains("stopped") == true)
    // What stands around is muted, what is further away is told but not drawn.
    #expect(nodes[id: "kai.lys"]["classes"].texts.contains("around"))
    #expect(nodes[id: "verft.kontroll"].isMissing)
    #expect(json["footnotes"].texts.contains { $0.hasPrefix("2 ligger etter noe som er nådd") })
  }

  @Test func `marks a target that breaks`() throws {
    let json = try json()
    let node = json["nodes"][id: "kai.prøvetur"]
    #expect(node["badges"].texts.contains("✗"))
    #expect(node["title"].text?.contains("mål 15. januar 2024: holder → holder ikke") == true)
    #expect(json["nodes"][id: "kai.fest"]["badges"].texts.contains("✓") == false)
  }

  @Test func `shows only what is touched, or more around it, as steps say`() throws {
    #expect(try json("--steps", "0")["nodes"].list.count == 4)
    let near = try json()["nodes"].list.count
    #expect(near > 4)
    #expect(try json("--steps", "5")["nodes"].list.count > near)
    #expect(
      try json("--project", "verft", "--steps", "0")["nodes"].list.compactMap { $0["id"].text } == ["verft.levert"])
    let upstream = try json("--to", "kai.prøvetur")["nodes"].list.compactMap { $0["id"].text }
    #expect(Set(upstream) == ["verft.levert", "kai.prøvetur"])
  }

  @Test func `at project level tells how many move, and what passes between projects`() throws {
    let json = try json("--level", "projects", "--language", "en")
    #expect(
      json["nodes"][id: "kai"]["title"].text
        == "Kai & <brygge> 2 move; 1 reached, but stays most +3 weeks 2 targets break")
    #expect(json["nodes"][id: "verft"]["badges"].texts == ["Δ", "→", "✗"])
    #expect(json["edges"][0]["label"].text == "+3 weeks\n9 d absorbed\n1× all absorbed")
  }

  @Test func `where nothing moves says so`() throws {
    let run = try milepost("graph", "p.yaml", "--slip", "kai.lys +1ed", "--json", in: folder.path)
    let json = try JSON(run.output)
    #expect(json["nodes"][id: "kai.lys"]["classes"].texts.contains("moved"))
    let still = try milepost("graph", "p.yaml", "--slip", "kai.lys +0d", "--json", in: folder.path)
    #expect(still.status == 0, "\(still.problems)")
    #expect(try JSON(still.output)["footnotes"].texts.contains("Ingenting flytter seg."))
  }

  @Test func `takes any change, several at once, and changes that hold on both sides`() throws {
    let run = try milepost(
      "graph", "p.yaml", "--change", "verft.ukjent planned=2024-02-01", "--slip", "verft.ukjent +1ew", "--slip",
      "kai.lys -> kai.fest", "--slip", "drop kai.prøvetur -> kai.rute", "--json", in: folder.path)
    #expect(run.status == 0, "\(run.problems)")
    let json = try JSON(run.output)
    #expect(json["nodes"][id: "verft.ukjent"]["title"].text?.contains("før 01.02.2024 nå 08.02.2024 +1 uke") == true)
    #expect(json["edges"].list.contains { $0["label"].text == "ny" && $0["to"].text == "kai.fest" })
    #expect(json["edges"].list.contains { $0["label"].text == "fjernet" && $0["to"].text == "kai.rute" })
    #expect(json["manifest"]["changes"].texts == ["verft.ukjent planned=2024-02-01"])
    #expect(json["manifest"]["arguments"]["slip"].texts.count == 3)
  }

  @Test(arguments: [
    (["--slip", "verft.ukjent +1ew"], "--slip 1, column 1: error[slip-undated]"),
    (["--slip", "verft.kontroll +1ew"], "--slip 1, column 1: error[slip-actual]"),
    (["--slip", "verft.levret +1ew"], "--slip 1, column 1: error[unknown-activity]"),
    (["--slip", "kai.lys +1ew", "--slip", "hva?"], "--slip 2, column "),
    (["--slip", "kai.lys +1ew", "--between", "a", "b"], "--between: error[bad-argument]"),
    (["--slip", "kai.lys +1ew", "--row", "T1.1"], "--row: error[bad-argument]"),
    (["--slip", "kai.lys +1ew", "--relations"], "--relations: error[bad-argument]"),
    (["--slip", "kai.lys +1ew", "--isolated"], "--isolated: error[bad-argument]"),
  ])
  func `refuses what cannot slip, with help, and writes nothing`(arguments: [String], problem: String) throws {
    let run = try milepost(["graph", "p.yaml", "-o", "x.svg"] + arguments, in: folder.path)
    #expect(run.status == 2)
    #expect(run.problems.hasPrefix(problem), "\(run.problems)")
    #expect(
      run.problems.contains("\n  help: ") || problem.contains("slip-actual") || run.problems.contains("did you mean"))
    #expect(run.output == "" && folder.names == ["p.yaml"])
  }

  @Test func `is a picture in every format and language, and the same every time`() throws {
    for format in ["svg", "png", "pdf", "dot", "text"] {
      for level in ["projects", "milestones"] {
        let run = try milepost(
          "graph", "p.yaml", "--slip", "verft.levert +30ed", "--level", level, "--format", format, "-o", "x",
          "--language", "en", in: folder.path)
        #expect(run.status == 0, "\(format): \(run.problems)")
      }
    }
    let runs = try (0..<2).map { _ in
      try milepost("graph", "p.yaml", "--slip", "verft.levert +30ed", in: folder.path).output
    }
    #expect(runs[0] == runs[1])
    #expect(isWellFormed(runs[0]) && externalReferences(in: runs[0]) == [])
    #expect(runs[0].contains("Hva endringen flytter") && runs[0].contains("Endring: Ferje levert +30 d"))
  }
}
