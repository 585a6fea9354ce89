import Foundation
import PlanFiles
import PlanModel
import Testing

@Suite struct `The real portfolio` {
  @Test func `is read without a word of complaint`() throws {
    var root = URL(filePath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    let document = try PlanReader().read(root.appending(path: "Scenarios/hso-2023-t1").path)
    #expect(document.places.describe(document.diagnostics) == "")
    let plan = document.plan
    #expect(plan.statusDate == Day(year: 2023, month: 4, day: 30))
    #expect(plan.scenario("plan-a") != nil && plan.scenario("plan-b") != nil)
    #expect(!plan.links.isEmpty && !plan.relations.isEmpty && !plan.risks.isEmpty && !plan.registers.isEmpty)
    #expect(try !plan.applying(scenarios: ["plan-a"]).applied.isEmpty)
    // Every link knows the file that it stands in.
    #expect(plan.links.allSatisfy { document.places[$0.evidence.origin] != nil })
  }
}
