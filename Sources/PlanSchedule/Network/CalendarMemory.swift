import PlanModel
import Synchronization

/// The calendars compiled last, by definition.
///
/// Compiling walks 300 years (half a millisecond, thirty times that without optimisation), and what-ifs lower the same calendars again and again. A compiled calendar depends on its
/// definition alone, so remembering it changes nothing but the time it takes.
enum CalendarMemory {
  private struct Entry {
    let definition: WorkingCalendar
    let compiled: CompiledCalendar
  }

  private static let entries = Mutex<[Entry]>([])
  private static let limit = 16

  static func compiled(_ definition: WorkingCalendar) -> CompiledCalendar {
    let known = entries.withLock { entries in
      entries.first { $0.definition == definition }?.compiled
    }
    if let known { return known }
    let compiled = CompiledCalendar(definition)
    entries.withLock { entries in
      if entries.count >= limit { entries.removeFirst() }
      entries.append(Entry(definition: definition, compiled: compiled))
    }
    return compiled
  }
}
