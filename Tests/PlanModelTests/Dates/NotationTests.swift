import PlanModel
import Testing

@Suite struct `Dates written for machines` {
  @Test(arguments: [
    WrittenDate("2023-06-15", "2023-06-15"),
    WrittenDate("2023-06", "2023-06-01", "2023-06-30"),
    WrittenDate("2024-02", "2024-02-01", "2024-02-29"),
    WrittenDate("2024", "2024-01-01", "2024-12-31"),
    WrittenDate("2020-W35", "2020-08-24", "2020-08-30"),
    WrittenDate("2020-W53", "2020-12-28", "2021-01-03"),
    WrittenDate("2020-W35-3", "2020-08-26"),
    WrittenDate("2024-Q1", "2024-01-01", "2024-03-31"),
    WrittenDate("2023-T1", "2023-01-01", "2023-04-30"),
    WrittenDate("2023-T3", "2023-09-01", "2023-12-31"),
    WrittenDate("2023-H1", "2023-01-01", "2023-06-30"),
    WrittenDate("1985-04-12T23:20:30Z", "1985-04-12"),
    WrittenDate("1985-04-12T23:20:30+04:30", "1985-04-12"),
    WrittenDate("1985-04-12T23:20", "1985-04-12"),
  ])
  func `of ISO 8601 mean their days`(date: WrittenDate) throws {
    #expect(try DateSpan(date.text).days == date.days)
  }

  @Test(arguments: [
    // Level 0 and 1.
    WrittenDate("2023-05-01/2023-06-15", "2023-05-01", "2023-06-15"),
    WrittenDate("2023-05/2023-08", "2023-05-01", "2023-08-31"),
    WrittenDate("1964/2008", "1964-01-01", "2008-12-31"),
    WrittenDate("2004-02-01/2005", "2004-02-01", "2005-12-31"),
    WrittenDate("../2022-10-01", nil, "2022-10-01"),
    WrittenDate("/2022-10-01", nil, "2022-10-01"),
    WrittenDate("2022-10/..", "2022-10-01", nil),
    WrittenDate("2022-10/", "2022-10-01", nil),
    WrittenDate("../..", nil, nil),
    WrittenDate("2024-06~", "2024-06-01", "2024-06-30"),
    WrittenDate("2024?", "2024-01-01", "2024-12-31"),
    WrittenDate("2024-06-11%", "2024-06-11"),
    WrittenDate("1984~/2004-06", "1984-01-01", "2004-06-30"),
    WrittenDate("2001-21", "2001-03-01", "2001-05-31"),
    WrittenDate("2001-22", "2001-06-01", "2001-08-31"),
    WrittenDate("2001-23", "2001-09-01", "2001-11-30"),
    WrittenDate("2003-24", "2003-12-01", "2004-02-29"),
    WrittenDate("202X", "2020-01-01", "2029-12-31"),
    WrittenDate("20XX", "2000-01-01", "2099-12-31"),
    WrittenDate("2024-XX", "2024-01-01", "2024-12-31"),
    WrittenDate("2024-02-XX", "2024-02-01", "2024-02-29"),
    WrittenDate("2024-XX-XX", "2024-01-01", "2024-12-31"),
    // Level 2.
    WrittenDate("2001-25", "2001-03-01", "2001-05-31"),
    WrittenDate("2001-28", "2001-12-01", "2002-02-28"),
    WrittenDate("2001-29", "2001-09-01", "2001-11-30"),
    WrittenDate("2001-30", "2001-12-01", "2002-02-28"),
    WrittenDate("2001-31", "2001-03-01", "2001-05-31"),
    WrittenDate("2001-32", "2001-06-01", "2001-08-31"),
    WrittenDate("2024-33", "2024-01-01", "2024-03-31"),
    WrittenDate("2024-34", "2024-04-01", "2024-06-30"),
    WrittenDate("2024-35", "2024-07-01", "2024-09-30"),
    WrittenDate("2024-36", "2024-10-01", "2024-12-31"),
    WrittenDate("2024-37", "2024-01-01", "2024-04-30"),
    WrittenDate("2024-38", "2024-05-01", "2024-08-31"),
    WrittenDate("2024-39", "2024-09-01", "2024-12-31"),
    WrittenDate("2024-40", "2024-01-01", "2024-06-30"),
    WrittenDate("2024-41", "2024-07-01", "2024-12-31"),
    WrittenDate("2004-06~-11", "2004-06-11"),
    WrittenDate("?2004-06-~11", "2004-06-11"),
    WrittenDate("1960-XX-25", "1960-01-25", "1960-12-25"),
    WrittenDate("196X-12-25", "1960-12-25", "1969-12-25"),
    WrittenDate("19XX-12-XX", "1900-12-01", "1999-12-31"),
    WrittenDate("202X-02-29", "2020-02-29", "2028-02-29"),
    WrittenDate("2023-XX-31", "2023-01-31", "2023-12-31"),
    WrittenDate("2023-1X", "2023-10-01", "2023-12-31"),
    WrittenDate("2023-06-1X", "2023-06-10", "2023-06-19"),
    WrittenDate("{1967,1968,1970..1972}", "1967-01-01", "1972-12-31"),
    WrittenDate("[1967,1968]", "1967-01-01", "1968-12-31"),
    WrittenDate("{1960,1961-12}", "1960-01-01", "1961-12-31"),
    WrittenDate("[..1983-12-03]", nil, "1983-12-03"),
    WrittenDate("[1984-12..]", "1984-12-01", nil),
    WrittenDate("{..1983-12-31,1984-10-10..1984-11-01}", nil, "1984-11-01"),
    WrittenDate("1950S2", "1900-01-01", "1999-12-31"),
    WrittenDate("Y2023", "2023-01-01", "2023-12-31"),
    WrittenDate("Y2E3", "2000-01-01", "2000-12-31"),
    WrittenDate("2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03"),
  ])
  func `of EDTF mean their days`(date: WrittenDate) throws {
    #expect(try DateSpan(date.text).days == date.days)
  }

  @Test(arguments: [
    WrittenDate("1560-XX-25", "1560-01-25", "1560-12-25"),
    WrittenDate("156X-12-25", "1560-12-25", "1569-12-25"),
    WrittenDate("15XX-12-25", "1500-12-25", "1599-12-25"),
    WrittenDate("1XXX-XX", "1000-01-01", "1999-12-31"),
    WrittenDate("{1667,1668,1670..1672}", "1667-01-01", "1672-12-31"),
    WrittenDate("[..1760-12-03]", nil, "1760-12-03"),
  ])
  func `reach further back where the context says so`(date: WrittenDate) throws {
    #expect(try DateSpan(date.text, context: DateContext(years: 1...9999)).days == date.days)
    #expect(throws: DateProblem(.outOfRange, text: date.text)) { try DateSpan(date.text) }
  }

  @Test(arguments: [
    "1899", "2201", "1899-12-31", "0000", "-1985", "-1985-04", "Y170000002", "Y-170000002", "Y-17E7", "Y17E8",
    "Y171010000S3", "XXXX", "1XXX-12", "../1899-12-31", "2200-24", "220X",
  ])
  func `outside the years of plans are refused`(text: String) {
    #expect(throws: DateProblem(.outOfRange, text: text)) { try DateSpan(text) }
  }

  @Test(arguments: [
    "2023-02-29", "2023-04-31", "2023-00", "2023-13", "2023-20", "2023-42", "2023-01-00", "2021-W53", "2020-W00",
    "2020-W35-8", "2020-W35-0", "2024-Q5", "2024-Q0", "2023-T4", "2023-H3", "2023-02-3X", "2023-2X",
  ])
  func `of no calendar are refused`(text: String) {
    let problem = #expect(throws: DateProblem.self) { try DateSpan(text) }
    if case .noSuchDay = problem?.reason {} else { Issue.record("\(text): \(String(describing: problem?.reason))") }
  }

  @Test(arguments: ["2023-06/2023-05", "2024/2023", "2023-05-02/2023-05-01", "{2024..2023}"])
  func `that end before they start are refused`(text: String) {
    #expect(throws: DateProblem(.reversedInterval, text: text)) { try DateSpan(text) }
  }

  @Test(arguments: [
    "/", "//", "..", "2023-5", "20230405", "2023--05", "2023-05-", "-", "[]", "{}", "[2023", "2023/2024/2025", "2023-Q",
    "~", "?", "2023-05-01T25:00", "2023~~~", "2004-06-(11)", "X", "Y", "Y-", "YE", "2023-05-01/x",
  ])
  func `in no known form are no dates`(text: String) {
    #expect(throws: DateProblem(.notADate, text: text)) { try DateSpan(text) }
  }

  @Test func `say how sure they are`() throws {
    #expect(try DateSpan("2024-06").qualifier == .none)
    #expect(try DateSpan("2024-06~").qualifier == .approximate)
    #expect(try DateSpan("2024-06?").qualifier == .uncertain)
    #expect(try DateSpan("2024-06%").qualifier == .both)
    #expect(try DateSpan("2024~-06?").qualifier == .both)
    #expect(try DateSpan("2024~/2025?").qualifier == .both)
    #expect(try DateSpan("?2024-06-11").qualifier == .uncertain)
  }

  /// An oracle that knows nothing but comparing digits: every pattern of a few years against every day in them.
  @Test func `with unspecified digits mean the days from the first match to the last`() throws {
    let first = try #require(Day(year: 2019, month: 1, day: 1))
    let days = (0..<4 * 366).map { (first + $0).description }.filter { $0 < "2023" }
    for year in ["2019", "2020", "2021"] {
      for month in ["XX", "0X", "1X", "X2", "02", "06"] {
        for day in ["0X", "1X", "2X", "3X", "X9", "X1", "29", "30", "31"] {
          let pattern = "\(year)-\(month)-\(day)"
          let matches = days.filter { zip($0, pattern).allSatisfy { $1 == "X" || $0 == $1 } }
          let span = try? DateSpan(pattern)
          #expect(span?.earliest?.description == matches.first, "\(pattern)")
          #expect(span?.latest?.description == matches.last, "\(pattern)")
        }
      }
    }
  }

  @Test func `name every day, month and week of a calendar as the calendar does`() throws {
    var day = try #require(Day(year: 2019, month: 12, day: 1))
    while day.year < 2022 {
      let (week, weekday) = (day.isoWeek, Int(day.weekday.rawValue) + 1)
      let name = "\(week.year)-W\(week.week < 10 ? "0" : "")\(week.week)"
      #expect(try DateSpan(day.description) == DateSpan(day))
      #expect(try DateSpan("\(name)-\(weekday)").earliest == day)
      let span = try DateSpan(name)
      #expect(try #require(span.earliest) <= day && day <= #require(span.latest))
      day = day + 1
    }
  }
}
