import PlanFiles
import PlanModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder into which several files are written: all of them or none.
///
/// A new folder is filled beside its place and takes its name in one step. In one that is there, the files are written
/// beside the old ones and take their names one after the other; where one cannot, those before it get back what they had.
struct OutputFolder {
  let path: String

  func write(_ files: [(name: String, bytes: [UInt8])], inputs: [String]) throws(InvalidInput) {
    if path.isEmpty { throw cannotWrite(path, ENOENT) }
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == ENOENT else { throw cannotWrite(path, errno) }
      return try make(files)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw cannotWrite(path, ENOTDIR) }
    for file in files { try check("\(path)/\(file.name)", inputs) }
    // The reader takes both names for the links of activities.csv.
    if stat("\(path)/activities-links.csv", &status) == 0 {
      throw refusal(path, "activities-links.csv in it would be read as links of this plan; move it away")
    }
    try replace(files)
  }

  /// Refuses a name that holds something else than an ordinary file, or a file of the plan.
  private func check(_ path: String, _ inputs: [String]) throws(InvalidInput) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno != ENOENT { throw cannotWrite(path, errno) }
      return
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw refusal(path, "it is no ordinary file") }
    for input in inputs {
      var other = stat()
      if stat(input, &other) == 0, other.st_dev == status.st_dev, other.st_ino == status.st_ino {
        throw refusal(path, "it is a file of the plan")
      }
    }
  }

  private func refusal(_ path: String, _ reason: String) -> InvalidInput {
    InvalidInput([Diagnostic(.cannotWrite, path, reason)], places: Places())
  }

  /// Fills a new folder under another name, and renames it.
  private func make(_ files: [(name: String, bytes: [UInt8])]) throws(InvalidInput) {
    var target = path
    while target.count > 1, target.hasSuffix("/") { target.removeLast() }
    let parent = target.lastIndex(of: "/").map { String(target[...$0]) } ?? ""
    let temporary = "\(parent).milepost-\(getpid())-\(UInt32.random(in: 0...UInt32.max)).tmp"
    guard mkdir(temporary, 0o777) == 0 else { throw cannotWrite(path, errno) }
    var problem: Int32 = 0
    for file in files where problem == 0 { problem = OutputFolder.fill("\(temporary)/\(file.name)", file.bytes) }
    if problem == 0, rename(temporary, target) != 0 { problem = errno }
    if problem != 0 {
      for file in files { unlink("\(temporary)/\(file.name)") }
      rmdir(temporary)
      throw cannotWrite(path, problem)
    }
  }

  /// Writes beside the old files, keeps those under further names, and renames.
  private func replace(_ files: [(name: String, bytes: [UInt8])]) throws(InvalidInput) {
    let mark = ".milepost-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    let moves = files.map { file in
      (new: "\(path)/\(mark)-\(file.name).tmp", old: "\(path)/\(mark)-\(file.name).old", target: "\(path)/\(file.name)")
    }
    var problem: Int32 = 0
    for (move, file) in zip(moves, files) where problem == 0 { problem = OutputFolder.fill(move.new, file.bytes) }
    for move in moves where problem == 0 {
      if link(move.target, move.old) != 0, errno != ENOENT { problem = errno }
    }
    var done = 0
    while problem == 0, done < moves.count {
      if rename(moves[done].new, moves[done].target) != 0 { problem = errno } else { done += 1 }
    }
    if problem != 0 {
      for move in moves[..<done] where rename(move.old, move.target) != 0 { unlink(move.target) }
    }
    for move in moves {
      unlink(move.new)
      unlink(move.old)
    }
    if problem != 0 { throw cannotWrite(path, problem) }
  }

  /// Writes a new file and sees it to the disk; 0, or the error number.
  private static func fill(_ path: String, _ bytes: [UInt8]) -> Int32 {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return errno }
    var problem = writeAll(bytes, to: descriptor)
    if problem == 0, fsync(descriptor) != 0 { problem = errno }
    if close(descriptor) != 0, problem == 0 { problem = errno }
    return problem
  }
}
