/// Which links a backward pass follows: those between positions of the same number.
struct LinkScope: Sendable {
  /// By position; what has a negative number hands nothing on.
  let number: [Int32]
  /// The arcs between different numbers, one bit for each: far less memory to look up than both ends of each arc.
  let cuts: [UInt64]

  /// - Parameter crossing: the arcs that may lead from one number to another.
  init(_ network: Network, _ number: [Int32], crossing: [LeavingArc]) {
    var cuts = [UInt64](repeating: 0, count: (network.arcs.count + 63) / 64)
    for crossing in crossing {
      let arc = Int(crossing.arc)
      if number[Int(network.arcs[arc].row) / 2] != number[Int(crossing.to)] { cuts[arc / 64] |= 1 << UInt64(arc % 64) }
    }
    self.number = number
    self.cuts = cuts
  }

  func cuts(_ arc: Int) -> Bool { cuts[arc >> 6] >> UInt64(arc & 63) & 1 == 1 }

  /// Whether a pass goes from one position to the other.
  func joins(_ a: Int, _ b: Int) -> Bool { number[a] == number[b] && number[b] >= 0 }
}
