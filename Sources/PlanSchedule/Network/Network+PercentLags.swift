import PlanModel

extension Network {
  /// The arcs whose lag is a share of their predecessor's duration.
  ///
  /// - Complexity: O(links).
  package var percentArcs: [Int32] {
    arcs.indices.lazy.filter { self.percentLag($0) != nil }.map(Int32.init)
  }

  /// Gives these arcs the shares of the durations as they stand now, where those have been changed.
  ///
  /// - Complexity: O(arcs given).
  package mutating func updatePercentLags(_ places: [Int32]) {
    for place in places.lazy.map(Int.init) {
      guard let lag = percentLag(place) else { continue }
      let minutes = Lowering.share(lag, of: duration[Int(arcs[place].row) / 2]) ?? 0
      arcs[place].lag = Int32(clamping: min(max(minutes, -Int64(Lowering.longest)), Int64(Lowering.longest)))
    }
  }
}
