import PlanSimulation
import Testing

/// The last bit counts: whoever runs the same seed elsewhere must see the same figures.
@Suite struct `The same bits everywhere` {
  /// A fingerprint of what a function gives for 2000 arguments, in order.
  private func fingerprint(_ function: (Double) -> Double) -> UInt64 {
    (1...2000).reduce(0) { mix64($0 ^ function((Double($1) - 0.5) / 2000).bitPattern) }
  }

  @Test func `as recorded from an optimized build`() throws {
    #expect(fingerprint { Elementary.log($0) } == 0xf44c_9753_7e63_3049)
    #expect(fingerprint { Elementary.exp(40 * $0 - 20) } == 0xc1ac_9833_96e5_b9ff)
    #expect(fingerprint { Elementary.sin(6 * $0 - 3) } == 0x1b2a_d753_f537_64ed)
    #expect(fingerprint { Elementary.asin(2 * $0 - 1) } == 0x73ec_cdc7_2bfe_a08b)
    #expect(fingerprint { StandardNormal.quantile($0) } == 0x780e_0ad3_c55f_3fe4)
    #expect(fingerprint { StandardNormal.cumulative(20 * $0 - 10) } == 0x9347_f65d_3801_ed41)
    let pert = try Distribution.pert(min: 4, mode: 6, max: 11)
    #expect(fingerprint { pert.quantile($0) } == 0xfe86_0539_4947_fe21)
    #expect(fingerprint { pert.cumulative(4 + 7 * $0) } == 0x4ee4_ba4f_4c82_55b9)
    let table = try #require(QuantileTable(of: pert))
    #expect(fingerprint { Double(table.quantile(Float($0))) } == 0x81a8_cf24_b713_411b)
  }
}
