import PlanFiles
import PlanModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is written wholly or not at all.
///
/// The bytes go to a new file in the same folder, reach the disk, and take the name in one step; whoever reads the
/// name sees the old file or the new one. Devices and pipes are written as they are.
struct OutputFile {
  let path: String

  func write(_ bytes: [UInt8], inputs: [String] = []) throws(InvalidInput) {
    if path.isEmpty { throw cannotWrite(path, ENOENT) }
    var status = stat()
    let exists = stat(path, &status) == 0
    if !exists, errno != ENOENT { throw cannotWrite(path, errno) }
    let kind = status.st_mode & S_IFMT
    if exists, kind == S_IFDIR { throw cannotWrite(path, EISDIR) }
    for input in inputs where exists {
      var other = stat()
      if stat(input, &other) == 0, other.st_dev == status.st_dev, other.st_ino == status.st_ino {
        throw InvalidInput([Diagnostic(.cannotWrite, path, "it is a file of the plan")], places: Places())
      }
    }
    if exists, kind != S_IFREG { return try writeThrough(bytes, isPipe: kind == S_IFIFO) }
    if exists, access(path, W_OK) != 0 { throw cannotWrite(path, errno) }
    try replace(bytes, mode: exists ? status.st_mode & 0o7777 : nil)
  }

  /// Writes to what is no ordinary file: a device, a pipe that somebody reads.
  private func writeThrough(_ bytes: [UInt8], isPipe: Bool) throws(InvalidInput) {
    // Opening a pipe without a reader would wait for one for ever; the writing itself may wait.
    let descriptor = open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      if isPipe, errno == ENXIO {
        throw InvalidInput([Diagnostic(.cannotWrite, path, "nobody reads from this pipe")], places: Places())
      }
      throw cannotWrite(path, errno)
    }
    let flags = fcntl(descriptor, F_GETFL)
    if flags >= 0 { _ = fcntl(descriptor, F_SETFL, flags & ~O_NONBLOCK) }
    var problem = writeAll(bytes, to: descriptor)
    if close(descriptor) != 0, problem == 0 { problem = errno }
    if problem != 0, problem != EPIPE { throw cannotWrite(path, problem) }
  }

  /// Writes beside the file and renames; a link keeps pointing where it points.
  private func replace(_ bytes: [UInt8], mode: mode_t?) throws(InvalidInput) {
    let target = resolved
    let folder = Self.folder(of: target)
    let temporary = "\(folder).milepost-\(getpid())-\(UInt32.random(in: 0...UInt32.max)).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw cannotWrite(path, errno) }
    var problem = writeAll(bytes, to: descriptor)
    if problem == 0, let mode, fchmod(descriptor, mode) != 0 { problem = errno }
    if problem == 0, fsync(descriptor) != 0 { problem = errno }
    if close(descriptor) != 0, problem == 0 { problem = errno }
    if problem == 0, rename(temporary, target) != 0 { problem = errno }
    if problem != 0 {
      unlink(temporary)
      throw cannotWrite(path, problem)
    }
    let directory = open(folder, O_RDONLY | O_CLOEXEC)
    if directory >= 0 {
      _ = fsync(directory)
      _ = close(directory)
    }
  }

  /// Where the links at the path lead, even where nothing is there yet.
  private var resolved: String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    var target = path
    // As many links as the system follows; longer chains are refused before.
    for _ in 0..<40 {
      guard let next = Self.link(at: target) else { break }
      target = next.hasPrefix("/") ? next : Self.folder(of: target) + next
    }
    return target
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./"
  }

  /// What a symbolic link says, nil where the path is none.
  private static func link(at path: String) -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX) + 1) { buffer in
      let count = readlink(path, buffer.baseAddress!, Int(PATH_MAX))
      guard count > 0 else { return nil }
      return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }
}
