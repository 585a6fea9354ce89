public import PlanComparison
public import PlanModel
import PlanSchedule

extension Words {
  /// What is taken for granted: `varighet av Akseptansetest: 50 arbeidsdager (40–70)`.
  public func assumption(_ subject: Assumptions.Subject) -> String {
    switch subject {
    case .planned(let id, let span):
      pick("dato for \(names[id]): ", "date of \(names[id]): ") + self.span(span)
    case .target(let id, let span): pick("mål for \(names[id]): ", "target of \(names[id]): ") + self.span(span)
    case .deadline(let id, let span): pick("frist for \(names[id]): ", "deadline of \(names[id]): ") + self.span(span)
    case .actual(let id, let span):
      pick("faktisk dato for \(names[id]): ", "actual date of \(names[id]): ") + self.span(span)
    case .duration(let id, let value):
      pick("varighet av \(names[id]): ", "duration of \(names[id]): ") + estimate(value)
    case .remaining(let id, let amount):
      pick("det som gjenstår av \(names[id]): ", "what is left of \(names[id]): ") + quantity(amount)
    case .constraint(let id, let bound): "\(names[id]): \(constraint(bound.kind)) \(span(bound.date.value))"
    case .slip(let id, let amount):
      pick("forskyvning av \(names[id]): ", "slip of \(names[id]): ") + quantity(amount.byTheCalendar)
    case .link(let link): pick("kobling ", "link ") + self.link(link)
    case .calendar(let name): pick("arbeidstiden i kalenderen \(name)", "the hours of calendar \(name)")
    case .exception(let exception, let name):
      (exception.hours.isEmpty ? pick("stengt ", "closed ") : pick("annen arbeidstid ", "other hours "))
        + self.exception(exception) + pick(" i kalenderen \(name)", " in calendar \(name)")
    case .window(_, let title): pick("vinduet \(title)", "window \(title)")
    case .cost(let project, let change): money(change, of: project.text)
    case .activity(let id): pick("at \(names[id]) finnes i planen", "that \(names[id]) is in the plan")
    }
  }

  /// `10.07.2023–30.07.2023 (Fellesferie)`.
  private func exception(_ exception: CalendarException) -> String {
    let (first, last) = (exception.days.lowerBound, exception.days.upperBound)
    let days = first == last ? day(first) : "\(day(first))–\(day(last))"
    return days + (exception.name.map { " (\($0.oneLine))" } ?? "")
  }

  /// What is missing about something undated: `mangler dato`, `mangler varighet og dato`.
  public func missing(_ activity: Activity) -> String {
    if let word = activity.details.state?.value.word, word != .taken {
      return state(word) + pick(", ny dato er ikke kjent", ", the new date is not known")
    }
    let needsDuration = activity.kind == .task && activity.duration == nil
    if activity.details.planned != nil {
      return needsDuration
        ? pick("mangler varighet", "has no duration")
        : pick("dato passert, ny dato er ikke kjent", "its date has passed, the new one is not known")
    }
    return needsDuration
      ? pick("mangler dato og varighet", "has neither date nor duration") : pick("mangler dato", "has no date")
  }
}

/// What an answer rests on, in the same words after every answer.
extension Words {
  /// What is assumed about `ids` and their predecessors in these plans, one to an item, each assumption once.
  ///
  /// - Complexity: O(activities + links) for each plan.
  package func assumptions(behind ids: [ActivityID], in outlooks: [Outlook]) -> (heading: String, items: [String]) {
    var seen: Set<Assumptions.Entry> = []
    var items: [String] = []
    for outlook in outlooks {
      for entry in Assumptions(of: outlook.plan, about: outlook.network.upstream(of: ids)).entries
      where seen.insert(entry).inserted {
        let because = entry.because.map { ": \($0)" } ?? ""
        items.append("\(assumption(entry.subject)) (\(basis(entry.basis)))\(because)")
      }
    }
    return items.isEmpty
      ? (pick("Svaret hviler ikke på forutsetninger.", "The answer rests on no assumptions."), [])
      : (pick("Svaret hviler på disse forutsetningene:", "The answer rests on these assumptions:"), items)
  }
}
