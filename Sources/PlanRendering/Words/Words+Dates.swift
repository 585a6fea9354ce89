public import PlanModel
public import PlanSchedule

extension Words {
  /// In figures, for tables: `30.04.2023`, `2023-04-30`.
  public func day(_ day: Day) -> String { day.shortText(in: language) }

  /// In full, for sentences: `30. april 2023`, `30 April 2023`.
  public func fullDay(_ day: Day) -> String { day.text(in: language) }

  /// A stated date in the words it came as.
  public func span(_ span: DateSpan) -> String { span.text(in: language) }

  /// A computed date in both readings where they differ: `20.10.2023 … 20.11.2023`.
  public func days(_ days: Readings<Day>) -> String {
    days.agree ? day(days.first) : "\(day(days.first)) … \(day(days.last))"
  }

  /// The same, as "not before" where it is a lower bound: `ikke før 05.02.2024`.
  public func days(_ days: Readings<Day>, isLowerBound: Bool) -> String {
    isLowerBound ? "\(notBefore) \(self.days(days))" : self.days(days)
  }

  /// A lower bound with its reason: `ikke før 5. februar 2024: Release 1.1 har ingen dato`.
  ///
  /// - Parameter waitsFor: what the date waits for; none where the activity itself is undated.
  public func lowerBound(_ day: Day, waitsFor: [ActivityID], of activity: ActivityID? = nil) -> String {
    let waited = waitsFor.isEmpty ? activity.map { [$0] } ?? [] : waitsFor
    let date = "\(notBefore) \(fullDay(day))"
    return waited.isEmpty ? date : "\(date): \(undated(waited))"
  }

  /// `Release 1.1 og Regional infrastruktur har ingen dato`.
  public func undated(_ ids: [ActivityID]) -> String {
    "\(list(ids.map { names[$0] })) \(ids.count == 1 ? pick("har ingen dato", "has no date") : pick("har ingen dato", "have no date"))"
  }

  /// `venter på Release 1.1`.
  public func waiting(for ids: [ActivityID]) -> String {
    waiting(for: ids.map { names[$0] })
  }

  /// `venter på amk-hso.akseptansetest`, of names that are already chosen.
  package func waiting(for names: [String]) -> String { pick("venter på ", "waits for ") + list(names) }

  /// Both days in full: `ikke før 1. november 2023 … 30. november 2023`.
  package func fullDays(_ days: Readings<Day>, isLowerBound: Bool) -> String {
    let (first, last) = (fullDay(days.first), fullDay(days.last))
    let text = days.agree ? first : "\(first) … \(last)"
    return isLowerBound ? "\(notBefore) \(text)" : text
  }

  package var notBefore: String { pick("ikke før", "not before") }
}
