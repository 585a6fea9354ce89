/// How the uniform numbers behind the draws are spread.
public enum SamplingMode: String, Hashable, Sendable, CaseIterable {
  /// Independent numbers: the reference.
  case plain
  /// In every batch of 1,024 iterations each thing that is drawn falls once into each of 1,024 equal cells (McKay, Beckman
  /// and Conover 1979).
  case latinHypercube = "lhs"
  /// Scrambled Sobol points for what matters most, a Latin hypercube for the rest; every batch is scrambled anew (Owen
  /// 1995).
  case sobol
}

/// Where the uniform numbers of one thing that is drawn come from.
enum UniformSource: Sendable {
  /// The most things that get Sobol points: further dimensions are no evener than a Latin hypercube.
  static let sobolDimensions = 32

  case plain(DrawKey)
  case latinHypercube(LatinHypercube)
  case sobol(dimension: Int, seed: UInt64, id: UInt64)

  /// The words of a batch, iteration by iteration.
  func words(batch: UInt32) -> [UInt32] {
    switch self {
    case .plain(let key):
      let first = batch &* UInt32(Batch.size)
      return (0..<UInt32(Batch.size)).map { key.draw(iteration: first &+ $0) }
    case .latinHypercube(let cube):
      let batch = cube.batch(batch)
      return (0..<UInt32(Batch.size)).map { batch.word(of: $0) }
    case .sobol(let dimension, let seed, let id):
      let scrambling = OwenScrambling(seed: seed, dimension: id, randomization: batch)
      return Sobol.words(dimension: dimension, count: Batch.size).map { scrambling.word($0) }
    }
  }

  /// The sources of all that is drawn.
  ///
  /// - Parameter leading: what matters most, first the first: these get the Sobol points.
  static func sources(
    of variables: [Variable], seed: UInt64, _ mode: SamplingMode, leading: [Variable]
  ) -> [UniformSource] {
    let dimensions = Dictionary(leading.prefix(sobolDimensions).enumerated().map { ($1, $0) }) { first, _ in first }
    return variables.map { variable in
      let id = stableID(of: variable.id)
      let purpose = variable.purpose.rawValue
      switch mode {
      case .plain: return .plain(variable.key(seed: seed))
      case .latinHypercube: return .latinHypercube(LatinHypercube(seed: seed, id: id, purpose: purpose))
      case .sobol:
        guard let dimension = dimensions[variable] else {
          return .latinHypercube(LatinHypercube(seed: seed, id: id, purpose: purpose))
        }
        return .sobol(dimension: dimension, seed: seed, id: mix64(id ^ UInt64(purpose)))
      }
    }
  }
}
