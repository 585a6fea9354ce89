import PlanModel
import Testing

/// Places of ends are guessed from those before; whatever is guessed, an id is found where it stands, or nowhere.
@Suite struct `Ends of links near each other` {
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      let bits = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
      return bits ^ bits >> 27
    }
  }

  /// In which order links are listed.
  enum Order: CaseIterable { case byTo, byFrom, none, changing }

  private static let styles: [@Sendable (Int) -> String] = [
    { "a\($0)" }, { "p\($0 / 9).activity-\($0)" }, { "a-prefix-that-all-of-them-share-\($0)" },
    { "\($0)-and-a-tail-that-all-of-them-share" }, { $0 % 7 == 0 ? "æ\($0)" : "b\($0)" },
  ]

  private func links(_ order: Order, _ count: Int, _ random: inout Numbers) -> [(from: Int, to: Int)] {
    var links: [(from: Int, to: Int)] = (0..<2 * count).map { _ in
      let to = Int.random(in: 1..<count, using: &random)
      let isFar = Int.random(in: 0..<10, using: &random) == 0
      return (
        isFar ? Int.random(in: 0..<count, using: &random) : max(0, to - Int.random(in: 1...9, using: &random)), to
      )
    }
    switch order {
    case .byTo: links.sort { $0.to < $1.to }
    case .byFrom: links.sort { $0.from < $1.from }
    case .none: break
    case .changing: links[..<count].sort { $0.to < $1.to }
    }
    return links
  }

  @Test(arguments: Order.allCases, 0..<styles.count)
  func `are found however links are listed and whatever ids look like`(order: Order, style: Int) {
    var random = Numbers(state: UInt64(style))
    let count = 3000
    let texts = (0..<count).map(Self.styles[style])
    let table = ActivityTable(texts: texts)
    var near = NearbyEnds()
    var found = 0
    let links = links(order, count, &random)
    for bunch in stride(from: 0, to: links.count, by: 64) {
      var ends: [String] = []
      for link in links[bunch..<min(bunch + 64, links.count)] {
        let isUnknown = Int.random(in: 0..<50, using: &random) == 0
        ends += [texts[link.from], isUnknown ? "nobody-\(link.to)" : texts[link.to]]
      }
      let bytes = ends.map { Array($0.utf8) }
      let places = places(of: bytes, table, &near)
      for (text, place) in zip(ends, places) {
        let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
        #expect(place == (isASCII ? table.place(of: ActivityID(text)) : -1), "\(text)")
        if place >= 0 { found += 1 }
      }
    }
    #expect(found > 3 * count)
  }

  /// What the look-up says, over bytes that stand one behind the other as in a file.
  private func places(of texts: [[UInt8]], _ table: ActivityTable, _ near: inout NearbyEnds) -> [Int32] {
    let all = texts.flatMap { $0 }
    return all.withUnsafeBufferPointer { all in
      var sought: [SoughtID] = []
      var start = 0
      for text in texts {
        sought.append(SoughtID(UnsafeBufferPointer(rebasing: all[start..<start + text.count])))
        start += text.count
      }
      sought.withUnsafeMutableBufferPointer { table.find($0, &near) }
      return sought.map(\.place)
    }
  }
}
