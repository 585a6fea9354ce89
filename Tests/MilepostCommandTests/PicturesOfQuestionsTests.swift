import Foundation
import Testing

/// Every backward question has a picture: `needs … -o file.svg`, and `slip` that of `graph --slip`.
@Suite struct `Pictures of questions from the command` {
  static let release = ["--scenario", "release-1-1-juni", "--scenario", "infrastructure-assumed"]

  /// A call, and what its picture must say in Norwegian and English.
  static let calls: [([String], String, String)] = [
    (
      ["needs", "--for", "bergen-start", "--scenario", "plan-a"], "punktet uten retur 24.05.2023", "point of no return"
    ),
    (["needs", "--tolerance", "--scenario", "plan-b"], "flytter: 115", "moves: 115"),
    (["needs", "--interfaces"], "Relasjoner uten dato", "Relations without a date"),
    (["needs", "--collisions", "--within", "4w"], "3 sikre og 4 mulige kollisjoner", "3 certain and 4 possible"),
    (["needs", "--during", "stim.stim-parallelle-leveranser"], "Planen nevner ingen vei til", "The plan names no way"),
    (["needs", "--frames", "--change", "* cost forecast +4%"], "Hvem sprenger rammen først?", "Who crosses the frame"),
    (["needs", "--conflicts", "--scenario", "plan-a"] + release, "28 dager overlapp", "28 days overlap"),
    (["needs", "--buy", "--for", "bergen-start", "--scenario", "plan-a"] + release, "Alle som kjøper", "All that buy"),
    (
      ["needs", "--touched", "--change", "epj-modernisering.epj-arena-vv planned=januar 2024"], "Hvem blir berørt?",
      "Who is touched?"
    ),
    (
      ["slip", "--scenario", "plan-b"] + release + ["--change", "amk-interregional.release-1-1 +6ew"], "+6 uker",
      "+6 weeks"
    ),
  ]

  @Test(arguments: calls)
  func `are drawn in both languages, written whole`(call: ([String], String, String)) throws {
    let folder = try TemporaryFolder()
    let verb = [call.0[0], Built.portfolio] + call.0.dropFirst()
    for (language, said) in [("nb", call.1), ("en", call.2)] {
      let run = try milepost(verb + ["--language", language, "-o", "p.svg"], in: folder.path)
      #expect(run.status == 0 && run.output.isEmpty, "\(run.problems)")
      let text = (folder.text("p.svg") ?? "").replacing("\u{A0}", with: " ")
      #expect(text.hasPrefix("<?xml") && text.hasSuffix("</svg>\n"))
      #expect(text.contains("lang=\"\(language)\""))
      #expect(text.contains(said), "\(verb) in \(language)")
      if language == "nb" {
        #expect(text.contains("Helse Sør-Øst – per 30. april 2023") || text.contains("Helse Sør-Øst · status"))
      }
    }
    // Equal calls give equal bytes.
    let first = folder.text("p.svg")
    _ = try milepost(verb + ["--language", "en", "-o", "p.svg"], in: folder.path)
    #expect(folder.text("p.svg") == first)
    #expect(folder.names == ["p.svg"])
  }

  @Test(arguments: [("p.png", [0x89, 0x50, 0x4E, 0x47]), ("p.PDF", [0x25, 0x50, 0x44, 0x46])] as [(String, [UInt8])])
  func `are made as PNG and PDF, too`(file: String, magic: [UInt8]) throws {
    let folder = try TemporaryFolder()
    let run = try milepost(["needs", Built.portfolio, "--collisions", "-o", file], in: folder.path)
    #expect(run.status == 0, "\(run.problems)")
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/\(file)"))
    #expect(Array(data.prefix(4)) == magic && data.count > 5_000)
  }

  @Test func `have a row for everything that the table has`() throws {
    let folder = try TemporaryFolder()
    let call = ["needs", Built.portfolio, "--interfaces"]
    let json = try JSON(milepost(call + ["--json"]).output)
    _ = try milepost(call + ["-o", "p.svg"], in: folder.path)
    let text = folder.text("p.svg") ?? ""
    let ids = json["interfaces"].list.compactMap { $0["id"].text }
    #expect(ids.count == 92)
    for id in ids { #expect(text.contains(">\(id) "), "\(id)") }
  }

  @Test func `stay away where the answer is refused, or is no picture`() throws {
    let folder = try TemporaryFolder(["p.svg": "old"])
    let refused = try milepost(["needs", Built.portfolio, "--for", "nobody", "-o", "p.svg"], in: folder.path)
    #expect(refused.status == 2 && folder.text("p.svg") == "old")
    for call in [["check"], ["schedule"], ["compare", "plan-a", "plan-b"]] {
      let run = try milepost(
        [call[0], Built.portfolio] + call.dropFirst() + ["-o", "p.svg"], in: folder.path)
      #expect(run.status == 2 && folder.text("p.svg") == "old", "\(call)")
      #expect(run.problems.contains("'\(call[0])' draws no picture"), "\(run.problems)")
    }
    let odds = try milepost(
      [
        "needs", Built.portfolio, "--for", "bergen-start", "--scenario", "plan-a", "--probability", "80", "-o", "p.svg",
      ],
      in: folder.path)
    #expect(odds.status == 2 && odds.problems.contains("--probability has no picture"), "\(odds.problems)")
    let json = try milepost(["needs", Built.portfolio, "--frames", "--json", "-o", "p.svg"], in: folder.path)
    #expect(json.status == 0 && folder.text("p.svg")?.hasPrefix("{") == true)
  }

  /// Every verb that has an answer to write, and what it says of a picture that nobody draws.
  @Test(arguments: [
    (["check"], "'check' draws no picture"), (["schedule"], "'schedule' draws no picture"),
    (["compare", "plan-a", "plan-b"], "'compare' draws no picture"),
    (["slip", "--change", "bergen-start +6w"], " is no format of pictures"),
    (["needs", "--interfaces"], " is no format of pictures"), (["simulate"], " is no format of pictures"),
    (["merge"], " is no format of pictures"), (["graph"], " is no format of pictures"),
  ])
  func `are refused under other endings, and nothing is written`(call: [String], problem: String) throws {
    let folder = try TemporaryFolder()
    let verb = [call[0], Built.portfolio] + call.dropFirst()
    for ending in ["jpg", "GIF", "bmp", "webp", "ps", "eps"] {
      let run = try milepost(verb + ["-o", "p.\(ending)"], in: folder.path)
      #expect(run.status == 2 && run.output.isEmpty && folder.names.isEmpty, "\(call) as .\(ending)")
      #expect(run.problems.hasPrefix("-o: error[bad-argument]") && run.problems.contains(problem), "\(run.problems)")
      #expect(run.problems.contains(".svg, .png"), "\(run.problems)")
    }
    // What is no picture's ending stays an answer in words.
    if call[0] == "check" {
      let run = try milepost(verb + ["-o", "v1.jpg.txt"], in: folder.path)
      #expect(folder.names == ["v1.jpg.txt"], "\(run.problems)")
    }
  }

  @Test func `of hostile names are well formed, and only their letters show`() throws {
    let folder = try TemporaryFolder([
      "plan.yaml": """
      milepost: 1
      name: "Plan </svg><script>alert(1)</script> & \\"æøå\\""
      language: nb
      status-date: 2024-01-01
      source: x
      projects:
        a:
          name: "A </text><script>alert(2)</script>"
          activities:
            work: { name: "Graving ]]> & <b>", duration: 20d, planned: 2024-01-08 }
        b:
          name: B
          activities:
            live: { name: "Åpning \\" onload=\\"alert(3)", milestone: finish, event: go-live, site: [x], target: 2024-01-20 }
            next: { name: "Neste --> <!--", milestone: finish, event: go-live, site: [x], planned: 2024-02-01 }
      links:
        - { from: a.work, to: b.live }
        - { from: b.live, to: b.next }
      """
    ])
    for question in [
      ["--tolerance"], ["--interfaces"], ["--collisions"], ["--conflicts"], ["--buy", "--for", "b.live"],
    ] {
      let run = try milepost(["needs", "plan.yaml"] + question + ["-o", "p.svg"], in: folder.path)
      #expect(run.status == 0, "\(run.problems)")
      let text = folder.text("p.svg") ?? ""
      #expect(text.contains("Plan &lt;/svg&gt;&lt;script&gt;"))
      #expect(!text.contains("<script") && !text.contains("onload=\"") && text.contains("æøå"))
      let document = try XMLDocumentCheck.parse(text)
      #expect(document > 10, "\(question)")
    }
  }
}

/// Whether a text is well-formed XML, and how many elements it has.
private enum XMLDocumentCheck {
  struct Malformed: Error { let tag: String }

  /// Counts elements by matching every tag with its end.
  static func parse(_ text: String) throws -> Int {
    var open: [Substring] = []
    var count = 0
    for piece in text.split(separator: "<").dropFirst(1) where !piece.hasPrefix("?") {
      guard let end = piece.firstIndex(of: ">") else { throw Malformed(tag: String(piece)) }
      let tag = piece[..<end]
      if tag.hasPrefix("/") {
        guard open.popLast() == tag.dropFirst() else { throw Malformed(tag: String(tag)) }
      } else {
        count += 1
        if !tag.hasSuffix("/") { open.append(tag.prefix { $0 != " " }) }
      }
    }
    guard open.isEmpty else { throw Malformed(tag: String(open[0])) }
    return count
  }
}
