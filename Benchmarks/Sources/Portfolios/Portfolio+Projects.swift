import Milepost

extension Portfolio {
  /// Projects with names, in which time moves forward at the same pace.
  ///
  /// An activity waits for one or two of the eight before it in its project, now and then for one of another project;
  /// always for one of an earlier step, so that no cycle arises.
  mutating func makeProjects(_ numbers: inout SeededNumbers) {
    let count = recipe.activities
    let size = 50
    let projectCount = (count + size - 1) / size
    for number in 0..<projectCount {
      projects.append(
        Project(id: "p\(number + 1)", name: NorwegianNames.project(number, place: numbers.below(1 << 20))))
    }
    for place in 0..<count { activities.append(activity(place, step: place % size, &numbers)) }
    for step in 0..<size { order += stride(from: step, to: count, by: size).map { Int32($0) } }
    for place in 0..<count where place % size > 0 {
      let step = place % size
      let nearest = place - 1 - numbers.skewed(0...min(3, step - 1))
      links.append(link(from: nearest, to: place, &numbers))
      let other: Int
      if numbers.percent(5) {
        other = numbers.below(projectCount) * size + numbers.below(step)
      } else {
        other = place - 1 - numbers.below(min(8, step))
      }
      if numbers.percent(90), other != nearest, other < count { links.append(link(from: other, to: place, &numbers)) }
    }
  }

  private func activity(_ place: Int, step: Int, _ numbers: inout SeededNumbers) -> Activity {
    let number = place / 50
    let isMilestone = step == 49 || numbers.percent(4)
    let name = NorwegianNames.activity(isMilestone: isMilestone, place: numbers.below(1 << 20))
    let id = "p\(number + 1).a\(step + 1)"
    guard !isMilestone else {
      let planned = numbers.percent(40) ? date(step, &numbers) : nil
      return Activity(
        id: id, name: name, project: Int32(number), isMilestone: true, low: 0, likely: 0, high: 0, planned: planned)
    }
    let likely = Int32(numbers.skewed(1...60))
    let day = recipe.calendar.minutesPerDay
    let low = max(1, likely * 3 / 4) * day
    let high = (likely + max(0, Int32(numbers.skewed(0...60)))) * day
    return Activity(
      id: id, name: name, project: Int32(number), isMilestone: false, low: low, likely: likely * day, high: high)
  }

  /// A day or a month, not far from when its step comes.
  private func date(_ step: Int, _ numbers: inout SeededNumbers) -> DateSpan {
    let day = statusDate + (step * 20 + numbers.below(90))
    guard numbers.percent(50) else { return DateSpan(day) }
    let (year, month, _) = day.civil
    let first = day - (day.dayOfMonth - 1)
    let last = first + (Day.length(ofMonth: month, year: year) - 1)
    return DateSpan(earliest: first, latest: last, words: String("\(first)".dropLast(3)))
  }
}
