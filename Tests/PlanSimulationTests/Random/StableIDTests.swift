import PlanSimulation
import Testing

@Suite struct `Stable ids` {
  /// From the authors' table of FNV-1a.
  @Test(
    arguments: [
      ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8),
      ("chongo was here!\n", 0x4681_0940_eff5_f915),
    ] as [(String, UInt64)])
  func `are the published hashes`(name: String, hash: UInt64) {
    #expect(stableID(of: name) == hash)
  }

  @Test func `of many names differ`() {
    let names = (0..<200).flatMap { project in (0..<200).map { "prosjekt-\(project).aktivitet-\($0)" } }
    #expect(Set(names.map(stableID)).count == 40_000)
  }
}
