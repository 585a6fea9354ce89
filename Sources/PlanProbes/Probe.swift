import Foundation

/// Measures time, and what memory can do at that moment.
enum Probe {
  /// The seconds of the fastest of several runs, in time of the processor: what waits for a neighbour to finish is left
  /// out, and what a neighbour adds otherwise differs from run to run.
  static func fastest(budget: Double = 0.5, atLeast runs: Int = 3, _ work: () throws -> Void) rethrows -> Double {
    var best = Double.infinity
    var (spent, done) = (0.0, 0)
    while done < runs || (spent < budget && done < 200) {
      let begin = processorTime()
      try work()
      let seconds = Double(processorTime() - begin) / 1e9
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

  /// What this thread has had of a processor.
  private static func processorTime() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now)
    return now.tv_sec * 1_000_000_000 + now.tv_nsec
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
