import Foundation
import PlanFiles
import PlanModel
import Testing

/// A small generator of random numbers with a seed (SplitMix64).
private struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite struct `Hostile input` {
  static let valid = """
    milepost: 1
    name: "Plan åå"
    status-date: 2023-04-30
    options: { profile: strict, critical-float: 0d }
    calendars:
      c: { extends: norway, monday: "08:00-11:30, 12:00-16:00", exceptions: [{ on: 2023-07, hours: closed }] }
    windows: { w: { days: [saturday], open: 2024-01/2024-03 } }
    projects:
      p:
        cost: { accrued: 63, forecast: 275.3, parts: { a: 1 } }
        status: { time: red }
        source: "§ 3"
        activities:
          a: { duration: { low: 1d, likely: 2d, high: 3d }, calendar: c }
          b:
            milestone: start
            planned: { at: høsten 2023, because: x }
            window: w
            after: [a, "a SS+10d soft", { from: a, kind: data, lag: -50% }]
            baseline: { original: 2023-04-11 }
            state: { is: missed, at: 2023-04-11 }
    links:
      - { from: p.a, to: p.b, type: FF, gap: unknown }
    relations: [{ from: p, to: p.b, risks: R1 }]
    choices: { k: { alternatives: [s] } }
    scenarios:
      s: { changes: [p.a duration +2w, p.b target=2024-01, drop p.a -> p.b, add p.c 3d..5d] }
    risks: { R1: { likelihood: S3, impact: { p.a: 2ew }, measures: { m: { name: x } } } }
    registers: { r: { columns: { x: number, y: date }, rows: [{ x: 1, y: 2023 }] } }
    # the end

    """

  static let bits: [[UInt8]] =
    [
      ": ", "- ", "[", "]", "{", "}", "\"", "'", "\n", "\n  ", "\t", "#", " #", "&a ", "*a", "!", "|", ">", "%", "@",
      ",", "?",
      "<<: ", "---\n", "...\n", "-", "+", "..", "9999999999", "2023", "->", "none", "~", "null", "\0", "\r", "\u{85}",
      "\u{FEFF}",
      "\u{1F600}", "a: a\n", ".",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF5]]

  @Test(arguments: 0..<30)
  func `mutations of a good file are read or refused, never worse`(block: Int) throws {
    let plan = try TemporaryPlan(["plan.yaml": Self.valid])
    _ = try plan.read()
    for round in 0..<100 {
      var dice = Dice(state: UInt64(block * 100 + round))
      var bytes = Array(Self.valid.utf8)
      for _ in 0...Int.random(in: 0..<4, using: &dice) {
        let at = Int.random(in: 0..<bytes.count, using: &dice)
        let length = min(Int.random(in: 0..<12, using: &dice), bytes.count - at)
        switch Int.random(in: 0..<4, using: &dice) {
        case 0: bytes.removeSubrange(at..<(at + length))
        case 1: bytes.insert(contentsOf: Self.bits.randomElement(using: &dice)!, at: at)
        case 2:
          let from = Int.random(in: 0..<bytes.count, using: &dice)
          bytes.insert(contentsOf: Array(bytes[from..<min(from + length * 4, bytes.count)]), at: at)
        default: bytes[at] = UInt8.random(in: 0...255, using: &dice)
        }
        if bytes.isEmpty { bytes = [0x61] }
      }
      try plan.write("plan.yaml", Data(bytes))
      do {
        _ = try plan.read()
      } catch {
        // Refused with places inside the file.
        #expect(!error.diagnostics.isEmpty)
        for diagnostic in error.diagnostics {
          let place = try #require(error.places[diagnostic.origin], "block \(block), round \(round)")
          #expect(place.line <= bytes.count + 1)
          #expect(!diagnostic.message.isEmpty)
        }
      }
      try plan.write("plan.csv", Data(bytes))
      _ = plan.problems("plan.csv")
    }
  }

  @Test func `the good file is good`() throws { _ = try TemporaryPlan(["plan.yaml": Self.valid]).read() }
}
