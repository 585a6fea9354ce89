extension ActivityTable {
  /// Writes the places of both ends of some links, −1 for an id that no activity has.
  ///
  /// Links are taken in bunches, and of a bunch first all ids are hashed, then all slots read, then all texts there: memory
  /// is waited for once for the bunch, where one look-up after the other waits each time. What depends on what a slot holds
  /// comes after all slots are read, for nothing is read ahead of a branch that is not foreseen. Links often stand together
  /// that lead to one activity, which is looked up once, and what can be guessed is not looked up at all.
  func ends(of links: UnsafeBufferPointer<Link>, into ends: UnsafeMutableBufferPointer<LinkEnds>) {
    withUnsafeTemporaryAllocation(of: Sought.self, capacity: 2 * Self.bunch) { sought in
      withUnsafeTemporaryAllocation(of: LinkEnds.self, capacity: Self.bunch) { members in
        slots.withUnsafeBufferPointer { slots in
          texts.withUnsafeBytes { texts in
            var guess = LinkGuess()
            // The first of two equal ids has the place, which a guess would not know.
            let isGuessed = self.count == self.texts.count
            var done = 0
            while done < links.count {
              let bunch = UnsafeBufferPointer(rebasing: links[done..<min(done + Self.bunch, links.count)])
              let count = seek(bunch, sought, members, texts, &guess)
              for number in 0..<count { sought[number].read(slots) }
              for number in 0..<count { sought[number].find(slots, self) }
              for number in 0..<count { sought[number].compare(texts) }
              for member in bunch.indices {
                let (from, to) = (place(members[member].from, sought), place(members[member].to, sought))
                ends.initializeElement(
                  at: done + member,
                  to: LinkEnds(
                    from: from >= 0 ? from : place(of: bunch[member].from),
                    to: to >= 0 ? to : place(of: bunch[member].to)))
              }
              done += bunch.count
              if isGuessed { guess.end(ends[done - 1].to) }
            }
          }
        }
      }
    }
  }

  /// The place of a member: what was guessed, or found; −1 for neither.
  @inline(__always)
  private func place(_ member: Int32, _ sought: UnsafeMutableBufferPointer<Sought>) -> Int32 {
    member < 0 ? ~member : sought[Int(member)].place
  }

  /// What is to be sought for a bunch of links, each text once where it stands next to itself, and which of them are the
  /// ends of each; the complement of a place that was guessed.
  ///
  /// - Returns: how many there are.
  @inline(__always)
  private func seek(
    _ links: UnsafeBufferPointer<Link>, _ sought: UnsafeMutableBufferPointer<Sought>,
    _ members: UnsafeMutableBufferPointer<LinkEnds>, _ texts: UnsafeRawBufferPointer, _ guess: inout LinkGuess
  ) -> Int {
    let raw = UnsafeRawBufferPointer(links)
    guard MemoryLayout<String>.size == 16, let fromOffset = MemoryLayout<Link>.offset(of: \.from),
      let toOffset = MemoryLayout<Link>.offset(of: \.to)
    else {
      // Every text is compared later.
      sought.initializeElement(at: 0, to: Sought(words: TextHash.Words(low: 0, high: 0), hash: 0))
      for member in links.indices { members.initializeElement(at: member, to: LinkEnds(from: 0, to: 0)) }
      return 0
    }
    var count = 0
    var (lastFrom, lastTo): (Int32, Int32) = (0, 0)
    @inline(__always)
    func number(_ words: TextHash.Words, _ last: Int32, _ text: () -> String) -> Int32 {
      if count > 0, sought[Int(last)].words == words { return last }
      sought.initializeElement(at: count, to: Sought(words: words, hash: hash.hash(words) ?? hash(text())))
      count += 1
      return Int32(truncatingIfNeeded: count - 1)
    }
    for member in links.indices {
      let offset = member * MemoryLayout<Link>.stride
      let (from, to) = (
        TextHash.Words(raw, at: offset + fromOffset), TextHash.Words(raw, at: offset + toOffset)
      )
      let guessedTo = guess.to(to, texts)
      let guessedFrom = guess.from(from, guessedTo, texts)
      if guessedFrom < 0 { lastFrom = number(from, lastFrom) { links[member].from.text } }
      if guessedTo < 0 { lastTo = number(to, lastTo) { links[member].to.text } }
      members.initializeElement(
        at: member,
        to: LinkEnds(from: guessedFrom < 0 ? lastFrom : ~guessedFrom, to: guessedTo < 0 ? lastTo : ~guessedTo))
    }
    return count
  }

  /// An id on its way to its place.
  private struct Sought {
    let words: TextHash.Words
    let hash: UInt64
    /// What the first slot of the hash holds.
    private var entry: UInt32 = 0
    /// −1 where it is not that of the entry that was found, or not written alike.
    private(set) var place: Int32 = -1

    init(words: TextHash.Words, hash: UInt64) {
      self.words = words
      self.hash = hash
    }

    @inline(__always)
    mutating func read(_ slots: UnsafeBufferPointer<UInt32>) {
      entry = slots[Int(truncatingIfNeeded: hash) & (slots.count &- 1)]
    }

    /// Finds the first entry with the same bits of the hash.
    @inline(__always)
    mutating func find(_ slots: UnsafeBufferPointer<UInt32>, _ table: borrowing ActivityTable) {
      let tag = table.tag(hash)
      if entry & ~table.placeMask != tag, entry != 0 {
        let mask = slots.count &- 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        repeat {
          slot = (slot &+ 1) & mask
          entry = slots[slot]
        } while entry & ~table.placeMask != tag && entry != 0
      }
      place = table.place(entry)
    }

    /// The same words are the same text; what differs may still be, and is compared later.
    @inline(__always)
    mutating func compare(_ texts: UnsafeRawBufferPointer) {
      if place >= 0, TextHash.Words(texts, at: MemoryLayout<String>.stride * Int(place)) != words { place = -1 }
    }
  }
}
