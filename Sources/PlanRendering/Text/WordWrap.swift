/// Breaking text into lines that fit a width.
extension TextLine {
  /// This line as lines no wider than `width`, at most `limit` of them; what is left out ends in "…".
  ///
  ///     TextLine("Nasjonal IKT-løsning for AMK").wrapped(to: 120)
  ///
  /// Lines break at spaces, after hyphens and slashes, and inside a word only when the word alone is too wide.
  /// A single character wider than `width` still gets a line. Control characters are dropped, line ends kept.
  ///
  /// - Complexity: O(*n*) for *n* characters that are kept.
  public func wrapped(to width: Double, limit: Int = .max) -> [TextLine] {
    let limit = max(limit, 1)
    var lines: [Substring] = []
    let whole = PlainText.cleaned(text)
    for paragraph in whole.split(separator: "\n", omittingEmptySubsequences: false) {
      if lines.count > limit { break }
      fill(paragraph, width: width, limit: limit, into: &lines)
    }
    if lines.count <= limit { return lines.map { with(text: $0) } }
    var kept = lines.prefix(limit).map { with(text: $0) }
    kept[limit - 1] = kept[limit - 1].cut(to: width)
    return kept
  }

  /// Appends the lines of one paragraph, one more than `limit` at most.
  private func fill(_ paragraph: Substring, width: Double, limit: Int, into lines: inout [Substring]) {
    var start = paragraph.startIndex
    var index = start
    var used = 0.0
    var lastBreak: String.Index?
    // Before a last word of one or two letters, as in "10 d" or "plan B": only where there is no other break.
    var weakBreak: String.Index?
    var isInWord = false
    while index < paragraph.endIndex, lines.count <= limit {
      let character = paragraph[index]
      let next = paragraph.index(after: index)
      let step = FontMetrics.width(of: String(character), size: size, bold: bold)
      if used + step > width, index > start, character != " " {
        let end = lastBreak ?? weakBreak ?? index
        lines.append(trimmed(paragraph[start..<end]))
        start = end
        while start < paragraph.endIndex, paragraph[start] == " " { start = paragraph.index(after: start) }
        index = max(start, index)
        used = FontMetrics.width(of: paragraph[start..<index], size: size, bold: bold)
        (lastBreak, weakBreak) = (nil, nil)
        continue
      }
      used += step
      // A dash before a word, as in `--json`, belongs to it.
      if character == " " || (character == "-" && isInWord) || character == "/" || character == "\u{200B}" {
        let isLast = character == " " && paragraph.index(next, offsetBy: 3, limitedBy: paragraph.endIndex) == nil
        if isLast { weakBreak = next } else { lastBreak = next }
      }
      isInWord = character != " " && (character != "-" || isInWord)
      index = next
    }
    if lines.count <= limit, start < paragraph.endIndex || paragraph.isEmpty {
      lines.append(trimmed(paragraph[start...]))
    }
  }

  private func trimmed(_ piece: Substring) -> Substring {
    var piece = piece
    while piece.last == " " { piece.removeLast() }
    return piece
  }

  /// This line shortened until it fits with "…" behind it.
  private func cut(to width: Double) -> TextLine {
    var kept = text
    while !kept.isEmpty, with(text: kept + "…").width > width { kept.removeLast() }
    return with(text: kept + "…")
  }
}
