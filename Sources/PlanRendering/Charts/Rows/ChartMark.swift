/// A sign in a chart, at places of its scale.
///
/// Signs differ in shape or pattern as well as in colour, so that a grey copy reads the same.
struct ChartMark: Hashable {
  enum Shape: Hashable {
    /// From one place to another.
    case bar, thinBar
    /// The same with nothing inside.
    case frame, dashedFrame
    /// From one place to another, ending in an arrow.
    case arrow, dashedArrow
    /// At one place.
    case diamond, hollowDiamond, flag, upright, dashedUpright
    /// Letters at one place: in the middle of it, or after it.
    case word, wordAfter
  }

  var shape: Shape
  var from: Double
  var to: Double
  var colour: Colour
  /// Of words; what is inside a bar.
  var text = ""

  init(_ shape: Shape, _ from: Double, _ to: Double? = nil, _ colour: Colour, text: String = "") {
    self.shape = shape
    self.from = from
    self.to = to ?? from
    self.colour = colour
    self.text = text
  }

  /// Drawn around the middle of a row; `x` leads from the scale to the page.
  func svg(_ x: (Double) -> Double, middle: Double) -> SVG {
    let (a, b) = (min(x(from), x(to)), max(x(from), x(to)))
    let length = max(b - a, 2.5)
    switch shape {
    case .bar, .thinBar:
      let half = shape == .bar ? 7.0 : 3.0
      let box = SVG.box(a, middle - half, length, 2 * half, fill: colour, rounding: 1.5)
      guard !text.isEmpty else { return box }
      let line = TextLine(text, size: TypeSize.small, bold: true, colour: colour.readableInk)
      guard line.width + 6 <= length else { return box }
      return .sequence([box, .line(line, x: a + length / 2, y: middle + 3.6, anchor: "middle")])
    case .frame, .dashedFrame:
      return .box(
        a, middle - 6.2, length, 12.4, fill: colour.tinted(0.85), stroke: colour, strokeWidth: 1.4,
        dash: shape == .dashedFrame ? "4 3" : nil, rounding: 1.5)
    case .arrow, .dashedArrow:
      let (start, end) = (x(from), x(to))
      let back = end >= start ? -7.0 : 7.0
      let head = "M\(DecimalText.of(end)) \(DecimalText.of(middle))l\(DecimalText.of(back)) -4.5v9z"
      return .sequence([
        .rule(start, middle, end + back / 2, middle, colour, width: 2, dash: shape == .arrow ? nil : "5 3"),
        .element("path", [Attribute("d", head), Attribute("fill", colour.css)]),
      ])
    case .diamond, .hollowDiamond:
      let data = "M\(DecimalText.of(a)) \(DecimalText.of(middle - 7.5))l7.5 7.5l-7.5 7.5l-7.5 -7.5z"
      let fill = shape == .diamond ? colour : colour.tinted(0.85)
      return .element(
        "path",
        [
          Attribute("d", data), Attribute("fill", fill.css), Attribute("stroke", colour.css),
          Attribute("stroke-width", 1.4),
        ])
    case .flag:
      let data = "M\(DecimalText.of(a)) \(DecimalText.of(middle + 8))v-16h9l-3 3.5l3 3.5h-9"
      return .element(
        "path",
        [
          Attribute("d", data), Attribute("fill", colour.tinted(0.6).css), Attribute("stroke", colour.css),
          Attribute("stroke-width", 1.6),
        ])
    case .upright, .dashedUpright:
      return .rule(a, middle - 9, a, middle + 9, colour, width: 2.4, dash: shape == .upright ? nil : "3.5 2.5")
    case .word, .wordAfter:
      let line = TextLine(text, size: TypeSize.small, colour: colour)
      return .line(
        line, x: shape == .word ? a : a + 5, y: middle + 3.6, anchor: shape == .word ? "middle" : "start",
        halo: Palette.standard.paper)
    }
  }

  /// How far it reaches on the page.
  func extent(_ x: (Double) -> Double) -> ClosedRange<Double> {
    let (a, b) = (min(x(from), x(to)), max(x(from), x(to)))
    let size = TextLine(text, size: TypeSize.small).width
    switch shape {
    case .word: return (a - size / 2)...(a + size / 2)
    case .wordAfter: return a...(a + 5 + size)
    case .diamond, .hollowDiamond: return (a - 8)...(b + 8)
    default: return a...max(b, a + 9)
    }
  }
}

/// A sign and its meaning, in a legend.
struct ChartSign: Hashable {
  var marks: [ChartMark]
  var text: String

  /// - Parameter shape: drawn as it looks in the chart.
  init(_ shape: ChartMark.Shape, _ colour: Colour, _ text: String, sample: String = "") {
    let isLong: Bool =
      switch shape {
      case .bar, .thinBar, .frame, .dashedFrame, .arrow, .dashedArrow: true
      default: false
      }
    marks = [isLong ? ChartMark(shape, 0, 1, colour, text: sample) : ChartMark(shape, 0.5, nil, colour, text: sample)]
    self.text = text
  }

  /// Signs side by side, in as many lines as they need.
  static func row(_ signs: [ChartSign], left: Double, top: Double, width: Double) -> (content: [SVG], bottom: Double) {
    var content: [SVG] = []
    var (x, y) = (left, top + 9)
    let sample = 26.0
    for sign in signs {
      let lines = TextLine(sign.text, size: TypeSize.small).wrapped(to: width - sample - 8, limit: 2)
      let size = sample + 7 + (lines.map(\.width).max() ?? 0) + 22
      if x + size - 22 > left + width, x > left { (x, y) = (left, y + 20) }
      let start = x
      content += sign.marks.map { $0.svg({ start + $0 * sample }, middle: y) }
      for (place, line) in lines.enumerated() {
        content.append(.line(line, x: x + sample + 7, y: y + 3.6 + Double(place) * line.height))
      }
      x += size
      if lines.count > 1 { y += 13 }
    }
    return (content, y + 11)
  }
}
