import Foundation

/// A JSON answer, for reading in tests; what is missing is null.
///
///     try JSON(run.output)["plans"][0]["scenario"].text       // "plan-a"
struct JSON {
  private let value: Any?

  init(_ text: String) throws { value = try JSONSerialization.jsonObject(with: Data(text.utf8)) }
  private init(value: Any?) { self.value = value }

  subscript(name: String) -> JSON { JSON(value: (value as? [String: Any])?[name]) }
  subscript(index: Int) -> JSON { JSON(value: list.indices.contains(index) ? (value as? [Any])?[index] : nil) }
  /// The member of a list with this id.
  subscript(id id: String) -> JSON { list.first { $0["id"].text == id } ?? JSON(value: nil) }

  var text: String? { value as? String }
  var number: Int? { value as? Int }
  /// A number with or without decimals.
  var amount: Double? { (value as? NSNumber)?.doubleValue }
  var bool: Bool? { value as? Bool }
  var list: [JSON] { (value as? [Any] ?? []).map { JSON(value: $0) } }
  var texts: [String] { list.compactMap(\.text) }
  /// Whether there is no such member.
  var isMissing: Bool { value == nil }
  var isNull: Bool { value is NSNull }
}

extension JSON: Equatable {
  static func == (a: JSON, b: JSON) -> Bool { (a.value as? NSObject) == (b.value as? NSObject) }
}
