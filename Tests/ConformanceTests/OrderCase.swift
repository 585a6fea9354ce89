import Foundation
import PlanGraph
import Testing

/// A case of kind `dynamicOrder`: arcs inserted one by one into an order.
struct OrderCase {
  private struct File: Decodable {
    struct Insertion: Decodable {
      var edge: [String]
      var accepted: Bool?
      var affectedRegion: [String]?
      var deltaF: [String]?
      var deltaB: [String]?
      var orderAfter: [String]?
      var cycleNodes: [String]?
    }
    var nodes: [String]
    var initialEdges: [[String]]?
    var initialOrder: [String]?
    var expected: [Insertion]
  }

  private let file: File

  init(_ data: Data) throws { file = try JSONDecoder().decode(File.self, from: data) }

  func checks() throws -> Checks {
    var checks = Checks()
    checks.compared = ["edge", "accepted", "affectedRegion", "deltaF", "deltaB", "orderAfter", "cycleNodes"]
    let number = Dictionary(uniqueKeysWithValues: file.nodes.enumerated().map { ($0.element, $0.offset) })
    func arc(_ edge: [String]) throws -> Arc {
      try #require(edge.count == 2)
      return Arc(from: try #require(number[edge[0]]), to: try #require(number[edge[1]]))
    }
    func names(_ nodes: [Int32]) -> [String] { nodes.map { file.nodes[Int($0)] } }
    let arcs = try (file.initialEdges ?? []).map(arc)
    var order = try DynamicOrder(count: file.nodes.count, arcs: arcs)
    if let initial = file.initialOrder {
      let nodes = try initial.map { Int32(try #require(number[$0])) }
      order = try #require(DynamicOrder(order: nodes, arcs: arcs))
    }
    for step in file.expected {
      let name = step.edge.joined(separator: "→")
      do {
        let insertion = try order.insert(try arc(step.edge))
        checks.check("\(name) accepted", true, step.accepted)
        checks.check("\(name) region", names(insertion.region).sorted(), step.affectedRegion?.sorted())
        checks.check("\(name) deltaF", names(insertion.ahead).sorted(), step.deltaF?.sorted())
        checks.check("\(name) deltaB", names(insertion.behind).sorted(), step.deltaB?.sorted())
      } catch let cycle as ClosedCycle {
        checks.check("\(name) accepted", false, step.accepted)
        checks.check("\(name) cycle", names(cycle.nodes).sorted(), step.cycleNodes?.sorted())
      }
      checks.check("\(name) order", names(order.nodes), step.orderAfter)
    }
    return checks
  }
}
