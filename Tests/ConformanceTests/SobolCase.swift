import Foundation
import PlanSimulation

/// A case of kind `qmc`: Sobol points without scrambling, from the first on.
struct SobolCase {
  private let file: Fields

  init(_ data: Data) throws { file = try Fields(data) }

  /// Nothing where the points are of another kind, or have more dimensions than we know.
  func checks() throws -> Checks? {
    var checks = Checks()
    checks.compared = ["points"]
    let isSobol = [file.text("id"), file.text("title")].contains { $0?.lowercased().contains("sobol") == true }
    guard isSobol, let points = file.matrix("points") ?? file.fields("expected")?.matrix("points") else { return nil }
    // A case can begin later in the sequence or show some of the dimensions only.
    let first = Int(file.number("firstIndex") ?? file.number("skip") ?? 0)
    let dimensions = file.numbers("dimensions")?.map { Int($0) - 1 }
    for (number, point) in points.enumerated() {
      guard dimensions ?? [] != [] || point.count <= Sobol.dimensions else { return nil }
      let found = point.indices.map { place -> Double in
        let dimension = dimensions.map { place < $0.count ? $0[place] : -1 } ?? place
        return Double(Sobol.word(index: UInt32(first + number), dimension: dimension)) * 0x1p-32
      }
      checks.check("point \(number)", found, point)
    }
    return checks
  }
}
