/// What there is to choose from, for the help of a refusal: the first eight names and how many more there are.
///
///     listing("windows", ["winter", "summer"])      // "the windows are: winter, summer"
///     listing("windows", [])                        // "the plan has no windows; they are defined under 'windows'"
package func listing(_ plural: String, _ names: some Collection<String>) -> String {
  if names.isEmpty { return "the plan has no \(plural); they are defined under '\(plural)'" }
  return "the \(plural) are: \(shortList(names))"
}

/// The first eight of some names and how many more there are: `a, b and 3 more`.
package func shortList(_ names: some Collection<String>) -> String {
  let shown = names.prefix(8).joined(separator: ", ")
  return names.count > 8 ? "\(shown) and \(names.count - 8) more" : shown
}
