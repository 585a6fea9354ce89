import Foundation
import Testing

@Suite struct `Simulate` {
  private let asked = ["--scenario", "plan-b", "--scenario", "release-1-1-juni"]
  /// Three working days at most, two at least; then a milestone that a promise judges.
  private let small = """
    milepost: 1
    name: Site
    language: en
    start: 2024-01-08
    default-calendar: weekdays
    activities:
      dig: { name: Digging, duration: 2d..3d..7d }
      pour: { name: Pouring, duration: 1d..2d..3d, after: [dig] }
      done: { name: Slab done, milestone: finish, target: 2024-01-15, after: [pour] }
      sure: { name: Sure, milestone: finish, planned: 2024-02-01, source: contract }
    """

  @Test func `gives percentiles and a probability that its own days bear out`() throws {
    let folder = try TemporaryFolder(["site.yaml": small])
    let json = try JSON(milepost("simulate", "site.yaml", "--iterations", "3000", "--json", in: folder.path).output)
    #expect(json["iterations"].number == 3072)
    #expect(json["batches"].number == 3)
    #expect(json["drawn"]["durations"].number == 2)
    let end = json["ends"][id: "done"]
    let days = end["days"].list.compactMap { day in
      day["day"].text.flatMap { text in day["count"].number.map { (text, $0) } }
    }
    #expect(days.map(\.1).reduce(0, +) == 3072)
    #expect(days.map(\.0) == days.map(\.0).sorted())
    for percentile in end["percentiles"].list {
      let day = try #require(percentile["day"].text)
      let share = try #require(percentile["percent"].amount) / 100
      let before = days.filter { $0.0 < day }.map(\.1).reduce(0, +)
      let by = days.filter { $0.0 <= day }.map(\.1).reduce(0, +)
      #expect(Double(by) / 3072 >= share && Double(before) / 3072 < share)
      #expect(try #require(percentile["from"].text) <= day && #require(percentile["to"].text) >= day)
    }
    let kept = days.filter { $0.0 <= "2024-01-15" }.map(\.1).reduce(0, +)
    let probability = try #require(end["probability"]["value"].amount)
    #expect(abs(probability - Double(kept) / 3072) < 1e-6)
    #expect(try #require(end["probability"]["from"].amount) < probability)
    #expect(end["probability"]["bound"].text == "exact")
    #expect(end["influences"][0]["id"].text == "dig")
    #expect(end["influences"][0]["criticality"].amount == 1)
    #expect(json["ends"][id: "sure"]["probability"]["value"].amount == 1)
  }

  @Test(arguments: ["plain", "lhs", "sobol"])
  func `draws until dates are known as well as was wanted`(way: String) throws {
    let folder = try TemporaryFolder(["site.yaml": small])
    let call = ["simulate", "site.yaml", "--to", "done", "--sampling", way, "--precision", "1"]
    let run = try milepost(call + ["--threads", "1"], in: folder.path)
    #expect(run.status == 0, "\(run.problems)")
    #expect(run.output.contains("Drawing stopped when every P date was known within 1 d"), "\(run.output)")
    #expect(run.output.contains("Latin hypercube") == (way == "lhs"))
    #expect(run.output.contains("Sobol points") == (way == "sobol"))
    // Where drawing stops does not hang on threads.
    #expect(try milepost(call + ["--threads", "2"], in: folder.path).output == run.output)
    let json = try JSON(milepost(call + ["--json"], in: folder.path).output)
    #expect(json["precise"].bool == true)
    #expect(json["manifest"]["arguments"]["sampling"].text == way)
    let few = try JSON(
      milepost(call + ["--iterations", "1000", "--percentiles", "0.001", "--json"], in: folder.path).output)
    #expect(few["iterations"].number == 1024)
    #expect(few["precise"].bool == false)
  }

  @Test func `merges parts that are spread evenly`() throws {
    let folder = try TemporaryFolder(["site.yaml": small])
    let call = ["simulate", "site.yaml", "--sampling", "lhs", "--iterations", "5000"]
    for part in ["1", "2", "3"] {
      #expect(try milepost(call + ["--shard", part + "/3", "-o", part], in: folder.path).status == 0)
    }
    let merged = try milepost("merge", "3", "1", "2", "--json", in: folder.path)
    #expect(merged.status == 0, "\(merged.problems)")
    #expect(try milepost(call + ["--json"], in: folder.path).output == merged.output)
  }

  @Test func `refuses ways of drawing that do not go together`() throws {
    let folder = try TemporaryFolder(["site.yaml": small])
    for (options, text) in [
      (["--precision=-1"], "-1 days are no precision"), (["--precision", "1", "--shard", "1/2"], "a part of a run"),
      (["--sampling", "halton"], "halton"), (["--precision", "soon"], "soon"),
    ] {
      let run = try milepost(["simulate", "site.yaml"] + options, in: folder.path)
      #expect(run.status == 2 && run.output.isEmpty)
      #expect(run.problems.contains(text), "\(run.problems)")
    }
    let paired = try milepost(
      "compare", Built.portfolio, "plan-a", "plan-b", "--simulate", "--sampling", "sobol")
    #expect(paired.status == 2 && paired.problems.contains("give plain or lhs"), "\(paired.problems)")
  }

  @Test func `answers whether plan B holds Bergen after six weeks, and names what it assumes`() throws {
    let run = try milepost(
      ["simulate", Built.portfolio] + asked + [
        "--change", "amk-interregional.release-1-1 +6ew", "--to", "bergen-start", "--to", "oslo-start",
      ], environment: ["COLUMNS": "80"])
    #expect(run.status == 0)
    #expect(run.output.contains("mål januar 2024: over 99 %"))
    // What the milestone does not wait for cannot be what makes it unsure.
    #expect(!run.output.contains("Digital patologi"))
    #expect(run.output.contains("svaret er ikke sikrere enn dem"))
    #expect(run.output.contains("varighet av Akseptansetest"))
    #expect(run.output.contains("Svaret hviler på disse forutsetningene:"))
    #expect(run.lines.allSatisfy { $0.count <= 80 })
    let english = try milepost(
      ["simulate", Built.portfolio] + asked + ["--to", "bergen-start", "--language", "en", "--iterations", "1024"])
    #expect(english.output.contains("target januar 2024: "))
  }

  @Test func `calls a probability at most where something undated is left out, and names it`() throws {
    let run = try milepost(
      "simulate", Built.portfolio, "--scenario", "plan-b", "--to", "bergen-start", "--iterations", "1024",
      environment: ["COLUMNS": "200"])
    #expect(run.output.contains("mål januar 2024: uvisst (høyst 100 %); utelater det som ikke har dato: Release 1.1"))
    let json = try JSON(
      milepost(
        "simulate", Built.portfolio, "--scenario", "plan-b", "--to", "bergen-start", "--json", "--iterations", "1024"
      ).output)
    #expect(json["ends"][0]["probability"]["bound"].text == "upper")
    #expect(json["ends"][0]["leavesOut"].texts == ["amk-interregional.release-1-1"])
  }

  @Test(arguments: [("at 60%", 0), ("at 99.99%", 1)])
  func `a requirement that is not met gives 1`(share: String, status: Int) throws {
    let folder = try TemporaryFolder(["site.yaml": small])
    let run = try milepost("simulate", "site.yaml", "--require", "done <= 2024-01-16 \(share)", in: folder.path)
    #expect(run.status == Int32(status), "\(run.output)")
    #expect(run.output.contains("Requirement done <= 2024-01-16 \(share): \(status == 0 ? "✓" : "✗")"))
  }

  @Test func `the same seed gives the same bytes on any number of threads, another seed others`() throws {
    let folder = try TemporaryFolder(["site.yaml": small])
    func output(_ arguments: String...) throws -> String {
      try milepost(["simulate", "site.yaml", "--json", "--iterations", "4096"] + arguments, in: folder.path).output
    }
    let one = try output("--threads", "1")
    #expect(try output("--threads", "3") == one)
    #expect(try output() == one)
    #expect(try output("--seed", "2") != one)
  }

  @Test func `warns where nothing can vary`() throws {
    let folder = try TemporaryFolder([
      "site.yaml": "milepost: 1\nname: S\nstart: 2024-01-08\nactivities:\n  a: { duration: 1d }\n"
    ])
    let run = try milepost("simulate", "site.yaml", "--language", "en", in: folder.path)
    #expect(run.status == 0)
    #expect(run.problems.contains("warning[nothing-drawn]"))
    #expect(run.output.contains("All futures are the same"))
  }

  @Test(arguments: [
    ["--iterations", "0"], ["--iterations", "-5"], ["--threads", "0"], ["--percentiles", "0,50"],
    ["--percentiles", "50,"], ["--percentiles", "nan"], ["--require", "done <= 2024-01-15"],
    ["--require", "done <= 2024-01-15 at 0%"], ["--require", "gone <= 2024-01-15 at 80%"], ["--shard", "3/2"],
    ["--shard", "0/2"], ["--shard", "1"], ["--to", "gone"], ["--seed", "-1"],
  ])
  func `a wrong call is refused`(arguments: [String]) throws {
    let folder = try TemporaryFolder(["site.yaml": small])
    let run = try milepost(["simulate", "site.yaml"] + arguments, in: folder.path)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.problems.contains("error["))
  }

  @Test func `fits its schema, and so does a part`() throws {
    let whole = try milepost(
      ["simulate", Built.portfolio, "--json", "--iterations", "1", "--require", "bergen-start <= 2024-01 at 80%"]
        + asked)
    #expect(try JSONSchema(named: "simulate").problems(in: whole.output) == [])
    let part = try milepost(["simulate", Built.portfolio, "--iterations", "1", "--shard", "1/1"] + asked)
    #expect(try JSONSchema(named: "part").problems(in: part.output) == [])
  }

  // MARK: Parts

  @Test(arguments: [1, 2, 3, 5, 7])
  func `merged parts are the whole run to the byte, in any order`(count: Int) throws {
    let folder = try TemporaryFolder(["site.yaml": small])
    let call = ["simulate", "site.yaml", "--iterations", "5000", "--seed", "9"]
    var parts: [String] = []
    for part in 1...count {
      parts.append("part-\(part).json")
      let run = try milepost(call + ["--shard", "\(part)/\(count)", "-o", "part-\(part).json"], in: folder.path)
      #expect(run.status == 0, "\(run.problems)")
    }
    var generator = SeededOrder(state: UInt64(count))
    parts.shuffle(using: &generator)
    for form in [["--json"], ["--language", "nb"]] {
      let whole = try milepost(call + form, in: folder.path)
      let merged = try milepost(["merge"] + parts + form, in: folder.path)
      #expect(merged.status == 0, "\(merged.problems)")
      #expect(merged.output == whole.output)
    }
  }

  @Test func `parts that do not belong together are refused`() throws {
    let folder = try TemporaryFolder(["site.yaml": small])
    func part(_ name: String, _ arguments: String...) throws {
      let run = try milepost(
        ["simulate", "site.yaml", "--iterations", "2048", "-o", name] + arguments, in: folder.path)
      #expect(run.status == 0, "\(run.problems)")
    }
    func refused(_ parts: String..., saying text: String) throws {
      let run = try milepost(["merge"] + parts, in: folder.path)
      #expect(run.status == 2)
      #expect(run.output == "")
      #expect(run.problems.contains("error[bad-part]: "), "\(run.problems)")
      #expect(run.problems.contains(text), "\(run.problems)")
    }
    try part("1", "--shard", "1/2")
    try part("2", "--shard", "2/2")
    try part("seed", "--shard", "2/2", "--seed", "5")
    try part("change", "--shard", "2/2", "--change", "dig +1ed")
    try refused("1", "seed", saying: "another seed")
    try refused("1", "change", saying: "another changes")
    try refused("1", "1", saying: "holds some of the same futures as '1'")
    try refused("1", saying: "add part 2/2")
    try refused("site.yaml", saying: "is no whole JSON file")
    let text = try String(contentsOfFile: folder.path + "/2", encoding: .utf8)
    try folder.write("cut", String(text.dropLast(100)))
    try refused("1", "cut", saying: "is no whole JSON file")
    try folder.write("bent", text.replacingOccurrences(of: "\"seed\": \"1\"", with: "\"seed\": \"8\""))
    try refused("bent", saying: "is damaged")
    let minute = try #require(text.firstMatch(of: /(?<minute>\d{8}) \d{8} \d{8}/))
    try folder.write(
      "later", text.replacingCharacters(in: minute.minute.startIndex..<minute.minute.endIndex, with: "99999999"))
    try refused("1", "later", saying: "is damaged")
    try folder.write("site.yaml", small + "\n# changed since\n")
    try refused("1", "2", saying: "another plan (digest of the input)")
    #expect(try milepost("merge", "gone.json", in: folder.path).problems.contains("error[unreadable-file]"))
  }
}

/// SplitMix64, so that a failure can be repeated.
private struct SeededOrder: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
