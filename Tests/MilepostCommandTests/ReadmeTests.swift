import Foundation
import Testing

@Suite struct `The README` {
  /// Every console block of the README is run, and its lines must come in that order; `…` stands for lines left out.
  @Test func `shows real output`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
    let blocks = text.components(separatedBy: "```console\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```").first
    }
    #expect(blocks.count >= 2)
    for block in blocks {
      let whole = block.replacingOccurrences(of: " \\\n", with: " ")
      let lines = whole.components(separatedBy: "\n")
      let call = try #require(lines.first)
      #expect(call.hasPrefix("$ milepost "))
      let run = try milepost(words(of: String(call.dropFirst("$ milepost ".count))), in: root.path)
      #expect(run.status == 0)
      var rest = run.output.components(separatedBy: "\n")[...]
      for line in lines.dropFirst() where !line.hasSuffix("…") || line.trimmingCharacters(in: .whitespaces) != "…" {
        guard let place = rest.firstIndex(of: line) else {
          Issue.record("not in the output, or not in this order: \(line)")
          continue
        }
        rest = rest[rest.index(after: place)...]
      }
    }
  }

  /// The words of a call, with single quotes around those that hold spaces.
  private func words(of call: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    for character in call {
      if character == "'" {
        isQuoted.toggle()
      } else if character == " ", !isQuoted {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }
}
