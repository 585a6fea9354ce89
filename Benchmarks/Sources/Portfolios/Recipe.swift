/// What to make: the same recipe gives the same portfolio, byte for byte.
public struct Recipe: Sendable {
  /// How the links run.
  public enum Shape: String, Sendable, CaseIterable {
    /// One after the other, each waiting for the two before it: the deepest network there is.
    case chain
    /// About 64 layers, each activity waiting for two of the layers before: wide, in order.
    case layered
    /// The same, listed in random order.
    case shuffled
    /// Projects of about fifty activities with names, milestones and planned dates, one link in twenty between projects.
    case portfolio
  }

  /// The calendar that work happens on, by its built-in name.
  public enum WorkCalendar: String, Sendable, CaseIterable {
    case aroundTheClock = "24h"
    case norway

    /// The length of a working day in minutes.
    public var minutesPerDay: Int32 { self == .norway ? 450 : 1440 }
  }

  public var shape: Shape
  public var activities: Int
  public var calendar: WorkCalendar
  public var seed: UInt64

  public init(_ shape: Shape, activities: Int, calendar: WorkCalendar = .norway, seed: UInt64 = 1) {
    self.shape = shape
    self.activities = activities
    self.calendar = calendar
    self.seed = seed
  }
}
