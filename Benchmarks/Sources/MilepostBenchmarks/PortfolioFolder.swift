import Foundation
import Portfolios

/// A folder that a portfolio's files are written to.
struct PortfolioFolder {
  let path: String

  /// A folder of its own among the system's temporary ones; remove it after use.
  static func temporary() -> PortfolioFolder {
    PortfolioFolder(
      path: FileManager.default.temporaryDirectory.appendingPathComponent("milepost-\(UUID().uuidString)").path)
  }

  /// Writes the files, making folders where they are missing.
  ///
  /// - Returns: how many bytes were written.
  @discardableResult func write(_ files: [Portfolio.File]) throws -> Int {
    for file in files {
      let url = URL(fileURLWithPath: path).appendingPathComponent(file.path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: url)
    }
    return files.reduce(0) { $0 + $1.text.utf8.count }
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
