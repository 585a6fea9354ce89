import Milepost

extension Portfolio {
  /// A chain or layers without projects.
  mutating func makeNetwork(_ numbers: inout SeededNumbers) {
    let count = recipe.activities
    // rank r is the r-th in time; place[r] is where it stands in the plan.
    let place = recipe.shape == .shuffled ? numbers.shuffled(count) : Array(0..<count)
    order = place.map { Int32($0) }
    let unknown = Activity(id: "", name: "", project: -1, isMilestone: false, low: 0, likely: 0, high: 0)
    activities = Array(repeating: unknown, count: count)
    links.reserveCapacity(2 * count)
    let width = max(min(8, count), count / 64)
    for rank in 0..<count {
      activities[place[rank]] = plainActivity(place[rank], &numbers)
      var seen = -1
      for turn in 0..<2 {
        let before: Int
        if recipe.shape == .chain {
          before = rank - 1 - turn
        } else {
          let layer = rank / width
          guard layer > 0 else { break }
          let back = min(layer, numbers.skewed(1...3))
          before = (layer - back) * width + numbers.below(width)
        }
        guard before >= 0, before != seen else { continue }
        seen = before
        links.append(link(from: place[before], to: place[rank], &numbers))
      }
    }
  }

  private func plainActivity(_ place: Int, _ numbers: inout SeededNumbers) -> Activity {
    // A chain of a million must end before 2200, so its links are minutes long.
    let likely =
      recipe.shape == .chain
      ? Int32(numbers.between(1...9)) : Int32(numbers.skewed(1...40)) * recipe.calendar.minutesPerDay
    return Activity(
      id: "a\(place)", name: "", project: -1, isMilestone: false, low: likely, likely: likely, high: likely)
  }

  /// A link of the usual mixture: 10 % start to start or finish to finish, 19 % with a lag.
  func link(from: Int, to: Int, _ numbers: inout SeededNumbers) -> Link {
    let draw = numbers.below(100)
    let kind: Milepost.Link.Kind = draw < 90 ? .finishToStart : draw < 95 ? .startToStart : .finishToFinish
    let isLagged = numbers.percent(19) && recipe.shape != .chain
    let days = isLagged ? Int32(numbers.between(1...10)) : 0
    let isElapsed = isLagged && numbers.percent(50)
    return Link(
      from: Int32(from), to: Int32(to), kind: kind, lag: days * (isElapsed ? 1440 : recipe.calendar.minutesPerDay),
      isLagElapsed: isElapsed)
  }
}
