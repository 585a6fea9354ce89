/// Where ends of links were found: the next ones are mostly near.
package struct NearbyEnds {
  /// The end by which the links are listed, in front of the other in ``SoughtID``s of a link or behind it.
  fileprivate enum Lead: Int { case from, to }

  fileprivate var lead = Lead.to
  /// The last places of both ends, by lead.
  fileprivate var last: (lead: Int32, other: Int32) = (-1, -1)
  /// How many bunches are looked up without guessing, because those before were guessed wrongly: whole ones, and those ends of
  /// them that do not lead.
  fileprivate var pause = 0
  fileprivate var otherPause = 0
  /// How long the next pause of whole bunches is: longer each time.
  fileprivate var nextPause = NearbyEnds.shortest

  fileprivate static let shortest = 32
  fileprivate static let longest = 4096
  /// How far from one end the other is sought.
  fileprivate static let reach: Int32 = 15

  package init() {}
}

extension ActivityTable {
  /// Finds the places of the ends of links, which stand in turns, from and to.
  ///
  /// Links are mostly listed in the order of one end, and the other end is not far from it: such places are guessed, and what
  /// stands there compared. Others are found together, first all slots and then all texts there: memory is waited for once
  /// for all of them.
  package func find(_ sought: UnsafeMutableBufferPointer<SoughtID>, _ near: inout NearbyEnds) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: sought.count) { open in
      slots.withUnsafeBufferPointer { slots in
        texts.withUnsafeBufferPointer { texts in
          let ids = SoughtTable(
            slots: slots, texts: texts, words: UnsafeRawBufferPointer(texts), placeMask: placeMask, hash: hash)
          let isGuessed = near.pause == 0
          let count = isGuessed ? ids.guess(sought, &near, open) : ids.leave(sought, &near, open)
          for number in 0..<count { sought[open[number]].find(ids) }
          for number in 0..<count { sought[open[number]].settle(ids) }
          if isGuessed { return }
          for number in sought.indices.dropFirst(2) where sought[number].isTwin(of: sought[number - 2]) {
            sought[number].take(sought[number - 2])
          }
        }
      }
    }
  }
}

extension SoughtTable {
  /// Guesses what can be, and finds what leads; which others must be looked up, and how many.
  @inline(__always)
  fileprivate func guess(
    _ sought: UnsafeMutableBufferPointer<SoughtID>, _ near: inout NearbyEnds, _ open: UnsafeMutableBufferPointer<Int>
  ) -> Int {
    let links = sought.count / 2
    let guessesOther = near.otherPause == 0
    var (count, missed, missedOther) = (0, 0, 0)
    for link in 0..<links {
      let (lead, other) = (2 * link + near.lead.rawValue, 2 * link + 1 - near.lead.rawValue)
      var place: Int32 = -1
      // Where that goes wrong too often, what is left of the bunch is looked up together.
      let isLost = 8 * missed > links
      if sought[lead].prepare(self) {
        if isLost {
          open.initializeElement(at: count, to: lead)
          count += 1
        } else if !sought[lead].isNear(near.last.lead, 3, by: 1, self) {
          // At once, for those that follow are near it.
          missed += 1
          sought[lead].find(self)
          sought[lead].settle(self)
        }
        place = sought[lead].place
        if place >= 0 { near.last.lead = place }
      }
      guard sought[other].prepare(self) else { continue }
      let step: Int32 = near.lead == .to ? -1 : 1
      if guessesOther, !isLost,
        sought[other].isNear(near.last.other, 2, by: 1, self)
          || (place >= 0 && sought[other].isNear(place &+ step, NearbyEnds.reach, by: step, self))
      {
        near.last.other = sought[other].place
      } else {
        missedOther += 1
        open.initializeElement(at: count, to: other)
        count += 1
      }
    }
    near.otherPause = guessesOther ? (2 * missedOther > links ? NearbyEnds.shortest : 0) : near.otherPause - 1
    if 8 * missed > links {
      // Perhaps the other end leads.
      if near.lead == .from {
        near.pause = near.nextPause
        near.nextPause = min(2 * near.nextPause, NearbyEnds.longest)
      }
      near.lead = near.lead == .to ? .from : .to
      near.last = (-1, -1)
      near.otherPause = 0
    }
    return count
  }

  /// Leaves all to be looked up but those that are the same as one before.
  @inline(__always)
  fileprivate func leave(
    _ sought: UnsafeMutableBufferPointer<SoughtID>, _ near: inout NearbyEnds, _ open: UnsafeMutableBufferPointer<Int>
  ) -> Int {
    var count = 0
    for number in sought.indices where sought[number].prepare(self) {
      if number >= 2, sought[number].isTwin(of: sought[number - 2]) { continue }
      open.initializeElement(at: count, to: number)
      count += 1
    }
    near.pause -= 1
    return count
  }
}
