import Foundation
import PlanFiles
import PlanModel
import Testing

/// Tables are read as they pass, and once more with care where something is wrong in them. What stands far behind empty lines
/// is always read with care: both must say the same.
@Suite struct `Tables as they pass` {
  private static let far = 400_000

  /// What one table and the links beside it say, lines counted from the header on.
  private struct Said: Equatable {
    var activities: [Activity] = []
    var links: [Link] = []
    var projects: [Project] = []
    var places: [String] = []
    var problems: [String] = []
  }

  private func said(_ activities: [UInt8], _ links: [UInt8], isFar: Bool) throws -> Said {
    let files = try TemporaryPlan([:])
    let empty = isFar ? [UInt8](repeating: 0x0A, count: Self.far) : []
    try files.write("activities.csv", Data(empty + activities))
    try files.write("links.csv", Data(empty + links))
    let skipped = isFar ? Self.far : 0
    var said = Said()
    func text(_ place: Places.Place?) -> String {
      guard let place else { return "nowhere" }
      let line = place.line == 0 ? 0 : place.line - skipped
      return "\(place.source.split(separator: "/").last ?? ""):\(line):\(place.column)"
    }
    do {
      let document = try files.read("activities.csv")
      (said.activities, said.links, said.projects) = (
        document.plan.activities, document.plan.links, document.plan.projects
      )
      func add(_ evidence: Evidence?) { if let evidence { said.places.append(text(document.places[evidence.origin])) } }
      for activity in said.activities {
        add(activity.evidence)
        add(activity.duration?.evidence)
        add(activity.details.planned?.evidence)
      }
      for link in said.links { add(link.evidence) }
      for project in said.projects { add(project.evidence) }
      for link in said.links { #expect(document.plan.index(of: link.to) != nil) }
    } catch {
      said.problems = error.diagnostics.map {
        "\(text(error.places[$0.origin])) \($0.code.rawValue) \($0.values) \($0.related.map { text(error.places[$0]) })"
      }
    }
    return said
  }

  /// Cells of every kind, some of them wrong where `isHostile`.
  private struct Cells {
    var random: SeededGenerator
    let isHostile: Bool

    mutating func one(_ texts: [String], wrong: [String] = []) -> String {
      (isHostile && Int.random(in: 0..<400, using: &random) == 0 ? wrong + texts : texts)
        .randomElement(using: &random) ?? ""
    }

    mutating func name() -> String {
      one(
        [
          "", "\"Ytelsestest, Fjellheim\"", "Akseptansetest på Brønnøy sykehus", "\"Åpning\"", "Øvelse å", " Prøve ",
          "\"to \"\"ord\"\" til\"", "'=sum", "'quoted", "\"two\nlines\"", "\"to;tre,fire\"", "短い", "x", "\"\"",
          "\u{A0}y",
          "\"" + String(repeating: "lang æ ", count: 40) + "\"", "tab\tin",
        ], wrong: ["a\"b", "\"a\" b"])
    }

    mutating func end() -> String { one(["\n", "\n", "\r\n", "\r"]) }
  }

  private func tables(seed: UInt64, rows: Int, isHostile: Bool) -> (activities: String, links: String) {
    var cells = Cells(random: SeededGenerator(seed: seed), isHostile: isHostile)
    var ids: [String] = []
    var activities = "id,name,duration,milestone,planned,source,because\n"
    for number in 0..<rows {
      var id = cells.one(["p1.", "p\(number / 7).", "", "prosjekt-æ."]) + "a\(number)"
      id += cells.one(["", "", "-with-a-long-tail"])
      if isHostile, number > 0, Int.random(in: 0..<(40 * rows), using: &cells.random) == 0 { id = ids[number - 1] }
      ids.append(id)
      let isMilestone = number % 5 == 0
      let row = [
        number % 11 == 3 ? "\"\(id)\"" : id, cells.name(),
        isMilestone ? "" : cells.one(["", "3d", "1d..2d..40d", "5ew", "2mo", "1.5h"], wrong: ["3", "5d..2d..1d"]),
        isMilestone ? cells.one(["finish", "yes", "start"], wrong: ["maybe"]) : "",
        cells.one(["", "", "2023-05-01", "november 2023"], wrong: ["someday"]),
        cells.one(["", "report", "T1-2023 §3"]),
        cells.one(["", "a guess"]),
      ]
      activities += row.joined(separator: ",") + cells.end() + (number % 29 == 0 ? cells.end() : "")
    }
    var links = "from,to,type,lag,strength,what\n"
    for number in 0..<(2 * rows) {
      let to = max(1, number / 2)
      guard to < rows else { continue }
      let from = number % 3 == 0 ? to - 1 : Int.random(in: 0..<to, using: &cells.random)
      let row = [
        cells.one([ids[from]], wrong: ["nobody", "æ"]), number % 13 == 5 ? "\"\(ids[to])\"" : ids[to],
        cells.one(["", "FS", "SS", "FF", "SF"], wrong: ["XX"]), cells.one(["", "", "2d", "-10%", "3ed", "-1d"]),
        cells.one(["", "", "", "soft", "hard"]), cells.one(["", "", "", "modul", "\"a \"\"b\"\"\""]),
      ]
      links += row.joined(separator: ",") + cells.end()
    }
    return (activities, links)
  }

  @Test(arguments: 0..<12)
  func `say what they say when read with care`(seed: UInt64) throws {
    // Of several hundred rows in which an error may be, some tables have none.
    let isHostile = seed % 3 == 2
    let (activities, links) = tables(seed: seed, rows: seed % 3 == 1 ? 6000 : 150, isHostile: isHostile)
    let passing = try said(Array(activities.utf8), Array(links.utf8), isFar: false)
    let careful = try said(Array(activities.utf8), Array(links.utf8), isFar: true)
    #expect(passing.problems == careful.problems)
    #expect(passing == careful)
    #expect(isHostile || (passing.problems.isEmpty && passing.activities.count > 100 && passing.links.count > 100))
  }

  @Test func `a byte that is no text is told as with care, wherever it stands`() throws {
    let (activities, links) = tables(seed: 5, rows: 6000, isHostile: false)
    let bytes = (Array(activities.utf8), Array(links.utf8))
    #expect(bytes.0.count > 300_000 && bytes.1.count > 300_000)
    for (place, wrong) in [(60, [0xFF]), (262_143, [0xC3]), (299_000, [0xEF, 0xBB, 0xBF]), (270_000, [0x01])] {
      var broken = bytes
      broken.0.replaceSubrange(place..<place, with: wrong.map { UInt8($0) })
      let found = try said(broken.0, bytes.1, isFar: false).problems
      #expect(found.count == 1)
      #expect(try found.map(\.code) == said(broken.0, bytes.1, isFar: true).problems.map(\.code))
      broken = bytes
      broken.1.replaceSubrange(place..<place, with: wrong.map { UInt8($0) })
      #expect(try said(bytes.0, broken.1, isFar: false).problems.count == 1)
    }
  }

  @Test func `ids are doubled however they are written`() throws {
    for (first, second) in [
      ("a", "a"), ("a", "\"a\""), ("\u{E5}", "a\u{30A}"), ("\"p.x\"", "p.x"), ("b\u{E6}", "b\u{E6}"),
    ] {
      for filler in [0, 3000] {
        let rows = (0..<filler).map { "row-\($0),A name of some length,3d\n" }.joined()
        let text = "id,name,duration\n\(first),x,1d\n\(rows)\(second),y,2d,too many\n\(second),y,2q\n"
        let found = try TemporaryPlan(["a.csv": text]).problems("a.csv").map(\.placeAndCode)
        #expect(
          found == [
            "a.csv:\(filler + 3):\(second.unicodeScalars.count + 7) bad-table", "a.csv:\(filler + 4):1 duplicate-id",
          ])
      }
    }
  }

  @Test(arguments: ["id", "id\n", "\u{FEFF}id\r\n", "id,name\n\n\n,\n\n", "\n\nid\n"])
  func `no rows are no activities`(text: String) throws {
    let plan = try TemporaryPlan(["activities.csv": text, "links.csv": "from,to\n"]).read("activities.csv").plan
    #expect(plan.activities.isEmpty && plan.links.isEmpty)
  }

  /// A spreadsheet leaves rows empty above the header, which then decided that cells are between commas.
  @Test(arguments: ["\n\r\n", " \n", ";;\n", "\t\n"])
  func `empty lines above the header do not tell what stands between cells`(above: String) throws {
    let plan = try TemporaryPlan(["a.csv": above + "id;name;duration\na;Grave, støpe;3d\n"]).read("a.csv").plan
    #expect(plan.activities.map(\.name) == ["Grave, støpe"])
  }

  /// Characters of several bytes and controls at each place of the blocks in which bytes are looked at.
  @Test func `what tables may hold does not depend on where it stands`() throws {
    for place in 1..<140 {
      let before = String(repeating: "x", count: place)
      for (text, isHeld) in [
        ("æ", true), ("短", true), ("👷", true), ("\t", true), ("\u{85}", true), ("\u{7F}", false), ("\u{1}", false),
        ("\u{81}", false), ("\u{FFFE}", false),
      ] {
        let files = try TemporaryPlan(["a.csv": "id,name\na,\(before)\(text)y\n"])
        if isHeld {
          #expect(try files.read("a.csv").plan.activities.map(\.name) == ["\(before)\(text)y"])
        } else {
          #expect(files.problems("a.csv").count == 1)
        }
      }
    }
  }

  @Test func `a row may be longer than what is read at a time`() throws {
    let long = String(repeating: "æøå, ", count: 150_000)
    let text = "id,name,duration\na,\"\(long)\",3d\n" + "b,\"\(long)\n\",4d\nc,,5d"
    let plan = try TemporaryPlan(["a.csv": text]).read("a.csv").plan
    #expect(plan.activities.map(\.id.text) == ["a", "b", "c"] && plan.activities[0].name == long)
    #expect(plan.activities.map { $0.duration?.value.likely } == [.days(3), .days(4), .days(5)])
  }
}

extension String {
  /// The code of a problem, between its place and its values.
  fileprivate var code: Substring { split(separator: " ")[1] }
}

/// SplitMix64, so that a seed gives the same tables everywhere.
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
  }
}
