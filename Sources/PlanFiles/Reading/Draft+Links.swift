import PlanModel

extension Draft {
  /// Reads one item of `after`: `x`, `x SS+10d soft`, or a link mapping without `to`.
  mutating func readPredecessor(_ node: YamlNode, _ fields: Fields, of activity: ActivityID, in project: ProjectID?) {
    let to = Reference(text: activity.text, project: nil, origin: fields.origin)
    if case .mapping = node.content {
      guard
        let link = Fields(
          node, as: KeyTable.link, of: fields.file, in: fields.reading, within: fields.evidence, named: "after",
          given: ["to"])
      else { return }
      if link.has("to") {
        fields.reading.report(
          .contradiction, "'after' says who waits", "leave out 'to', or move the link to 'links'", at: link.place("to"))
        return
      }
      guard let from = link.reference("from", in: project) else { return }
      links.append(LinkDraft(from: from, to: to, link: readLink(link)))
      return
    }
    guard let text = fields.raw(node, "after", "an id with link type and lag") else { return }
    let words = text.words
    guard let first = words.first,
      let from = fields.reference(first.text, at: node.mark(ofCharacter: first.start), in: project)
    else { return }
    // Details are given whole, since they hold the place even where they say nothing.
    var details = LinkDetails()
    details.dependency.evidence = Evidence(origin: from.origin).within(fields.evidence)
    var link = Link(from: ActivityID(""), to: activity, details: details)
    var said = SaidOfLink()
    for word in words.dropFirst() {
      guard fields.read(word, of: node, into: &link, &said) else { return }
    }
    links.append(LinkDraft(from: from, to: to, link: link))
  }

  /// Reads one item of `links`.
  mutating func readLink(_ node: YamlNode, _ fields: Fields, in project: ProjectID?) {
    guard
      let link = Fields(
        node, as: KeyTable.link, of: fields.file, in: fields.reading, within: fields.evidence, named: "links")
    else { return }
    let from = link.reference("from", in: project)
    let to = link.reference("to", in: project)
    let value = readLink(link)
    guard let from, let to else { return use(.activity, either: from, to) }
    links.append(LinkDraft(from: from, to: to, link: value))
  }

  private mutating func readLink(_ fields: Fields) -> Link {
    var details = LinkDetails()
    details.dependency = readDependency(fields)
    details.isMaximumOnly = fields.flag("max-only") ?? false
    details.maximum = fields.quantity("max", signed: true, percent: true)
    switch fields.text("gap") {
    case nil: break
    case "work": details.gap = .work
    case "buffer": details.gap = .buffer
    case "unknown": details.gap = .unknown
    case let text?:
      if let node = fields.pair("gap")?.value, let work = fields.quantity(text, at: node.mark) {
        details.gap = .workOf(work)
      }
    }
    return Link(
      from: ActivityID(""), to: ActivityID(""), fields.oneOf("type").flatMap { Link.Kind(word: $0) } ?? .finishToStart,
      lag: fields.quantity("lag", signed: true, percent: true),
      strength: fields.oneOf("strength").flatMap(Strength.init) ?? .hard, details: details)
  }

  /// Reads one item of `relations`.
  mutating func readRelation(_ node: YamlNode, _ fields: Fields, in project: ProjectID?) {
    guard
      let relation = Fields(
        node, as: KeyTable.relation, of: fields.file, in: fields.reading, within: fields.evidence, named: "relations")
    else { return }
    let from = relation.reference("from", in: project)
    let to = relation.reference("to", in: project)
    let strength = relation.oneOf("strength").flatMap(Strength.init) ?? .hard
    let dependency = readDependency(relation)
    guard let from, let to else { return use(.node, either: from, to) }
    relations.append(
      RelationDraft(
        from: from, to: to, relation: Relation(from: "", to: "", strength: strength, dependency: dependency)))
  }

  /// Reads what links and relations have in common.
  private mutating func readDependency(_ fields: Fields) -> Dependency {
    var dependency = Dependency()
    dependency.evidence = fields.evidence
    dependency.id = fields.text("id")
    if let id = dependency.id { _ = define("dependency", id, at: fields.valuePlace("id"), fields.reading) }
    dependency.kind = fields.oneOf("kind")
    dependency.stated = fields.text("stated")
    dependency.what = fields.text("what")
    dependency.row = fields.text("row")
    dependency.risks = fields.texts("risks")
    for (risk, node) in zip(dependency.risks, fields.list("risks")) {
      use(.risk, risk, at: fields.reading.origin(node.mark, fields.file))
    }
    dependency.promised = fields.fact("promised")
    dependency.needed = fields.fact("needed")
    dependency.refines = fields.texts("refines")
    dependency.seeds = fields.seeds
    dependency.note = fields.note
    return dependency
  }
}

/// Which parts of a link a text has given.
private struct SaidOfLink {
  var kind = false
  var lag = false
  var strength = false
}

extension Fields {
  /// Reads a link type, a lag or a strength; false and reported where the word is none of them, or a second of its kind.
  fileprivate func read(_ word: Word, of node: YamlNode, into link: inout Link, _ said: inout SaidOfLink) -> Bool {
    func isFirst(_ part: String, _ text: String, at start: Int, _ flag: inout Bool) -> Bool {
      if flag {
        reading.report(
          .contradiction, "'\(text.shortened)' is a second \(part) of the same link",
          "give one type, one lag and one strength; a second link of the same two is an item of its own",
          at: reading.origin(node.mark(ofCharacter: start), file))
        return false
      }
      flag = true
      return true
    }
    if let strength = Strength(rawValue: word.text) {
      link.strength = strength
      return isFirst("strength", word.text, at: word.start, &said.strength)
    }
    var amount = Substring(word.text)
    if let kind = Link.Kind(word: word.text.prefix(2)) {
      guard isFirst("type", kind.word, at: word.start, &said.kind) else { return false }
      link.kind = kind
      amount = amount.dropFirst(2)
      if amount.isEmpty { return true }
    }
    let start = word.start + word.text.count - amount.count
    guard let sign = amount.first, "+-−".contains(sign) else {
      let words = Link.Kind.allCases.map(\.word) + KeyTable.strengths
      reading.report(
        .notAChoice, "after", word.text.shortened,
        "a link type (FS, SS, FF, SF), a lag (+10d), a strength (hard, soft, co)",
        nearest(to: word.text, among: words) ?? "", at: reading.origin(node.mark(ofCharacter: word.start), file))
      return false
    }
    guard isFirst("lag", String(amount), at: start, &said.lag) else { return false }
    guard
      let lag = quantity(String(amount), at: node.mark(ofCharacter: start), signed: true, percent: true)
    else { return false }
    link.lag = lag
    return true
  }
}

/// A word of a text, with the number of characters before it.
struct Word {
  var text: String
  var start: Int
}

extension String {
  /// The words between white space.
  var words: [Word] {
    if utf8.allSatisfy({ $0 > 0x20 }) { return isEmpty ? [] : [Word(text: self, start: 0)] }
    var words: [Word] = []
    var current = ""
    var count = 0
    for character in self {
      if character.isWhitespace {
        if !current.isEmpty { words.append(Word(text: current, start: count - current.count)) }
        current = ""
      } else {
        current.append(character)
      }
      count += 1
    }
    if !current.isEmpty { words.append(Word(text: current, start: count - current.count)) }
    return words
  }
}

extension YamlNode {
  /// The place of a character of a scalar that stands on one line; quotes are stepped over.
  func mark(ofCharacter index: Int) -> YamlMark {
    guard case .scalar(_, let isPlain) = content, mark.line == end.line else { return mark }
    return YamlMark(line: mark.line, column: mark.column + Int32(clamping: index) + (isPlain ? 0 : 1))
  }
}
