import PlanModel
import Testing

@Suite struct `The grammar of changes` {
  private func problem(_ text: String) -> String {
    do {
      _ = try Change(text)
      return "fits"
    } catch {
      return "\(error.column) \(error.diagnostic.message)"
    }
  }

  /// The last word won before, against the printed grammar.
  @Test(arguments: [
    ("x -> y FS SS", "11 'SS' is a second type of the same link"),
    ("x -> y FS FS", "11 'FS' is a second type of the same link"),
    ("x -> y FS+1d SS+2d", "14 'SS' is a second type of the same link"),
    ("x -> y FS+1d +2d", "14 '+2d' is a second lag of the same link"),
    ("x -> y +1d FS-2d", "14 '-2d' is a second lag of the same link"),
    ("x -> y hard soft", "13 'soft' is a second strength of the same link"),
    ("x → y SS +1d co co", "17 'co' is a second strength of the same link"),
    ("x -> y FD", "8 'FD' is no link type, lag or strength"),
    ("x -> y FS10d", "8 'FS10d' is no link type, lag or strength"),
    ("x -> y FS+10", "10 '+10' is not an amount of time"),
  ])
  func `a link has one type, one lag and one strength`(text: String, expected: String) {
    #expect(problem(text) == expected)
  }

  @Test(arguments: [
    ("x -> y", Link.Kind.finishToStart, "", Strength.hard), ("x -> y SS", .startToStart, "", .hard),
    ("x -> y FF-2w soft", .finishToFinish, "-2w", .soft), ("x -> y SF +3d co", .startToFinish, "3d", .co),
    ("x -> y +3d", .finishToStart, "3d", .hard),
  ])
  func `each part of a link is read`(text: String, kind: Link.Kind, lag: String, strength: Strength) throws {
    guard case .link(let link) = try Change(text).action else {
      Issue.record("no link")
      return
    }
    #expect(link.kind == kind)
    #expect(link.lag?.description ?? "" == lag)
    #expect(link.strength == strength)
  }

  @Test func `a milestone is added at one side of its day`() throws {
    #expect(problem("add x milestone start planned=2023-05-01") == "fits")
    #expect(problem("add x milestone start finish").hasPrefix("23 "))
  }
}
