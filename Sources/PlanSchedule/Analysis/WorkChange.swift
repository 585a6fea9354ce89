import PlanModel

/// Another amount of work for one activity: another duration, or another rest of what has started; and other lags of the
/// links that run on a share of the duration.
struct WorkChange {
  let position: Int
  /// Nil for a rest that is not stated but follows from the duration.
  let work: Int32?
  /// Whether the work is what is left of a started activity.
  let isRest: Bool
  /// Whether it is without work, and its finish bound: see ``Special/isInstant``.
  let isInstant: Bool
  let lags: [(arc: Int, lag: Int32)]
  /// Maximal lags by their place in the network.
  let maximums: [(place: Int, most: Int32)]

  init(_ network: Network, _ position: Int, to work: Int32, _ arcs: [NetworkArc]) {
    self.position = position
    self.work = work
    isRest = network.special(at: position)?.actualStart != nil
    isInstant = work == 0 && !isRest && network.hasBoundFinish(position)
    var lags: [(arc: Int, lag: Int32)] = []
    for place in Int(network.leavingStart[position])..<Int(network.leavingStart[position + 1]) where !isRest {
      let arc = Int(network.leaving[place].arc)
      guard let lag = network.percentLag(arc) else { continue }
      lags.append((arc, Int32(clamping: Lowering.share(lag, of: work) ?? 0)))
    }
    self.lags = lags
    var maximums: [(place: Int, most: Int32)] = []
    for place in isRest ? 0..<0 : network.special(at: position)?.pulls ?? 0..<0 {
      guard let most = network.plan.links[Int(network.maximums[place].link)].details.maximum, most.unit == .percent
      else {
        continue
      }
      maximums.append((place, Int32(clamping: Lowering.share(most, of: work) ?? 0)))
    }
    self.maximums = maximums
  }

  fileprivate init(
    position: Int, work: Int32?, isRest: Bool, isInstant: Bool, lags: [(arc: Int, lag: Int32)],
    maximums: [(place: Int, most: Int32)]
  ) {
    self.position = position
    self.work = work
    self.isRest = isRest
    self.isInstant = isInstant
    self.lags = lags
    self.maximums = maximums
  }
}

extension ForwardPass {
  /// Makes a change and returns the one that takes it back.
  @discardableResult
  mutating func apply(_ change: WorkChange) -> WorkChange {
    var work: Int32?
    if change.isRest {
      let special = Int(network.special[change.position])
      work = network.specials[special].remaining
      network.specials[special].remaining = change.work
    } else {
      work = duration[change.position]
      duration[change.position] = change.work ?? 0
    }
    let wasInstant = network.setInstant(change.isInstant, change.position)
    let lags = change.lags.map { (arc: $0.arc, lag: arcs[$0.arc].lag) }
    for (arc, lag) in change.lags { arcs[arc].lag = lag }
    let before = change.maximums.map { (place: $0.place, most: maximums[$0.place].most) }
    for (place, most) in change.maximums { maximums[place].most = most }
    return WorkChange(
      position: change.position, work: work, isRest: change.isRest, isInstant: wasInstant, lags: lags,
      maximums: before)
  }
}

extension Network {
  /// The lag of an arc that is a share of its predecessor's duration.
  func percentLag(_ arc: Int) -> Quantity? {
    guard let lag = plan.links[Int(arcLink[arc])].lag, lag.unit == .percent else { return nil }
    return lag
  }

  /// Whether a bound of its finish can hold a position without work where work ended.
  fileprivate func hasBoundFinish(_ position: Int) -> Bool {
    // Late dates are at openings, so where dates rest on them nothing stands where work ends.
    if calendar[position] == 0 || hasLateFloors || !asLateAsPossible.isEmpty { return false }
    let special = special(at: position)
    // What it has to do until an expected finish is counted anew.
    if special?.expectedFirst != nil { return false }
    if finishArcs[position] < startArcs[position + 1] { return true }
    guard let special else { return false }
    return special.finishFloorFirst != nil || special.pinnedFinish != nil || !special.pulls.isEmpty
  }

  /// Makes a position one without work or takes that back, and tells whether it was one.
  fileprivate mutating func setInstant(_ isInstant: Bool, _ position: Int) -> Bool {
    if special[position] < 0 {
      if !isInstant { return false }
      special[position] = Int32(specials.count)
      specials.append(Special())
    }
    let place = Int(special[position])
    let before = specials[place].isInstant
    if before == isInstant { return before }
    specials[place].isInstant = isInstant
    // What had nothing else has nothing again.
    if !isInstant, place == specials.count - 1, specials[place] == Special() {
      specials.removeLast()
      special[position] = -1
    }
    return before
  }

  /// Makes a change in one reading of a network.
  mutating func apply(_ change: WorkChange, _ reading: Reading) {
    _ = setInstant(change.isInstant, change.position)
    if change.isRest {
      specials[Int(special[change.position])].remaining = change.work
      return
    }
    for (place, most) in change.maximums {
      switch reading.durations {
      case .low where lowMaximums != nil: lowMaximums?[place].most = most
      case .high where highMaximums != nil: highMaximums?[place].most = most
      default: maximums[place].most = most
      }
    }
    let work = change.work ?? 0
    switch reading.durations {
    case .low where lowDuration != nil: lowDuration?[change.position] = work
    case .high where highDuration != nil: highDuration?[change.position] = work
    default: duration[change.position] = work
    }
    for (arc, lag) in change.lags {
      switch reading.durations {
      case .low where lowArcs != nil: lowArcs?[arc].lag = lag
      case .high where highArcs != nil: highArcs?[arc].lag = lag
      default: arcs[arc].lag = lag
      }
    }
  }

  /// The work that a what-if may change: of a started activity what is left, else the duration; nil where it is done, an
  /// event, or not scheduled.
  func changeableWork(at position: Int, _ early: EarlyDates, _ tables: [CalendarTables]) -> Int32? {
    if facts[position].isMilestone { return nil }
    if let special = special(at: position), special.isLeftOut || special.actualFinish != nil { return nil }
    return work(position, early, tables)
  }
}
