import PlanFiles
import PlanModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard output and standard error, written straight to their descriptors.
enum StandardStreams {
  /// A reader that goes away must end the program quietly, not by a signal.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
  }

  /// Writes all of a text to standard output. A reader that went away is no error.
  static func writeOutput(_ text: String) throws(InvalidInput) { try writeOutput(Array(text.utf8)) }

  /// Writes all of some bytes to standard output. A reader that went away is no error.
  static func writeOutput(_ bytes: [UInt8]) throws(InvalidInput) {
    let problem = writeAll(bytes, to: STDOUT_FILENO)
    if problem != 0, problem != EPIPE { throw cannotWrite("standard output", problem) }
  }

  /// Writes diagnostics; where even that fails nobody is left to be told.
  static func writeError(_ text: String) {
    _ = writeAll(text.withoutControlCharacters, to: STDERR_FILENO)
  }

  static func exit(_ code: Int32) -> Never {
    #if canImport(Glibc)
      Glibc.exit(code)
    #elseif canImport(Musl)
      Musl.exit(code)
    #else
      Darwin.exit(code)
    #endif
  }
}

/// Writes all of a text to a descriptor; 0, or the error number.
func writeAll(_ text: String, to descriptor: Int32) -> Int32 { writeAll(Array(text.utf8), to: descriptor) }

/// Writes all of some bytes to a descriptor; 0, or the error number.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
  bytes.withUnsafeBufferPointer { bytes in
    var done = 0
    guard let base = bytes.baseAddress else { return 0 }
    while done < bytes.count {
      let count = write(descriptor, base + done, bytes.count - done)
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      done += count
    }
    return 0
  }
}

/// The refusal when something cannot be written.
func cannotWrite(_ name: String, _ number: Int32) -> InvalidInput {
  InvalidInput([Diagnostic(.cannotWrite, name, String(cString: strerror(number)))], places: Places())
}
