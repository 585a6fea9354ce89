/// The candidate nearest to a misspelt name, nil where none is near.
///
///     nearest(to: "crue", among: ["cure", "pour"])      // "cure"
///
/// Near means: at most a third of the letters (one at least) inserted, deleted, changed or swapped with their
/// neighbour, and not all of them. Ties go to the first candidate. O(candidates × letters²), and only candidates of similar length count.
public func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(name.lowercased().unicodeScalars)
  guard !wanted.isEmpty, wanted.count <= 100 else { return nil }
  let limit = max(1, wanted.count / 3)
  var best: (distance: Int, name: String)?
  for candidate in candidates {
    let letters = Array(candidate.lowercased().unicodeScalars)
    guard abs(letters.count - wanted.count) <= limit else { continue }
    let distance = editDistance(wanted, letters)
    if distance <= limit, distance < max(wanted.count, letters.count), distance < best?.distance ?? .max {
      best = (distance, candidate)
      if distance == 0 { break }
    }
  }
  return best?.name
}

/// Optimal string alignment distance (Damerau–Levenshtein without overlapping swaps).
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var older = [Int](repeating: 0, count: b.count + 1)
  var previous = Array(0...b.count)
  var row = previous
  for i in a.indices {
    row[0] = i + 1
    for j in b.indices {
      row[j + 1] = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        row[j + 1] = min(row[j + 1], older[j - 1] + 1)
      }
    }
    (older, previous, row) = (previous, row, older)
  }
  return previous[b.count]
}
