import FoundationEssentials
import PlanModel

/// The files of one plan: finds them, keeps them at or below the plan's folder, and reads each once.
struct PlanFolder {
  struct File {
    /// As the user would name it.
    var path: String
    var isScenario = false
    /// Where the plan names it; in memory for what the call names.
    var origin = Origin.memory
    var isTable: Bool { path.lowercased().hasSuffix(".csv") }
  }

  private let reading: Reading
  /// The folder as the user would name it, empty for the current one.
  private(set) var folder = ""
  /// The folder's real path, to see where symbolic links lead.
  private var realFolder = ""
  private var readsScenarios = false
  private var seen: Set<String> = []
  private(set) var read: [String] = []

  init(_ reading: Reading) { self.reading = reading }

  // MARK: The first file

  /// The first file of the plan at a path, nil and reported where there is none.
  mutating func open(_ path: String) -> File? {
    var isFolder = false
    guard exists(path, &isFolder) else {
      refuse(path, isDenied(path) ? Refusal.denied.reason : "there is no such file or folder")
      return nil
    }
    if !isFolder {
      let isKnown = ["yaml", "yml", "csv"].contains { path.lowercased().hasSuffix(".\($0)") }
      guard isKnown else {
        refuse(path, "plans are folders, .yaml files and .csv files")
        return nil
      }
      folder = path.contains("/") ? String(path[..<path.lastIndex(of: "/")!]) : ""
      if path.hasPrefix("/"), folder.isEmpty { folder = "/" }
      let name = path.split(separator: "/").last.map(String.init) ?? path
      readsScenarios = name == "portfolio.yaml" || name == "plan.yaml"
      realFolder = real(folder.isEmpty ? "." : folder)
      return File(path: path)
    }
    var trimmed = path
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    folder = trimmed == "." ? "" : trimmed
    realFolder = real(trimmed)
    readsScenarios = true
    let names: [String]
    switch list(trimmed) {
    case .success(let found): names = found
    case .failure(let problem):
      refuse(path, problem.reason)
      return nil
    }
    if let name = ["portfolio.yaml", "plan.yaml"].first(where: names.contains) { return File(path: join(name)) }
    let candidates = names.filter { ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml")) && !$0.hasPrefix(".") }
    if candidates.isEmpty, names.contains("activities.csv") {
      readsScenarios = false
      return File(path: join("activities.csv"))
    }
    guard candidates.count == 1 else {
      refuse(
        path,
        candidates.isEmpty
          ? "the folder has no portfolio.yaml, plan.yaml or activities.csv"
          : "the folder has several YAML files and none is called portfolio.yaml or plan.yaml")
      return nil
    }
    return File(path: join(candidates[0]))
  }

  // MARK: Further files

  /// The files that an `include` names, sorted; problems are reported at its place.
  mutating func matches(_ pattern: String, at origin: Origin) -> [File] {
    let names = pattern.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard !names.contains(""), !names.contains(".."), !pattern.contains("\0") else {
      reading.report(
        .wrongType, "include", "files at or below the plan's folder", "'\(pattern.shortened)'", "projects/*.yaml",
        at: origin)
      return []
    }
    var paths = [""]
    var isRefused = false
    for name in names where name != "." {
      var next: [String] = []
      for path in paths {
        if name.contains("*") {
          let found = listIfThere(path.isEmpty ? folder.isEmpty ? "." : folder : join(path), at: origin)
          if found == nil { isRefused = true }
          for candidate in found ?? [] where !candidate.hasPrefix(".") && candidate.matches(glob: name) {
            next.append(path.isEmpty ? candidate : "\(path)/\(candidate)")
          }
        } else {
          next.append(path.isEmpty ? name : "\(path)/\(name)")
        }
      }
      paths = next
    }
    var isFolder = false
    let existing = paths.map(join).filter { exists($0, &isFolder) || isDenied($0) }
    if existing.isEmpty, !isRefused {
      reading.report(.includeMissing, pattern.shortened, at: origin)
      reading.problems.isIncomplete = true
    }
    return existing.compactMap { path in
      if pattern.contains("*"), exists(path, &isFolder), isFolder { return nil }
      guard isInside(path) else {
        reading.report(
          .wrongType, "include", "files at or below the plan's folder", "'\(path)', which leads out of it",
          "projects/*.yaml", at: origin)
        return nil
      }
      let isScenario = path.hasPrefix(join("scenarios/"))
      return File(path: path, isScenario: isScenario, origin: origin)
    }
  }

  /// The scenario files beside the plan's first file, sorted.
  func scenarios() -> [File] {
    guard readsScenarios else { return [] }
    return (listIfThere(join("scenarios"), at: .memory) ?? []).filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }
      .map { File(path: join("scenarios/\($0)"), isScenario: true) }.filter { isInside($0.path) }
  }

  // MARK: Reading

  /// The checked text of a file, nil where it was read before or cannot be read; the latter is reported.
  mutating func load(_ file: File) -> SourceText? {
    guard seen.insert(real(file.path)).inserted else { return nil }
    var isFolder = false
    guard exists(file.path, &isFolder), !isFolder else {
      refuse(
        file.path,
        isFolder ? "it is a folder" : isDenied(file.path) ? Refusal.denied.reason : "there is no such file",
        at: file.origin)
      return nil
    }
    switch contents(file.path) {
    case .success(let bytes):
      read.append(file.path)
      return SourceText(path: file.path, bytes: bytes, isTable: file.isTable, problems: &reading.problems)
    case .failure(let problem):
      refuse(file.path, problem.reason, at: file.origin)
      return nil
    }
  }

  /// A file to be read as it passes; nil, and nothing reported, where that cannot be.
  mutating func stream(_ file: File) -> TableStream? {
    let path = real(file.path)
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard attributes?[.type] as? FileAttributeType == .typeRegular, let size = attributes?[.size] as? Int,
      let stream = TableStream(path, size: size), seen.insert(path).inserted
    else { return nil }
    read.append(file.path)
    return stream
  }

  /// Whether a file was read before, by any of its names.
  func hasRead(_ file: File) -> Bool { seen.contains(real(file.path)) }

  func fileExists(_ path: String) -> Bool {
    var isFolder = false
    return exists(path, &isFolder) && !isFolder
  }

  // MARK: The file system

  /// Why the system refuses a file or folder.
  private struct Refusal: Error {
    var reason: String
    static let denied = Refusal(reason: "permission denied")
  }

  private func refuse(_ path: String, _ reason: String, at origin: Origin = .memory) {
    reading.report(.unreadableFile, path, reason, at: origin)
    reading.problems.isIncomplete = true
  }

  private func join(_ name: String) -> String {
    folder.isEmpty ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  private func exists(_ path: String, _ isFolder: inout Bool) -> Bool {
    guard !path.isEmpty, !path.contains("\0") else { return false }
    var found = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &found)
    isFolder = found
    return exists
  }

  /// The names in a folder, sorted by their code points.
  private func list(_ path: String) -> Result<[String], Refusal> {
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: path)
      return .success(names.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) })
    } catch {
      return .failure(Self.isDenial(error) ? .denied : Refusal(reason: "the folder cannot be listed"))
    }
  }

  /// The names in a folder, none where there is no such folder; nil and reported where it cannot be listed.
  private func listIfThere(_ path: String, at origin: Origin) -> [String]? {
    var isFolder = false
    guard exists(path, &isFolder) ? isFolder : isDenied(path) else { return [] }
    switch list(path) {
    case .success(let names): return names
    case .failure(let problem):
      refuse(path, problem.reason, at: origin)
      return nil
    }
  }

  /// Whether a folder on the way does not let us see what is at the path.
  private func isDenied(_ path: String) -> Bool {
    guard !path.contains("\0") else { return false }
    do {
      _ = try FileManager.default.attributesOfItem(atPath: path)
      return false
    } catch {
      return Self.isDenial(error)
    }
  }

  private static func isDenial(_ error: any Error) -> Bool { (error as? CocoaError)?.code == .fileReadNoPermission }

  /// The bytes of a regular file; pipes and devices are never opened.
  private func contents(_ path: String) -> Result<[UInt8], Refusal> {
    let path = real(path)
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let type = attributes?[.type] as? FileAttributeType, type == .typeRegular
    else { return .failure(Refusal(reason: "it is a pipe or a device, not a file")) }
    if let size = attributes?[.size] as? Int, let bytes = FileBytes.read(path, size: size) { return .success(bytes) }
    guard let data = FileManager.default.contents(atPath: path) else {
      return .failure(
        FileManager.default.isReadableFile(atPath: path) ? Refusal(reason: "it cannot be read") : .denied)
    }
    return .success([UInt8](data))
  }

  private func real(_ path: String) -> String { URL(filePath: path).resolvingSymlinksInPath().path }

  private func isInside(_ path: String) -> Bool {
    let inner = real(path)
    return inner == realFolder || inner.hasPrefix(realFolder.hasSuffix("/") ? realFolder : realFolder + "/")
  }
}

extension String {
  /// Whether the text fits a pattern in which `*` stands for any characters. O(text × stars).
  func matches(glob pattern: String) -> Bool {
    let (text, pattern) = (Array(self), Array(pattern))
    var (i, j) = (0, 0)
    var retry: (text: Int, pattern: Int)?
    while i < text.count {
      if j < pattern.count, pattern[j] == "*" {
        retry = (i, j + 1)
        j += 1
      } else if j < pattern.count, pattern[j] == text[i] {
        i += 1
        j += 1
      } else if let last = retry {
        retry = (last.text + 1, last.pattern)
        (i, j) = (last.text + 1, last.pattern)
      } else {
        return false
      }
    }
    return pattern[j...].allSatisfy { $0 == "*" }
  }
}
