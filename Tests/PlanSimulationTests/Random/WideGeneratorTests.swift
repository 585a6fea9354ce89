import PlanSimulation
import Testing

/// The vectors of the authors' own test file, and a counter of zeros.
@Suite struct `Generators of 64-bit words` {
  @Test func `Philox gives the published words`() {
    #expect(
      Philox4x64(key: [0, 0]).words([0, 0, 0, 0])
        == [0x1655_4d9e_ca36_314c, 0xdb20_fe9d_672d_0fdc, 0xd7e7_72ce_e186_176b, 0x7e68_b68a_ec7b_a23b])
    let key: SIMD2<UInt64> = [0x4528_21e6_38d0_1377, 0xbe54_66cf_34e9_0c6c]
    let counter: SIMD4<UInt64> = [
      0x243f_6a88_85a3_08d3, 0x1319_8a2e_0370_7344, 0xa409_3822_299f_31d0, 0x082e_fa98_ec4e_6c89,
    ]
    #expect(
      Philox4x64(key: key).words(counter)
        == [0xa528_f454_03e6_1d95, 0x38c7_2dbd_566e_9788, 0xa5a1_610e_72fd_18b5, 0x57bd_43b5_e52b_7fe6])
    #expect(
      Philox4x64(key: key).words(counter, rounds: 7)
        == [0x513a_3667_04ed_f755, 0xf05d_9924_c070_44d3, 0xbef2_cb9c_bea7_4c6c, 0x8db9_48de_4caa_1f8a])
  }

  @Test func `Threefry gives the published words`() {
    #expect(Threefry2x64(key: [0, 0]).words([0, 0]) == [0xc2b6_e3a8_c2c6_9865, 0x6f81_ed42_f350_084d])
    let threefry = Threefry2x64(key: [0xa409_3822_299f_31d0, 0x082e_fa98_ec4e_6c89])
    let counter: SIMD2<UInt64> = [0x243f_6a88_85a3_08d3, 0x1319_8a2e_0370_7344]
    #expect(threefry.words(counter) == [0x263c_7d30_bb0f_0af1, 0x56be_8361_d331_1526])
    #expect(threefry.words(counter, rounds: 13) == [0xc3aa_c715_6104_2993, 0x3fe7_ae88_01af_f316])
  }
}
