import PlanSimulation
import Testing

@Suite struct `Sobol points` {
  /// The first sixteen points of the first eight dimensions, in sixteenths.
  static let published = [
    [0, 8, 12, 4, 6, 14, 10, 2, 3, 11, 15, 7, 5, 13, 9, 1], [0, 8, 4, 12, 6, 14, 2, 10, 5, 13, 1, 9, 3, 11, 7, 15],
    [0, 8, 4, 12, 10, 2, 14, 6, 15, 7, 11, 3, 5, 13, 1, 9], [0, 8, 4, 12, 14, 6, 10, 2, 7, 15, 3, 11, 9, 1, 13, 5],
    [0, 8, 12, 4, 6, 14, 10, 2, 9, 1, 5, 13, 15, 7, 3, 11], [0, 8, 12, 4, 2, 10, 14, 6, 5, 13, 9, 1, 7, 15, 11, 3],
    [0, 8, 4, 12, 6, 14, 2, 10, 7, 15, 3, 11, 1, 9, 5, 13], [0, 8, 12, 4, 14, 6, 2, 10, 15, 7, 3, 11, 1, 9, 13, 5],
  ]

  @Test func `are the published ones`() {
    for (dimension, numbers) in Self.published.enumerated() {
      let words = Sobol.words(dimension: dimension, count: 16)
      #expect(words.map { Int($0 >> 28) } == numbers)
      #expect(words.allSatisfy { $0 & 0x0fff_ffff == 0 })
    }
  }

  @Test func `are the same one by one and in a row`() {
    for dimension in 0..<Sobol.dimensions {
      let words = Sobol.words(dimension: dimension, count: 300)
      #expect((0..<300).map { Sobol.word(index: $0, dimension: dimension) } == words)
    }
  }

  @Test func `fall once into every cell, scrambled or not`() {
    for dimension in 0..<Sobol.dimensions {
      let words = Sobol.words(dimension: dimension, count: 1024)
      #expect(Set(words.map { $0 >> 22 }).count == 1024)
      let scrambling = OwenScrambling(seed: 1, dimension: UInt64(dimension), randomization: 5)
      #expect(Set(words.map { scrambling.word($0) >> 22 }).count == 1024)
      // The second thousand as well, which no single cell may share.
      let next = (1024..<2048).map { scrambling.word(Sobol.word(index: $0, dimension: dimension)) }
      #expect(Set(next.map { $0 >> 22 }).count == 1024)
    }
  }

  /// The first two dimensions are a (0, 2)-sequence: every rectangle of area 1/256 holds one of 256 points.
  @Test func `fall once into every rectangle of the first two dimensions`() {
    for randomization in 0..<20 as Range<UInt32> {
      let a = OwenScrambling(seed: 7, dimension: 0, randomization: randomization)
      let b = OwenScrambling(seed: 7, dimension: 1, randomization: randomization)
      let points = (0..<256 as Range<UInt32>).map {
        (a.word(Sobol.word(index: $0, dimension: 0)), b.word(Sobol.word(index: $0, dimension: 1)))
      }
      for bits in 0...8 as ClosedRange<UInt32> {
        let cells = points.map { point -> UInt64 in
          let (row, column) = (UInt64(point.0) >> UInt64(32 - bits), UInt64(point.1) >> UInt64(24 + bits))
          return row * 256 + column
        }
        #expect(Set(cells).count == 256)
      }
    }
  }

  @Test func `scrambled are evenly spread over randomizations`() {
    for index in [0, 1, 77] as [UInt32] {
      var counts = [Int](repeating: 0, count: 16)
      var low = 0
      for randomization in 0..<8000 as Range<UInt32> {
        let scrambling = OwenScrambling(seed: 3, dimension: 9, randomization: randomization)
        let word = scrambling.word(Sobol.word(index: index, dimension: 2))
        counts[Int(word >> 28)] += 1
        low += Int(word >> 10 & 1)
      }
      let chiSquare = counts.map { Double(($0 - 500) * ($0 - 500)) / 500 }.reduce(0, +)
      #expect(chiSquare < 50, "point \(index): \(counts)")
      #expect(abs(low - 4000) < 224)
    }
  }

  /// A sum of eight numbers is found far more exactly than by as many independent draws.
  @Test func `beat independent draws`() {
    var squares = 0.0
    for randomization in 0..<32 as Range<UInt32> {
      var sum = 0.0
      for dimension in 0..<8 {
        let scrambling = OwenScrambling(seed: 11, dimension: UInt64(dimension), randomization: randomization)
        for word in Sobol.words(dimension: dimension, count: 1024) {
          let u = unitDouble(scrambling.word(word))
          sum += u * u
        }
      }
      let error = sum / 1024 - 8.0 / 3
      squares += error * error
    }
    // Independent draws: variance 8 · (4/45) / 1024.
    let independent = 8 * 4.0 / 45 / 1024
    #expect(squares / 32 < independent / 1000)
  }

  @Test func `that are not there are zero`() {
    #expect(Sobol.word(index: 5, dimension: 64) == 0 && Sobol.word(index: 5, dimension: -1) == 0)
    #expect(Sobol.words(dimension: 64, count: 3) == [] && Sobol.words(dimension: 0, count: -1) == [])
    #expect(Sobol.word(index: .max, dimension: 63) != 0)
  }
}
