import PlanSimulation
import Testing

@Suite struct `Draws` {
  struct Known: Sendable {
    var seed: UInt64
    var id: UInt64
    var purpose: UInt32
    var iteration: UInt32
    var word: UInt32
  }

  /// Computed by a second program in C; whoever changes a word here changes every figure ever published.
  static let known = [
    Known(seed: 0, id: 0, purpose: 0, iteration: 0, word: 0x1675_137b),
    Known(seed: 0, id: 0, purpose: 0, iteration: 1, word: 0xc576_4c8f),
    Known(seed: 42, id: 0x8594_4171_f739_67e8, purpose: 0, iteration: 0, word: 0xda2c_f8cf),
    Known(seed: 42, id: 0x8594_4171_f739_67e8, purpose: 0, iteration: .max, word: 0xf981_bcea),
    Known(seed: 42, id: 0x8594_4171_f739_67e8, purpose: 1, iteration: 0, word: 0x4c4e_3ef9),
  ]

  @Test(arguments: known)
  func `give the same words as ever`(known: Known) {
    let key = DrawKey(seed: known.seed, id: known.id, purpose: known.purpose)
    #expect(key.draw(iteration: known.iteration) == known.word)
  }

  @Test func `are the same in lanes as one by one`() {
    for id in 0..<50 as Range<UInt64> {
      let key = DrawKey(seed: 5, id: id, purpose: 3)
      for first in [0, 1000, UInt32.max - 7] {
        let iterations = SIMD16<UInt32>((0..<16).map { first &+ $0 })
        let words = key.draw(iterations: iterations)
        for lane in 0..<16 { #expect(words[lane] == key.draw(iteration: iterations[lane])) }
        #expect(key.draw(iterations: iterations.lowHalf) == words.lowHalf)
        #expect(key.draw(iterations: iterations.highHalf.highHalf) == words.highHalf.highHalf)
      }
    }
  }

  @Test func `do not come twice for one key`() {
    let key = DrawKey(seed: 1, id: 2, purpose: 0)
    #expect(Set((0..<100_000).map { key.draw(iteration: $0) }).count == 100_000)
  }

  @Test func `fill every sixteenth evenly over iterations, ids, seeds and purposes`() {
    let ways: [(UInt32) -> UInt32] = [
      { DrawKey(seed: 1, id: 2, purpose: 0).draw(iteration: $0) },
      { DrawKey(seed: 1, id: UInt64($0), purpose: 0).draw(iteration: 7) },
      { DrawKey(seed: UInt64($0), id: 2, purpose: 0).draw(iteration: 7) },
      { DrawKey(seed: 1, id: 2, purpose: $0).draw(iteration: 7) },
      { DrawKey(seed: 1, id: UInt64($0) << 32, purpose: 0).draw(iteration: $0) },
    ]
    for (index, word) in ways.enumerated() {
      for shift in [28, 16, 8, 0] as [UInt32] {
        var counts = [Int](repeating: 0, count: 16)
        for number in 0..<16_000 as Range<UInt32> { counts[Int(word(number) >> shift & 15)] += 1 }
        let chiSquare = counts.map { Double(($0 - 1000) * ($0 - 1000)) / 1000 }.reduce(0, +)
        #expect(chiSquare < 50, "way \(index), bits from \(shift): \(counts)")  // 15 expected, 50 once in 80 000
      }
    }
  }

  /// Ids one apart, seeds one apart, and a neighbour in time: none of them may say anything about the other.
  @Test func `of neighbours are not correlated`() {
    let count = 20_000
    let key = DrawKey(seed: 9, id: 100, purpose: 0)
    let others: [(String, (UInt32) -> UInt32)] = [
      ("next id", { DrawKey(seed: 9, id: 101, purpose: 0).draw(iteration: $0) }),
      ("next seed", { DrawKey(seed: 10, id: 100, purpose: 0).draw(iteration: $0) }),
      ("next purpose", { DrawKey(seed: 9, id: 100, purpose: 1).draw(iteration: $0) }),
      ("next iteration", { key.draw(iteration: $0 + 1) }),
      ("512 iterations on", { key.draw(iteration: $0 + 512) }),
      ("1024 iterations on", { key.draw(iteration: $0 + 1024) }),
    ]
    for (name, other) in others {
      var sum = 0.0
      for number in 0..<UInt32(count) {
        sum += (unitDouble(key.draw(iteration: number)) - 0.5) * (unitDouble(other(number)) - 0.5)
      }
      let deviation = sum * 12 / Double(count).squareRoot()
      #expect(abs(deviation) < 4.5, "\(name): \(deviation) standard deviations")
    }
  }

  @Test func `change half of their bits with any bit of the address`() {
    for bit in 0..<64 as Range<UInt64> {
      var changed = 0
      for number in 0..<500 as Range<UInt32> {
        let word = DrawKey(seed: 3, id: 8, purpose: 0).draw(iteration: number)
        changed += (word ^ DrawKey(seed: 3 ^ 1 << bit, id: 8, purpose: 0).draw(iteration: number)).nonzeroBitCount
        changed += (word ^ DrawKey(seed: 3, id: 8 ^ 1 << bit, purpose: 0).draw(iteration: number)).nonzeroBitCount
        let turned = number ^ 1 << UInt32(bit % 32)
        changed += (word ^ DrawKey(seed: 3, id: 8, purpose: 0).draw(iteration: turned)).nonzeroBitCount
      }
      #expect(abs(changed - 24_000) < 550, "bit \(bit): \(changed) of 48 000")  // five standard deviations
    }
  }
}
