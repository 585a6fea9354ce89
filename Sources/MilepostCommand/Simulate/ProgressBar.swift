import Dispatch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How far a long run has come, on standard error, where that is a terminal.
///
/// Nothing is shown in the first second: most runs are over by then.
final class ProgressBar: @unchecked Sendable {
  private let total: Int
  private let isShown: Bool
  private let queue = DispatchQueue(label: "progress")
  private let begin = DispatchTime.now().uptimeNanoseconds
  // Only touched on the queue.
  private var done = 0
  private var shownAt: UInt64 = 0

  init(total: Int) {
    self.total = max(1, total)
    isShown = isatty(STDERR_FILENO) == 1
  }

  /// One more part is done; from any thread.
  func advance() {
    guard isShown else { return }
    queue.async { [self] in
      done += 1
      let now = DispatchTime.now().uptimeNanoseconds
      guard now - begin > 1_000_000_000, now - shownAt > 100_000_000 else { return }
      shownAt = now
      let elapsed = Double(now - begin) / 1e9
      let left = Int((elapsed * Double(total - done) / Double(done)).rounded(.up))
      _ = writeAll("\r\(ProgressBar.text(done, of: total)) \(left) s \u{1B}[K", to: STDERR_FILENO)
    }
  }

  /// Takes the bar away.
  func finish() {
    guard isShown else { return }
    queue.sync {
      if shownAt > 0 { _ = writeAll("\r\u{1B}[K", to: STDERR_FILENO) }
    }
  }

  /// `[########............]  40 %`.
  static func text(_ done: Int, of total: Int) -> String {
    let share = min(max(done, 0), total)
    let filled = 30 * share / max(1, total)
    let percent = String(100 * share / max(1, total))
    return "[\(String(repeating: "#", count: filled))\(String(repeating: ".", count: 30 - filled))] "
      + String(repeating: " ", count: 3 - percent.count) + percent + " %"
  }
}
