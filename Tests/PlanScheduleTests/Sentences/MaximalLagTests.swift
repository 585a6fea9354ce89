import PlanModel
import PlanSchedule
import Testing

@Suite struct `Maximal lags` {
  private func refusal(_ activities: [Activity], _ links: [Link]) -> [Diagnostic] {
    do {
      _ = try Network(plan(activities, links))
      return []
    } catch {
      return error.diagnostics
    }
  }

  @Test func `a predecessor is pulled up to its successor`() throws {
    let schedule = try schedule(
      [task("a", 1), task("z", 5), task("b", 1)],
      [Link(from: "z", to: "b"), within(.days(1), Link(from: "a", to: "b"))])
    #expect(timeline(of: schedule) == "a  ...#..\nz  #####.\nb  .....#")
  }

  @Test func `every kind of link ties the two dates it is about`() throws {
    func drawn(_ kind: Link.Kind, _ maximum: Int) throws -> String {
      let tie = Link(from: "a", to: "b", kind, lag: .days(-9))
      return timeline(
        of: try schedule(
          [task("a", 2), task("z", 5), task("b", 1)], [Link(from: "z", to: "b"), within(.days(maximum), tie)]))
    }
    #expect(try drawn(.finishToStart, 1) == "a  ..##..\nz  #####.\nb  .....#")
    #expect(try drawn(.startToStart, 1) == "a  ....##\nz  #####.\nb  .....#")
    #expect(try drawn(.finishToFinish, 1) == "a  ...##.\nz  #####.\nb  .....#")
    #expect(try drawn(.startToFinish, 4) == "a  ..##..\nz  #####.\nb  .....#")
    #expect(try drawn(.startToStart, -1) == "a  ......##\nz  #####...\nb  .....#..")
  }

  @Test func `nobody is pulled who is near enough`() throws {
    let schedule = try schedule(
      [task("a", 1), task("z", 5), task("b", 1)],
      [Link(from: "z", to: "b"), within(.days(5), Link(from: "a", to: "b"))])
    #expect(timeline(of: schedule) == "a  #.....\nz  #####.\nb  .....#")
    #expect(schedule["a"]?.driver == .projectStart)
  }

  @Test func `a chain is pulled from its far end, and what else waits is pushed`() throws {
    let schedule = try schedule(
      [task("a", 1), task("b", 1), task("z", 6), task("c", 1), task("d", 1)],
      [
        within(.days(0), Link(from: "a", to: "b")), Link(from: "z", to: "c"),
        within(.days(1), Link(from: "b", to: "c")), Link(from: "a", to: "d"),
      ])
    #expect(timeline(of: schedule) == "a  ...#...\nb  ....#..\nz  ######.\nc  ......#\nd  ....#..")
  }

  @Test func `equal least and longest lags make a block that moves as one`() throws {
    let tie = within(.days(1), Link(from: "a", to: "b", lag: .days(1)))
    #expect(timeline(of: try schedule([task("a", 2), task("b", 1)], [tie])) == "a  ##..\nb  ...#")
    let later = with(task("b", 1)) { $0.planned = Fact(on(5)) }
    #expect(timeline(of: try schedule([task("a", 2), later], [tie])) == "a  ..##..\nb  .....#")
    let pushed = with(task("a", 2)) { $0.planned = Fact(on(3)) }
    #expect(timeline(of: try schedule([pushed, later], [tie])) == "a  ...##..\nb  ......#")
  }

  /// The window of time that two activities must share: each starts at most a day after the other.
  @Test func `two activities may hold each other`() throws {
    let schedule = try schedule(
      [task("z", 4), task("a", 1), task("b", 1)],
      [Link(from: "z", to: "a"), within(.days(1), Link(from: "a", to: "b", .startToStart, lag: .days(-1)))])
    #expect(timeline(of: schedule) == "z  ####.\na  ....#\nb  ...#.")
  }

  @Test func `a longest lag below the least one is refused with its members and the excess of a turn`() {
    let found = refusal(
      [task("x", 1), task("a", 2), task("b", 1)], [within(.days(1), Link(from: "a", to: "b", lag: .days(3)))])
    #expect(found.map(\.code.rawValue) == ["infeasible-maximum"])
    let message = found.first?.message ?? ""
    #expect(message.contains("a") && message.contains("b"))
    #expect(found.first?.values.contains { $0.contains("2 d") || $0.contains("2d") || $0.contains("2880") } == true)
    #expect(found.first?.values.contains("x") == false)
  }

  /// Within a thousand turns it once came to the end of the years that a plan may name, and seemed to rest there.
  @Test(arguments: [30, 300, 30_000], ["24h", "weekdays"])
  func `a loop is refused that comes to the end of the years`(days: Int, calendar: String) throws {
    let (a, b) = (Activity("a", work: .days(1)), Activity("b", work: .days(1)))
    var plan = plan([a, b], [within(.days(0), Link(from: "a", to: "b", lag: .days(days)))])
    plan.defaultCalendar = calendar
    let error = try #require(throws: InvalidPlan.self) { _ = try Network(plan) }
    #expect(error.diagnostics.map(\.code) == [.infeasibleMaximum])
    #expect(error.diagnostics.first?.values == ["a → b → a", "\(days)d"])
  }

  @Test func `work between two that lie too near to each other is refused`() {
    let links = [Link(from: "a", to: "b"), Link(from: "b", to: "c"), within(.days(2), Link(from: "a", to: "c"))]
    #expect(refusal([task("a", 1), task("b", 2), task("c", 1)], links) == [])
    #expect(
      refusal([task("a", 1), task("b", 3), task("c", 1)], links).map(\.code.rawValue) == ["infeasible-maximum"])
  }

  @Test func `two knots that cannot be are told at once`() {
    let found = refusal(
      [task("a", 1), task("b", 1), task("c", 1), task("d", 1)],
      [
        within(.days(0), Link(from: "a", to: "b", lag: .days(1))),
        within(.days(0), Link(from: "c", to: "d", lag: .days(1))),
      ])
    #expect(found.map(\.code.rawValue) == ["infeasible-maximum", "infeasible-maximum"])
  }

  @Test func `what has happened is not pulled, and the maximum is told as broken by so much`() throws {
    var plan = plan(
      [with(task("a", 1)) { $0.actualFinish = Fact(on(0)) }, with(task("b", 1)) { $0.planned = Fact(on(6)) }],
      [within(.days(2), Link(from: "a", to: "b"))])
    plan.statusDate = dayZero + 3
    let network = try Network(plan)
    let schedule = Schedule(network)
    #expect(days(schedule["a"]?.finish) == 1)
    #expect(days(schedule["b"]?.start) == 6)  // a day is the end of it, so five days lie between, three too many
    plan.links[0].details.maximum = .days(5)
    #expect(days(Schedule(try Network(plan))["b"]?.start) == 6)
  }

  @Test func `what is pinned or under way is not pulled`() throws {
    let later = with(task("b", 1)) { $0.planned = Fact(on(8)) }
    let links = [within(.days(1), Link(from: "a", to: "b"))]
    let pinned = with(task("a", 1)) { $0.constraints = [Constraint(.pinStart, Fact(on(2)))] }
    #expect(timeline(of: try schedule([pinned, later], links)) == "a  ..#......\nb  ........#")
    var plan = plan([with(task("a", 4)) { $0.actualStart = Fact(on(2)) }, later], links)
    plan.statusDate = dayZero + 3
    #expect(timeline(of: Schedule(try Network(plan))) == "a  ..####...\nb  ........#")
  }

  @Test func `a successor is late at most as long after its predecessor as the maximum allows`() throws {
    let urgent = with(task("a", 1)) { $0.deadline = Fact(on(3)) }
    let schedule = try schedule([urgent, task("b", 1), task("z", 9)], [within(.days(1), Link(from: "a", to: "b"))])
    #expect(days(schedule["a"]?.totalFloat.first) == 3)
    #expect(days(schedule["b"]?.lateStart.first) == 5)
    #expect(days(schedule["b"]?.totalFloat.first) == 4)
  }

  @Test func `free float does not pull a predecessor`() throws {
    let schedule = try schedule(
      [task("a", 1), task("b", 1), task("z", 9)], [within(.days(2), Link(from: "a", to: "b"))])
    #expect(days(schedule["b"]?.freeFloat.first) == 2)
    #expect(days(schedule["b"]?.totalFloat.first) == 7)
    #expect(days(schedule["a"]?.freeFloat.first) == 0)
  }

  @Test func `a working maximum runs on the calendar of lags`() throws {
    // b starts on Monday; one working day of eight hours back from there is Friday morning.
    var plan = plan(
      [
        Activity("a", work: .hours(8), calendar: "weekdays"),
        with(Activity("b", work: .hours(8), calendar: "weekdays")) { $0.planned = Fact(on(7)) },
      ], [within(.days(1), Link(from: "a", to: "b"))])
    plan.defaultCalendar = "weekdays"
    #expect(Schedule(try Network(plan))["a"]?.start.description == "2023-05-04T08:00")
    plan.links = [within(Quantity(92, .elapsedHours), Link(from: "a", to: "b"))]
    // By the clock that is Thursday noon.
    #expect(Schedule(try Network(plan))["a"]?.start.description == "2023-05-03T12:00")
  }

  @Test func `a share of the predecessor may be the longest lag`() throws {
    let later = with(task("b", 1)) { $0.planned = Fact(on(8)) }
    let schedule = try schedule(
      [task("a", 2), later], [within(Quantity(150, .percent), Link(from: "a", to: "b"))])
    #expect(timeline(of: schedule) == "a  ...##....\nb  ........#")
  }

  @Test func `a slip of the pulled one comes before the pull`() throws {
    let slipped = with(task("a", 1)) { $0.slips = [Fact(.elapsedDays(1))] }
    let later = with(task("b", 1)) { $0.planned = Fact(on(6)) }
    #expect(
      timeline(of: try schedule([slipped, later], [within(.days(0), Link(from: "a", to: "b"))]))
        == "a  .....#.\nb  ......#")
  }

  @Test func `soft links and links of what is cancelled hold nobody`() throws {
    let later = with(task("b", 1)) { $0.planned = Fact(on(6)) }
    var soft = within(.days(0), Link(from: "a", to: "b"))
    soft.strength = .soft
    #expect(days(try schedule([task("a", 1), later], [soft])["a"]?.start) == 0)
    let gone = with(later) { $0.state = Fact(EventState(.cancelled)) }
    #expect(days(try schedule([task("a", 1), gone], [within(.days(0), Link(from: "a", to: "b"))])["a"]?.start) == 0)
  }

  /// No working time lies between Friday evening and Sunday; taken for a lag of zero by the clock, it was a day and more.
  @Test func `a longest lag of zero runs on its calendar`() throws {
    var plan = plan(
      [
        Activity("a", work: .days(1), calendar: "24h"),
        with(.milestone("m", .startMilestone)) { $0.planned = Fact(on(6)) },
      ],
      [within(.hours(0), Link(from: "a", to: "m"))])
    plan.defaultCalendar = "weekdays"
    plan.options.minutesPerDay = 480
    plan.options.lagCalendar = .plan
    #expect(Schedule(try Network(plan))["a"]?.finish.description == "2023-05-05T16:00")
  }

  /// The late finish of work under way once let its successor be later than the maximum from its finish.
  @Test(arguments: [PlanOptions.Progress.retainedLogic, .progressOverride])
  func `what is under way is not pulled in late dates either`(progress: PlanOptions.Progress) throws {
    var plan = plan(
      [with(task("a", 2)) { $0.actualStart = Fact(on(2)) }, task("b", 1), task("z", 9)],
      [within(.days(1), Link(from: "a", to: "b"))])
    plan.statusDate = dayZero + 2
    plan.options.progress = progress
    let schedule = Schedule(try Network(plan))
    #expect(days(schedule["a"]?.finish) == 4)
    #expect(days(schedule["b"]?.lateStart.first) == 5)
  }

  /// A pinned predecessor stands where it stands: its evening is not the next morning.
  @Test func `a pinned predecessor leaves its maximum no night`() throws {
    var plan = plan(
      [
        with(Activity("a", work: .hours(8), calendar: "weekdays")) {
          $0.constraints = [Constraint(.pinFinish, Fact(on(0)))]
        },
        task("b", 0), task("z", 9),
      ], [within(Quantity(1, .elapsedHours), Link(from: "a", to: "b"))])
    plan.options.lagCalendar = .aroundTheClock
    #expect(Schedule(try Network(plan))["b"]?.lateStart.first?.description == "2023-05-01T17:00")
  }

  /// The waits of a block were shared only where its last member waited itself.
  @Test func `all of a block wait for what one of them lacks, in any order`() throws {
    let done = with(task("a", 1)) { $0.actualFinish = Fact(on(0)) }
    let later = with(Activity.milestone("y")) { $0.constraints = [Constraint(.startNoEarlierThan, Fact(on(7)))] }
    for first in [true, false] {
      let (m, b) = (Activity.milestone("m"), task("b", 1))
      var plan = plan(
        [done, later] + (first ? [m, b] : [b, m]),
        [
          within(.days(0), Link(from: "a", to: "b")), within(.days(0), Link(from: "a", to: "m")),
          Link(from: "a", to: "m"), Link(from: "y", to: "b"),
        ])
      plan.statusDate = dayZero + 2
      #expect(Schedule(try Network(plan))["b"]?.waitsFor.contains("m") == true)
    }
  }

  @Test func `cycles of links are cycles still`() {
    let found = refusal(
      [task("a", 1), task("b", 1)],
      [within(.days(9), Link(from: "a", to: "b")), Link(from: "b", to: "a", lag: .days(-9))])
    #expect(found.map(\.code) == [.cycle])
  }
}
