/// A language in which people read dates.
public enum Language: String, Hashable, Sendable, CaseIterable {
  /// Bokmål.
  case norwegian = "nb"
  /// British order of day and month.
  case english = "en"
}
