import CYaml
import PlanModel

/// Reads a file into ``YamlNode``s by the events of libyaml, the C library inside Yams.
///
/// Events show what the composed nodes of Yams hide: aliases before they are resolved, every duplicate key with both its
/// places, `{ }` against block style, and where a scalar ends. What plans do not allow is reported where it stands and
/// reading goes on; only a syntax error ends a file, and what stood before it is read nevertheless.
struct YamlParser {
  /// The deepest nesting of lists and mappings.
  static let maximalDepth = 32

  let text: SourceText
  private var stack: [Frame] = []
  private var root: YamlNode?

  private struct Frame {
    var mark: YamlMark
    var isFlow: Bool
    var isMapping: Bool
    var items: [YamlNode] = []
    var pairs: [YamlPair] = []
    var key: Key?

    enum Key {
      case text(String, isPlain: Bool, YamlMark, YamlMark)
      case refused
    }

    var content: YamlNode.Content { isMapping ? .mapping(pairs) : .sequence(items) }
  }

  /// The root of the file's only document, nil where there is none; problems are reported.
  ///
  /// Where a syntax error ends the file, the root holds what was whole before it; the collections that the error stands in
  /// are marked as cut.
  static func parse(_ text: SourceText, problems: inout Problems) -> YamlNode? {
    var parser = YamlParser(text: text)
    return parser.run(&problems)
  }

  private init(text: SourceText) { self.text = text }

  private mutating func run(_ problems: inout Problems) -> YamlNode? {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return nil }
    defer { yaml_parser_delete(&parser) }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    return text.bytes.withUnsafeBufferPointer { buffer in
      yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      guard readEvents(&parser, &problems) else {
        problems.isIncomplete = true
        return closeFrames(&problems)
      }
      guard let root, !root.isNothing else {
        problems.add(.emptyFile, text.path, at: problems.places.add(source: text.source, line: 0, column: 0))
        problems.isIncomplete = true
        return nil
      }
      return root
    }
  }

  /// Whether the stream was read to its end.
  private mutating func readEvents(_ parser: inout yaml_parser_t, _ problems: inout Problems) -> Bool {
    var documents = 0
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) == 1 else {
        problems.add(syntaxProblem(parser, &problems))
        return false
      }
      defer { yaml_event_delete(&event) }
      let start = YamlMark(event.start_mark)
      switch event.type {
      case YAML_STREAM_END_EVENT: return true
      case YAML_DOCUMENT_START_EVENT:
        documents += 1
        if event.data.document_start.version_directive != nil
          || event.data.document_start.tag_directives.start != event.data.document_start.tag_directives.end
        {
          refuse("directives (%)", at: start, &problems)
        }
        if documents > 1 {
          refuse("several documents in one file", at: start, &problems)
          return false
        }
      case YAML_ALIAS_EVENT:
        refuse("aliases (*\(string(event.data.alias.anchor)))", at: start, &problems)
        append(YamlNode(content: .refused, mark: start, end: start, isFlow: false), &problems)
      case YAML_SCALAR_EVENT:
        let scalar = event.data.scalar
        check(anchor: scalar.anchor, tag: scalar.tag, at: start, &problems)
        let value = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
        append(
          YamlNode(
            content: .scalar(value, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE), mark: start,
            end: YamlMark(event.end_mark), isFlow: stack.last?.isFlow ?? false), &problems)
      case YAML_SEQUENCE_START_EVENT:
        let sequence = event.data.sequence_start
        check(anchor: sequence.anchor, tag: sequence.tag, at: start, &problems)
        let isFlow = sequence.style == YAML_FLOW_SEQUENCE_STYLE
        guard open(Frame(mark: start, isFlow: isFlow, isMapping: false), &problems) else { return false }
      case YAML_MAPPING_START_EVENT:
        let mapping = event.data.mapping_start
        check(anchor: mapping.anchor, tag: mapping.tag, at: start, &problems)
        let isFlow = mapping.style == YAML_FLOW_MAPPING_STYLE
        guard open(Frame(mark: start, isFlow: isFlow, isMapping: true), &problems) else { return false }
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
        guard let frame = stack.popLast() else { return false }
        append(
          YamlNode(
            content: frame.content, mark: frame.mark, end: YamlMark(event.end_mark), isFlow: frame.isFlow), &problems)
      default: break
      }
    }
  }

  // MARK: Building

  /// The root with all that is still open closed and marked as cut; nil where nothing was open.
  private mutating func closeFrames(_ problems: inout Problems) -> YamlNode? {
    while let frame = stack.popLast() {
      // A key that is cut has no value, and what it would have been is not said.
      if let outer = stack.last, outer.isMapping, outer.key == nil { continue }
      append(
        YamlNode(content: frame.content, mark: frame.mark, end: frame.mark, isFlow: frame.isFlow, isCut: true),
        &problems)
    }
    if case .scalar? = root?.content { return nil }
    return root
  }

  private mutating func open(_ frame: Frame, _ problems: inout Problems) -> Bool {
    guard stack.count < YamlParser.maximalDepth else {
      problems.add(.nestingTooDeep, String(YamlParser.maximalDepth), at: origin(frame.mark, &problems))
      return false
    }
    stack.append(frame)
    return true
  }

  private mutating func append(_ node: YamlNode, _ problems: inout Problems) {
    guard !stack.isEmpty else {
      root = node
      return
    }
    let top = stack.count - 1
    guard stack[top].isMapping else {
      stack[top].items.append(node)
      return
    }
    guard let key = stack[top].key else {
      switch node.content {
      case .scalar("<<", isPlain: true):
        refuse("merge keys (<<)", at: node.mark, &problems)
        stack[top].key = .refused
      case .scalar(let text, let isPlain):
        stack[top].key = .text(text, isPlain: isPlain, node.mark, node.end)
      case .mapping, .sequence:
        refuse("keys that are lists or mappings", at: node.mark, &problems)
        stack[top].key = .refused
      case .refused:
        stack[top].key = .refused
      }
      return
    }
    stack[top].key = nil
    if case .text(let text, let isPlain, let mark, let end) = key {
      stack[top].pairs.append(YamlPair(key: text, isPlain: isPlain, keyMark: mark, keyEnd: end, value: node))
    }
  }

  private func check(
    anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?, at mark: YamlMark,
    _ problems: inout Problems
  ) {
    if anchor != nil { refuse("anchors (&\(string(anchor)))", at: mark, &problems) }
    if tag != nil { refuse("tags (!)", at: mark, &problems) }
  }

  private func refuse(_ feature: String, at mark: YamlMark, _ problems: inout Problems) {
    problems.add(.yamlFeature, feature, at: origin(mark, &problems))
  }

  func origin(_ mark: YamlMark, _ problems: inout Problems) -> Origin {
    problems.places.add(source: text.source, line: Int(mark.line), column: Int(mark.column))
  }

  private func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String {
    pointer.map { String(cString: $0).shortened } ?? ""
  }
}

extension YamlMark {
  init(_ mark: yaml_mark_t) {
    self.init(line: Int32(clamping: mark.line &+ 1), column: Int32(clamping: mark.column &+ 1))
  }
}
