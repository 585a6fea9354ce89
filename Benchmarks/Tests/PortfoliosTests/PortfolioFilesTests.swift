import Foundation
import Milepost
import PlanFiles
import Portfolios
import Testing

/// What the generator writes is the portfolio that it made, byte for byte the same for the same recipe.
@Suite struct `Files of a portfolio` {
  private func read(_ files: [Portfolio.File], _ first: String) throws -> PlanDocument {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("milepost-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in files {
      let url = folder.appendingPathComponent(file.path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: url)
    }
    return try PlanReader().read(folder.path + first)
  }

  @Test(arguments: Recipe.Shape.allCases, [1, 2, 49, 50, 51, 1000])
  func `are read without a remark as the plan that was made`(shape: Recipe.Shape, count: Int) throws {
    for calendar in Recipe.WorkCalendar.allCases {
      let portfolio = Portfolio(Recipe(shape, activities: count, calendar: calendar, seed: 7))
      let plan = portfolio.plan()
      var documents = [try read(portfolio.files(), "")]
      if calendar == .aroundTheClock { documents.append(try read(portfolio.tables(), "/activities.csv")) }
      for document in documents {
        #expect(document.diagnostics.isEmpty)
        #expect(document.plan.activities.count == count)
        #expect(document.plan.links.count == plan.links.count)
        // Tables have no status date, and files of projects are read in the order of their names.
        guard document.plan.statusDate != nil else { continue }
        func finishes(_ plan: Plan) throws -> [String] {
          Schedule(try Network(plan)).activities.map { "\($0.id) \($0.finish)" }.sorted()
        }
        #expect(try finishes(document.plan) == finishes(plan))
      }
    }
  }

  @Test func `are the same bytes for the same seed and others for another`() {
    func texts(_ seed: UInt64) -> [String] {
      let portfolio = Portfolio(Recipe(.portfolio, activities: 500, seed: seed))
      return (portfolio.files() + portfolio.tables()).map { $0.path + $0.text }
    }
    #expect(texts(1) == texts(1))
    #expect(texts(1) != texts(2))
  }

  /// A recorded sum: a change here changes everybody's portfolios.
  @Test func `keep their bytes from one version to the next`() {
    let files = Portfolio(Recipe(.portfolio, activities: 1000, seed: 1)).files()
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325  // FNV-1a
    for byte in files.map({ $0.path + $0.text }).joined().utf8 { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
    #expect(sum == 3_237_174_568_673_709_661)
  }
}
