import Foundation

/// The parts of JSON Schema 2020-12 that our forms use: type, enum, const, required, properties,
/// additionalProperties: false, items, minItems, maxItems, pattern, anyOf, and references inside the document.
///
/// A keyword that it does not know is a problem of its own, so that no schema is believed that was not checked.
struct JSONSchema {
  private let root: [String: Any]
  private static let known: Set<String> = [
    "$schema", "$defs", "$ref", "title", "description", "type", "enum", "const", "required", "properties",
    "additionalProperties", "items", "minItems", "maxItems", "pattern", "anyOf",
  ]

  init(named name: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(Built.root)/Documentation/schemas/\(name).json"))
    root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  /// What is wrong with a document, empty where it fits.
  func problems(in text: String) throws -> [String] {
    problems(in: try JSONSerialization.jsonObject(with: Data(text.utf8)), root, at: "$")
  }

  private func problems(in value: Any, _ schema: [String: Any], at path: String) -> [String] {
    var found: [String] = []
    for keyword in schema.keys where !Self.known.contains(keyword) {
      found.append("\(path): the schema uses \(keyword)")
    }
    if let reference = schema["$ref"] as? String {
      guard
        let target = (root["$defs"] as? [String: Any])?[String(reference.dropFirst("#/$defs/".count))] as? [String: Any]
      else { return ["\(path): no \(reference)"] }
      found += problems(in: value, target, at: path)
    }
    if let choices = schema["anyOf"] as? [[String: Any]] {
      let all = choices.map { problems(in: value, $0, at: path) }
      if !all.contains(where: \.isEmpty) { found += all.first ?? ["\(path): fits nothing"] }
    }
    if let types = (schema["type"] as? String).map({ [$0] }) ?? schema["type"] as? [String],
      !types.contains(where: { has(value, $0) })
    {
      found.append("\(path): is no \(types.joined(separator: " or "))")
    }
    if let allowed = schema["enum"] as? [Any], !allowed.contains(where: { same($0, value) }) {
      found.append("\(path): \(value) is none of the values")
    }
    if let constant = schema["const"], !same(constant, value) { found.append("\(path): \(value) is not \(constant)") }
    if let text = value as? String, let pattern = schema["pattern"] as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      found.append("\(path): '\(text)' does not fit \(pattern)")
    }
    if let items = value as? [Any] {
      if let least = schema["minItems"] as? Int, items.count < least { found.append("\(path): too few") }
      if let most = schema["maxItems"] as? Int, items.count > most { found.append("\(path): too many") }
      if let schema = schema["items"] as? [String: Any] {
        for (index, item) in items.enumerated() { found += problems(in: item, schema, at: "\(path)[\(index)]") }
      }
    }
    if let object = value as? [String: Any] {
      let properties = schema["properties"] as? [String: Any] ?? [:]
      for name in schema["required"] as? [String] ?? [] where object[name] == nil {
        found.append("\(path): lacks \(name)")
      }
      for (name, value) in object {
        if let schema = properties[name] as? [String: Any] {
          found += problems(in: value, schema, at: "\(path).\(name)")
        } else if schema["additionalProperties"] as? Bool == false {
          found.append("\(path): has \(name) besides")
        }
      }
    }
    return found
  }

  private func has(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "null": value is NSNull
    case "string": value is String
    case "boolean": isFlag(value)
    case "integer": !isFlag(value) && value is Int
    case "number": !isFlag(value) && value is NSNumber
    case "array": value is [Any]
    case "object": value is [String: Any]
    default: false
    }
  }

  private func isFlag(_ value: Any) -> Bool {
    guard let number = value as? NSNumber else { return false }
    return CFNumberIsFlag(number)
  }

  private func same(_ a: Any, _ b: Any) -> Bool {
    if a is NSNull || b is NSNull { return a is NSNull && b is NSNull }
    if let a = a as? String, let b = b as? String { return a == b }
    if let a = a as? Int, let b = b as? Int { return a == b }
    return false
  }
}

/// Whether a number came from `true` or `false`.
private func CFNumberIsFlag(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
