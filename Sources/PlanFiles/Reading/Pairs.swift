import PlanModel

extension [YamlPair] {
  /// The pairs without those whose key came before; these are reported with both places.
  func distinct(_ file: SourceText, _ reading: Reading) -> [YamlPair] {
    func report(_ pair: YamlPair, _ first: YamlPair) {
      reading.report(
        .duplicateKey, pair.key.shortened, at: reading.origin(pair.keyMark, file),
        related: [reading.origin(first.keyMark, file)])
    }
    if count <= 12 {
      for i in indices.dropFirst() {
        if let first = self[..<i].firstIndex(where: { $0.key == self[i].key }) {
          report(self[i], self[first])
          var rest = self
          rest.remove(at: i)
          return rest.distinct(file, reading)
        }
      }
      return self
    }
    var seen: [String: Int] = [:]
    seen.reserveCapacity(count)
    var result: [YamlPair] = []
    result.reserveCapacity(count)
    for (i, pair) in enumerated() {
      if let first = seen[pair.key] {
        report(pair, self[first])
      } else {
        seen[pair.key] = i
        result.append(pair)
      }
    }
    return result
  }

  /// The pairs of a `{ }` without texts that its commas split: `{ name: a, b }` holds a key `b` without a value.
  ///
  /// The whole text is reported as it should be quoted. The keys whose values were split join `refused`.
  func joined(
    _ node: YamlNode, _ file: SourceText, _ reading: Reading, isKey: (String) -> Bool, refused: inout Set<String>
  ) -> [YamlPair] {
    guard node.isFlow, contains(where: { $0.value.isNothing }) else { return self }
    var result: [YamlPair] = []
    var i = 0
    while i < count {
      let pair = self[i]
      var last = i
      while last + 1 < count, self[last + 1].value.isNothing, self[last + 1].isPlain, !isKey(self[last + 1].key) {
        last += 1
      }
      guard last > i, case .scalar(let begin, isPlain: true) = pair.value.content, !begin.isEmpty else {
        result.append(pair)
        i += 1
        continue
      }
      var whole = file.text(from: pair.value.mark, to: self[last].keyEnd)
      if whole.isEmpty { whole = ([begin] + self[(i + 1)...last].map(\.key)).joined(separator: ", ") }
      if whole.isDecimalComma {
        reading.report(.badNumber, whole, at: reading.origin(pair.value.mark, file))
      } else {
        reading.report(
          .quoteText, begin.shortened, "inside { } a comma ends a text", whole.escaped,
          at: reading.origin(self[i + 1].keyMark, file))
      }
      refused.insert(pair.key)
      i = last + 1
    }
    return result
  }
}

extension YamlNode {
  /// A text in braces, such as `{draft}` or `{a, b}`, which YAML takes for keys without values; nil for all else.
  func braces(in file: SourceText) -> String? {
    guard isFlow, case .mapping(let pairs) = content, !pairs.isEmpty, pairs.allSatisfy({ $0.value.isNothing }) else {
      return nil
    }
    let text = file.text(from: mark, to: end)
    return text.isEmpty ? nil : text
  }
}

extension String {
  /// Digits, a comma, digits.
  var isDecimalComma: Bool {
    let parts = split(separator: ",", omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "-") } }
  }
}
