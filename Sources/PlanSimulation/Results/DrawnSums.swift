import CMilepostKernels

/// Sums over futures: of everything that is drawn, of its squares, and of its products with quantities of each future.
///
/// Eight partial sums of each, lane by lane, which are added at the end: the same bits on every path.
final class DrawnSums {
  private let block: DrawBlock
  private let subjects: [DrawnSubject]
  /// By quantity, by iteration.
  private let series: [[Double]]
  /// Where the sixteen values of each subject stand after a draw.
  private var rows: [UnsafePointer<Float>] = []
  /// What is not a duration or a day: whether it happened.
  private let happened: Rows
  private let risks: [Int]
  /// What is taken off each value, so that sums stay small: the first one drawn.
  private var references: [Float] = []
  private let quantities: UnsafeMutablePointer<Double>
  private let sums: UnsafeMutablePointer<Double>
  private let width: Int

  init(_ subjects: [DrawnSubject], _ block: DrawBlock, _ series: [[Double]]) {
    self.subjects = subjects
    self.block = block
    self.series = series
    width = 8 * (2 + series.count)
    quantities = DrawnSums.zeros(16 * series.count)
    sums = DrawnSums.zeros(width * subjects.count)
    risks = subjects.indices.filter { if case .node = subjects[$0].kind { false } else { true } }
    happened = .zeros(2 * risks.count)
    var next = UnsafePointer(happened.floats)
    for subject in subjects {
      if case .node(let node) = subject.kind {
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
  /// - Parameter first: the place of the first of them in the series.
  func add(_ first: Int) {
    for (place, risk) in risks.enumerated() {
      for lane in 0..<16 { happened.floats[16 * place + lane] = Float(subjects[risk].value(block, lane)) }
    }
    for (place, values) in series.enumerated() {
      for lane in 0..<16 { quantities[16 * place + lane] = values[first + lane] }
    }
    if references.isEmpty { references = rows.map { $0[0] } }
    let (count, several) = (Int32(subjects.count), Int32(series.count))
    rows.withUnsafeBufferPointer { rows in
      guard let rows = UnsafeRawPointer(rows.baseAddress)?.assumingMemoryBound(to: UnsafePointer<Float>?.self) else {
        return
      }
      switch block.path {
      case .baseline: BaselineKernel.moments(rows, subjects.count, references, quantities, series.count, sums)
      case .avx2: milepost_moments_avx2(rows, count, references, quantities, several, sums)
      case .avx512: milepost_moments_avx512(rows, count, references, quantities, several, sums)
      }
    }
  }

  /// The sum of a subject's values, of their squares, and of their products with a quantity, less the reference.
  func sums(of place: Int, with quantity: Int) -> (x: Double, xx: Double, xt: Double) {
    func total(_ part: Int) -> Double {
      let first = sums + place * width + 8 * part
      return (0..<8).reduce(0) { $0 + first[$1] }
    }
    return (total(0), total(1), total(2 + quantity))
  }
}
