extension ChangeReader {
  /// What follows `cost`: of a project, or of all of them.
  mutating func money(of first: Word) throws(ChangeProblem) -> CostChange {
    var project: ProjectID?
    if first.text != "*" { project = ProjectID(try identifier(first).text) }
    _ = word()
    guard let item = word() else {
      throw problem(at: position, "no amount is named", "for example '\(first.text) cost forecast +10%'")
    }
    func change(_ name: Substring, _ amendment: CostChange.Amendment) -> CostChange {
      CostChange(project, CostChange.Item(word: String(name)), amendment)
    }
    if let equals = item.text.firstIndex(of: "=") {
      let value = item.text[item.text.index(after: equals)...]
      guard let amount = Amount(value) else { throw notMoney(String(value), at: item.start) }
      try end()
      return change(item.text[..<equals], .set(amount))
    }
    guard let more = word(), let sign = more.text.first, "+-−".contains(sign) else {
      throw problem(
        at: position, "nothing is said of '\(item.text)'",
        "for example '\(first.text) cost \(item.text) +10%' or '\(first.text) cost \(item.text)=42'")
    }
    try end()
    let isShare = more.text.last == "%"
    let digits = more.text.dropFirst().dropLast(isShare ? 1 : 0)
    guard let amount = Amount(digits), digits.first?.isNumber == true else {
      throw notMoney(String(digits), at: more.start)
    }
    let signed = sign == "+" ? amount.thousandths : -amount.thousandths
    return change(item.text[...], isShare ? .grow(signed) : .add(Amount(thousandths: signed)))
  }

  private func notMoney(_ text: String, at start: Int) -> ChangeProblem {
    problem(at: start, "'\(text)' is no amount", "a number such as 42 or 2.5, or a share such as +10%")
  }
}
