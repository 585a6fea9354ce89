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
/// The text goes to a new file in the same folder, reaches the disk, and takes the name in one step; whoever reads the
/// name sees the old file or the new one. Devices and pipes are written as they are.
struct OutputFile {
  let path: String

  func write(_ text: String, inputs: [String] = []) throws(InvalidInput) {
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
    if exists, kind != S_IFREG { return try writeThrough(text) }
    if exists, access(path, W_OK) != 0 { throw cannotWrite(path, errno) }
    try replace(text, mode: exists ? status.st_mode & 0o7777 : nil)
  }

  /// Writes to what is no ordinary file: a device, a pipe.
  private func writeThrough(_ text: String) throws(InvalidInput) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw cannotWrite(path, errno) }
    var problem = writeAll(text, to: descriptor)
    if close(descriptor) != 0, problem == 0 { problem = errno }
    if problem != 0, problem != EPIPE { throw cannotWrite(path, problem) }
  }

  /// Writes beside the file and renames; a link keeps pointing where it points.
  private func replace(_ text: String, mode: mode_t?) throws(InvalidInput) {
    let target = mode == nil ? path : resolved
    let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? "./"
    let temporary = "\(folder).milepost-\(getpid())-\(UInt32.random(in: 0...UInt32.max)).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw cannotWrite(path, errno) }
    var problem = writeAll(text, to: descriptor)
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

  private var resolved: String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
