import PlanModel

/// The keys of one mapping, checked against the table of keys, with their values by type.
///
///     let fields = Fields(node, as: KeyTable.activity, …)
///     fields.text("name")
///     fields.fact("planned")
///
/// Whatever is wrong is reported and read as absent.
struct Fields {
  let reading: Reading
  let file: SourceText
  let kind: MappingKind
  let origin: Origin
  /// The evidence of this mapping within that of the mappings around it.
  private(set) var evidence: Evidence
  /// A syntax error stands in the mapping: what it lacks may have been said.
  let isCut: Bool
  private let keys: Set<String>
  private var pairs: [YamlPair] = []

  /// Reads a mapping; `mark` is where it is said to stand, its key's place as a rule.
  ///
  /// Required keys are those of the table without `given`.
  init?(
    _ node: YamlNode, as kind: MappingKind, of file: SourceText, in reading: Reading, at mark: YamlMark? = nil,
    within outer: Evidence = .none, named name: String? = nil, given: Set<String> = [], keys: Set<String>? = nil
  ) {
    self.reading = reading
    self.file = file
    self.kind = kind
    self.keys = keys ?? KeyTable.names[kind.name] ?? []
    isCut = node.isCut
    origin = reading.origin(mark ?? node.mark, file)
    evidence = Evidence(origin: origin)
    guard case .mapping(let all) = node.content else {
      if case .refused = node.content { return nil }
      if node.isCut { return nil }
      reading.report(
        .wrongType, name ?? kind.name, "a mapping", node.kindWords, "", at: reading.origin(node.mark, file))
      return nil
    }
    var refused: Set<String> = []
    let isKey = self.keys.contains
    for pair in all.distinct(file, reading).joined(node, file, reading, isKey: isKey, refused: &refused) {
      if isKey(pair.key) {
        pairs.append(pair)
      } else {
        reportUnknown(pair)
      }
    }
    for key in KeyTable.required[kind.name] ?? []
    where !isCut && !given.contains(key.name) && !refused.contains(key.name) {
      if pairs.contains(where: { $0.key == key.name }) { continue }
      reading.report(.missingKey, key.name, name.map { "'\($0)'" } ?? kind.words, key.example, at: origin)
    }
    if self.keys.contains("because") {
      evidence.source = text("source")
      evidence.because = text("because")
      evidence.known = day("known")
    }
    evidence = evidence.within(outer)
  }

  /// Reads a row of a register.
  init?(_ node: YamlNode, row kind: MappingKind, of register: Fields) {
    self.init(
      node, as: kind, of: register.file, in: register.reading, within: register.evidence, named: "rows",
      keys: Set(kind.keys.map(\.name)))
  }

  private func reportUnknown(_ pair: YamlPair) {
    let names = kind.keys.map(\.name)
    let near = nearest(to: pair.key, among: names) ?? ""
    reading.report(
      .unknownKey, pair.key.shortened, kind.words, near, near.isEmpty ? names.joined(separator: ", ") : "",
      at: reading.origin(pair.keyMark, file))
  }

  // MARK: Access

  func pair(_ key: String) -> YamlPair? {
    assert(keys.contains(key), "no key '\(key)' in \(kind.name)")
    return pairs.first { $0.key == key }
  }

  func has(_ key: String) -> Bool { pair(key) != nil }

  func hasKey(besides usual: Set<String>) -> Bool { pairs.contains { !usual.contains($0.key) } }

  func place(_ key: String) -> Origin {
    pair(key).map { reading.origin($0.keyMark, file) } ?? origin
  }

  /// The items of a list; one item may stand alone.
  func list(_ key: String) -> [YamlNode] {
    guard let pair = pair(key) else { return [] }
    switch pair.value.content {
    case .sequence(let items): return items
    case .refused: return []
    default:
      if pair.value.isNothing {
        wrongType(key, "a list", pair.value)
        return []
      }
      return [pair.value]
    }
  }

  /// The entries of a mapping from ids, without those whose id is none.
  func named(_ key: String, checkingIDs: Bool = true) -> [YamlPair] {
    guard let pair = pair(key) else { return [] }
    guard case .mapping(let all) = pair.value.content else {
      wrongType(key, "a mapping", pair.value)
      return []
    }
    var refused: Set<String> = []
    return all.distinct(file, reading).joined(pair.value, file, reading, isKey: { _ in false }, refused: &refused)
      .compactMap { pair in
        var pair = pair
        if checkingIDs {
          guard pair.key.isPlainIdentifier || isIdentifier(pair.key) else {
            reading.report(.badIdentifier, pair.key.shortened, at: reading.origin(pair.keyMark, file))
            return nil
          }
          pair.key = pair.key.normalised
        }
        if pair.value.isNothing {
          reading.report(
            .wrongType, pair.key, "a value", "nothing", "", at: reading.origin(pair.keyMark, file))
          return nil
        }
        return pair
      }
  }

  /// The mapping under a key.
  func mapping(_ key: String, as kind: MappingKind) -> Fields? {
    guard let pair = pair(key) else { return nil }
    return Fields(
      pair.value, as: kind, of: file, in: reading, at: pair.keyMark, within: evidence, named: key)
  }

  /// The mapping of one entry of ``named(_:checkingIDs:)``.
  func entry(_ pair: YamlPair, as kind: MappingKind, given: Set<String> = []) -> Fields? {
    Fields(
      pair.value, as: kind, of: file, in: reading, at: pair.keyMark, within: evidence, named: pair.key, given: given)
  }

  func wrongType(_ key: String, _ expected: String, _ node: YamlNode) {
    if case .refused = node.content { return }
    // What a syntax error cut may have been meant otherwise, and the error stands there.
    if node.isCut { return }
    reading.report(
      .wrongType, key, expected, node.kindWords, kind[key]?.example ?? "", at: reading.origin(node.mark, file))
  }
}

extension KeyTable {
  /// The key names of every kind, for lookup.
  static let names: [String: Set<String>] = Dictionary(
    uniqueKeysWithValues: kinds.map { ($0.name, Set($0.keys.map(\.name))) })

  /// The keys that a mapping of a kind must have.
  static let required: [String: [Key]] = Dictionary(
    uniqueKeysWithValues: kinds.map { ($0.name, $0.keys.filter(\.isRequired)) })
}
