import PlanSimulation
import Testing

@Suite struct `Measures of sensitivity` {
  @Test func `of an activity that decides the finish`() throws {
    let one = try #require(Sensitivity(durations: [2, 4, 6], floats: [0, 0, 0], spans: [10, 12, 14]))
    #expect(one.criticality == 1)
    #expect(one.significance == 1)
    #expect(one.scheduleSensitivity == 1)
    #expect(one.pearson == 1 && one.spearman == 1 && one.kendall == 1)
  }

  @Test func `of an activity that shortens the project keeps its sign`() throws {
    let one = try #require(Sensitivity(durations: [2, 4, 6], floats: [0, 2, 0], spans: [14, 12, 10]))
    #expect(one.pearson == -1 && one.spearman == -1 && one.kendall == -1)
    #expect(abs(one.criticality - 2.0 / 3) < 1e-15)
    // (14 + 4/6 · 12 + 10) / 36
    #expect(abs((one.significance ?? 0) - 32.0 / 36) < 1e-15)
  }

  @Test func `of a milestone is its criticality alone`() throws {
    let one = try #require(Sensitivity(durations: [0, 0], floats: [0, 0], spans: [10, 12]))
    #expect(one.criticality == 1 && one.significance == 0 && one.scheduleSensitivity == 0 && one.pearson == nil)
  }

  @Test func `needs iterations that fit together`() throws {
    #expect(Sensitivity(durations: [], floats: [], spans: []) == nil)
    #expect(Sensitivity(durations: [1], floats: [1, 2], spans: [1]) == nil)
    let still = try #require(Sensitivity(durations: [1], floats: [3], spans: [4], threshold: 3))
    #expect(still.criticality == 1 && still.scheduleSensitivity == nil)
  }
}
