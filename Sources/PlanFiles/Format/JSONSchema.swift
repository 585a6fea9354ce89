/// The JSON Schema of plan files, written from the table of keys, for editors that complete and check while one types.
///
///     JSONSchema.text       // Documentation/milepost-plan.schema.json
///
/// Editors let YAML guess types before they check, so that numbers and flags are allowed in both guises. The reader is
/// stricter; what the schema refuses, the reader refuses.
public enum JSONSchema {
  /// The schema as JSON, draft 2020-12, with its keys in the order of the table.
  public static var text: String { schema.text(indent: 0) + "\n" }

  private static var schema: JSON {
    .object([
      ("$schema", "https://json-schema.org/draft/2020-12/schema"),
      ("title", .string("Milepost plan, format version \(KeyTable.version)")),
      (
        "anyOf",
        .array([
          .object([("$ref", "#/$defs/plan")]),
          .object([
            ("allOf", .array([.object([("$ref", "#/$defs/project")]), .object([("required", .array(["project"]))])]))
          ]),
          .object([
            ("allOf", .array([.object([("$ref", "#/$defs/scenario")]), .object([("required", .array(["scenario"]))])]))
          ]),
          .object([("$ref", "#/$defs/part")]),
        ])
      ),
      ("$defs", .object(KeyTable.kinds.map { ($0.name, definition($0)) })),
    ])
  }

  private static func definition(_ kind: MappingKind) -> JSON {
    var members: [(String, JSON)] = [
      ("type", "object"), ("description", .string(kind.meaning)),
      ("properties", .object(kind.keys.map { ($0.name, property($0)) })),
    ]
    // Links under `after` have no `to`: the reader says where one is missing.
    // Estimates with `values` have no `likely`.
    let left: Set<String> = ["link to", "estimate likely"]
    let required = kind.keys.filter { $0.isRequired && !left.contains("\(kind.name) \($0.name)") }
    if !required.isEmpty { members.append(("required", .array(required.map { .string($0.name) }))) }
    members.append(("additionalProperties", .bool(false)))
    return .object(members)
  }

  private static func property(_ key: Key) -> JSON {
    guard case .object(let members) = form(key.form) else { return form(key.form) }
    return .object(members + [("description", .string(key.meaning))])
  }

  private static func form(_ form: ValueForm) -> JSON {
    switch form {
    case .text, .day, .span: scalar
    case .identifier: .object([("type", words), ("pattern", .string("^\(identifier)$"))])
    case .reference: .object([("type", words), ("pattern", .string("^\(identifier)(\\.\(identifier))?$"))])
    case .quantity: .object([("type", "string"), ("pattern", .string("^\(quantity)$"))])
    case .number: .object([("type", .array(["number", "string"])), ("pattern", "^[+-]?[0-9]{1,9}(\\.[0-9]{1,3})?$")])
    case .wholeNumber: .object([("type", .array(["integer", "string"])), ("pattern", "^[0-9]+$")])
    case .flag: .object([("enum", .array([.bool(true), .bool(false), "yes", "no", "true", "false"]))])
    case .oneOf(let words):
      // Editors read `yes` and `no` as flags.
      .object([("enum", .array(words.map { .string($0) } + (words.contains("yes") ? [.bool(true)] : [])))])
    case .probability: ranged(2)
    case .range: .object([("anyOf", .array([ranged(3), reference("range")]))])
    case .consequence:
      .object([
        (
          "anyOf",
          .array([
            .object([("type", "string"), ("pattern", .string("^\(quantity)(\\.\\.\(quantity)){0,2}$"))]),
            reference("consequence"),
          ])
        )
      ])
    case .fact(let inner): .object([("anyOf", .array([self.form(inner), reference("fact")]))])
    case .estimate:
      .object([
        (
          "anyOf",
          .array([
            .object([("type", "string"), ("pattern", .string("^\(quantity)(\\.\\.\(quantity)){0,2}$"))]),
            reference("estimate"),
          ])
        )
      ])
    case .outcomes:
      .object([
        ("type", "object"), ("propertyNames", .object([("pattern", .string("^\(quantity)$"))])),
        ("additionalProperties", ranged(1)),
      ])
    case .hours: .object([("type", "string"), ("pattern", "^(closed|[0-9]{1,2}:[0-9]{2}.*)$")])
    case .after: .object([("anyOf", .array([.object([("type", words)]), reference("link")]))])
    case .change: .object([("anyOf", .array([.object([("type", "string")]), reference("change")]))])
    case .mapping(let kind): reference(kind)
    case .list(let item):
      .object([("anyOf", .array([self.form(item), .object([("type", "array"), ("items", self.form(item))])]))])
    case .named(let value): .object([("type", "object"), ("additionalProperties", self.form(value))])
    case .anyTable: .object([("type", "array"), ("items", .object([("type", "object")]))])
    }
  }

  /// Text as editors may have read it.
  private static let words: JSON = .array(["string", "number"])
  private static let scalar: JSON = .object([("type", .array(["string", "number", "boolean"]))])
  /// Without ASCII signs other than the hyphen; no `\p{L}`, which half of all validators refuse.
  private static let identifier = ##"[^\s!-/:-@\[-`{-~][^\s!-,./:-@\[-`{-~]*"##
  private static let quantity = #"[+−-]?[0-9]{1,9}(\.[0-9]{1,3})? *(mo|emo|m|h|d|w|em|eh|ed|ew|%)"#

  /// A number, or up to so many with `..` between them.
  private static func ranged(_ count: Int) -> JSON {
    let number = #"[+-]?[0-9]{1,9}(\.[0-9]{1,3})?"#
    return .object([
      ("type", .array(["number", "string"])), ("pattern", .string("^\(number)(\\.\\.\(number)){0,\(count - 1)}$")),
    ])
  }

  private static func reference(_ kind: String) -> JSON { .object([("$ref", .string("#/$defs/\(kind)"))]) }
}

/// A JSON value whose members keep their order.
enum JSON: ExpressibleByStringLiteral {
  case string(String)
  case bool(Bool)
  case array([JSON])
  case object([(String, JSON)])

  init(stringLiteral text: String) { self = .string(text) }

  /// The value over several lines; arrays of plain values stay on one.
  func text(indent: Int) -> String {
    let inner = String(repeating: "  ", count: indent + 1)
    let outer = String(repeating: "  ", count: indent)
    switch self {
    case .string(let text): return JSON.quoted(text)
    case .bool(let flag): return flag ? "true" : "false"
    case .array(let items):
      let isPlain = items.allSatisfy { if case .object = $0 { false } else { true } }
      if isPlain { return "[" + items.map { $0.text(indent: 0) }.joined(separator: ", ") + "]" }
      return "[\n" + items.map { inner + $0.text(indent: indent + 1) }.joined(separator: ",\n") + "\n\(outer)]"
    case .object(let members):
      let lines = members.map { "\(inner)\(JSON.quoted($0.0)): \($0.1.text(indent: indent + 1))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\0"..<" ": result += "\\u\(hexadecimal(scalar.value))"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
