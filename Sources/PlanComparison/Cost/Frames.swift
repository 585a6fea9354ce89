public import PlanModel

/// A limit on what a project may cost.
public enum Frame: String, Hashable, Sendable, CaseIterable {
  /// Styringsramme.
  case steering
  /// Kostnadsramme.
  case cost
}

/// How much room a forecast has to a frame.
public struct FrameRoom: Hashable, Sendable {
  /// Whether the room is to the steering frame or to the cost frame.
  public let frame: Frame
  /// The amount of the frame, in the unit of the project's cost, for example MNOK.
  public let limit: Amount
  /// The limit less the forecast; negative where the forecast is over it.
  public let room: Amount
  /// The room in thousandths of a per cent of the forecast: by so much it may grow; nil where the forecast is nothing.
  public let share: Int64?

  /// Whether the forecast is over the limit; one that just meets it is within.
  public var isCrossed: Bool { room.thousandths < 0 }
}

extension Cost {
  /// The room to each frame that the plan gives; empty without a forecast.
  public var rooms: [FrameRoom] { forecast.map(rooms) ?? [] }

  /// The room of some forecast.
  func rooms(for forecast: Amount) -> [FrameRoom] {
    [(Frame.steering, steeringFrame), (.cost, costFrame)].compactMap { frame, limit in
      guard let limit else { return nil }
      let (room, isTooLarge) = limit.thousandths.subtractingReportingOverflow(forecast.thousandths)
      guard !isTooLarge else { return nil }
      let (scaled, overflows) = room.multipliedReportingOverflow(by: 100_000)
      return FrameRoom(
        frame: frame, limit: limit, room: Amount(thousandths: room),
        share: forecast.thousandths > 0 && !overflows ? scaled / forecast.thousandths : nil)
    }
  }

  /// What so much more time costs at the run rate, to the nearest thousandth; a month is a twelfth of 365.25 days.
  ///
  /// Nil where the plan gives no run rate.
  func cost(of delay: ElapsedTime) -> Amount? {
    guard let runRate else { return nil }
    let (product, isTooLarge) = runRate.thousandths.multipliedReportingOverflow(by: Int64(delay.minutes))
    return isTooLarge ? nil : Amount(thousandths: (product + (product < 0 ? -1 : 1) * Cost.month / 2) / Cost.month)
  }

  /// The run rate with which a delay takes up just this room, rounded down; nil without both.
  func rate(taking room: Amount, in delay: ElapsedTime) -> Amount? {
    guard delay.minutes > 0, room.thousandths > 0 else { return nil }
    let (product, isTooLarge) = room.thousandths.multipliedReportingOverflow(by: Cost.month)
    return isTooLarge ? nil : Amount(thousandths: product / Int64(delay.minutes))
  }

  /// Minutes of a month.
  private static let month: Int64 = 43_830
}

/// Which project breaks its frames first if forecasts grow: all projects by the room to their steering frame.
///
///     FrameRanking(plan).rows.first?.project      // crossed already, or the next
public struct FrameRanking: Sendable {
  /// One project with the room to each of its frames.
  public struct Row: Sendable {
    /// As it stands with what-ifs.
    public let project: Project
    /// The project's money with what-ifs, in its own unit.
    public let cost: Cost
    /// Steering frame first.
    public let rooms: [FrameRoom]
    /// What the forecast was before what-ifs on money.
    public let forecastBefore: Amount?
    /// Frames that it was within before them.
    public let newlyCrossed: [Frame]
  }

  /// The least room in per cent of the forecast first.
  public let rows: [Row]
  /// Projects with an economy but without a forecast or a frame.
  public let unknown: [ProjectID]

  /// - Parameter before: the plan before what-ifs.
  /// - Complexity: O(*p* log *p*) for *p* projects.
  public init(_ plan: Plan, before: Plan) {
    var rows: [Row] = []
    var unknown: [ProjectID] = []
    let old = Dictionary(before.projects.map { ($0.id, $0.cost) }) { first, _ in first }
    for project in plan.projects {
      guard let cost = project.cost else { continue }
      let rooms = cost.rooms
      guard !rooms.isEmpty else {
        unknown.append(project.id)
        continue
      }
      let was = old[project.id] ?? nil
      let within = Set((was?.rooms ?? []).filter { !$0.isCrossed }.map(\.frame))
      rows.append(
        Row(
          project: project, cost: cost, rooms: rooms, forecastBefore: was?.forecast,
          newlyCrossed: rooms.filter { $0.isCrossed && within.contains($0.frame) }.map(\.frame)))
    }
    self.rows = rows.enumerated().sorted {
      ($0.1.rooms[0].share ?? .max, $0.0) < ($1.1.rooms[0].share ?? .max, $1.0)
    }.map(\.1)
    self.unknown = unknown
  }
}
