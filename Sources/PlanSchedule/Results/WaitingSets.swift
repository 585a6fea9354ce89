import PlanGraph

/// Sets of undated activities, one for each position, as rows of bits in one flat array.
struct WaitingSets {
  /// The undated positions, in plan order; bit n of a row stands for the nth.
  private let undated: [Int32]
  private let bit: [Int32: Int]
  private let words: Int
  private var rows: [UInt64]

  /// At most so many words are kept: 8 MB.
  private static let limit = 1 << 20

  init?(_ standings: [Standing], _ network: Network) {
    let positions = standings.indices.filter { standings[$0].isUndated }.map(Int32.init)
    words = (positions.count + 63) / 64
    guard words * network.count <= WaitingSets.limit else { return nil }
    undated = positions.sorted { network.graph.order[Int($0)] < network.graph.order[Int($1)] }
    var bit: [Int32: Int] = [:]
    for (number, position) in undated.enumerated() { bit[position] = number }
    self.bit = bit
    rows = [UInt64](repeating: 0, count: words * network.count)
  }

  mutating func add(_ from: Int, to position: Int) {
    for word in 0..<words { rows[position * words + word] |= rows[from * words + word] }
  }

  mutating func insert(_ from: Int, into position: Int) {
    guard let bit = bit[Int32(from)] else { return }
    rows[position * words + bit / 64] |= 1 << UInt64(bit % 64)
  }

  mutating func remove(_ member: Int, from position: Int) {
    guard let bit = bit[Int32(member)] else { return }
    rows[position * words + bit / 64] &= ~(1 << UInt64(bit % 64))
  }

  func members(of position: Int) -> [Int32] {
    undated.indices.lazy.filter { rows[position * words + $0 / 64] >> UInt64($0 % 64) & 1 == 1 }.map { undated[$0] }
  }
}
