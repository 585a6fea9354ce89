import CMilepostKernels
import PlanModel
import PlanSchedule

/// The draws of sixteen iterations; the memory is used again for the next sixteen.
final class DrawBlock {
  let draws: Draws
  let path: KernelPath
  /// Durations by node.
  let work: Rows
  /// Factors of drivers and minutes of delays, sixteen of each.
  private(set) var factors: [Double]
  private(set) var delays: [Double]
  /// Uniform numbers of correlated durations.
  private var tied: [Double]
  private let isSpread: Bool
  private var spread: [UInt32] = []
  private var spreadBatch: UInt32?
  /// The variables whose words are read.
  private let needed: [Bool]

  init(_ draws: Draws, durations: (Int) -> Float, _ path: KernelPath) {
    self.draws = draws
    self.path = path
    isSpread = draws.sources.contains { if case .plain = $0 { false } else { true } }
    needed = draws.needed
    work = .zeros(2 * draws.count)
    for node in 0..<draws.count {
      work[2 * node] = Lanes(repeating: durations(node))
      work[2 * node + 1] = work[2 * node]
    }
    factors = Array(repeating: 1, count: 16 * draws.drivers.count)
    delays = Array(repeating: 0, count: 16 * draws.delays.count)
    tied = Array(repeating: 0.5, count: 16 * draws.groups.reduce(0) { $0 + $1.variables.count })
  }

  deinit { UnsafeMutableRawPointer(work).deallocate() }

  /// Draws the sixteen iterations from this one on.
  ///
  /// - Parameter triangles: whether to draw them too, and not leave them to the kernel's forward pass.
  func draw(_ iteration: UInt32, triangles: Bool = true) {
    if isSpread { fill(iteration / UInt32(Batch.size)) }
    if triangles { drawTriangles(iteration) }
    for (place, driver) in draws.drivers.enumerated() {
      let occurs = uniforms(driver.occurrence, iteration)
      let size = uniforms(driver.size, iteration)
      for lane in 0..<16 {
        factors[16 * place + lane] =
          occurs[lane] < driver.probability ? driver.factor.value(size[lane]) : 1
      }
    }
    for (place, delay) in draws.delays.enumerated() {
      let occurs = uniforms(delay.occurrence, iteration)
      let size = uniforms(delay.size, iteration)
      for lane in 0..<16 {
        delays[16 * place + lane] =
          occurs[lane] < delay.probability ? delay.minutes.value(size[lane]) : 0
      }
    }
    for group in draws.groups { drawTogether(group, iteration) }
    for duration in draws.durations {
      let out = work.floats + 16 * Int(duration.node)
      let own = duration.variable < 0 ? SIMD16(repeating: 0.5) : uniforms(duration.variable, iteration)
      for lane in 0..<16 {
        var minutes = duration.sampler.value(duration.tied < 0 ? own[lane] : tied[16 * Int(duration.tied) + lane])
        for driver in duration.drivers { minutes *= factors[16 * Int(driver) + lane] }
        for delay in duration.delays { minutes += delays[16 * Int(delay) + lane] }
        out[lane] = wholeMinutes(minutes)
      }
    }
    for (place, day) in draws.days.enumerated() {
      let own = uniforms(draws.dayVariables[place], iteration)
      let out = work.floats + 16 * (1 + place)
      for lane in 0..<16 {
        out[lane] = Float(1440 * min(Int32(own[lane] * Double(day.count)), day.count - 1))
      }
    }
  }

  private func drawTriangles(_ iteration: UInt32) {
    draws.triangles.withUnsafeBufferPointer { triangles in
      guard let first = triangles.baseAddress else { return }
      let count = Int32(triangles.count)
      switch path {
      case .baseline: BaselineKernel.triangles(first, triangles.count, iteration: iteration, work)
      case .avx2: milepost_triangles_avx2(first, count, iteration, work.floats)
      case .avx512: milepost_triangles_avx512(first, count, iteration, work.floats)
      }
    }
  }

  private func drawTogether(_ group: Draws.Group, _ iteration: UInt32) {
    let own = group.variables.map { uniforms($0, iteration) }
    for lane in 0..<16 {
      for (member, number) in group.weights.correlated(own.map { $0[lane] }).enumerated() {
        tied[16 * (Int(group.first) + member) + lane] = number
      }
    }
  }

  /// Of one minute or more, and less than the kernel counts.
  private func wholeMinutes(_ minutes: Double) -> Float {
    guard minutes > 1 else { return 1 }
    return Float(min(minutes, 16_000_000).rounded(.toNearestOrEven))
  }

  /// One uniform number between 0 and 1 for each lane.
  private func uniforms(_ variable: Int32, _ iteration: UInt32) -> SIMD16<Double> {
    var uniforms = SIMD16<Double>()
    if case .plain(let key) = draws.sources[Int(variable)] {
      for lane in 0..<16 { uniforms[lane] = unitDouble(key.draw(iteration: iteration &+ UInt32(lane))) }
    } else {
      let place = Int(variable) * Batch.size + Int(iteration % UInt32(Batch.size))
      for lane in 0..<16 { uniforms[lane] = unitDouble(spread[place + lane]) }
    }
    return uniforms
  }

  /// The words of a batch, of all that is not drawn plainly.
  private func fill(_ batch: UInt32) {
    guard spreadBatch != batch else { return }
    spreadBatch = batch
    spread.removeAll(keepingCapacity: true)
    for (source, isNeeded) in zip(draws.sources, needed) {
      spread += isNeeded ? source.words(batch: batch) : Array(repeating: 0, count: Batch.size)
    }
  }
}

extension Draws {
  /// Which of the variables anything is drawn from, one by one.
  fileprivate var needed: [Bool] {
    var needed = [Bool](repeating: false, count: variables.count)
    for duration in durations where duration.variable >= 0 { needed[Int(duration.variable)] = true }
    for group in groups { for variable in group.variables { needed[Int(variable)] = true } }
    for driver in drivers { for variable in [driver.occurrence, driver.size] { needed[Int(variable)] = true } }
    for delay in delays { for variable in [delay.occurrence, delay.size] { needed[Int(variable)] = true } }
    for variable in dayVariables { needed[Int(variable)] = true }
    return needed
  }
}
