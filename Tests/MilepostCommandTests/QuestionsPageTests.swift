import Foundation
import Testing

/// `make questions` writes the page again.
@Suite struct `The page of questions` {
  static let page = try? String(contentsOfFile: "\(Built.root)/Documentation/Questions.md", encoding: .utf8)

  /// The commands of a block, each with the lines below it.
  static func calls(in text: String) -> [(call: String, output: String)] {
    var calls: [(call: String, output: String)] = []
    var (isInside, isCall) = (false, false)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "```console" {
        isInside = true
      } else if line == "```" {
        isInside = false
      } else if isInside, isCall || line.hasPrefix("$ milepost ") {
        let part = line.hasPrefix("$ ") ? String(line.dropFirst(2)) : String(line)
        if isCall { calls[calls.count - 1].call += part } else { calls.append((part, "")) }
        isCall = part.hasSuffix("\\")
        if isCall { calls[calls.count - 1].call.removeLast() }
      } else if isInside, !calls.isEmpty {
        calls[calls.count - 1].output += line + "\n"
      }
    }
    return calls
  }

  @Test func `is what the command says`() throws {
    let calls = Self.calls(in: try #require(Self.page))
    #expect(calls.count >= 25)
    for (call, output) in calls {
      let run = try shell(
        "COLUMNS=80; export COLUMNS; \"$MILEPOST\"" + call.dropFirst("milepost".count), in: Built.root)
      #expect(run.status == 0, "\(call)\n\(run.problems)")
      #expect(run.output == output, "run make questions: \(call)")
      #expect(run.lines.allSatisfy { $0.count <= 80 }, "\(call)")
      #expect(output.contains("assumptions"), "\(call)")
    }
  }

  @Test(arguments: 1...19)
  func `has every question with a command`(number: Int) throws {
    let page = try #require(Self.page)
    let name = number < 10 ? "Q0\(number)" : "Q\(number)"
    let section = try #require(page.components(separatedBy: "\n## \(name)\n").dropFirst().first)
    let own = section.components(separatedBy: "\n## ")[0]
    #expect(!Self.calls(in: own).isEmpty)
    #expect(own.contains("*In short:*"))
    #expect(page.contains("[\(name)](#\(name.lowercased()))"))
  }
}
