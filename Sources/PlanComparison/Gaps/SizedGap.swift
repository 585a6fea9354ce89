public import PlanModel

/// A gap between two dated milestones with its size, which may travel with a slip or take it up.
public struct SizedGap: Hashable, Sendable {
  /// What the gap follows: the predecessor of a hard link from finish to start.
  public let from: ActivityID
  /// What the gap comes before: the successor of that link.
  public let to: ActivityID
  /// Work, work of a stated size, or not known; never a buffer.
  public let gap: Gap
  /// By the clock, first day to first day of the dates that the plan states.
  public let size: ElapsedTime
  /// As a lag of the link between them.
  let lag: Quantity

  /// Whether the plan does not say what the gap is.
  public var isOpen: Bool { gap == .unknown }
}

extension Plan {
  /// The gaps of hard links without a lag of their own, sized by the dates that this plan states.
  ///
  /// A gap without two stated dates has no size, nor has one that is not after its predecessor, nor a buffer: they bound nothing.
  ///
  /// - Complexity: O(links).
  public func sizedGaps() -> [SizedGap] {
    links.compactMap { link in
      guard link.hasDetails, link.strength == .hard, link.kind == .finishToStart, link.lag == nil,
        let gap = link.details.gap, gap != .buffer
      else { return nil }
      func first(_ id: ActivityID) -> Instant? {
        guard let activity = self[id], let day = activity.details.planned?.value.earliest else { return nil }
        return activity.kind == .finishMilestone ? day.end : day.start
      }
      if case .workOf(let work) = gap {
        let minutes = unitLengths.minutes(of: work).map { Int32(clamping: $0) } ?? 0
        return SizedGap(from: link.from, to: link.to, gap: gap, size: ElapsedTime(minutes: minutes), lag: work)
      }
      guard self[link.from]?.kind.isMilestone == true, self[link.to]?.kind.isMilestone == true,
        let start = first(link.from), let end = first(link.to), end > start
      else { return nil }
      let size = end - start
      return SizedGap(
        from: link.from, to: link.to, gap: gap, size: size,
        lag: size.minutes % 1440 == 0
          ? Quantity(Int(size.minutes) / 1440, .elapsedDays) : Quantity(Int(size.minutes), .elapsedMinutes))
    }
  }

  /// The plan in which these gaps travel with a slip: each is a lag of its link.
  ///
  ///     let sizes = plan.sizedGaps()
  ///     try plan.applying(changes).takingAsWork(sizes)      // the size is that before the changes
  ///
  /// - Complexity: O(links).
  public func takingAsWork(_ gaps: [SizedGap]) -> Plan {
    guard !gaps.isEmpty else { return self }
    var plan = self
    for place in plan.links.indices where plan.links[place].hasDetails && plan.links[place].lag == nil {
      let link = plan.links[place]
      guard let gap = gaps.first(where: { $0.from == link.from && $0.to == link.to && $0.gap == link.details.gap })
      else { continue }
      plan.links[place].lag = gap.lag
    }
    return plan
  }
}
