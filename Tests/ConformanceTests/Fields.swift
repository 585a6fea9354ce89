import Foundation

/// A JSON object of a case, whose form varies with what the case is about.
struct Fields {
  let values: [String: Any]

  init(_ values: [String: Any]) { self.values = values }

  init(_ data: Data) throws {
    values = try JSONDecoder().decode(Value.self, from: data).value as? [String: Any] ?? [:]
  }

  /// Any JSON value; numbers are the nearest doubles to what is written, which `JSONSerialization` does not promise.
  private struct Value: Decodable {
    let value: Any

    init(from decoder: any Decoder) throws {
      let single = try decoder.singleValueContainer()
      if single.decodeNil() {
        value = NSNull()
      } else if let flag = try? single.decode(Bool.self) {
        value = flag
      } else if let number = try? single.decode(Double.self) {
        value = number
      } else if let text = try? single.decode(String.self) {
        value = text
      } else if let list = try? single.decode([Value].self) {
        value = list.map(\.value)
      } else {
        value = try single.decode([String: Value].self).mapValues(\.value)
      }
    }
  }

  func has(_ keys: String...) -> Bool { keys.allSatisfy { values[$0] != nil } }
  func number(_ key: String) -> Double? { values[key] as? Double }
  func text(_ key: String) -> String? { values[key] as? String }
  func texts(_ key: String) -> [String]? { values[key] as? [String] }
  func flag(_ key: String) -> Bool? { values[key] as? Bool }
  func numbers(_ key: String) -> [Double]? { values[key] as? [Double] }
  func matrix(_ key: String) -> [[Double]]? { values[key] as? [[Double]] }
  func fields(_ key: String) -> Fields? { (values[key] as? [String: Any]).map(Fields.init) }
  func rows(_ key: String) -> [Fields]? { (values[key] as? [[String: Any]])?.map(Fields.init) }

  /// The numbers of an object, by key.
  func table(_ key: String) -> [String: Double]? {
    (values[key] as? [String: Any])?.compactMapValues { $0 as? Double }
  }

  /// How far a result may be off: the case says, for itself or for what it expects.
  var tolerance: Double { number("tolerance") ?? fields("expected")?.number("tolerance") ?? 1e-9 }
}
