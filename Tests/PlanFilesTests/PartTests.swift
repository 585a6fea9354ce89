import PlanFiles
import PlanModel
import Testing

@Suite struct `What is part of itself` {
  @Test func `is told with every place, each loop once`() throws {
    let text = """
      activities:
        a: { summary: yes, part-of: b }
        b: { summary: yes, part-of: a }
        c: { summary: yes, part-of: c }
        d: { summary: yes, part-of: a }
      """
    #expect(
      try problems(text) == [
        """
        plan.yaml:3:31: error[part-of-cycle]: 'a' is part of itself: a → b → a
          also: plan.yaml:4:31
          help: remove one of these 'part-of'
        """,
        """
        plan.yaml:5:31: error[part-of-cycle]: 'c' is part of itself: c → c
          help: remove one of these 'part-of'
        """,
      ])
  }

  @Test func `projects too`() throws {
    let plan = try TemporaryPlan([
      "portfolio.yaml": "milepost: 1\ninclude: [b.yaml, a.yaml]", "a.yaml": "project: a\npart-of: b\n",
      "b.yaml": "project: b\npart-of: a\nactivities: { x: { part-of: y }, y: { part-of: b.x } }\n",
    ])
    #expect(
      plan.problems() == [
        """
        b.yaml:2:10: error[part-of-cycle]: 'b' is part of itself: b → a → b
          also: a.yaml:2:10
          help: remove one of these 'part-of'
        """,
        """
        b.yaml:3:29: error[part-of-cycle]: 'b.x' is part of itself: b.x → b.y → b.x
          also: b.yaml:3:48
          help: remove one of these 'part-of'
        """,
      ])
  }

  /// Each of three is part of none, one of the others or itself: all 4³ ways.
  @Test func `is found in every small world, and nowhere else`() throws {
    let names = ["a", "b", "c"]
    for world in 0..<64 {
      let wholes = [world % 4, world / 4 % 4, world / 16]
      // Obvious: whoever comes back to itself within three steps.
      let looping = names.indices.filter { start in
        var place = start
        for _ in names {
          guard wholes[place] < 3 else { return false }
          place = wholes[place]
          if place == start { return true }
        }
        return false
      }
      var text = "projects:\n"
      for (name, whole) in zip(names, wholes) {
        text += "  \(name): { name: P\(whole < 3 ? ", part-of: \(names[whole])" : "") }\n"
      }
      let found = try problems(text)
      #expect(found.allSatisfy { $0.contains("error[part-of-cycle]") })
      let told = found.flatMap { $0.split(separator: "\n").filter { !$0.contains("help:") } }
      #expect(told.count == looping.count, "\(text) \(found)")
    }
  }

  @Test(.timeLimit(.minutes(1))) func `costs no square in a long chain`() throws {
    var text = "activities:\n"
    for i in 0..<4000 { text += "  a-\(i): { summary: yes, part-of: a-\((i + 1) % 4000) }\n" }
    #expect(try codes(text) == ["plan.yaml:3:33 part-of-cycle"])
  }
}
