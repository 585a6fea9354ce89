import Foundation
import PlanSimulation

/// A case of kind `rng`: known answers of a counter-based generator, and the numbers made from its words.
struct RandomCase {
  private let file: Fields

  init(_ data: Data) throws { file = try Fields(data) }

  /// Nothing where a generator is not known.
  func checks() throws -> Checks? {
    var checks = Checks()
    checks.compared = ["kat", "uniforms", "uniformsHex"]
    let answers = file.rows("kat") ?? file.rows("expected") ?? []
    for answer in answers {
      let (counter, key) = (words(answer, "counter", "ctr"), words(answer, "key"))
      let name = [answer.text("generator"), answer.text("name"), file.text("title"), file.text("id")]
        .compactMap { $0?.lowercased() }.first { $0.contains("philox") || $0.contains("threefry") }
      let expected = words(answer, "output", "words")
      let isWide = (answer.texts("counter") ?? answer.texts("ctr") ?? []).contains { $0.count > 8 }
      let rounds = answer.number("rounds").map { Int($0) }
      let found: [UInt64]
      switch (name?.contains("threefry") == true, counter.count, key.count, isWide) {
      case (false, 4, 2, false):
        let philox = Philox4x32(key: key[1] << 32 | key[0])
        let short = counter.map { UInt32(truncatingIfNeeded: $0) }
        let words = philox.words(short[0], short[1], short[2], short[3], rounds: rounds ?? 10)
        found = words.indices.map { UInt64(words[$0]) }
      case (false, 4, 2, true):
        let words = Philox4x64(key: SIMD2(key[0], key[1])).words(SIMD4(counter), rounds: rounds ?? 10)
        found = words.indices.map { words[$0] }
      case (true, 2, 2, true):
        let words = Threefry2x64(key: SIMD2(key[0], key[1])).words(SIMD2(counter), rounds: rounds ?? 20)
        found = words.indices.map { words[$0] }
      default: return nil
      }
      checks.check("words at \(counter)", found, expected)
    }
    guard !answers.isEmpty || file.has("counterExample") else { return nil }
    if let example = file.fields("counterExample") { check(example, &checks) }
    return checks
  }

  /// The words at key 42, 0 and counters i, 0, 7, 0, and the uniform numbers by 52 bits of them.
  private func check(_ example: Fields, _ checks: inout Checks) {
    let rows = example.values["words"] as? [[String]] ?? []
    for (number, row) in rows.enumerated() {
      let words = Philox4x32(key: 42).words(UInt32(number), 0, 7, 0)
      checks.check(
        "words of example \(number)", words.indices.map { words[$0] }, row.compactMap { UInt32($0, radix: 16) })
      let uniforms = [unitDouble(low: words[0], high: words[1]), unitDouble(low: words[2], high: words[3])]
      if let expected = example.matrix("uniforms"), number < expected.count {
        checks.check("uniform numbers of example \(number)", uniforms, expected[number])
      }
      if let expected = example.values["uniformsHex"] as? [[String]], number < expected.count {
        checks.check("uniform bits of example \(number)", uniforms, expected[number].compactMap(Double.init))
      }
    }
  }

  private func words(_ answer: Fields, _ keys: String...) -> [UInt64] {
    for key in keys {
      if let texts = answer.texts(key) {
        return texts.compactMap { UInt64($0.hasPrefix("0x") ? String($0.dropFirst(2)) : $0, radix: 16) }
      }
    }
    return []
  }
}
