/// Draws that fall once into each of 1,024 equal cells in every batch of 1,024 iterations.
///
///     let cube = LatinHypercube(seed: 42, id: stableID(of: "amk.test"), purpose: 0)
///     let u = unitFloat(cube.batch(3).word(of: 17))      // iteration 3 · 1024 + 17
///
/// Which cell an iteration gets is computed from its number alone, by a permutation that the batch keys; nothing is stored. Each
/// batch is a randomization of its own. Method: McKay, Beckman and Conover 1979.
package struct LatinHypercube: Hashable, Sendable {
  package static let batch = 1024

  private let cells: DrawKey
  private let places: DrawKey

  package init(seed: UInt64, id: UInt64, purpose: UInt32) {
    places = DrawKey(seed: seed, id: id, purpose: purpose)
    cells = DrawKey(seed: mix64(~seed), id: id, purpose: purpose)
  }

  /// The 1,024 draws of a batch; for a batch beyond 2²² those of one that came before.
  package func batch(_ number: UInt32) -> Batch {
    let first = number &* 4
    return Batch(
      keys: SIMD4(
        cells.draw(iteration: first), cells.draw(iteration: first &+ 1), cells.draw(iteration: first &+ 2),
        cells.draw(iteration: first &+ 3)),
      places: places, start: number &* 1024)
  }

  package struct Batch: Hashable, Sendable {
    fileprivate let keys: SIMD4<UInt32>
    fileprivate let places: DrawKey
    fileprivate let start: UInt32

    /// The cell of an iteration of the batch, from 0 to 1023; each comes once. Constant time.
    ///
    /// Four rounds of a product with an odd number, a sum, and a shift: each can be undone within ten bits.
    @inline(__always)
    package func cell(of iteration: UInt32) -> UInt32 {
      var cell = iteration & 1023
      for round in 0..<4 {
        let key = keys[round]
        cell = (cell &* (key &>> 10 | 1) &+ key) & 1023
        cell ^= cell &>> 5
        cell = (cell &* (key &>> 21 | 1)) & 1023
        cell ^= cell &>> 3
      }
      return cell
    }

    /// The cell in the upper ten bits, and below them a place in it at random.
    @inline(__always)
    package func word(of iteration: UInt32) -> UInt32 {
      cell(of: iteration) &<< 22 | places.draw(iteration: start &+ (iteration & 1023)) &>> 10
    }
  }
}
