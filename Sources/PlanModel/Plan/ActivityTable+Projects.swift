/// The projects of activities as numbers, counted in plan order; activities of no project share one number.
package struct ProjectNumbers: Sendable {
  /// By place of the activity.
  package fileprivate(set) var number: [Int32] = []
  /// By number; nil is "no project".
  package fileprivate(set) var ids: [ProjectID?] = []
}

extension ActivityTable {
  /// The projects of all activities. O(activities).
  ///
  /// Of each id no more is read than its text, and of a short one not even its bytes one by one: activities of one project
  /// mostly stand together.
  func projectNumbers() -> ProjectNumbers {
    var projects = ProjectNumbers()
    var known: [ProjectID?: Int32] = [:]
    var prefix: ProjectPrefix?
    var last: Int32 = -1
    let hash = hash
    projects.number = texts.withUnsafeBytes { bytes in
      Array(unsafeUninitializedCapacity: texts.count) { numbers, count in
        for place in texts.indices {
          if prefix?.begins(texts, place, bytes, hash) != true {
            let id = ActivityID(texts[place]).project
            last = known[id] ?? Int32(projects.ids.count)
            if Int(last) == projects.ids.count {
              known[id] = last
              projects.ids.append(id)
            }
            prefix = ProjectPrefix(id)
          }
          numbers.initializeElement(at: place, to: last)
        }
        count = texts.count
      }
    }
    return projects
  }
}

/// What the ids of one project begin with: its own bytes up to the dot, both included; none for no project.
private struct ProjectPrefix {
  private let bytes: [UInt8]
  private let isShort: Bool
  private let words: TextHash.Words
  private let mask: TextHash.Words

  init(_ project: ProjectID?) {
    bytes = project.map { Array($0.text.utf8) + [ProjectPrefix.dot] } ?? []
    isShort = bytes.count < 16
    (words, mask) = isShort ? TextHash.prefix(bytes) : (words: .init(low: 0, high: 0), mask: .init(low: 0, high: 0))
  }

  private static let dot: UInt8 = 0x2E

  /// Whether an id is surely one of the project's.
  @inline(__always)
  func begins(_ texts: [String], _ place: Int, _ raw: UnsafeRawBufferPointer, _ hash: TextHash) -> Bool {
    if MemoryLayout<String>.size == 16 {
      let id = TextHash.Words(raw, at: 16 * place)
      if hash.isShort(id) {
        if bytes.isEmpty { return !id.contains(ProjectPrefix.dot) }
        // A dot ends the prefix, so that no id is shorter.
        return isShort && id.low & mask.low == words.low && id.high & mask.high == words.high
      }
    }
    return texts[place].utf8.withContiguousStorageIfAvailable(begins) == true
  }

  /// Whether an id of ASCII characters has this prefix; with an empty one, whether it has no dot.
  private func begins(_ id: UnsafeBufferPointer<UInt8>) -> Bool {
    guard id.count >= bytes.count else { return false }
    for place in bytes.indices where id[place] != bytes[place] { return false }
    for byte in id where byte >= 0x80 || (bytes.isEmpty && byte == ProjectPrefix.dot) { return false }
    return true
  }
}
