#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How many columns a table may take.
enum TerminalWidth {
  /// Where nobody says: output to a file or another program.
  static let usual = 100

  /// `COLUMNS` where it is set, the terminal's width, or ``usual``.
  static var current: Int {
    if let text = getenv("COLUMNS"), let columns = Int(String(cString: text)), (20...10_000).contains(columns) {
      return columns
    }
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 else {
      return usual
    }
    return Int(size.ws_col)
  }
}
