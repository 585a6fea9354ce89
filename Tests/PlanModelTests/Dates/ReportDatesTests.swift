import PlanModel
import Testing

@Suite struct `Dates of reports` {
  @Test(arguments: ReportDates.of2019)
  func `of 2019 mean their days`(date: WrittenDate) throws {
    let context = DateContext(reportYear: 2019, statusDate: Day(year: 2019, month: 4, day: 30))
    #expect(try DateSpan(date.text, context: context).days == date.days)
  }

  @Test(arguments: ReportDates.of2020)
  func `of 2020 mean their days`(date: WrittenDate) throws {
    #expect(try DateSpan(date.text, context: DateContext(reportYear: 2020)).days == date.days)
  }

  @Test(arguments: ReportDates.of2022)
  func `of 2022 mean their days`(date: WrittenDate) throws {
    #expect(try DateSpan(date.text, context: DateContext(reportYear: 2022)).days == date.days)
  }

  @Test(arguments: ReportDates.of2023)
  func `of 2023 mean their days`(date: WrittenDate) throws {
    let context = DateContext(reportYear: 2023, statusDate: Day(year: 2023, month: 4, day: 30))
    #expect(try DateSpan(date.text, context: context).days == date.days)
  }

  @Test func `need the status date only for what is relative to it`() {
    let relative: Set = ["ved neste rapportering", "i neste tertial"]
    for date in ReportDates.of2019 + ReportDates.of2023 where relative.contains(date.text) {
      #expect(throws: DateProblem(.statusDateMissing, text: date.text)) {
        try DateSpan(date.text, context: DateContext(reportYear: 2023))
      }
    }
  }
}
