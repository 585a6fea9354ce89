package import PlanComparison
import PlanModel

/// Milestones within a stretch of work.
extension Words {
  package func duringHeading(_ during: During) -> String {
    let span = "\(day(during.days.lowerBound)) … \(day(during.days.upperBound))"
    return pick("Milepæler i andre prosjekter under ", "Milestones of other projects during ")
      + "\(names[during.activity.id]) (\(span))"
  }
  package var dependsHeading: String {
    pick("Avhenger, langs en vei som planen nevner:", "Depend on it, along a way that the plan names:")
  }
  package var noNamedWay: String {
    pick("Planen nevner ingen vei til:", "The plan names no way to:")
  }
  package var duringNothing: String {
    pick("Ingen milepæl med dato faller her.", "No dated milestone falls here.")
  }
  /// `Medlemmene av Flere regionale IKT-prosjekter er ikke listet …`
  package func openGroup(_ group: String, by way: String) -> String {
    pick(
      "Hvem som er i «\(group)», lister planen ikke; de avhenger av det (\(way)). Enhver av disse kan høre til.",
      "The plan does not list who is in “\(group)”; they depend on it (\(way)). Any of these may belong.")
  }
  package func way(_ steps: [During.Step]) -> String {
    steps.isEmpty
      ? pick("samme program", "the same programme")
      : steps.map { ($0.id ?? "\($0.from) → \($0.to)") + " " + strength($0.strength) }.joined(separator: ", ")
  }
  package var fallsColumn: String { pick("Faller her", "Falls here") }
  package var wayColumn: String { pick("Vei", "Way") }
}
