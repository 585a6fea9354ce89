import PlanModel
import PlanSchedule
import Testing

/// Dates at 1900 and 2200, durations and lags of a hundred years: refused or scheduled, never a trap.
@Suite struct `The boundary of the years that a plan may name` {
  private static let seeds = 0..<(ProcessOptions.runs ?? 400)
  /// A hundred years in minutes.
  private static let century: Int64 = 52_596_000

  private func edge(_ dice: inout Dice) -> Day {
    switch dice.number(0...5) {
    case 0: Day.earliest + dice.number(0...3)
    case 1: Day.latest - dice.number(0...3)
    case 2: Day.earliest + dice.number(0...40_000)
    case 3: Day.latest - dice.number(0...40_000)
    default: dayZero + dice.number(0...20)
    }
  }

  private func span(_ dice: inout Dice) -> DateSpan {
    let day = edge(&dice)
    return dice.one(in: 70) ? DateSpan(day) : DateSpan(earliest: day, latest: edge(&dice), words: "far")
  }

  private func amount(_ dice: inout Dice, negative: Bool) -> Quantity {
    let sizes: [Int64] = [
      0, 1, 30, 1440, 525_600, 26_000_000, `The boundary of the years that a plan may name`.century,
    ]
    let size = dice.one(of: sizes) - Int64(dice.one(of: [0, 0, 1]))
    let sign: Int64 = negative && dice.one(in: 50) ? -1 : 1
    if dice.one(in: 10) { return Quantity(thousandths: sign * max(0, size) * 1000, unit: .percent) }
    return Quantity(thousandths: sign * max(0, size) * 1000, unit: dice.one(of: [.minutes, .elapsedMinutes]))
  }

  private func plan(_ seed: Int) -> Plan {
    var dice = Dice(seed: seed &+ 31)
    var (plan, _) = RandomPlans.everything(seed, share: 50)
    plan.calendars.append(.weekdays)
    plan.calendars[plan.calendars.count - 1].name = "work"
    plan.windows.append(EventWindow(name: "first", open: [Day.earliest...(Day.earliest + 2)]))
    plan.windows.append(EventWindow(name: "last", open: [(Day.latest - 2)...Day.latest]))
    if dice.one(in: 50) { plan.start = edge(&dice) }
    if dice.one(in: 30), plan.statusDate != nil { plan.statusDate = edge(&dice) }
    if dice.one(in: 40) { plan.mustFinishBy = Fact(DateSpan(edge(&dice))) }
    var activities = plan.activities
    for place in activities.indices where dice.one(in: 50) {
      var details = activities[place].details
      switch dice.number(0...10) {
      case 0, 1:
        if activities[place].kind == .task {
          activities[place].duration = Fact(Estimate(amount(&dice, negative: false)))
        }
      case 2: details.planned = Fact(span(&dice))
      case 3: details.deadline = Fact(span(&dice))
      case 4:
        details.constraints.append(Constraint(dice.one(of: Constraint.Kind.allCases), Fact(span(&dice))))
      case 5: details.expectedFinish = Fact(span(&dice))
      case 6: details.isAsLateAsPossible = true
      case 7:
        details.planned = Fact(span(&dice))
        details.slips = [Fact(Quantity(thousandths: amount(&dice, negative: true).thousandths, unit: .elapsedMinutes))]
      case 8: if activities[place].kind.isMilestone { details.window = dice.one(of: ["first", "last", "weekends"]) }
      case 9:
        if plan.statusDate != nil {
          details.actualStart = Fact(span(&dice))
          details.suspended = Fact(span(&dice))
          if dice.one(in: 60) { details.resumes = Fact(span(&dice)) }
          if dice.one(in: 40) { details.remaining = Fact(amount(&dice, negative: false)) }
        }
      default: activities[place].calendar = dice.one(of: ["work", "norway", "24h", "night"])
      }
      activities[place].details = details
    }
    plan.activities = activities
    for place in plan.links.indices {
      if dice.one(in: 25) { plan.links[place].lag = amount(&dice, negative: true) }
      if dice.one(in: 25) { plan.links[place].details.maximum = amount(&dice, negative: true) }
    }
    return plan
  }

  @Test(arguments: 0..<4)
  func `no plan there traps, and what is scheduled lies within it`(part: Int) throws {
    var scheduled = 0
    for seed in `The boundary of the years that a plan may name`.seeds where seed % 4 == part {
      let plan = plan(seed)
      for meaning in [Rules.AsLateAsPossible.freeFloat, .totalFloat] {
        var rules = Rules.strict(plan.options)
        rules.asLateAsPossible = meaning
        guard let network = try? Network(plan, rules: rules) else { continue }
        scheduled += 1
        for reading in [Reading.mostFavourable, .leastFavourable] { _ = EarlyDates(network, reading) }
        for end in [nil, plan.activities.first?.id] {
          for activity in Schedule(network, to: end).activities {
            let inside = Day.earliest.start...Day.latest.end
            for instant in [
              activity.starts.first, activity.starts.last, activity.finishes.first, activity.finishes.last,
            ] {
              try #require(inside.contains(instant), "seed \(seed), \(activity.id)")
            }
            _ = (
              activity.totalFloat, activity.freeFloat, activity.placement, activity.lastPlacement, activity.logicDays
            )
            _ = (activity.isCritical, activity.waitsFor, activity.days, activity.lateStart, activity.lateFinish)
          }
        }
      }
    }
    #expect(scheduled > 0)
  }
}
