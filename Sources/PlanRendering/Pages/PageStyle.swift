/// The style of our pages: dark ink on white, no network, A4 when printed.
enum PageStyle {
  static let css: StaticString = """
    :root { --ink: #1b2430; --muted: #4a5563; --rule: #c3cbd5; --soft: #f4f6f9; --good: #00694f; --bad: #9c2f06; --caution: #7a5200; --unknown: #4a5563; }
    * { box-sizing: border-box; }
    body { margin: 0 auto; padding: 1.6rem 2rem 3rem; max-width: 84rem; color: var(--ink); background: #fff;
      font: .94rem/1.45 "DejaVu Sans", Verdana, Arial, sans-serif; }
    h1 { font-size: 1.65rem; line-height: 1.2; margin: 0 0 .2rem; }
    h2 { font-size: 1.2rem; margin: 2rem 0 .6rem; padding-bottom: .25rem; border-bottom: 2px solid var(--ink); }
    h3 { font-size: 1rem; margin: .9rem 0 .3rem; }
    p { margin: .3rem 0 .7rem; max-width: 60rem; }
    .muted, .note { color: var(--muted); }
    .note { font-size: .87rem; }
    .need { display: block; }
    dl.facts { display: flex; flex-wrap: wrap; gap: .3rem 2rem; margin: .8rem 0 0; }
    dl.facts div { display: flex; gap: .5rem; }
    dl.facts dt { color: var(--muted); }
    dl.facts dd { margin: 0; }
    .cards { display: grid; grid-template-columns: 1fr 1fr; gap: 1.2rem; }
    .card { border: 1px solid var(--rule); border-top: 5px solid var(--ink); padding: .8rem 1rem; break-inside: avoid; }
    .card.second { border-top-style: double; }
    .card h3 { margin: 0 0 .2rem; font-size: 1.1rem; }
    .card h3 .standing { font-weight: normal; color: var(--muted); }
    .card ul { list-style: none; margin: .5rem 0; padding: 0; }
    .card li { margin: 0 0 .7rem; padding-left: .2rem; }
    .verdict { font-weight: bold; white-space: nowrap; }
    .verdict .sign { display: inline-block; min-width: 1.5em; padding: 0 .25em; margin-right: .35em; text-align: center;
      border: 1.5px solid currentColor; border-radius: .3em; line-height: 1.35; }
    .holds { color: var(--good); } .fails { color: var(--bad); } .depends { color: var(--caution); } .unknown { color: var(--unknown); }
    .unknown .sign { border-style: dashed; }
    .said { background: var(--soft); border-left: 4px solid var(--muted); padding: .4rem .7rem; margin: .6rem 0 0; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-size: .87rem; }
    caption { text-align: left; color: var(--muted); padding: 0 0 .4rem; }
    th, td { text-align: left; vertical-align: top; padding: .38rem .55rem; border-bottom: 1px solid var(--rule); }
    thead th { border-bottom: 1.5px solid var(--ink); background: var(--soft); }
    tbody th { font-weight: bold; }
    table.pairs tbody { border-bottom: 1.5px solid var(--muted); }
    table.pairs tr.first-line > [rowspan="1"], table.pairs tr.first-line > :not([rowspan]) { border-bottom-style: dotted; }
    td.amount, th.amount { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
    tfoot th, tfoot td { border-top: 1.5px solid var(--ink); border-bottom: 0; font-weight: bold; }
    .nowrap { white-space: nowrap; }
    details { border: 1px solid var(--rule); margin: .6rem 0; padding: .5rem .9rem; }
    summary { cursor: pointer; font-weight: bold; }
    .side { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem; }
    .side > * { min-width: 0; }
    ol.chain { margin: .2rem 0; padding-left: 1.4rem; font-size: .87rem; }
    ol.chain li { margin-bottom: .2rem; }
    figure { margin: .6rem 0; } figure svg { max-width: 100%; height: auto; }
    @media screen and (max-width: 50rem) { .cards, .side { grid-template-columns: 1fr; } body { padding: 1rem; } }
    @page { size: A4 landscape; margin: 12mm 11mm; }
    @media print { html { font-size: 11.5px; } body { padding: 0; max-width: none; } section { margin-bottom: 0; } h2, h3, summary { break-after: avoid; }
      tr, li, figure, .card { break-inside: avoid; } details { border: 0; padding: 0; } .scroll { overflow: visible; }
      details:not(.same)::details-content { content-visibility: visible; height: auto; display: block; }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
    """
}

extension HTML {
  /// A table with a heading row and, first in each row, a heading cell.
  static func table(_ caption: String?, _ head: [HTML], _ rows: [HTML], foot: HTML? = nil) -> HTML {
    var parts: [HTML] = []
    if let caption { parts.append(.element("caption", [], [.text(caption)])) }
    parts.append(.element("thead", [], [.element("tr", [], head)]))
    parts.append(.element("tbody", [], rows))
    if let foot { parts.append(.element("tfoot", [], [foot])) }
    return .element("div", [Attribute("class", "scroll")], [.element("table", [], parts)])
  }

  /// The same for rows in groups, each a body of its own.
  static func table(_ head: [HTML], groups: [[HTML]]) -> HTML {
    .element(
      "div", [Attribute("class", "scroll")],
      [
        .element(
          "table", [Attribute("class", "pairs")],
          [.element("thead", [], [.element("tr", [], head)])] + groups.map { .element("tbody", [], $0) })
      ])
  }

  /// Text that breaks only before " … " and brackets, so that dates and amounts stay whole.
  static func whole(_ text: String) -> HTML {
    var pieces: [String] = []
    var piece = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if !piece.isEmpty, word.hasPrefix("(") || word == "…" {
        pieces.append(piece)
        piece = ""
      }
      piece += (piece.isEmpty ? "" : " ") + word
    }
    pieces.append(piece)
    return .sequence(
      pieces.enumerated().map { place, piece in
        .sequence([
          place == 0 ? "" : " ",
          piece.count > 20 ? .text(piece) : .element("span", [Attribute("class", "nowrap")], [.text(piece)]),
        ])
      })
  }

  static func column(_ text: String, _ style: String = "") -> HTML {
    .element("th", [Attribute("scope", "col")] + Attribute.style(style), [.text(text)])
  }

  static func cell(_ text: String, _ style: String = "") -> HTML {
    .element("td", Attribute.style(style), [.text(text)])
  }

  static func cell(_ parts: [HTML]) -> HTML { .element("td", [], parts) }
}

extension Attribute {
  fileprivate static func style(_ name: String) -> [Attribute] { name.isEmpty ? [] : [Attribute("class", name)] }
}
