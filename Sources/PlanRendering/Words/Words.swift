public import PlanModel

/// What is said about plans, in Norwegian bokmål and English; no other place words an answer for people.
///
///     Words(language: .norwegian, names: Names(plan)).day(status)     // "30.04.2023"
///
/// Problems of a plan have their words with their codes, in PlanModel.
public struct Words: Sendable {
  /// The language of every answer; display names stay as the plan has them.
  public let language: Language
  /// What activities are called; without it they are called by their ids.
  public let names: Names

  /// Words of a language; without names, activities are called by their ids.
  public init(language: Language, names: Names = Names()) {
    self.language = language
    self.names = names
  }

  /// The variant of this language.
  package func pick(_ norwegian: String, _ english: String) -> String {
    language == .norwegian ? norwegian : english
  }

  /// `a, b og c`; in English without a comma before the last.
  public func list(_ items: [String]) -> String {
    guard items.count > 1, let last = items.last else { return items.joined() }
    return items.dropLast().joined(separator: ", ") + pick(" og ", " and ") + last
  }

  /// The same text with a capital first letter.
  package func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// What stands where there is nothing to say.
  public var none: String { "–" }
}

/// The display names of activities.
///
///     Names(planA, planB)["amk-hso.oslo-start"]            // "Oppstart AMK Oslo"
///     Names(planA).withID("amk-hso.oslo-start")            // "Oppstart AMK Oslo (amk-hso.oslo-start)"
public struct Names: Sendable {
  private let plans: [Plan]

  /// The names in these plans; where they differ, the last one decides.
  public init(_ plans: Plan...) { self.plans = plans }

  /// The name for people of an activity; its id where it has none.
  public subscript(id: ActivityID) -> String { plans.reversed().lazy.compactMap { $0[id]?.title }.first ?? id.text }

  /// The name with the id in brackets, for where somebody has to type it.
  public func withID(_ id: ActivityID) -> String {
    let title = self[id]
    return title == id.text ? title : "\(title) (\(id.text))"
  }
}
