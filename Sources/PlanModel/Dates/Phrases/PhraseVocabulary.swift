/// The words of dates, Norwegian and English, and what each does to the date behind it.
enum PhraseVocabulary {
  /// What words in front of a date ask of it.
  enum Modifier: Hashable {
    /// Nothing: "i", "i løpet av", "during".
    case within
    /// "til": the date itself, but the last day before a feast.
    case toward
    /// "innen": open below.
    case by
    case before
    case after
    /// "tidligst": open above.
    case notBefore
    /// "ut": what remains of it after the status date.
    case rest
    case firstDay
    case lastDay
    case part(CalendarUnit.Part)
    /// The first or second half of a month or year: "første halvdel av juni".
    case halfOf(Int)
    /// As the first part, except that an early autumn starts before autumn.
    case early
    /// "over sommeren": just after the break.
    case past
    case weekend
    case weekday(Weekday)
    case doubt(DateSpan.Qualifier)

    /// Whether it may stand at one end of an interval ("slutten av mai til medio juni").
    var fitsOneSide: Bool {
      switch self {
      case .within, .firstDay, .lastDay, .part, .halfOf, .early, .weekday, .doubt: true
      default: false
      }
    }
  }

  /// The words in front of dates, longest first, under the word they start with.
  static let modifiers = Dictionary(grouping: table(modifierRows)) { $0.words.first }

  private static let modifierRows: [(Modifier, String)] = [
    (.within, "i|i løpet av|ila|i l.a|gjennom|igjennom|ved|på|per|pr|fra|mellom|den|d|måned|året|år|kalenderåret"),
    (.within, "in|on|at|during|in the course of|through|throughout|within|as of|from|between|the|of|for|month of|year"),
    (.within, "calendar year|starting|starting in|fra og med start i|planlagt|planned|planned for|due|kl"),
    (.within, "sometime in|some time in|en gang i|over the|forventet|estimert|expected|expected in|estimated"),
    (.toward, "til|frem til|fram til|frem mot|fram mot|mot|until|till|til i|to|up to|towards"),
    (
      .by,
      "innen|innan|senest|seinest|senest innen|til og med|tom|t.o.m|frem til og med|fram til og med|ikke senere enn"
    ),
    (.by, "by|no later than|not later than|at the latest|latest|at latest|ikke etter|not after|deadline|frist"),
    (.before, "før|forut for|i forkant av|before|prior to|ahead of|earlier than"),
    (.after, "etter|i etterkant av|after|later than|senere enn"),
    (.notBefore, "tidligst|tidlegast|ikke før|ikke tidligere enn|fra og med|fom|f.o.m|siden"),
    (.notBefore, "not before|no earlier than|not earlier than|earliest|at the earliest|since|from and including"),
    (.rest, "ut|resten av|rest of|the rest of|remainder of|the remainder of"),
    (.firstDay, "inngangen til|inngangen av|first day of|the first day of|første dag i"),
    (.lastDay, "utgangen av|utløpet av|last day of|the last day of|siste dag i"),
    (.part(.first), "primo|starten av|starten på|start av|begynnelsen av|begynnelsen på|start of|the start of"),
    (.part(.first), "beginning of|the beginning of"),
    (.part(.middle), "medio|midten av|midt i|midt på|mid|middle of|the middle of"),
    (.part(.last), "ultimo|slutten av|slutten på|slutt|slutt av|mot slutten av|sent|seint|sen|sein|sent i|seint i"),
    (.part(.last), "end of|the end of|late|late in"),
    (.halfOf(1), "første halvdel av|1. halvdel av|first half of|the first half of"),
    (.halfOf(2), "andre halvdel av|siste halvdel av|2. halvdel av|second half of|the second half of|last half of"),
    (.early, "tidlig|tidleg|tidlig i|tidlig på|early|early in"),
    (.past, "over"),
    (.weekend, "helgen|helga|helg|weekend|the weekend|weekend of"),
    (.doubt(.approximate), "ca|cirka|circa|omtrent|omkring|rundt|om lag|about|around|approximately|approx"),
    (.doubt(.uncertain), "trolig|antatt|sannsynligvis|kanskje|muligens|tentativt|anslagsvis"),
    (.doubt(.uncertain), "probably|possibly|presumably|perhaps|likely|tentatively"),
    (.weekday(.monday), "mandag|måndag|monday"), (.weekday(.tuesday), "tirsdag|tysdag|tuesday"),
    (.weekday(.wednesday), "onsdag|wednesday"), (.weekday(.thursday), "torsdag|thursday"),
    (.weekday(.friday), "fredag|friday"), (.weekday(.saturday), "lørdag|laurdag|saturday"),
    (.weekday(.sunday), "søndag|sundag|sunday"),
  ]

  /// The words behind dates, longest first.
  static let endings: [(words: [PhraseToken], modifier: Modifier)] = table([
    (.notBefore, "og utover|og fremover|og framover|og senere|eller senere|and onwards|and onward|onwards|onward|on"),
    (.notBefore, "and beyond|and later|or later|at the earliest|tidligst"),
    (.by, "at the latest|or earlier|senest|eller tidligere"),
    (.within, "måned|month"),
    (.rest, "ut"),
  ])

  /// The words between the two ends of an interval.
  static let connectors: Set<PhraseToken> = [
    .word("til"), .word("to"), .word("until"), .word("og"), .word("and"), .word("through"), .mark("-"), .mark("/"),
  ]

  static let months: [String: Int] = {
    var months: [String: Int] = ["sept": 9, "mars": 3]
    for names in [Language.norwegianMonths, Language.englishMonths] {
      for (index, name) in names.enumerated() {
        let name = name.lowercased()
        months[name] = index + 1
        // "jul" is Christmas or July; its neighbours tell.
        if name.count > 3, name.prefix(3) != "jul" { months[String(name.prefix(3))] = index + 1 }
      }
    }
    return months
  }()

  static let seasons: [String: Season] = [
    "vår": .spring, "våren": .spring, "spring": .spring, "springtime": .spring,
    "sommer": .summer, "sommeren": .summer, "sommaren": .summer, "summer": .summer,
    "høst": .autumn, "høsten": .autumn, "haust": .autumn, "hausten": .autumn, "autumn": .autumn, "fall": .autumn,
    "vinter": .winter, "vinteren": .winter, "winter": .winter,
  ]

  static let feasts: [String: PhraseElement.Feast] = [
    "påske": .easter, "påsken": .easter, "påska": .easter, "påskeferien": .easter, "easter": .easter,
    "pinse": .whitsun, "pinsen": .whitsun, "pinsa": .whitsun, "whitsun": .whitsun, "pentecost": .whitsun,
    "julen": .christmas, "jula": .christmas, "juleferien": .christmas, "christmas": .christmas, "xmas": .christmas,
    "årsskiftet": .turnOfYear, "årsskifte": .turnOfYear, "nyttår": .turnOfYear,
    "sommerferie": .summerBreak, "sommerferien": .summerBreak, "fellesferien": .summerBreak,
  ]

  static let ordinals: [String: Int] = [
    "første": 1, "andre": 2, "annen": 2, "annet": 2, "tredje": 3, "fjerde": 4,
    "first": 1, "second": 2, "third": 3, "fourth": 4,
  ]

  /// Units that are numbered inside a year.
  enum NumberedUnit { case quarter, tertial, half, week }

  static let numberedUnits: [String: NumberedUnit] = [
    "kvartal": .quarter, "kvartalet": .quarter, "kv": .quarter, "quarter": .quarter, "q": .quarter,
    "tertial": .tertial, "tertialet": .tertial, "t": .tertial,
    "halvår": .half, "halvåret": .half, "half": .half, "h": .half,
    "uke": .week, "uka": .week, "uken": .week, "veke": .week, "u": .week, "week": .week, "wk": .week, "w": .week,
  ]

  private static func table(_ rows: [(Modifier, String)]) -> [(words: [PhraseToken], modifier: Modifier)] {
    var entries: [(words: [PhraseToken], modifier: Modifier)] = []
    for (modifier, phrases) in rows {
      for phrase in phrases.split(separator: "|") {
        entries.append(((PhraseToken.tokens(of: String(phrase)) ?? []).map(\.token), modifier))
      }
    }
    return entries.sorted { $0.words.count > $1.words.count }
  }
}
