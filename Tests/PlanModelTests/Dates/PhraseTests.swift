import PlanModel
import Testing

@Suite struct `Dates in words` {
  /// One row or more for each rule of the reports' conventions, read in a report of 2023.
  @Test(arguments: [
    WrittenDate("11. april 2023", "2023-04-11"), WrittenDate("13.03.2023", "2023-03-13"),
    WrittenDate("1.10.2022", "2022-10-01"), WrittenDate("1. 10. 2022", "2022-10-01"),
    WrittenDate("1.10.22", "2022-10-01"), WrittenDate("11. mai", "2023-05-11"), WrittenDate("11 mai", "2023-05-11"),
    WrittenDate("1.9", "2023-09-01"), WrittenDate("1.9.", "2023-09-01"), WrittenDate("den 11. mai", "2023-05-11"),
    WrittenDate("torsdag 11. mai 2023", "2023-05-11"), WrittenDate("november 2023", "2023-11-01", "2023-11-30"),
    WrittenDate("NOVEMBER 2023", "2023-11-01", "2023-11-30"), WrittenDate("nov. 2023", "2023-11-01", "2023-11-30"),
    WrittenDate("i mai", "2023-05-01", "2023-05-31"), WrittenDate("i løpet av mai", "2023-05-01", "2023-05-31"),
    WrittenDate("ila mai", "2023-05-01", "2023-05-31"), WrittenDate("gjennom mai", "2023-05-01", "2023-05-31"),
    WrittenDate("primo juni", "2023-06-01", "2023-06-10"), WrittenDate("medio juni 2023", "2023-06-11", "2023-06-20"),
    WrittenDate("ultimo februar 2024", "2024-02-21", "2024-02-29"),
    WrittenDate("slutten av mai", "2023-05-21", "2023-05-31"),
    WrittenDate("starten av mai", "2023-05-01", "2023-05-10"),
    WrittenDate("midten av mai", "2023-05-11", "2023-05-20"),
    WrittenDate("tidlig i mai", "2023-05-01", "2023-05-10"), WrittenDate("sent i mai", "2023-05-21", "2023-05-31"),
    WrittenDate("1. kvartal 2024", "2024-01-01", "2024-03-31"), WrittenDate("Q1", "2023-01-01", "2023-03-31"),
    WrittenDate("siste kvartal 2023", "2023-10-01", "2023-12-31"),
    WrittenDate("fjerde kvartal", "2023-10-01", "2023-12-31"), WrittenDate("Q3-2023", "2023-07-01", "2023-09-30"),
    WrittenDate("2024 Q1", "2024-01-01", "2024-03-31"),
    WrittenDate("første halvår", "2023-01-01", "2023-06-30"),
    WrittenDate("andre halvår 2024", "2024-07-01", "2024-12-31"),
    WrittenDate("2. halvår 2023", "2023-07-01", "2023-12-31"),
    WrittenDate("første tertial", "2023-01-01", "2023-04-30"), WrittenDate("2. tertial", "2023-05-01", "2023-08-31"),
    WrittenDate("tredje tertial 2022", "2022-09-01", "2022-12-31"),
    WrittenDate("uke 35-2020", "2020-08-24", "2020-08-30"), WrittenDate("uke 6", "2023-02-06", "2023-02-12"),
    WrittenDate("uke 35 2020", "2020-08-24", "2020-08-30"), WrittenDate("uke 35 i 2020", "2020-08-24", "2020-08-30"),
    WrittenDate("uke 35-37", "2023-08-28", "2023-09-17"), WrittenDate("uke 52-2 2023", "2022-12-26", "2023-01-15"),
    WrittenDate("onsdag uke 6", "2023-02-08"), WrittenDate("helgen uke 6", "2023-02-11", "2023-02-12"),
    WrittenDate("våren 2023", "2023-03-01", "2023-05-31"), WrittenDate("høsten 2023", "2023-09-01", "2023-11-30"),
    WrittenDate("til høsten", "2023-09-01", "2023-11-30"), WrittenDate("tidlig høst 2019", "2019-08-15", "2019-09-30"),
    WrittenDate("sen høst 2019", "2019-11-01", "2019-11-30"),
    WrittenDate("sommeren 2019", "2019-06-01", "2019-08-31"),
    WrittenDate("vinteren 2023", "2023-12-01", "2024-02-29"),
    WrittenDate("vinteren 2022/23", "2022-12-01", "2023-02-28"),
    WrittenDate("vinteren 2022-2023", "2022-12-01", "2023-02-28"),
    WrittenDate("før sommeren", nil, "2023-06-30"), WrittenDate("før sommerferien 2024", nil, "2024-06-30"),
    WrittenDate("innen sommeren", nil, "2023-06-30"), WrittenDate("etter sommeren", "2023-08-01", nil),
    WrittenDate("etter sommerferien", "2023-08-01", nil), WrittenDate("i sommerferien", "2023-07-01", "2023-07-31"),
    WrittenDate("over sommeren", "2023-08-01", "2023-08-31"),
    WrittenDate("over sommerferien 2024", "2024-08-01", "2024-08-31"),
    WrittenDate("innen 1.10.2022", nil, "2022-10-01"), WrittenDate("innen utgangen av mai", nil, "2023-05-31"),
    WrittenDate("før utgangen av mai", nil, "2023-05-31"), WrittenDate("innen januar 2024", nil, "2024-01-31"),
    WrittenDate("senest 15. august", nil, "2023-08-15"), WrittenDate("innen 2022-10-01", nil, "2022-10-01"),
    WrittenDate("ved utgangen av 2019", "2019-12-31"), WrittenDate("inngangen til 2024", "2024-01-01"),
    WrittenDate("frem til november 2023", "2023-11-01", "2023-11-30"),
    WrittenDate("primo andre halvår", "2023-07-01", "2023-08-31"),
    WrittenDate("slutten av 1. kvartal 2024", "2024-03-01", "2024-03-31"),
    WrittenDate("medio tredje tertial", "2023-10-01", "2023-11-30"),
    WrittenDate("før påske 2019", nil, "2019-04-17"), WrittenDate("før påske", nil, "2023-04-05"),
    WrittenDate("til påske", nil, "2023-04-05"), WrittenDate("innen påske 2024", nil, "2024-03-27"),
    WrittenDate("etter påske 2024", "2024-04-02", nil), WrittenDate("i påsken 2023", "2023-04-06", "2023-04-10"),
    WrittenDate("før pinse", nil, "2023-05-27"), WrittenDate("før jul", nil, "2023-12-23"),
    WrittenDate("etter jul 2023", "2023-12-27", nil), WrittenDate("årsskiftet 2023/24", "2023-12-31", "2024-01-01"),
    WrittenDate("2019", "2019-01-01", "2019-12-31"), WrittenDate("i løpet av 2019", "2019-01-01", "2019-12-31"),
    WrittenDate("ut 2019", "2019-01-01", "2019-12-31"), WrittenDate("ut mai", "2023-05-01", "2023-05-31"),
    WrittenDate("i løpet av året", "2023-01-01", "2023-12-31"), WrittenDate("utgangen av året", "2023-12-31"),
    WrittenDate("slutten av 2024", "2024-10-01", "2024-12-31"), WrittenDate("2020-årene", "2020-01-01", "2029-12-31"),
    WrittenDate("ikke før juli 2024", "2024-07-01", nil), WrittenDate("tidligst i juli 2024", "2024-07-01", nil),
    WrittenDate("fra og med juli", "2023-07-01", nil), WrittenDate("etter november 2023", "2023-12-01", nil),
    WrittenDate("før mai", nil, "2023-04-30"), WrittenDate("til og med mai", nil, "2023-05-31"),
    WrittenDate("andre halvdel av 2024", "2024-07-01", "2024-12-31"),
    WrittenDate("fra mai", "2023-05-01", "2023-05-31"), WrittenDate("fra mai og utover", "2023-05-01", nil),
    WrittenDate("ca. 15. mai", "2023-05-15"), WrittenDate("trolig høsten 2024", "2024-09-01", "2024-11-30"),
    WrittenDate("  i   mai\t2024 ", "2024-05-01", "2024-05-31"),
    WrittenDate("va\u{30A}ren 2023", "2023-03-01", "2023-05-31"),
  ])
  func `in Norwegian mean their days`(date: WrittenDate) throws {
    #expect(try DateSpan(date.text, context: DateContext(reportYear: 2023)).days == date.days)
  }

  @Test(arguments: [
    WrittenDate("November 2023", "2023-11-01", "2023-11-30"), WrittenDate("15 August 2024", "2024-08-15"),
    WrittenDate("15th of August 2024", "2024-08-15"), WrittenDate("August 15, 2024", "2024-08-15"),
    WrittenDate("August 15th 2024", "2024-08-15"), WrittenDate("15 Jul 2024", "2024-07-15"),
    WrittenDate("Sunday 15 October 2023", "2023-10-15"), WrittenDate("autumn 2023", "2023-09-01", "2023-11-30"),
    WrittenDate("fall 2023", "2023-09-01", "2023-11-30"), WrittenDate("winter 2023", "2023-12-01", "2024-02-29"),
    WrittenDate("in the spring of 2024", "2024-03-01", "2024-05-31"),
    WrittenDate("early autumn 2023", "2023-08-15", "2023-09-30"),
    WrittenDate("Q1 2024", "2024-01-01", "2024-03-31"), WrittenDate("T2 2023", "2023-05-01", "2023-08-31"),
    WrittenDate("H2 2025", "2025-07-01", "2025-12-31"), WrittenDate("first tertial 2023", "2023-01-01", "2023-04-30"),
    WrittenDate("second quarter of 2024", "2024-04-01", "2024-06-30"),
    WrittenDate("first half of 2024", "2024-01-01", "2024-06-30"),
    WrittenDate("2nd half-year 2024", "2024-07-01", "2024-12-31"),
    WrittenDate("last quarter of 2024", "2024-10-01", "2024-12-31"),
    WrittenDate("week 35 2020", "2020-08-24", "2020-08-30"), WrittenDate("week 6", "2023-02-06", "2023-02-12"),
    WrittenDate("end of June 2024", "2024-06-21", "2024-06-30"),
    WrittenDate("late June 2024", "2024-06-21", "2024-06-30"),
    WrittenDate("by the end of June 2024", nil, "2024-06-30"), WrittenDate("by end of June", nil, "2023-06-30"),
    WrittenDate("before the end of June", nil, "2023-06-30"), WrittenDate("after the end of June", "2023-07-01", nil),
    WrittenDate("early March 2024", "2024-03-01", "2024-03-10"),
    WrittenDate("mid-May 2024", "2024-05-11", "2024-05-20"),
    WrittenDate("mid May", "2023-05-11", "2023-05-20"), WrittenDate("end of 2024", "2024-10-01", "2024-12-31"),
    WrittenDate("mid-2024", "2024-04-01", "2024-09-30"), WrittenDate("start of 2024", "2024-01-01", "2024-03-31"),
    WrittenDate("by the end of the year", nil, "2023-12-31"), WrittenDate("not before July 2024", "2024-07-01", nil),
    WrittenDate("no earlier than 1 July 2024", "2024-07-01", nil), WrittenDate("by 15 August 2024", nil, "2024-08-15"),
    WrittenDate("no later than 2024-08-15", nil, "2024-08-15"), WrittenDate("before summer 2023", nil, "2023-06-30"),
    WrittenDate("before the summer", nil, "2023-06-30"), WrittenDate("after the summer break", "2023-08-01", nil),
    WrittenDate("before Easter 2019", nil, "2019-04-17"), WrittenDate("by Christmas", nil, "2023-12-23"),
    WrittenDate("after November 2023", "2023-12-01", nil),
    WrittenDate("until November 2023", "2023-11-01", "2023-11-30"),
    WrittenDate("from July 2024 onwards", "2024-07-01", nil), WrittenDate("the 2020s", "2020-01-01", "2029-12-31"),
    WrittenDate("early 2020s", "2020-01-01", "2023-12-31"), WrittenDate("about May 2024", "2024-05-01", "2024-05-31"),
    WrittenDate("first half of June 2024", "2024-06-01", "2024-06-15"),
    WrittenDate("second half of February", "2023-02-16", "2023-02-28"),
    WrittenDate("over the summer", "2023-06-01", "2023-08-31"), WrittenDate("May 23rd", "2023-05-23"),
    WrittenDate("turn of the year 2023/24", "2023-12-31", "2024-01-01"),
  ])
  func `in English mean their days`(date: WrittenDate) throws {
    #expect(try DateSpan(date.text, context: DateContext(reportYear: 2023)).days == date.days)
  }

  @Test(arguments: [
    WrittenDate("mai-juni", "2023-05-01", "2023-06-30"), WrittenDate("mai–juni 2024", "2024-05-01", "2024-06-30"),
    WrittenDate("fra mai til august 2024", "2024-05-01", "2024-08-31"),
    WrittenDate("mellom 1. mai og 15. juni", "2023-05-01", "2023-06-15"),
    WrittenDate("between May and June 2024", "2024-05-01", "2024-06-30"),
    WrittenDate("1.–3. februar", "2023-02-01", "2023-02-03"),
    WrittenDate("1.-3. februar 2024", "2024-02-01", "2024-02-03"),
    WrittenDate("slutten av mai til medio juni 2024", "2024-05-21", "2024-06-20"),
    WrittenDate("desember–januar 2024", "2023-12-01", "2024-01-31"),
    WrittenDate("november til januar", "2023-11-01", "2024-01-31"),
    WrittenDate("november 2023 til januar", "2023-11-01", "2024-01-31"),
    WrittenDate("andre og tredje kvartal 2024", "2024-04-01", "2024-09-30"),
    WrittenDate("Q1-Q2 2024", "2024-01-01", "2024-06-30"),
    WrittenDate("2022-10-01 til 2022-11-15", "2022-10-01", "2022-11-15"),
    WrittenDate("1.10.2022/15.10.2022", "2022-10-01", "2022-10-15"),
    WrittenDate("2024–2028", "2024-01-01", "2028-12-31"),
  ])
  func `with two ends lend each other what one leaves out`(date: WrittenDate) throws {
    #expect(try DateSpan(date.text, context: DateContext(reportYear: 2023)).days == date.days)
  }

  @Test(arguments: [
    WrittenDate("neste tertial", "2019-05-01", "2019-08-31"),
    WrittenDate("inneværende tertial", "2019-01-01", "2019-04-30"),
    WrittenDate("forrige kvartal", "2019-01-01", "2019-03-31"), WrittenDate("neste uke", "2019-05-06", "2019-05-12"),
    WrittenDate("neste rapportering", "2019-08-31"),
    WrittenDate("neste rapporteringsperiode", "2019-05-01", "2019-08-31"),
    WrittenDate("next month", "2019-05-01", "2019-05-31"), WrittenDate("next year", "2020-01-01", "2020-12-31"),
    WrittenDate("ut 2019", "2019-05-01", "2019-12-31"), WrittenDate("ut året", "2019-05-01", "2019-12-31"),
    WrittenDate("i mai", "2019-05-01", "2019-05-31"), WrittenDate("next half-year", "2019-07-01", "2019-12-31"),
  ])
  func `count from the status date`(date: WrittenDate) throws {
    let context = DateContext(statusDate: Day(year: 2019, month: 4, day: 30))
    #expect(try DateSpan(date.text, context: context).days == date.days)
  }

  @Test func `count reports in the document's own period`() throws {
    let context = DateContext(statusDate: Day(year: 2019, month: 4, day: 30), reportingPeriod: .month)
    #expect(try DateSpan("neste rapporteringsperiode", context: context).days == "2019-05-01...2019-05-31")
    #expect(try DateSpan("next report", context: context).days == "2019-05-31...2019-05-31")
  }

  @Test func `follow the document's table of seasons`() throws {
    let wide = DateContext(reportYear: 2023, seasons: .wide)
    #expect(try DateSpan("våren 2023", context: wide).days == "2023-01-01...2023-06-30")
    #expect(try DateSpan("til høsten", context: wide).days == "2023-08-01...2023-12-31")
    #expect(try DateSpan("2023-23", context: wide).days == "2023-08-01...2023-12-31")
    #expect(try DateSpan("2023-23", context: wide).text(in: .norwegian) == "høsten 2023")
    var early = SeasonTable.standard
    early.summerBreak = try #require(SeasonTable.Stretch(fromMonth: 6, day: 24, throughMonth: 8, day: 10))
    let context = DateContext(reportYear: 2023, seasons: early)
    #expect(try DateSpan("før sommeren", context: context).days == "-...2023-06-23")
    #expect(SeasonTable.Stretch(fromMonth: 2, day: 30, throughMonth: 3, day: 1) == nil)
  }

  @Test(arguments: ["11. mai", "i mai", "Q1", "høsten", "uke 6", "før sommeren", "til påske", "1.–3. februar", "1.9"])
  func `without a year need one from the report`(text: String) {
    #expect(throws: DateProblem(.yearMissing, text: text)) { try DateSpan(text) }
  }

  @Test(arguments: [
    "31. april 2023", "29. februar 2023", "32. mai 2023", "5. kvartal 2023", "4. tertial 2023", "3. halvår 2023",
    "uke 53 2021", "uke 0 2021", "1.13.2023", "mandag 11. mai 2023", "vinteren 2023/25",
  ])
  func `that the calendar lacks are refused`(text: String) {
    let problem = #expect(throws: DateProblem.self) { try DateSpan(text) }
    if case .noSuchDay = problem?.reason {} else { Issue.record("\(text): \(String(describing: problem?.reason))") }
  }

  @Test(arguments: [
    ("", DateProblem.Reason.empty), (" \t", .empty), ("snart", .notADate), ("mai mai", .notADate), ("i", .notADate),
    ("5", .notADate), ("når det passer", .notADate), ("mai 2023 kanskje ikke", .notADate), ("(mai)", .notADate),
    ("november 1723", .outOfRange), ("i 2345", .outOfRange), ("før 1900", .outOfRange),
    ("juni 2023 til mai 2023", .reversedInterval), ("1/10", .ambiguous), ("1/10-2022", .ambiguous),
    ("jul 2024", .ambiguous), ("nov 23", .ambiguous),
    ("første halvdel av uke 6", .unsupported("a half of this date")),
    ("over påske", .unsupported("'over' before this date")), ("våren 2023 (8. juni)", .contradiction),
    ("1.–3. februar kvartal", .notADate),
  ])
  func `say what is wrong with them`(text: String, reason: DateProblem.Reason) {
    let context = DateContext(reportYear: 2023)
    #expect(throws: DateProblem(reason, text: text)) { try DateSpan(text, context: context) }
  }

  /// The weekday was looked for between the ends before anybody had asked whether they stand in order.
  @Test(arguments: [
    "mandag helgen juni 2023 til mai 2023", "innen 3. juni 2023 til 1. juni 2023", "før juni 2024 – mai 2023",
    "slutten av juni 2023 til primo juni 2023",
  ])
  func `that end before they start are refused under any other word`(text: String) {
    #expect(throws: DateProblem(.reversedInterval, text: text)) { try DateSpan(text) }
  }

  @Test func `keep their words, precision and doubt`() throws {
    let context = DateContext(reportYear: 2023)
    let precisions: [(String, DateSpan.Precision)] = [
      ("11. mai", .day), ("uke 6", .week), ("medio juni", .monthPart), ("i mai", .month), ("Q1", .quarter),
      ("første tertial", .tertial), ("2. halvår", .half), ("til høsten", .season), ("2019", .year),
      ("2020-årene", .decade), ("20XX", .century), ("mai–juni", .interval), ("innen mai", .interval),
    ]
    for (words, precision) in precisions {
      let span = try DateSpan(words, context: context)
      #expect(span.words == words)
      #expect(span.text(in: .english) == (words == "20XX" ? "2000–2099" : words == "2019" ? "2019" : words))
      #expect(span.precision == precision, "\(words)")
      #expect(span.isExact == (precision == .day))
    }
    #expect(try DateSpan("ca. 15. mai 2023").qualifier == .approximate)
    #expect(try DateSpan("trolig mai 2023").qualifier == .uncertain)
    #expect(try DateSpan("november 2023?").qualifier == .uncertain)
  }
}
