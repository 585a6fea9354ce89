/// The ends of a link as places of activities, −1 for an id that no activity has.
package struct LinkEnds: Sendable {
  package let from: Int32
  package let to: Int32
}

/// The projects of activities as numbers, counted in plan order; activities of no project share one number.
package struct ProjectNumbers: Sendable {
  /// By place of the activity.
  package fileprivate(set) var number: [Int32] = []
  /// By number; nil is "no project".
  package fileprivate(set) var ids: [ProjectID?] = []
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

  /// The projects of all activities. O(activities).
  package func projectNumbers() -> ProjectNumbers {
    var projects = ProjectNumbers()
    projects.number.reserveCapacity(activities.count)
    var known: [ProjectID?: Int32] = [:]
    // Activities of one project mostly stand together: its bytes up to the dot, both included; none for no project.
    var prefix: [UInt8] = []
    var last: Int32 = -1
    let activities = activities
    for place in activities.indices {
      let isSame =
        last >= 0
        && activities[place].id.text.utf8.withContiguousStorageIfAvailable { Plan.isID($0, within: prefix) } == true
      if !isSame {
        let id = activities[place].id.project
        last = known[id] ?? Int32(projects.ids.count)
        if Int(last) == projects.ids.count {
          known[id] = last
          projects.ids.append(id)
        }
        prefix = id.map { Array($0.text.utf8) + [Plan.dot] } ?? []
      }
      projects.number.append(last)
    }
    return projects
  }

  private static let dot: UInt8 = 0x2E

  /// Whether an id of ASCII characters has this prefix; with an empty one, whether it has no dot.
  private static func isID(_ bytes: UnsafeBufferPointer<UInt8>, within prefix: [UInt8]) -> Bool {
    guard bytes.count >= prefix.count else { return false }
    for place in prefix.indices where bytes[place] != prefix[place] { return false }
    for byte in bytes where byte >= 0x80 || (prefix.isEmpty && byte == dot) { return false }
    return true
  }
}
