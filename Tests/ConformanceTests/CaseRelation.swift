import PlanModel
import Testing

/// A link as cases write it: between two events, with a least lag, a longest, or both.
struct CaseRelation: Decodable {
  var pred: String
  var succ: String
  var kind: Link.Kind
  /// The least lag; nil where there is none, which the file says by null.
  var lag: Double?
  var maxLag: Double?

  enum CodingKeys: String, CodingKey { case pred, succ, type, lag, maxLag }

  init(from decoder: any Decoder) throws {
    let row = try decoder.container(keyedBy: CodingKeys.self)
    pred = try row.decode(String.self, forKey: .pred)
    succ = try row.decode(String.self, forKey: .succ)
    kind = try #require(Link.Kind(word: try row.decodeIfPresent(String.self, forKey: .type) ?? "FS"))
    maxLag = try row.decodeIfPresent(Double.self, forKey: .maxLag)
    lag = try row.decodeIfPresent(Double.self, forKey: .lag)
    // Without a word on lags it is the usual link.
    if lag == nil, maxLag == nil, !row.contains(.lag) { lag = 0 }
  }

  private init(pred: String, succ: String, kind: Link.Kind, maxLag: Double) {
    (self.pred, self.succ, self.kind, self.lag, self.maxLag) = (pred, succ, kind, nil, maxLag)
  }

  /// The link of a plan; nil for a relation that says nothing.
  func link(_ minutes: (Double) throws -> Quantity) throws -> Link? {
    var link = Link(
      from: ActivityID(case: pred), to: ActivityID(case: succ), kind, lag: try lag.map { try minutes($0) })
    if let maxLag {
      link.details.maximum = try minutes(maxLag)
      link.details.isMaximumOnly = lag == nil
    } else if lag == nil {
      return nil
    }
    return link
  }

  /// The relations without cycles of least lags: one that closes a cycle is said the other way about, as the longest lag
  /// from its later event to its earlier. That is the same bound.
  static func acyclic(_ relations: [CaseRelation], beside links: [(String, String)]) -> [CaseRelation] {
    var after: [String: Set<String>] = [:]
    for (before, next) in links { after[before, default: []].insert(next) }
    func reaches(_ from: String, _ to: String) -> Bool {
      var (seen, open) = (Set([from]), [from])
      while let next = open.popLast() {
        if next == to { return true }
        for follower in after[next] ?? [] where seen.insert(follower).inserted { open.append(follower) }
      }
      return false
    }
    var found: [CaseRelation] = []
    for var relation in relations {
      if let least = relation.lag {
        if reaches(relation.succ, relation.pred) {
          let back: Link.Kind =
            switch relation.kind {
            case .finishToStart: .startToFinish
            case .startToFinish: .finishToStart
            default: relation.kind
            }
          found.append(CaseRelation(pred: relation.succ, succ: relation.pred, kind: back, maxLag: -least))
          relation.lag = nil
        } else {
          after[relation.pred, default: []].insert(relation.succ)
        }
      }
      found.append(relation)
    }
    return found
  }
}

extension ActivityID {
  /// An activity of a case. Cases know no projects: a full stop in a name is a letter like others.
  init(case name: String) { self.init(String(name.map { $0 == "." ? "\u{2024}" : $0 })) }

  var nameInCase: String { String(text.map { $0 == "\u{2024}" ? "." : $0 }) }
}
