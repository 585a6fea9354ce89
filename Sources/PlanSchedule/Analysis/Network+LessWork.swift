import PlanModel

extension Network {
  /// The finish of an end if one activity had so many minutes of work less: each alone, all else as it stands.
  ///
  /// - Returns: nil for what has begun, is done, or has no more work than that, and where maximal lags allow no dates.
  /// - Complexity: O(changed activities + their links) for each.
  package func finishes(of end: Int, _ early: EarlyDates, withLess less: [(position: Int, minutes: Int32)]) -> [Int32?]
  {
    calendars.withTables { tables in
      var resolving = Resolving(self, early, to: end)
      return less.map { position, minutes in
        guard special(at: position)?.actualStart == nil, let work = changeableWork(at: position, early, tables),
          work > minutes
        else { return nil }
        return resolving.finish(with: work - minutes, at: position, tables)
      }
    }
  }
}
