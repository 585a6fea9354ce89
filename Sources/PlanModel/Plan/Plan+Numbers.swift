/// The ends of a link as places of activities, −1 for an id that no activity has.
package struct LinkEnds: Sendable {
  package let from: Int32
  package let to: Int32
}

extension Plan {
  /// The ends of all links, in plan order. O(links).
  package func linkEnds() -> [LinkEnds] {
    links.withUnsafeBufferPointer { links in
      Array(unsafeUninitializedCapacity: links.count) { found, count in
        ends(of: links, into: found)
        count = links.count
      }
    }
  }

  /// Hands over links in plan order, some at a time with their ends, so that both are still at hand. O(links).
  package func withLinkEnds(
    _ body: (_ first: Int, UnsafeBufferPointer<Link>, UnsafeBufferPointer<LinkEnds>) -> Void
  ) {
    let size = 1024
    links.withUnsafeBufferPointer { links in
      withUnsafeTemporaryAllocation(of: LinkEnds.self, capacity: size) { found in
        for first in stride(from: 0, to: links.count, by: size) {
          let some = UnsafeBufferPointer(rebasing: links[first..<min(first + size, links.count)])
          ends(of: some, into: found)
          body(first, some, UnsafeBufferPointer(rebasing: found[..<some.count]))
        }
      }
    }
  }
}
