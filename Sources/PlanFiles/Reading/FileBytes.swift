#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of a file in one piece, without a copy on the way.
enum FileBytes {
  /// Nil where the file cannot be read, or is not as long as was said.
  static func read(_ path: String, size: Int) -> [UInt8]? {
    guard size >= 0, size < Int.max / 2 else { return nil }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var isWhole = false
    // One byte more than there should be tells whether the file has grown.
    let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      while count < buffer.count {
        #if canImport(Glibc)
          let read = Glibc.read(descriptor, buffer.baseAddress! + count, buffer.count - count)
        #elseif canImport(Musl)
          let read = Musl.read(descriptor, buffer.baseAddress! + count, buffer.count - count)
        #else
          let read = Darwin.read(descriptor, buffer.baseAddress! + count, buffer.count - count)
        #endif
        if read < 0, errno == EINTR { continue }
        guard read > 0 else {
          isWhole = read == 0
          return
        }
        count += read
      }
    }
    return isWhole && bytes.count == size ? bytes : nil
  }
}
