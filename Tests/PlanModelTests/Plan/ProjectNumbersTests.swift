import Testing

@testable import PlanModel

@Suite struct `Numbers of projects` {
  private func expected(_ ids: [ActivityID]) -> (number: [Int32], ids: [ProjectID?]) {
    var projects: [ProjectID?] = []
    let numbers = ids.map { id in
      if !projects.contains(id.project) { projects.append(id.project) }
      return Int32(projects.firstIndex(of: id.project)!)
    }
    return (numbers, projects)
  }

  private func check(_ texts: [String]) throws {
    let ids = texts.map { ActivityID($0) }
    let found = Plan(activities: ids.map { Activity($0) }).projectNumbers()
    let (number, projects) = expected(ids)
    try #require(found.number == number, "\(texts)")
    try #require(found.ids == projects, "\(texts)")
  }

  /// Every text of at most three characters after every other.
  @Test func `are those of the parts before the dot`() throws {
    let characters = ["a", "b", ".", "å", "\u{0}", "\u{301}"]
    var texts = [""]
    for length in 1...3 {
      texts += texts.filter { $0.unicodeScalars.count == length - 1 }.flatMap { text in characters.map { text + $0 } }
    }
    for first in texts { try check([first] + texts.flatMap { [$0, first] }) }
  }

  /// Projects and ids about as long as what lies in two words.
  @Test func `are found for short and long ids alike`() throws {
    for length in 0...20 {
      let project = String(repeating: "p", count: length)
      for rest in 0...16 {
        let tail = String(repeating: "x", count: rest)
        try check([
          project + "." + tail, project + ".y" + tail, project + "p." + tail, project + tail,
          project + "." + tail + ".",
          project + tail + ".p", project + "." + tail, "å" + project + "." + tail, project + ".å",
        ])
      }
    }
  }
}
