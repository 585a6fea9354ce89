import CYaml
import PlanModel

extension YamlParser {
  /// What libyaml could not read, in words that help.
  func syntaxProblem(_ parser: yaml_parser_t, _ problems: inout Problems) -> Diagnostic {
    let problem = parser.problem.map { String(cString: $0) } ?? "the text is no YAML"
    let mark = YamlMark(parser.problem_mark)
    let line = text.line(mark.line)
    let rest = text.rest(from: mark)
    let place = origin(mark, &problems)
    if problem.hasPrefix("mapping values are not allowed"), let value = valueStart(line),
      value < mark.column
    {
      return Diagnostic(
        .quoteText, text.text(from: YamlMark(line: mark.line, column: value), to: mark).shortened,
        "': ' begins another key", text.rest(from: YamlMark(line: mark.line, column: value)).trimmed.escaped, at: place)
    }
    if problem.hasPrefix("Maximum nesting level") {
      return Diagnostic(.nestingTooDeep, String(YamlParser.maximalDepth), at: place)
    }
    if problem.hasPrefix("found character that cannot start any token") {
      if rest.first == "\t" {
        return Diagnostic(.yamlSyntax, "a tab where spaces are expected", "indent with spaces", at: place)
      }
      return Diagnostic(
        .quoteText, rest.trimmed.shortened, "no plain text begins with '\(rest.first ?? " ")'", rest.trimmed.escaped,
        at: place)
    }
    if problem.contains("directive") || problem.contains("tag handle") {
      return Diagnostic(.yamlFeature, problem.contains("directive") ? "directives (%)" : "tags (!)", at: place)
    }
    if problem.hasPrefix("found undefined alias") {
      return Diagnostic(.yamlFeature, "aliases (*)", at: place)
    }
    if problem == "found unexpected end of stream" || problem == "found unexpected document indicator" {
      let start = origin(YamlMark(parser.context_mark), &problems)
      return Diagnostic(.yamlSyntax, "this quoted text is never closed", "end it with the same quote", at: start)
    }
    if let cut = commentInBraces(from: YamlMark(parser.context_mark)) {
      return Diagnostic(
        .quoteText, cut.text.shortened, "' #' begins a comment", cut.whole.escaped, at: origin(cut.mark, &problems))
    }
    var words = problem
    var related: [Origin] = []
    if let context = parser.context {
      words = "\(String(cString: context)): \(problem)"
      let start = YamlMark(parser.context_mark)
      if start != mark { related = [origin(start, &problems)] }
    }
    return Diagnostic(
      .yamlSyntax, values: [words, "look at this line and the one before: indentation, quotes, brackets"], at: place,
      related: related)
  }

  /// A text in `{ }` or `[ ]` in which ` #` began a comment that holds the closing bracket: `{ name: Phase #2 }`.
  private func commentInBraces(from start: YamlMark) -> (text: String, whole: String, mark: YamlMark)? {
    let scalars = Array(text.line(start.line).unicodeScalars)
    guard start.column >= 1, Int(start.column) <= scalars.count,
      "{[".unicodeScalars.contains(scalars[Int(start.column) - 1])
    else { return nil }
    var (begin, quote): (Int, Unicode.Scalar?) = (Int(start.column), nil)
    for i in begin..<scalars.count {
      let scalar = scalars[i]
      if let open = quote {
        if scalar == open { quote = nil }
      } else if scalar == "\"" || scalar == "'" {
        quote = scalar
      } else if "{[,:".unicodeScalars.contains(scalar) {
        begin = i + 1
      } else if scalar == "#", scalars[i - 1] == " " {
        let tail = scalars[i...]
        guard let end = tail.firstIndex(where: { "}],".unicodeScalars.contains($0) }),
          tail.contains(where: { "}]".unicodeScalars.contains($0) })
        else { return nil }
        func string(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])).trimmed }
        return (string(begin..<i), string(begin..<end), YamlMark(line: start.line, column: Int32(i)))
      }
    }
    return nil
  }

  /// The column at which the value of a line `key: value` or `- value` begins.
  private func valueStart(_ line: String) -> Int32? {
    let scalars = Array(line.unicodeScalars)
    var i = 0
    while i < scalars.count, scalars[i] == " " { i += 1 }
    while i + 1 < scalars.count, scalars[i] == "-", scalars[i + 1] == " " {
      i += 2
      while i < scalars.count, scalars[i] == " " { i += 1 }
    }
    while i + 1 < scalars.count, !(scalars[i] == ":" && scalars[i + 1] == " ") { i += 1 }
    guard i + 1 < scalars.count else { return nil }
    i += 2
    while i < scalars.count, scalars[i] == " " { i += 1 }
    return i < scalars.count ? Int32(i + 1) : nil
  }
}
