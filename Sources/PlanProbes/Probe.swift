import Foundation

/// Measures time, and what memory can do at that moment.
enum Probe {
  /// The seconds of the fastest of several runs; neighbours on the machine only ever add time.
  static func fastest(budget: Double = 0.5, atLeast runs: Int = 3, _ work: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    var best = Double.infinity
    var (spent, done) = (0.0, 0)
    while done < runs || (spent < budget && done < 200) {
      let begin = clock.now
      try work()
      let seconds = (clock.now - begin) / .seconds(1)
      best = min(best, seconds)
      spent += seconds
      done += 1
    }
    return best
  }

  /// The seconds in which `memcpy` moves so many bytes: half of them read, half of them written.
  static func copySeconds(moving bytes: Int) -> Double {
    let size = max(64, bytes / 2)
    let source = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 64)
    let target = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 64)
    defer {
      source.deallocate()
      target.deallocate()
    }
    source.initializeMemory(as: UInt8.self, repeating: 1, count: size)
    target.initializeMemory(as: UInt8.self, repeating: 2, count: size)
    // As often as a short copy needs to be longer than a tick of the clock.
    let times = max(1, (1 << 20) / size)
    var sum = 0
    defer { keep(sum) }
    return fastest(budget: 0.1) {
      for time in 0..<times {
        source.storeBytes(of: UInt8(truncatingIfNeeded: time), as: UInt8.self)
        memcpy(target, source, size)
        sum &+= Int(target.load(as: UInt8.self))
      }
    } / Double(times)
  }

  /// Tells the optimiser that a value is used.
  @inline(never) static func keep<Value>(_ value: Value) { withExtendedLifetime(value) {} }

  static func time(_ seconds: Double) -> String {
    switch seconds {
    case ..<1e-3: String(format: "%.1f µs", seconds * 1e6)
    case ..<1: String(format: "%.2f ms", seconds * 1e3)
    default: String(format: "%.2f s", seconds)
    }
  }

  static func ratio(_ value: Double) -> String { String(format: "%.2f", value) }

  static func row(_ cells: [String]) {
    let widths = [40, 12, 12, 12, 40]
    print(
      zip(cells, widths).enumerated().map { place, cell in
        let space = String(repeating: " ", count: max(1, cell.1 - cell.0.count))
        return place == 0 ? cell.0 + space : place == 4 ? "   " + cell.0 : space + cell.0
      }.joined())
    fflush(nil)
  }
}

/// A probe that would have measured a wrong answer.
struct WrongAnswer: Error, CustomStringConvertible {
  let description: String
}
