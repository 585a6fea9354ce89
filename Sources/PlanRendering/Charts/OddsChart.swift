package import PlanModel
package import PlanSimulation

/// How sure dates are, as pictures: for each a histogram of its days, the S-curve over it, its percentiles and its target.
///
///     OddsChart([.init(title: "Oppstart", odds: odds, target: nil)], percentiles: [50, 80], words: words, note: "…").picture
package struct OddsChart {
  /// One date.
  package struct Panel {
    package let title: String
    package let odds: FinishOdds
    /// The target's last day and its label, as in `mål januar 2024: 71 %`.
    package let target: (day: Day, label: String)?
    /// Said under the title, such as what is left out.
    package let remark: String?

    package init(title: String, odds: FinishOdds, target: (day: Day, label: String)?, remark: String?) {
      self.title = title
      self.odds = odds
      self.target = target
      self.remark = remark
    }
  }

  let panels: [Panel]
  /// In thousandths of a percent.
  let percentiles: [Int]
  let words: Words
  /// What the picture rests on, at its foot.
  let note: [String]

  package init(_ panels: [Panel], percentiles: [Int], words: Words, note: [String]) {
    self.panels = panels
    self.percentiles = percentiles
    self.words = words
    self.note = note
  }

  static let width = 960.0

  package var picture: SVGPicture {
    var content: [SVG] = []
    var y = 12.0
    for panel in panels {
      let drawn = OddsPanel(panel, percentiles, words, top: y)
      content += drawn.content
      y = drawn.bottom + 26
    }
    for text in note {
      for line in TextLine(text, size: 11, colour: Palette.standard.mutedInk).wrapped(to: Self.width - 40) {
        content.append(.line(line, x: 20, y: y + 4))
        y += 15
      }
    }
    return SVGPicture(
      size: Size(width: Self.width, height: y + 10), title: panels.map(\.title).joined(separator: ", "),
      description: description, language: words.language.rawValue, id: "odds", content: content)
  }

  /// The same in words, for those who cannot see the picture.
  private var description: String {
    panels.map { panel in
      let days = percentiles.compactMap { percentile in
        panel.odds.quantile(Double(percentile) / 100_000).map { "\(words.percentile(percentile)) \(words.day($0))" }
      }
      return ([panel.title] + days + [panel.target?.label].compactMap { $0 }).joined(separator: ", ")
    }.joined(separator: ". ")
  }
}
