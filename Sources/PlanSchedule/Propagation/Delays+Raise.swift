// Delays that move little: from what moves to what waits for it.
extension Delays {
  /// Moves a start later, and all that waits for it.
  ///
  /// Nobody foresees which successor has time enough, so a link costs the same additions and stores whether it moves
  /// anything or not, and no wrong guess.
  ///
  /// - Returns: how many moved, the position to sweep from where so much moves that sweeping is quicker, and whether
  ///   anything starts too late to be told.
  mutating func raise(_ position: Int, to start: Int32) -> (moved: Int, sweepFrom: Int?, isCut: Bool) {
    if start <= starts[position] { return (0, nil, false) }
    if start > ceiling { return (0, nil, true) }
    makeRoom()
    let (limit, hasOthers, minutes) = (limit, delayed.count > 1, minutes)
    let (slips, firsts, links) = (slips, leavingStart, leaving)
    var (allStarts, due, busy, journal) = (starts, due, busy, journal)
    (starts, self.due, self.busy, self.journal) = ([], [], [], [])
    defer { (starts, self.due, self.busy, self.journal) = (allStarts, due, busy, journal) }
    let (leavingStart, leaving) = (firsts.span, links.span)
    var starts = allStarts.mutableSpan
    var words = due.mutableSpan
    var groups = busy.mutableSpan
    var entries = journal.mutableSpan
    entries[noted] = Entry(position: Int32(position), start: starts[position])
    starts[position] = start
    var (next, group, waiting, visited, noted) = (position, position >> 12, 0, 0, self.noted + 1)
    var (highest, ahead) = (start, 0 as Int32)
    var sweepFrom: Int?
    while true {
      visited &+= 1
      let start = starts[unchecked: next]
      var place = Int(leavingStart[unchecked: next])
      let end = Int(leavingStart[unchecked: next &+ 1])
      while place < end {
        let link = leaving[unchecked: place]
        place &+= 1
        let to = Int(link.to)
        var bound = start &+ link.lag
        if hasOthers, slips[to] > 0 { bound = minutes.delayed(bound, by: slips[to]) }
        let old = starts[unchecked: to]
        let rises: UInt64 = bound > old ? 1 : 0
        let word = to &>> 6
        let before = words[unchecked: word]
        let after = before | rises &<< UInt64(truncatingIfNeeded: to & 63)
        words[unchecked: word] = after
        groups[unchecked: word &>> 6] |= rises &<< UInt64(truncatingIfNeeded: word & 63)
        // Written in any case, counted where it is new.
        entries[unchecked: noted] = Entry(position: link.to, start: old)
        let isNew = before != after ? 1 : 0
        noted &+= isNew
        waiting &+= isNew
        starts[unchecked: to] = max(old, bound)
        highest = max(highest, bound)
        // Its links may be wanted: they are on their way while others are visited.
        ahead ^= leaving[unchecked: Int(leavingStart[unchecked: to])].lag
      }
      if waiting == 0 { break }
      while groups[unchecked: group] == 0 { group &+= 1 }
      let word = group &<< 6 &+ groups[unchecked: group].trailingZeroBitCount
      next = word &<< 6 &+ words[unchecked: word].trailingZeroBitCount
      if visited == limit {
        for place in word..<words.count { words[place] = 0 }
        for place in group..<groups.count { groups[place] = 0 }
        sweepFrom = next
        break
      }
      let rest = words[unchecked: word] & (words[unchecked: word] &- 1)
      words[unchecked: word] = rest
      groups[unchecked: group] &= rest == 0 ? groups[unchecked: group] &- 1 : UInt64.max
      waiting &-= 1
    }
    (self.visited, self.noted, self.ahead) = (visited, noted, ahead)
    return (visited, sweepFrom, highest > ceiling)
  }

  /// Room for all that one delay can move, and for one that does not.
  private mutating func makeRoom() {
    let room = noted + count + 1
    if journal.count >= room { return }
    let more = max(room, 2 * journal.count) - journal.count
    journal.append(contentsOf: repeatElement(Entry(position: 0, start: 0), count: more))
  }
}
