import Foundation

/// One run of the built command.
struct Run {
  let output: String
  let problems: String
  let status: Int32

  var lines: [String] { output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
}

/// Runs the built binary and waits for it.
///
///     try milepost("check", plan.path).status      // 0
func milepost(
  _ arguments: String..., environment: [String: String] = [:], in folder: String? = nil
) throws -> Run {
  try milepost(arguments, environment: environment, in: folder)
}

func milepost(
  _ arguments: [String], environment: [String: String] = [:], in folder: String? = nil, output: FileHandle? = nil
) throws -> Run {
  try run(Built.binary, arguments, environment: environment, in: folder, output: output)
}

/// Runs a shell line in which `$MILEPOST` is the built binary.
func shell(_ line: String, in folder: String) throws -> Run {
  try run("/bin/sh", ["-c", line], environment: ["MILEPOST": Built.binary], in: folder, output: nil)
}

private func run(
  _ path: String, _ arguments: [String], environment: [String: String], in folder: String?, output: FileHandle?
) throws -> Run {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: path)
  process.arguments = arguments
  process.environment = ["PATH": "/usr/bin:/bin:/usr/sbin:/sbin"].merging(
    ProcessInfo.processInfo.environment.filter { $0.key == "LD_LIBRARY_PATH" }
  ) { $1 }.merging(environment) { $1 }
  if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
  let (standard, error) = (Pipe(), Pipe())
  process.standardInput = FileHandle.nullDevice
  process.standardOutput = output ?? standard
  process.standardError = error
  try process.run()
  let text = output == nil ? standard.fileHandleForReading.readDataToEndOfFile() : Data()
  let problems = error.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return Run(
    output: String(decoding: text, as: UTF8.self), problems: String(decoding: problems, as: UTF8.self),
    status: process.terminationStatus)
}

/// Where the build put things.
enum Built {
  /// `milepost`, beside the test bundle.
  static let binary: String = {
    let bundle = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let starts = [bundle, URL(fileURLWithPath: CommandLine.arguments[0]), Bundle.main.bundleURL]
    for start in starts {
      var folder = start.deletingLastPathComponent()
      for _ in 0..<4 {
        let candidate = folder.appendingPathComponent("milepost").path
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder), !isFolder.boolValue {
          return candidate
        }
        folder.deleteLastPathComponent()
      }
    }
    return "milepost"
  }()

  /// The root of the repository.
  static let root: String = {
    var url = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    for _ in 0..<4 { url.deleteLastPathComponent() }
    return url.path
  }()

  /// The real portfolio.
  static let portfolio = root + "/Scenarios/hso-2023-t1"
}
