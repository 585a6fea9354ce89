import Foundation

/// A folder of its own for one test, removed with the value.
final class TemporaryFolder {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("milepost-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(name, text) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

  func write(_ name: String, _ data: Data) throws {
    let url = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  func text(_ name: String) -> String? { try? String(contentsOfFile: "\(path)/\(name)", encoding: .utf8) }

  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
}

/// A small portfolio with what real ones have: imprecise dates, undated milestones, scenarios.
let smallPortfolio = """
  milepost: 1
  name: Små planer
  language: nb
  status-date: 2023-04-30
  default-calendar: norway
  source: report
  projects:
    supplier:
      name: Leverandør
      activities:
        release-1: { name: Versjon 1, milestone: finish, actual: 2023-04-05 }
        release-2: { name: Versjon 2, milestone: finish }
    hospital:
      name: Sykehus
      activities:
        test: { name: Test, duration: 20d..30d..60d, because: a general range }
        live: { name: Oppstart, milestone: start, target: 2023-12 }
  links:
    - { from: supplier.release-2, to: hospital.test }
    - { from: hospital.test, to: hospital.live }
  scenarios:
    plan-a:
      name: Plan A
      changes: ["hospital.live planned=november 2023"]
    release-in-june:
      because: nobody says
      changes: ["supplier.release-2 planned=juni 2023"]
  """

/// A small plan in which everything is known.
let site = """
  milepost: 1
  name: Site
  source: drawings
  start: 2024-01-08
  default-calendar: weekdays
  activities:
    dig: { name: Dig, duration: 3d }
    form: { name: Formwork, duration: 2d }
    pour: { name: Pour, duration: 1d, after: [dig, form] }
    done: { name: Slab done, milestone: finish, after: [pour FS+3ed], target: 2024-01-20 }
  """
