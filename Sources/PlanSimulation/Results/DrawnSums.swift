import CMilepostKernels

/// Sums over futures: of everything that is drawn, of its squares, and of its products with quantities of each future.
///
/// Eight partial sums of each, lane by lane, which are added when they are taken: the same bits on every path.
final class DrawnSums {
  private let block: DrawBlock
  private let kinds: [DrawnSubject.Kind]
  private let several: Int
  /// Where the sixteen values of each thing stand after a draw.
  private var rows: [UnsafePointer<Float>] = []
  /// What is not a duration or a day: whether it happened.
  private let happened: Rows
  private let risks: [Int]
  /// What is taken off each value, so that sums stay small: the duration that the plan has.
  private let references: [Float]
  private let quantities: UnsafeMutablePointer<Double>
  private let sums: UnsafeMutablePointer<Double>
  private let width: Int

  /// - Parameters:
  ///   - durations: what the plan has, by position.
  ///   - several: how many quantities there are.
  init(_ block: DrawBlock, durations: [Int32], _ several: Int) {
    self.block = block
    self.several = several
    let first = block.draws.first
    kinds = block.draws.kinds
    width = 8 * (2 + several)
    quantities = DrawnSums.zeros(16 * several)
    sums = DrawnSums.zeros(width * kinds.count)
    references = kinds.map { kind in
      guard case .node(let node) = kind, durations.indices.contains(node - first) else { return 0 }
      return Float(durations[node - first])
    }
    risks = kinds.indices.filter { [kinds] in if case .node = kinds[$0] { false } else { true } }
    happened = .zeros(2 * risks.count)
    var next = UnsafePointer(happened.floats)
    for kind in kinds {
      if case .node(let node) = kind {
        rows.append(UnsafePointer(block.work.floats + 16 * node))
      } else {
        rows.append(next)
        next += 16
      }
    }
  }

  deinit {
    UnsafeMutableRawPointer(happened).deallocate()
    quantities.deallocate()
    sums.deallocate()
  }

  private static func zeros(_ count: Int) -> UnsafeMutablePointer<Double> {
    let bytes = UnsafeMutableRawPointer.allocate(byteCount: 8 * max(1, count), alignment: 64)
    return bytes.initializeMemory(as: Double.self, repeating: 0, count: max(1, count))
  }

  /// Takes in the sixteen futures that the block holds.
  ///
  /// - Parameter value: a quantity in one of the sixteen.
  @inline(__always)
  func add(_ value: (_ quantity: Int, _ lane: Int) -> Double) {
    for (place, risk) in risks.enumerated() {
      for lane in 0..<16 { happened.floats[16 * place + lane] = Float(kinds[risk].value(block, lane)) }
    }
    for place in 0..<several {
      for lane in 0..<16 { quantities[16 * place + lane] = value(place, lane) }
    }
    addRows()
  }

  private func addRows() {
    let (count, several) = (Int32(kinds.count), Int32(several))
    rows.withUnsafeBufferPointer { rows in
      guard let rows = UnsafeRawPointer(rows.baseAddress)?.assumingMemoryBound(to: UnsafePointer<Float>?.self) else {
        return
      }
      switch block.path {
      case .baseline: BaselineKernel.moments(rows, kinds.count, references, quantities, self.several, sums)
      case .avx2: milepost_moments_avx2(rows, count, references, quantities, several, sums)
      case .avx512: milepost_moments_avx512(rows, count, references, quantities, several, sums)
      }
    }
  }

  /// Gives the sums of each thing in turn, of its values less its reference, of their squares and of their products with each
  /// quantity, and begins anew.
  func take(_ body: (_ place: Int, _ sum: Double) -> Void) {
    for place in 0..<(kinds.count * (2 + several)) {
      let first = sums + 8 * place
      body(place, (0..<8).reduce(0) { $0 + first[$1] })
      first.update(repeating: 0, count: 8)
    }
  }
}
