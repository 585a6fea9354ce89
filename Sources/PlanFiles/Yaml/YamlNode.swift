/// A value of a YAML file with the place where it begins. Scalars are raw text; their key types them.
struct YamlNode {
  enum Content {
    /// Text as written, without its quotes; an empty plain scalar is no value at all.
    case scalar(String, isPlain: Bool)
    case mapping([YamlPair])
    case sequence([YamlNode])
    /// Something that plans do not allow, already reported.
    case refused
  }

  var content: Content
  var mark: YamlMark
  /// The boundary after the last character of a scalar.
  var end: YamlMark
  /// Written inside `{ }` or `[ ]`.
  var isFlow: Bool
  /// A syntax error stands in it, so that more may follow than is known.
  var isCut = false

  /// Nothing is written where a value should stand.
  var isNothing: Bool {
    if case .scalar("", isPlain: true) = content { return true }
    return false
  }

  /// What stands here, for messages.
  var kindWords: String {
    switch content {
    case .scalar("", isPlain: true): "nothing"
    case .scalar(let text, _): "the text '\(text.shortened)'"
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .refused: "this"
    }
  }
}

/// One key of a mapping with its value.
struct YamlPair {
  var key: String
  /// Whether the key is written without quotes.
  var isPlain: Bool
  var keyMark: YamlMark
  var keyEnd: YamlMark
  var value: YamlNode
}

/// A place in a file: line and character, both from 1.
struct YamlMark: Hashable, Comparable {
  var line: Int32
  var column: Int32

  static func < (a: YamlMark, b: YamlMark) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

extension String {
  /// The first 60 characters, for messages about long texts.
  var shortened: String { count > 60 ? prefix(60) + "…" : self }

  /// The text as it stands between double quotes in YAML; of a very long one the beginning.
  var escaped: String {
    var result = ""
    for character in prefix(500) {
      switch character {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.append(character)
      }
    }
    return result
  }
}
