import PlanModel
import PlanSchedule

/// The first day of the plans that tests draw: a Monday.
let dayZero = Day(year: 2023, month: 5, day: 1)!

/// A plan on round-the-clock calendars that begins on day zero.
func plan(_ activities: [Activity], _ links: [Link] = []) -> Plan {
  var plan = Plan(activities: activities, links: links)
  plan.start = dayZero
  return plan
}

func task(_ id: ActivityID, _ days: Int, calendar: String? = nil) -> Activity {
  Activity(id, work: .days(days), calendar: calendar)
}

/// An activity with details changed in place.
func with(_ activity: Activity, _ change: (inout ActivityDetails) -> Void) -> Activity {
  var activity = activity
  change(&activity.details)
  return activity
}

/// The span of one day, counted from day zero.
func on(_ day: Int) -> DateSpan { DateSpan(dayZero + day) }

/// A span of days, counted from day zero; nil: open.
func between(_ first: Int?, _ last: Int?) -> DateSpan {
  DateSpan(earliest: first.map { dayZero + $0 }, latest: last.map { dayZero + $0 }, words: "a span")
}

/// Days from day zero to an instant; nil stays nil. Only for whole days.
func days(_ instant: Instant?) -> Int? {
  instant.map { Int($0.minutes - dayZero.start.minutes) / 1440 }
}

func days(_ time: WorkTime?) -> Int? { time.map { Int($0.minutes) / 1440 } }

/// One line for each activity, one letter for each day: `#` work, `<` a start milestone on that day, `>` a finish
/// milestone at its end, `.` nothing.
func timeline(of schedule: Schedule, last: Bool = false) -> String {
  let activities = schedule.activities
  let width = activities.map { $0.id.text.count }.max() ?? 0
  let length = activities.map { days((last ? $0.finishes.last : $0.finish)) ?? 0 }.max() ?? 0
  return activities.map { activity in
    let start = activity.starts
    let finish = activity.finishes
    let (from, to) = last ? (start.last.minutes, finish.last.minutes) : (start.first.minutes, finish.first.minutes)
    let line = (0..<max(length, 1)).map { day -> Character in
      let (opens, closes) = ((dayZero + day).start.minutes, (dayZero + day).end.minutes)
      switch activity.activity.kind {
      case .startMilestone: return from >= opens && from < closes ? "<" : "."
      case .finishMilestone: return to > opens && to <= closes ? ">" : "."
      default: return from < closes && to > opens && activity.isScheduled ? "#" : "."
      }
    }
    return activity.id.text + String(repeating: " ", count: width - activity.id.text.count + 2) + String(line)
  }.joined(separator: "\n")
}

/// The schedule of a plan that begins on day zero.
func schedule(_ activities: [Activity], _ links: [Link] = []) throws(InvalidPlan) -> Schedule {
  Schedule(try Network(plan(activities, links)))
}

/// A link with a longest lag: `max:`.
func within(_ maximum: Quantity, _ link: Link) -> Link {
  var link = link
  link.details.maximum = maximum
  return link
}
