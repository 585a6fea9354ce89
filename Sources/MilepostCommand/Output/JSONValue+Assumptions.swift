import PlanComparison
import PlanFiles
import PlanModel

extension JSONValue {
  /// Assumptions with their reasons and places.
  init(assumptions: [Assumptions.Entry], _ places: Places) {
    self = .array(
      assumptions.map { entry in
        let place = places[entry.origin].map { "\($0.source):\($0.line):\($0.column)" }
        return .object([
          ("fact", .string(JSONValue.name(of: entry.subject))), ("basis", .string(entry.basis.word)),
          ("because", JSONValue(entry.because)), ("place", JSONValue(place)),
        ])
      })
  }

  /// A fact as the grammar of changes would name it.
  static func name(of subject: Assumptions.Subject) -> String {
    switch subject {
    case .planned(let id, let span): "\(id) planned=\(span.words)"
    case .target(let id, let span): "\(id) target=\(span.words)"
    case .deadline(let id, let span): "\(id) deadline=\(span.words)"
    case .actual(let id, let span): "\(id) actual=\(span.words)"
    case .duration(let id, let estimate):
      "\(id) duration=\([estimate.low, estimate.likely, estimate.high].compactMap { $0?.description }.joined(separator: ".."))"
    case .remaining(let id, let quantity): "\(id) remaining=\(quantity)"
    case .constraint(let id, let constraint): "\(id) \(constraint.kind.rawValue)=\(constraint.date.value.words)"
    case .slip(let id, let quantity): "\(id) \(quantity.isNegative ? "" : "+")\(quantity)"
    case .link(let link): "\(link.from) -> \(link.to) \(link.kind.word)"
    case .activity(let id): "\(id)"
    case .calendar(let name): "calendar \(name)"
    case .exception(let exception, let name):
      "calendar \(name) exception=\(exception.days.lowerBound)/\(exception.days.upperBound)"
    case .window(let id, _): "window \(id)"
    case .cost(let project, let change): "\(project) cost \(change.item.word)"
    }
  }
}
