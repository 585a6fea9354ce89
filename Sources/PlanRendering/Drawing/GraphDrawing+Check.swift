extension GraphDrawing {
  /// Refuses a drawing whose parts contradict each other.
  ///
  /// - Throws: the first contradiction in the order nodes, clusters, edges.
  /// - Complexity: O(*n* + *m* + *c* · depth).
  public func check() throws(DrawingFailure) {
    var names: Set<String> = []
    for node in nodes where !names.insert(node.id).inserted { throw .duplicateNode(node.id) }
    var parents: [String: String?] = [:]
    for cluster in clusters {
      if parents.updateValue(cluster.parent, forKey: cluster.id) != nil { throw .duplicateCluster(cluster.id) }
    }
    for node in nodes {
      if let cluster = node.cluster, parents[cluster] == nil { throw .unknownCluster(cluster, of: node.id) }
    }
    for cluster in clusters {
      var steps = 0
      var inner = cluster.id
      while let outer = parents[inner] ?? nil {
        guard parents[outer] != nil else { throw .unknownCluster(outer, of: inner) }
        steps += 1
        if steps > clusters.count { throw .clusterInItself(cluster.id) }
        inner = outer
      }
    }
    var edgeNames: Set<String> = []
    for edge in edges {
      if !edgeNames.insert(edge.id).inserted { throw .duplicateEdge(edge.id) }
      for end in [edge.from, edge.to] where !names.contains(end) { throw .unknownNode(end, edge: edge.id) }
    }
  }
}
