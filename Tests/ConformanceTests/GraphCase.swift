import Foundation
import PlanGraph
import Testing

/// A case of kind `graph`: what the bare structure of a network says.
struct GraphCase {
  private struct File: Decodable {
    struct Activity: Decodable {
      var id: String
      var predecessors: [String]?
    }
    struct Expected: Decodable {
      var descendants: [String: Int]?
      var ancestors: [String: Int]?
      var betweenness: [String: Double]?
      var topologicalLevel: [String: Int]?
      var redundantEdges: [[String]]?
      var lexicographicalTopologicalOrder: [String]?
      var orderStrength: Double?
    }
    var activities: [Activity]
    var relations: [CaseRelation]?
    var expected: Expected
  }

  private let file: File

  init(_ data: Data) throws { file = try JSONDecoder().decode(File.self, from: data) }

  func checks() throws -> Checks {
    let expected = file.expected
    var checks = Checks()
    checks.compared = [
      "descendants", "ancestors", "betweenness", "topologicalLevel", "redundantEdges",
      "lexicographicalTopologicalOrder", "orderStrength",
    ]
    // Numbered by name, so that the lowest number is the first name.
    let ids = file.activities.map(\.id).sorted()
    let number = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($0.element, $0.offset) })
    var arcs: [Arc] = []
    for activity in file.activities {
      for before in activity.predecessors ?? [] {
        arcs.append(Arc(from: try #require(number[before]), to: try #require(number[activity.id])))
      }
    }
    for relation in file.relations ?? [] {
      arcs.append(Arc(from: try #require(number[relation.pred]), to: try #require(number[relation.succ])))
    }
    let graph = try DependencyGraph(count: ids.count, arcs: arcs)
    let betweenness = graph.betweenness()
    for (node, id) in ids.enumerated() {
      checks.check(
        "descendants of \(id)", graph.descendants(of: [node]).count { $0 } - 1, expected.descendants?[id])
      checks.check("ancestors of \(id)", graph.ancestors(of: [node]).count { $0 } - 1, expected.ancestors?[id])
      checks.check("level of \(id)", Int(graph.level[node]), expected.topologicalLevel?[id])
      checks.check("betweenness of \(id)", betweenness[node], expected.betweenness?[id])
    }
    let redundant = graph.redundantArcs().map { [ids[Int(arcs[$0].from)], ids[Int(arcs[$0].to)]] }
    checks.check("redundant edges", Set(redundant), expected.redundantEdges.map(Set.init))
    checks.check(
      "order by name", graph.orderByNumber().map { ids[Int($0)] }, expected.lexicographicalTopologicalOrder)
    checks.check("order strength", graph.orderStrength, expected.orderStrength, within: 1e-12)
    return checks
  }
}
