package import PlanComparison
import PlanModel
import PlanSchedule

/// Gaps that may be work or buffer.
extension Words {
  /// `Planen sier ikke om avstanden Oppstart AMK Bergen → Oppstart AMK Oslo (31 d) er arbeid eller buffer. …`
  package func openGaps(_ gaps: [[SizedGap]], in plans: [String], isSame: Bool) -> String {
    let named = sized(gaps, in: plans)
    return pick(
      "Planen sier ikke om avstanden \(list(named)) er arbeid eller buffer, regnet fra første dag til første dag. Over er den buffer, som tar opp forskyvninger; som arbeid følger den med. ",
      "The plan does not say whether the gap \(list(named)) is work or buffer, first day to first day. Above it is a buffer, which takes slips up; as work it travels along. "
    )
      + (isSame
        ? pick("Svaret er det samme.", "The answer is the same.")
        : pick("Svaret ligger mellom:", "The answer lies between:"))
  }
  /// Gaps with their sizes, each named once: `Bergen → Oslo (61 d i plan-a, 31 d i plan-b)`.
  private func sized(_ gaps: [[SizedGap]], in plans: [String]) -> [String] {
    var order: [[ActivityID]] = []
    for gap in gaps.joined() where !order.contains([gap.from, gap.to]) { order.append([gap.from, gap.to]) }
    return order.map { ends in
      let sizes = gaps.enumerated().compactMap { place, own in
        own.first { [$0.from, $0.to] == ends }.map {
          roundSpan($0.size)
            + (plans.count > 1 && plans.indices.contains(place) ? pick(" i ", " in ") + plans[place] : "")
        }
      }
      return "\(names[ends[0]]) → \(names[ends[1]]) (\(sizes.joined(separator: ", ")))"
    }
  }

  /// Said where futures are drawn with gaps as buffers that may be work.
  package func drawnAsBuffers(_ gaps: [[SizedGap]], in plans: [String]) -> String {
    let named = list(sized(gaps, in: plans))
    return pick(
      "Avstanden \(named) er regnet som buffer; planen sier ikke om den er arbeid. Er den det, kan det bak komme senere.",
      "The gap \(named) is taken as a buffer; the plan does not say whether it is work. If it is, what lies behind may come later."
    )
  }

  package var asBuffer: String { pick("Som buffer", "As buffer") }
  package var asWork: String { pick("Som arbeid", "As work") }

  /// The range of one move: `mellom +18 d (avstanden er buffer) og +7 uker (arbeid)`.
  package func overGaps(_ row: GapRange.Row) -> String {
    pick(
      "avstanden gjør det usikkert: \(roundShift(row.asBuffer.moved)) som buffer, \(roundShift(row.asWork.moved)) som arbeid",
      "the gap leaves it open: \(roundShift(row.asBuffer.moved)) as buffer, \(roundShift(row.asWork.moved)) as work")
  }

  /// Two verdicts that differ: `plan-b: holder som buffer, sprenges som arbeid`; nil where they agree.
  package func verdictOverGaps(_ buffer: Verdict.Word?, _ work: Verdict.Word?, in plan: String?) -> String? {
    guard let buffer, let work, buffer != work else { return nil }
    return (plan.map { $0 + ": " } ?? "") + pick("mål: ", "target: ")
      + pick(
        "\(symbol(buffer)) \(verdict(buffer)) som buffer, \(symbol(work)) \(verdict(work)) som arbeid",
        "\(symbol(buffer)) \(verdict(buffer)) as buffer, \(symbol(work)) \(verdict(work)) as work")
  }

  /// What stands under a picture in which gaps are drawn as buffers that may be work.
  ///
  /// - Parameter isMarked: whether the picture marks what is different if they are work.
  package func gapsInPicture(_ gaps: some Sequence<SizedGap>, isSame: Bool, isMarked: Bool = true) -> String {
    var order: [[ActivityID]] = []
    for gap in gaps where !order.contains([gap.from, gap.to]) { order.append([gap.from, gap.to]) }
    let named = list(order.map { "\(names[$0[0]]) → \(names[$0[1]])" })
    return pick(
      "Planen sier ikke om avstanden \(named) er arbeid eller buffer. Tegnet som buffer; ",
      "The plan does not say whether the gap \(named) is work or buffer. Drawn as a buffer; ")
      + (isSame
        ? pick("som arbeid er bildet det samme.", "as work the picture is the same.")
        : !isMarked
          ? pick("som arbeid kan det bak komme senere.", "as work what lies behind may come later.")
          : pick("«som arbeid» står der det da blir annerledes.", "“as work” stands where it would then be different."))
  }

  /// `som arbeid: +49 d`.
  func ifWork(_ text: String) -> String { pick("som arbeid: ", "as work: ") + text }

  /// What becomes of something that a change reaches and does nothing else to.
  package var onlyReached: String { pick("nås bare", "only reached") }

  /// What is said below odds, which are drawn in one reading.
  package func takenAsBuffers(_ gaps: [SizedGap]) -> String {
    let named = list(gaps.map { "\(names[$0.from]) → \(names[$0.to]) (\(roundSpan($0.size)))" })
    return pick(
      "Avstanden \(named) er regnet som buffer; planen sier ikke om den er arbeid. Er den det, er det mindre å gå på, og det bak kan komme senere.",
      "The gap \(named) is taken as a buffer; the plan does not say whether it is work. If it is, there is less room, and what lies behind may come later."
    )
  }

  /// The last days if open gaps are work.
  package func needsAsWork(_ gaps: [SizedGap], isSame: Bool) -> String {
    let named = gaps.map { "\(names[$0.from]) → \(names[$0.to]) (\(roundSpan($0.size)))" }
    return pick(
      "Planen sier ikke om avstanden \(list(named)) er arbeid eller buffer. Over er den buffer; ",
      "The plan does not say whether the gap \(list(named)) is work or buffer. Above it is a buffer; ")
      + (isSame
        ? pick("som arbeid er dagene de samme.", "as work the days are the same.")
        : pick("er den arbeid, må dette være der tidligere:", "if it is work, these must be there earlier:"))
  }
}
