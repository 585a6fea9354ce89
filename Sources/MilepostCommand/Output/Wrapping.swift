/// A text broken at spaces into lines of at most `width` columns; words that are longer stay whole.
///
/// A number stays with what it counts, and in running text a date stays whole: `24. mai 2023`.
func wrapped(_ text: String, to width: Int) -> [String] {
  if text.displayWidth <= width { return [text] }
  var lines: [String] = []
  var line = ""
  var used = 0
  for (index, part) in unbroken(text, to: width).enumerated() {
    let length = part.text.displayWidth
    if index > 0, used + part.spaces + length > width {
      lines.append(line)
      (line, used) = (part.text, length)
    } else {
      // Spaces at the beginning stay.
      line += String(repeating: " ", count: part.spaces) + part.text
      used += part.spaces + length
    }
  }
  if used > 0 || lines.isEmpty { lines.append(line) }
  return lines
}

/// A text wrapped to fit a width with a margin before it, and two more columns of margin after the first line.
func indented(_ text: String, by indent: Int, to width: Int) -> [String] {
  let margin = String(repeating: " ", count: indent)
  return wrapped(text, to: width - indent - 2).enumerated().map { $0 == 0 ? margin + $1 : margin + "  " + $1 }
}

/// The parts of a text that no line breaks, each with the spaces before it.
///
/// - Parameter width: a date stays with its year where the line is more than twice as long.
func unbroken(_ text: String, to width: Int) -> [(spaces: Int, text: String)] {
  var parts: [(spaces: Int, text: String)] = []
  var spaces = 0
  // What the last word was: a number, a word with a number before it, any word.
  var (isNumber, isCounted, isName) = (false, false, false)
  for (index, word) in words(of: text).enumerated() {
    if index > 0 { spaces += 1 }
    if word.isEmpty { continue }
    let isWord = word.isPlainWord || word.first.map { $0.isLetter || $0 == "%" } ?? false
    if spaces == 1, let last = parts.last,
      isNumber && isWord || isName && word.isVersion
        || isCounted && word.isYear && 2 * (last.text.displayWidth + 5) < width
    {
      parts[parts.count - 1].text += " " + word
      (isNumber, isCounted) = (false, isWord)
    } else {
      parts.append((spaces, String(word)))
      (isNumber, isCounted) = (word.isNumber, false)
    }
    isName = isWord
    spaces = 0
  }
  return parts
}

/// The text between its spaces. Only a mark that stands on a space keeps that from being one.
private func words(of text: String) -> [Substring] {
  guard text.plainWidth != nil else { return text.split(separator: " ", omittingEmptySubsequences: false) }
  return text.utf8.split(separator: 0x20, omittingEmptySubsequences: false).map { Substring($0) }
}

extension Substring {
  /// Whether it begins with an ASCII letter, as most words do.
  fileprivate var isPlainWord: Bool { utf8.first.map { 0x61...0x7A ~= $0 | 0x20 } ?? false }

  /// Up to three digits with signs around them, or a range of such numbers.
  fileprivate var isNumber: Bool {
    if isPlainWord { return false }
    return (1...(contains("–") ? 6 : 3)).contains(count(where: \.isNumber))
      && allSatisfy { $0.isNumber || "(+−–≤.,".contains($0) }
  }

  /// Two numbers with a dot between them, as in `Release 1.1`, and what a sentence puts after them.
  fileprivate var isVersion: Bool {
    if isPlainWord { return false }
    let parts = split(separator: ".", omittingEmptySubsequences: false)
    return parts.count > 1 && parts[0].allSatisfy(\.isNumber) && (parts[1].first?.isNumber ?? false) && count < 7
  }

  /// Four digits, and what a sentence puts after them.
  fileprivate var isYear: Bool { prefix(4).count(where: \.isNumber) == 4 && dropFirst(4).allSatisfy(\.isPunctuation) }
}
