import PlanModel

/// What stands along a chart: days or amounts.
struct ChartScale {
  let from: Double
  let to: Double
  let ticks: [Tick]

  struct Tick: Hashable {
    let value: Double
    let text: String
  }

  /// The place of the start of a day.
  static func place(_ day: Day) -> Double { Double(day.number) }
  /// The place of the end of a day.
  static func end(_ day: Day) -> Double { Double(day.number) + 1 }

  /// All of these days, with months or quarters as there is room for some `most` of them.
  init(_ days: [Day], _ words: Words, most: Int = 12) {
    let first = days.min() ?? .earliest
    let last = days.max() ?? first
    let margin = Swift.max(3, Int(last.number - first.number) / 40)
    let (start, stop) = (first + -margin, last + (margin + 1))
    from = Double(start.number)
    to = Double(stop.number)
    var ticks: [Tick] = []
    let span = Int(stop.number - start.number)
    if span <= 62 {
      var day = start
      while day < stop, day.weekday != .monday { day = day + 1 }
      while day < stop {
        ticks.append(Tick(value: Self.place(day), text: words.day(day)))
        day = day + (span <= 31 ? 7 : 14)
      }
    } else {
      let months = [1, 2, 3, 6, 12, 24, 60, 120].first { span / 30 / $0 <= most } ?? 240
      var (year, month, _) = start.civil
      while let day = Day(year: year, month: month, day: 1), day < stop {
        if day >= start, (year * 12 + month - 1) % months == 0 {
          let name = String(words.language.name(ofMonth: month).prefix(3))
          let text = months >= 12 ? "\(year)" : month == 1 || ticks.isEmpty ? "\(name) \(year)" : name
          ticks.append(Tick(value: Self.place(day), text: text))
        }
        (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
      }
    }
    self.ticks = ticks
  }

  /// Numbers from the least to the largest, 0 among them, with round figures along the way.
  init(numbers: [Double], most: Int = 8, text: (Double) -> String) {
    let finite = numbers.filter(\.isFinite) + [0]
    let (low, high) = (finite.min() ?? 0, finite.max() ?? 0)
    let span = Swift.max(high - low, 1)
    var step = 1.0
    for candidate in 0..<60 where span / step > Double(most) {
      step *= candidate % 3 == 1 ? 2.5 : 2
    }
    from = low < 0 ? (low / step).rounded(.down) * step : 0
    to = high > 0 ? Swift.max((high / step).rounded(.up) * step, from + step) : Swift.max(0, from + step)
    var ticks: [Tick] = []
    var value = from
    while value <= to + step / 2, ticks.count < 100 {
      ticks.append(Tick(value: value, text: text(value)))
      value += step
    }
    self.ticks = ticks
  }
}
