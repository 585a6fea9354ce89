import PlanModel
import Testing

@Suite struct `Dates for people` {
  @Test(arguments: [
    ("2023-04-30", "30. april 2023", "30 April 2023"), ("2023-11", "november 2023", "November 2023"),
    ("2024-Q1", "1. kvartal 2024", "Q1 2024"), ("2024-33", "1. kvartal 2024", "Q1 2024"),
    ("2020-W35", "uke 35 2020", "week 35 2020"), ("2023-T1", "1. tertial 2023", "T1 2023"),
    ("2023-41", "2. halvår 2023", "H2 2023"), ("2023-23", "høsten 2023", "autumn 2023"),
    ("2023-24", "vinteren 2023/2024", "winter 2023/2024"), ("2024", "2024", "2024"), ("202X", "2020-årene", "2020s"),
    ("20XX", "2000–2099", "2000–2099"), ("2023-05/2023-08", "2. tertial 2023", "T2 2023"),
    ("2023-05/2023-07", "mai–juli 2023", "May–July 2023"),
    ("2023-11/2024-01", "november 2023–januar 2024", "November 2023–January 2024"),
    ("2024/2028", "2024–2028", "2024–2028"),
    ("2023-05-02/2023-06-15", "2. mai 2023 – 15. juni 2023", "2 May 2023 – 15 June 2023"),
    ("2024-06-21/2024-06-30", "ultimo juni 2024", "late June 2024"),
    ("../2022-10-01", "innen 1. oktober 2022", "by 1 October 2022"),
    ("2024-07-01/..", "tidligst 1. juli 2024", "not before 1 July 2024"),
    ("2024-06~", "ca. juni 2024", "about June 2024"), ("2024-06?", "trolig juni 2024", "probably June 2024"),
    ("2024-06%", "trolig ca. juni 2024", "probably about June 2024"), ("../..", "uten dato", "undated"),
  ])
  func `say the precision they have`(text: String, norwegian: String, english: String) throws {
    let span = try DateSpan(text)
    #expect(span.text(in: .norwegian) == norwegian)
    #expect(span.text(in: .english) == english)
    #expect(span.words == text)
  }

  @Test func `of a day have a long and a short form`() throws {
    let day = try #require(Day(year: 2023, month: 4, day: 5))
    #expect(day.text(in: .norwegian) == "5. april 2023")
    #expect(day.text(in: .english) == "5 April 2023")
    #expect(day.shortText(in: .norwegian) == "05.04.2023")
    #expect(day.shortText(in: .english) == "2023-04-05")
  }

  /// Every unit of three years, its EDTF and its words in both languages.
  @Test func `can be read again and mean the same`() throws {
    var units: [CalendarUnit] = [.decade(2020), .century(2000)]
    for year in 2019...2021 {
      units.append(.year(year))
      units += (1...12).map { .month(year: year, $0) }
      units += (1...12).flatMap { month in
        CalendarUnit.Part.allCases.map { .monthPart(year: year, month: month, $0) }
      }
      units += (1...4).map { .quarter(year: year, $0) }
      units += (1...3).map { .tertial(year: year, $0) }
      units += (1...2).map { .half(year: year, $0) }
      units += Season.allCases.map { .season(year: year, $0) }
      units += (1...53).map { .week(year: year, $0) }
    }
    for unit in units {
      guard let days = unit.days() else {
        #expect(unit == .week(year: 2019, 53) || unit == .week(year: 2021, 53))
        continue
      }
      let span = DateSpan(earliest: days.first, latest: days.last, words: "")
      #expect(span.unit == unit)
      let edtf = try #require(span.edtf)
      #expect(try DateSpan(edtf).days == span.days)
      #expect(try DateSpan(edtf).edtf == edtf)
      for language in Language.allCases {
        let again = try DateSpan(span.text(in: language))
        #expect(again.days == span.days)
        #expect(again.precision == span.precision)
      }
    }
  }

  @Test(arguments: [
    "2023-05-02/2023-06-15", "2023-05/2023-07", "2023-11/2024-01", "2024/2028", "../2022-10-01", "2024-07-01/..",
    "2024-06~", "2024-06?", "2024-06%", "2023-04-30~", "2023-05-02~/2023-06-15~",
  ])
  func `of any kind can be read again and mean the same`(text: String) throws {
    let span = try DateSpan(text)
    for language in Language.allCases {
      let again = try DateSpan(span.text(in: language))
      #expect(again.days == span.days)
      #expect(again.qualifier == span.qualifier)
    }
  }

  @Test(arguments: [
    ("autumn 2023", "2023-23"), ("Q1 2024", "2024-33"), ("H2 2025", "2025-41"), ("2. tertial 2023", "2023-38"),
    ("end of June 2024", "2024-06-21/2024-06-30"), ("end of 2024", "2024-36"),
    ("not before July 2024", "2024-07-01/.."),
    ("by 15 August 2024", "../2024-08-15"), ("ca. mai 2024", "2024-05~"), ("uke 35 2020", "2020-08-24/2020-08-30"),
    ("2024-XX", "2024"), ("2001-31", "2001-21"),
  ])
  func `have a canonical EDTF form`(text: String, edtf: String) throws {
    #expect(try DateSpan(text).edtf == edtf)
  }

  /// A date with a beginning or an end only keeps its words in both languages, and a side that is open stays open.
  @Test(arguments: [
    WrittenDate("innen 1.10.2022", nil, "2022-10-01"), WrittenDate("innen utgangen av mai", nil, "2023-05-31"),
    WrittenDate("senest 15. mai 2023", nil, "2023-05-15"), WrittenDate("til og med mai 2023", nil, "2023-05-31"),
    WrittenDate("frem til og med 1. kvartal 2024", nil, "2024-03-31"),
    WrittenDate("ikke senere enn uke 35-2020", nil, "2020-08-30"), WrittenDate("før sommeren", nil, "2023-06-30"),
    WrittenDate("før sommerferien", nil, "2023-06-30"), WrittenDate("før påske 2019", nil, "2019-04-17"),
    WrittenDate("by 15 August 2024", nil, "2024-08-15"), WrittenDate("no later than Q1 2024", nil, "2024-03-31"),
    WrittenDate("before summer 2023", nil, "2023-06-30"), WrittenDate("before June 2024", nil, "2024-05-31"),
    WrittenDate("15 May 2023 at the latest", nil, "2023-05-15"),
    WrittenDate("frem til november 2023", "2023-11-01", "2023-11-30"),
    WrittenDate("fram til 1. november 2023", "2023-11-01"), WrittenDate("mot høsten 2023", "2023-09-01", "2023-11-30"),
    WrittenDate("until November 2023", "2023-11-01", "2023-11-30"),
    WrittenDate("up to Q1 2024", "2024-01-01", "2024-03-31"),
    WrittenDate("tidligst juli 2024", "2024-07-01", nil), WrittenDate("ikke før juli 2024", "2024-07-01", nil),
    WrittenDate("fra og med 2. tertial 2023", "2023-05-01", nil), WrittenDate("fom 1.9.2023", "2023-09-01", nil),
    WrittenDate("høsten 2023 og utover", "2023-09-01", nil), WrittenDate("etter mai 2023", "2023-06-01", nil),
    WrittenDate("not before July 2024", "2024-07-01", nil), WrittenDate("no earlier than H2 2025", "2025-07-01", nil),
    WrittenDate("from and including May 2023", "2023-05-01", nil), WrittenDate("Q3 2023 onwards", "2023-07-01", nil),
    WrittenDate("since 2019", "2019-01-01", nil), WrittenDate("after 15 May 2023", "2023-05-16", nil),
    WrittenDate("fra 1. januar 2020", "2020-01-01"), WrittenDate("fra andre tertial", "2023-05-01", "2023-08-31"),
    WrittenDate("from June 2024", "2024-06-01", "2024-06-30"),
    WrittenDate("fra mai til juni 2023", "2023-05-01", "2023-06-30"),
    WrittenDate("mellom uke 35 og uke 37 2023", "2023-08-28", "2023-09-17"),
    WrittenDate("from May until August 2023", "2023-05-01", "2023-08-31"),
    WrittenDate("between May and June 2023", "2023-05-01", "2023-06-30"),
    WrittenDate("ut 2019", "2019-01-01", "2019-12-31"), WrittenDate("over sommeren 2023", "2023-08-01", "2023-08-31"),
    WrittenDate("end of May until mid June 2023", "2023-05-21", "2023-06-20"),
  ])
  func `until or from a time keep their words`(date: WrittenDate) throws {
    let context = DateContext(reportYear: 2023)
    let span = try DateSpan(date.text, context: context)
    #expect(span.days == date.days)
    #expect(span.words == date.text)
    for language in Language.allCases {
      #expect(span.text(in: language) == date.text)
      #expect(try DateSpan(span.text(in: language), context: context) == span)
    }
    // Its canonical form means the same days, an open side included, and so do its days in words.
    let edtf = try #require(span.edtf)
    #expect(try DateSpan(edtf).days == date.days)
    for language in Language.allCases {
      #expect(try DateSpan(try DateSpan(edtf).text(in: language)).days == date.days)
    }
  }

  @Test func `that are moved print their days`() throws {
    let span = try DateSpan("medio juni 2023")
    #expect(span.shifted(days: 0).text(in: .english) == "mid-June 2023")
    #expect(span.shifted(days: 7).text(in: .norwegian) == "18. juni 2023 – 27. juni 2023")
    #expect(try DateSpan("2023-04-30").shifted(days: 1).text(in: .norwegian) == "1. mai 2023")
    #expect(span.shifted(days: .max).latest == Day.latest)
    #expect(span.shifted(days: .min).earliest == Day.earliest)
    #expect(DateSpan(earliest: nil, latest: nil, words: "").shifted(days: 3).edtf == nil)
  }

  @Test func `given as two days stand in order and keep their words`() throws {
    let (may, june) = (
      try #require(Day(year: 2023, month: 5, day: 1)), try #require(Day(year: 2023, month: 6, day: 15))
    )
    #expect(DateSpan(earliest: june, latest: may, words: "x").days == "2023-05-01...2023-06-15")
    #expect(DateSpan(earliest: may, latest: june, words: "før sommeren").text(in: .english) == "før sommeren")
    #expect(
      DateSpan(earliest: may, latest: june, words: "2023-05-01/2023-06-15").text(in: .english)
        == "1 May 2023 – 15 June 2023")
    #expect(DateSpan(may).isExact)
    #expect(DateSpan(may).words == "2023-05-01")
    #expect(!DateSpan(earliest: nil, latest: nil, words: "").isExact)
  }
}
