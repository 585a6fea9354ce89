import Testing

/// The start at Vestre Viken was stopped some day in March 2023; the portfolio was told on the 30th.
@Suite struct `What was known when` {
  @Test func `a stop that was told on the 30th of March is not known the day before`() throws {
    func placed(_ day: String) throws -> String {
      let run = try milepost(
        "schedule", Built.portfolio, "--why", "patologi-lvms-34.lvms-vv-oppstart", "--as-of", day, "--language", "en")
      #expect(run.status == 0)
      return run.output
    }
    #expect(try placed("2023-03-29").contains("May 2023"))
    #expect(try placed("2023-03-30").contains("not before"))
  }
}
