import PlanSimulation
import Testing

@Suite struct `A Latin hypercube` {
  @Test func `has one draw in every cell of every batch`() {
    for id in 0..<40 as Range<UInt64> {
      let cube = LatinHypercube(seed: 2, id: id, purpose: 0)
      for number in [0, 1, 2, 999, .max] as [UInt32] {
        let batch = cube.batch(number)
        #expect(Set((0..<1024).map { batch.cell(of: $0) }).count == 1024)
        #expect((0..<1024).allSatisfy { batch.word(of: $0) >> 22 == batch.cell(of: $0) })
      }
    }
  }

  @Test func `spreads each place over all cells, and pairs of places too`() {
    var (one, two) = ([Int](repeating: 0, count: 64), [Int](repeating: 0, count: 64))
    for id in 0..<16_000 as Range<UInt64> {
      let batch = LatinHypercube(seed: 5, id: id, purpose: 0).batch(0)
      one[Int(batch.cell(of: 17) >> 4)] += 1
      two[Int((batch.cell(of: 0) >> 7) * 8 + (batch.cell(of: 1) >> 7))] += 1
    }
    for (name, counts) in [("one", one), ("two", two)] {
      let chiSquare = counts.map { Double(($0 - 250) * ($0 - 250)) / 250 }.reduce(0, +)
      #expect(chiSquare < 125, "\(name): \(chiSquare)")  // 63 expected, 125 once in 200 000
    }
  }

  /// Between ids and between batches, and with the order of the iterations: as strangers.
  @Test func `pairs its cells at random`() throws {
    var squares: [Double] = []
    func columns(_ id: UInt64, _ number: UInt32) -> [Double] {
      let batch = LatinHypercube(seed: 8, id: id, purpose: 1).batch(number)
      return (0..<1024).map { Double(batch.cell(of: $0)) }
    }
    let order = (0..<1024).map(Double.init)
    for id in 0..<150 as Range<UInt64> {
      let base = columns(id, 0)
      for other in [columns(id + 1, 0), columns(id, 1), order, Array(base[1...] + base[..<1])] {
        let correlation = try #require(Association.pearson(base, other))
        squares.append(correlation * correlation * 1023)
      }
    }
    let mean = squares.reduce(0, +) / Double(squares.count)
    #expect(abs(mean - 1) < 0.29, "\(mean)")  // five standard deviations of 600 squares
    #expect(try #require(squares.max()) < 25)
  }

  @Test func `finds a mean far more exactly than independent draws`() {
    let cube = LatinHypercube(seed: 1, id: 1, purpose: 0)
    for number in 0..<20 as Range<UInt32> {
      let batch = cube.batch(number)
      let mean = (0..<1024).map { Double(unitFloat(batch.word(of: $0))) }.reduce(0, +) / 1024
      #expect(abs(mean - 0.5) < 1e-4)  // independently: 9e-3
    }
  }
}
