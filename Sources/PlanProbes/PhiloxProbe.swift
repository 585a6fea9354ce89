import CMilepostKernels
import CProbeKernels
import PlanModel
import PlanSchedule
import PlanSimulation

/// The same futures with durations drawn by Philox4x32-10 instead of the default generator: what the default saves.
struct PhiloxProbe {
  let simulation: Simulation
  let path: KernelPath
  private let seed: UInt64 = 0x243F_6A88_85A3_08D3
  /// How many of a block's words lie side by side.
  private var width: Int { path == .avx512 ? 16 : 8 }

  /// The seconds of drawing and placing batches of 1,024 futures, without counting drivers.
  func seconds(batches: Int) throws -> Double {
    try checkWords()
    guard let futures = DrawnElsewhere(simulation, blocks: width / 4) else {
      throw WrongAnswer(description: "not all that is drawn are triangles")
    }
    var finishes: [Int32] = []
    let seconds = Probe.fastest {
      finishes.removeAll(keepingCapacity: true)
      for block in stride(from: 0, to: batches * 256, by: width) {
        draw(UInt32(block), futures)
        futures.place(&finishes)
      }
    }
    try check(finishes)
    return seconds
  }

  private func draw(_ block: UInt32, _ futures: DrawnElsewhere) {
    let count = Int32(futures.triangles.count)
    switch path {
    case .baseline: probe_philox_baseline(futures.triangles, count, block, seed, futures.works)
    case .avx2: probe_philox_avx2(futures.triangles, count, block, seed, futures.works)
    case .avx512: probe_philox_avx512(futures.triangles, count, block, seed, futures.works)
    }
  }

  /// The words must be those of the generator that is checked against the published vectors.
  private func checkWords() throws {
    var words = [UInt32](repeating: 0, count: 4 * width)
    let counter: [UInt32] = [0x85a3_08d3, 0x1319_8a2e, 0x0370_7344]
    for block: UInt32 in [0, 1 << 31] {
      switch path {
      case .baseline: probe_philox_words_baseline(block, counter, seed, &words)
      case .avx2: probe_philox_words_avx2(block, counter, seed, &words)
      case .avx512: probe_philox_words_avx512(block, counter, seed, &words)
      }
      for place in 0..<width {
        let expected = Philox4x32(key: seed).words(block + UInt32(place), counter[0], counter[1], counter[2])
        guard (0..<4).allSatisfy({ words[4 * place + $0] == expected[$0] }) else {
          throw WrongAnswer(description: "Philox on \(path.rawValue) gives other words")
        }
      }
    }
  }

  /// Percentiles must be those of the default generator, as far as so many futures tell.
  private func check(_ finishes: [Int32]) throws {
    let others = simulation.run(batches: 0..<(finishes.count / 1024)).finishes(of: nil)?.map(\.minutes).sorted() ?? []
    let sorted = finishes.sorted()
    // Some five standard errors of the difference.
    let allowed =
      0.02 * Double((others.last ?? 0) - (others.first ?? 0)) * (10_240 / Double(max(1, finishes.count))).squareRoot()
    for share in [10, 50, 80, 90] {
      let place = sorted.count * share / 100
      guard sorted.count == others.count, abs(Double(sorted[place] - others[place])) < allowed else {
        throw WrongAnswer(description: "P\(share) with Philox is another one")
      }
    }
  }
}
