import PlanComparison
import PlanModel

/// What only a page has room for.
extension Words {
  /// What two sides of the same name are called.
  var unnamedSides: Pair<String> { Pair(pick("den første", "the first"), pick("den andre", "the second")) }

  /// `Mål i alt: ✓ 1 holder · ? 2 ukjente`.
  func allTargets(_ verdicts: [Verdict.Word]) -> String {
    pick("Mål i alt: ", "Targets in all: ") + counts(verdicts)
  }

  var statedVerdictNote: String {
    pick("Det er et oppgitt faktum og ikke regnet ut her.", "That is a stated fact and was not computed here.")
  }

  /// `Som oppgitt, fra plan A til plan B: `.
  func asStated(from first: String, to second: String) -> String {
    pick("Som oppgitt, fra \(first) til \(second): ", "As stated, from \(first) to \(second): ")
  }

  /// `avstanden Oppstart AMK Bergen – Oppstart AMK Oslo 2 måneder → 1 måned`, inside a sentence.
  func theGap(_ gap: Comparison.GapRow) -> String {
    pick("avstanden ", "the gap ") + "\(names[gap.from]) – \(names[gap.to]) \(self.gap(gap.stated))"
  }

  var sumNote: String {
    pick("Summen er lik den beregnede forskjellen.", "The sum equals the computed difference.")
  }

  var workingDay: String { pick("Arbeidsdag", "Working day") }

  /// `7,5 timer`.
  func hours(of minutes: Int) -> String {
    number(minutes, over: 60) + (minutes == 60 ? pick(" time", " hour") : pick(" timer", " hours"))
  }
}
