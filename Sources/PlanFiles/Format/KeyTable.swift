/// One key of a mapping in a plan file: its name, the form of its value, and what it means.
public struct Key: Sendable {
  /// As written in a file before the colon, such as `status-date`.
  public let name: String
  /// How the value is read: raw text is typed by this and by nothing else.
  public let form: ValueForm
  /// A sentence or two in Markdown, for the format document and the JSON Schema.
  public let meaning: String
  /// A value as it may stand after the colon, shown in the document and in messages; empty: none is shown.
  public let example: String
  /// The format version that introduced it.
  public let since: Int
  /// Whether a mapping without it is refused, unless something else gives the value, as `after` gives a link its `to`.
  public let isRequired: Bool

  init(
    _ name: String, _ form: ValueForm, _ meaning: String, example: String = "", since: Int = 1, required: Bool = false
  ) {
    self.name = name
    self.form = form
    self.meaning = meaning
    self.example = example
    self.since = since
    self.isRequired = required
  }
}

/// The form that the value of a key takes. Every scalar is read as raw text and typed by its key.
public indirect enum ValueForm: Hashable, Sendable {
  case text  // any text
  case identifier  // letters, digits, hyphens
  case reference  // project.activity, a project, or an activity of the same project
  case day  // 2023-04-30
  case span  // any date of DateSpan
  case quantity  // 30d, 6ew
  case number  // 63, 275.3
  case wholeNumber
  case flag  // yes, no, true, false
  case oneOf([String])
  case probability  // 0.3, or a range 0.2..0.4
  case range  // 4, 2..4..9, or { low:, likely:, high: } of numbers
  case consequence  // a delay, or { delay:, cost: }
  case fact(ValueForm)  // the value itself, or { at: value, source: …, because: … }
  case estimate  // 30d, or { low:, likely:, high: }
  case outcomes  // { 5d: 0.7, 9d: 0.3 }
  case hours  // "08:00-15:30", several with commas, or closed
  case after  // x, "y SS+10d", or a mapping of kind link
  case change  // an expression, or { change:, source:, because: }
  case mapping(String)  // a mapping of the named kind
  case list(ValueForm)  // a sequence; one item may stand alone
  case named(ValueForm)  // a mapping from an identifier to such a value
  case anyTable  // rows of a register
}

/// One kind of mapping: where it stands and which keys it takes.
public struct MappingKind: Sendable {
  /// The word by which the document, the schema and messages call it: `activity`, `risk-scales`.
  public let name: String
  /// What such a mapping describes and where it stands, in Markdown.
  public let meaning: String
  /// All keys that it takes, in the order of the format document; any other key is refused.
  public let keys: [Key]

  /// The key of this name; nil where the mapping has none.
  public subscript(key: String) -> Key? { keys.first { $0.name == key } }

  /// The kind in a sentence: "an activity has no key …".
  var words: String {
    switch name {
    case "options", "status", "cost": "'\(name)'"
    case "state-of-plan": "a stated verdict"
    case "exception": "an exception of a calendar"
    case "part": "an included file"
    default: (name.first.map("aeiou".contains) == true ? "an " : "a ") + name
    }
  }
}

/// The one table of keys: the reader, its suggestions, the format document and the JSON Schema all come from it.
public enum KeyTable {
  /// The format version that this build reads and writes.
  public static let version = 1

  /// All kinds of mappings, in the order of the format document.
  public static let kinds: [MappingKind] = [
    plan, part, options, calendar, calendarException, window, project, status, cost, activity, fact, estimate, state,
    link,
    relation, choice, scenario, change, statedVerdict, risk, riskScales, consequence, range, rating, measure,
    correlation,
    register,
  ]

  /// The kind of mapping of this name; nil where there is none.
  public static func kind(_ name: String) -> MappingKind? { kinds.first { $0.name == name } }

  /// Keys that say where a fact comes from; every mapping that holds facts takes them.
  static let evidence: [Key] = [
    Key(
      "source", .text, "Where the facts of this mapping are stated; facts with a source are *stated*.",
      example: "T1-2023 §3.1.2"),
    Key(
      "because", .text, "Why a fact is assumed; facts with a reason and no source are *assumed*.",
      example: "no duration is given"),
    Key("known", .day, "The day from which the fact was known (`--as-of`).", example: "2023-04-05"),
    Key("seed", .list(.text), "Rows of the source facts that this mapping carries.", example: "D048"),
    Key("note", .text, "A remark for readers; nothing is computed from it."),
  ]
}
