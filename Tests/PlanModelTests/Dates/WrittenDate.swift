import PlanModel
import Testing

/// A date as written and the first and last day it means, as ISO 8601; nil is an open side.
struct WrittenDate: Sendable, CustomTestStringConvertible {
  let text: String
  let earliest: String?
  let latest: String?

  init(_ text: String, _ earliest: String?, _ latest: String?) {
    self.text = text
    self.earliest = earliest
    self.latest = latest
  }

  /// An exact day.
  init(_ text: String, _ day: String) {
    self.init(text, day, day)
  }

  var days: String { "\(earliest ?? "-")...\(latest ?? "-")" }
  var testDescription: String { text }
}

extension DateSpan {
  /// Its days as ``WrittenDate`` shows them.
  var days: String { "\(earliest?.description ?? "-")...\(latest?.description ?? "-")" }
}
