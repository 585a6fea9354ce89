import Foundation

/// What the figures were taken on, and how fast it copies memory at this moment.
struct Machine: Codable {
  var name: String
  var cores: Int
  /// Bytes a second that `memcpy` reads and writes, once for blocks that no cache holds.
  var copyRate: Double

  /// Measures the limit; a tenth of a second.
  static func measured() -> Machine {
    let size = 64 << 20
    let source = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 64)
    let target = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 64)
    defer {
      source.deallocate()
      target.deallocate()
    }
    source.initializeMemory(as: UInt8.self, repeating: 1, count: size)
    target.initializeMemory(as: UInt8.self, repeating: 2, count: size)
    let seconds = Stopwatch.fastest(budget: 0.1) {
      target.copyMemory(from: source, byteCount: size)
      return target.load(as: UInt8.self)
    }
    return Machine(
      name: processor(), cores: ProcessInfo.processInfo.activeProcessorCount, copyRate: Double(size) / seconds)
  }

  private static func processor() -> String {
    let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("model name") }
    return line?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? "unknown processor"
  }
}

/// The most memory the process has held since it last asked, in bytes; nil where the system does not say.
struct PeakMemory {
  /// Starts counting anew.
  static func reset() {
    guard let file = FileHandle(forWritingAtPath: "/proc/self/clear_refs") else { return }
    try? file.write(contentsOf: Data("5".utf8))
    try? file.close()
  }

  static var bytes: Int? {
    let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }) else { return nil }
    return line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Int($0) }.map {
      $0 << 10
    }
  }
}
