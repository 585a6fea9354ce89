extension ValueForm {
  /// The form in a phrase, for the format document.
  var phrase: String {
    switch self {
    case .text: "text"
    case .identifier: "id"
    case .reference: "reference"
    case .day: "day"
    case .span: "date"
    case .quantity: "amount of time"
    case .number: "number"
    case .wholeNumber: "whole number"
    case .flag: "`yes` or `no`"
    case .oneOf(let words): words.map { "`\($0)`" }.joined(separator: ", ")
    case .probability: "probability (0 to 1, or a range `0.2..0.4` that is read at its middle)"
    case .range: "number, a range `2..4..9`, or a `range`"
    case .consequence: "amount of time, a range, or a `consequence`"
    case .fact(let form): "\(form.phrase), or its long form (`fact`)"
    case .estimate: "amount of time, a range `30d..65d`, or an `estimate`"
    case .outcomes: "mapping from amounts of time to their probabilities"
    case .hours: "hours"
    case .after: "predecessor, or a `link` without `to`"
    case .change: "change, or its long form (`change`)"
    case .mapping(let kind): "mapping (`\(kind)`)"
    case .list(let form): "one or a list of: \(form.phrase)"
    case .named(let form): "mapping from ids to: \(form.phrase)"
    case .anyTable: "list of rows"
    }
  }
}
