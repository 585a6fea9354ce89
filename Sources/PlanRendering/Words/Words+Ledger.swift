public import PlanComparison
public import PlanModel
import PlanSchedule

extension Words {
  /// What an entry of a ledger is about: `oppgitt dato for Oppstart AMK Bergen`.
  ///
  /// - Parameter difference: gives edits their values, `november 2023 → januar 2024`.
  public func cause(_ cause: Ledger.Cause, in difference: PlanDifference? = nil) -> String {
    switch cause {
    case .edits(let edits): edits.map { edit($0, in: difference) }.joined(separator: " + ")
    case .chain(let id, let segment): self.segment(segment, of: id)
    }
  }

  /// A whole entry: `oppgitt dato for Oppstart AMK Bergen: +61 d`.
  public func entry(_ entry: Ledger.Entry, in difference: PlanDifference? = nil) -> String {
    "\(cause(entry.cause, in: difference)): \(moved(entry.elapsed))"
  }

  /// The entries with their sum, where there are several: `ny kobling: +3 d; ny varighet: +2 d = +5 d`.
  package func sum(_ ledger: Ledger, total: ElapsedTime, in difference: PlanDifference? = nil) -> String {
    let entries = ledger.entries.map { entry($0, in: difference) }
    if entries.count == 1, ledger.entries[0].elapsed == total { return entries[0] }
    return entries.isEmpty ? moved(total) : entries.joined(separator: "; ") + " = " + moved(total)
  }

  /// A piece of a driving chain.
  public func segment(_ segment: Ledger.Segment, of id: ActivityID) -> String {
    let name = names[id]
    switch segment {
    case .work: return pick("varigheten av \(name)", "duration of \(name)")
    case .daysOff: return pick("fridager i \(name)", "days off in \(name)")
    case .lag: return pick("avstand i koblingen til \(name)", "lag of the link to \(name)")
    case .link: return pick("ny eller fjernet kobling til \(name)", "link to \(name) that is new or gone")
    case .slip: return pick("egen forskyvning av \(name)", "own slip of \(name)")
    case .absorbed: return pick("tatt opp før \(name)", "absorbed before \(name)")
    case .otherDriver: return pick("det \(name) ventet på før", "what \(name) waited for before")
    case .calendarWait: return pick("venting på arbeidstid før \(name)", "wait for working time before \(name)")
    case .windowWait: return pick("venting på vindu før \(name)", "wait for the window before \(name)")
    case .date(let driver):
      switch driver {
      case .planned: return pick("oppgitt dato for \(name)", "stated date of \(name)")
      case .actual: return pick("faktisk dato for \(name)", "actual date of \(name)")
      case .statusDate: return pick("statusdato for \(name)", "status date for \(name)")
      case .projectStart: return pick("planens start for \(name)", "plan start for \(name)")
      case .nothing: return pick("nedre grense for \(name), som er udatert", "lower bound of \(name), which is undated")
      case .constraint(let kind): return "\(constraint(kind)): \(name)"
      case .spans: return pick("spennet til \(name)", "span of \(name)")
      case .asLateAsPossible: return pick("så sent som mulig: \(name)", "as late as possible: \(name)")
      case .link, .maximum: return pick("kobling til \(name)", "link to \(name)")
      }
    }
  }

  /// A fact in which two plans differ.
  public func edit(_ edit: PlanEdit, in difference: PlanDifference? = nil) -> String {
    switch edit {
    case .activity(let id, let aspect):
      let values = difference.flatMap { self.values(aspect, $0.from[id], $0.to[id]) }.map { " (\($0))" } ?? ""
      return "\(aspectWords(aspect, names[id]))\(values)"
    case .addActivity(let id): return pick("ny aktivitet: ", "new activity: ") + names[id]
    case .removeActivity(let id): return pick("uten aktiviteten ", "without the activity ") + names[id]
    case .addLink(let link): return pick("ny kobling: ", "new link: ") + self.link(link)
    case .removeLink(let link): return pick("uten koblingen ", "without the link ") + self.link(link)
    case .calendars: return pick("kalendere, vinduer og valg i planen", "calendars, windows and options of the plan")
    case .statusDate: return pick("statusdato og planens start", "status date and start of the plan")
    }
  }

  private func aspectWords(_ aspect: PlanEdit.Aspect, _ name: String) -> String {
    switch aspect {
    case .planned: pick("oppgitt dato for \(name)", "stated date of \(name)")
    case .target: pick("målet for \(name)", "target of \(name)")
    case .deadline: pick("fristen for \(name)", "deadline of \(name)")
    case .actual: pick("faktisk dato for \(name)", "actual date of \(name)")
    case .duration: pick("varigheten av \(name)", "duration of \(name)")
    case .calendar: pick("kalenderen til \(name)", "calendar of \(name)")
    case .constraint: pick("datogrensene til \(name)", "constraints of \(name)")
    case .slip: pick("forskyvningen av \(name)", "slip of \(name)")
    case .window: pick("vinduet for \(name)", "window of \(name)")
    case .state: pick("tilstanden til \(name)", "state of \(name)")
    case .kind: pick("typen av \(name)", "kind of \(name)")
    }
  }

  private func values(_ aspect: PlanEdit.Aspect, _ old: Activity?, _ new: Activity?) -> String? {
    guard let old, let new else { return nil }
    func pair(_ from: String?, _ to: String?) -> String { "\(from ?? none) → \(to ?? none)" }
    switch aspect {
    case .planned: return pair(old.details.planned.map { span($0.value) }, new.details.planned.map { span($0.value) })
    case .deadline:
      return pair(old.details.deadline.map { span($0.value) }, new.details.deadline.map { span($0.value) })
    case .duration: return pair(old.duration.map { estimate($0.value) }, new.duration.map { estimate($0.value) })
    case .calendar: return pair(old.calendar, new.calendar)
    case .window: return pair(old.details.window, new.details.window)
    case .target, .actual, .constraint, .slip, .state, .kind: return nil
    }
  }
}
