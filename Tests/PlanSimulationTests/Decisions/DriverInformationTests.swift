import PlanSimulation
import Testing

@Suite struct `Knowing whether a risk occurs` {
  @Test func `is worth what the better choice saves`() throws {
    let one = try #require(DriverInformation(probability: 0.3, occurring: [130, 112], absent: [100, 104]))
    #expect(zip(one.prior, [109, 106.4]).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(one.best == 1)
    #expect(abs(one.informed - 103.6) < 1e-12)
    #expect(abs(one.value - 2.8) < 1e-12)
    #expect(abs(try #require(one.breakEven(between: 0, and: 1)) - 2.0 / 11) < 1e-15)
    #expect(one.breakEven(between: 1, and: 0) == one.breakEven(between: 0, and: 1))
  }

  @Test func `is worth nothing where one plan is better either way`() throws {
    let one = try #require(DriverInformation(probability: 0.5, occurring: [10, 20], absent: [5, 6]))
    #expect(one.value == 0 && one.breakEven(between: 0, and: 1) == nil)
    #expect(one.breakEven(between: 0, and: 0) == nil && one.breakEven(between: 0, and: 2) == nil)
  }

  @Test func `is read off the futures of a run`() throws {
    let one = try #require(
      DriverInformation(
        occurred: [true, false, false, true], finishes: [[12, 5, 7, 14], [9, 8, 8, 11]]))
    #expect(one == DriverInformation(probability: 0.5, occurring: [13, 10], absent: [6, 8]))
    #expect(one.value == 9 - 8)
    #expect(DriverInformation(occurred: [true], finishes: [[1]]) == nil)
    #expect(DriverInformation(occurred: [true, false], finishes: [[1]]) == nil)
    #expect(DriverInformation(probability: 1.5, occurring: [1], absent: [1]) == nil)
    #expect(DriverInformation(probability: 0.5, occurring: [], absent: []) == nil)
  }
}
