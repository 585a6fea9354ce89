import PlanModel
import PlanSchedule
import Testing

@Suite struct `As late as possible` {
  private func late(_ activity: Activity) -> Activity { with(activity) { $0.isAsLateAsPossible = true } }

  private func byTotalFloat(_ activities: [Activity], _ links: [Link] = []) throws -> Schedule {
    let plan = plan(activities, links)
    var rules = Rules.strict(plan.options)
    rules.asLateAsPossible = .totalFloat
    return Schedule(try Network(plan, rules: rules))
  }

  @Test func `it moves up to its successor`() throws {
    let schedule = try schedule(
      [task("a", 4), late(task("b", 1)), task("c", 1)], [Link(from: "a", to: "c"), Link(from: "b", to: "c")])
    #expect(timeline(of: schedule) == "a  ####.\nb  ...#.\nc  ....#")
    #expect(days(schedule["b"]?.freeFloat.first) == 0)
    #expect(days(schedule["b"]?.totalFloat.first) == 0)
  }

  @Test func `it takes the lags of its links along`() throws {
    func drawn(_ kind: Link.Kind, _ lag: Int) throws -> String {
      timeline(
        of: try schedule(
          [task("a", 5), late(task("b", 1)), task("c", 2)],
          [Link(from: "a", to: "c"), Link(from: "b", to: "c", kind, lag: .days(lag))]))
    }
    #expect(try drawn(.finishToStart, 2) == "a  #####..\nb  ..#....\nc  .....##")
    #expect(try drawn(.startToStart, 0) == "a  #####..\nb  .....#.\nc  .....##")
    #expect(try drawn(.startToStart, 2) == "a  #####..\nb  ...#...\nc  .....##")
    #expect(try drawn(.finishToFinish, 1) == "a  #####..\nb  .....#.\nc  .....##")
    #expect(try drawn(.startToFinish, 4) == "a  #####..\nb  ...#...\nc  .....##")
  }

  /// Seed 1483: what is to be done until an expected finish is counted from where work would begin. Where a link holds the
  /// finish, beginning later leaves less to do, and the whole stands later.
  @Test func `it does not change how much a successor with an expected finish has to do`() throws {
    let schedule = try schedule(
      [
        late(task("a", 1)), with(.milestone("m", .finishMilestone)) { $0.planned = Fact(on(11)) },
        with(task("e", 2)) { $0.expectedFinish = Fact(on(8)) },
      ],
      [Link(from: "a", to: "e"), Link(from: "m", to: "e", .finishToFinish)])
    #expect([days(schedule["a"]?.start), days(schedule["a"]?.finish)] == [0, 1])
    #expect([days(schedule["e"]?.start), days(schedule["e"]?.finish)] == [4, 12])
  }

  @Test func `of several in a row the last moves first`() throws {
    let schedule = try schedule(
      [task("a", 5), late(task("b", 1)), late(task("c", 2)), task("d", 1)],
      [Link(from: "a", to: "d"), Link(from: "b", to: "c"), Link(from: "c", to: "d")])
    #expect(timeline(of: schedule) == "a  #####.\nb  ..#...\nc  ...##.\nd  .....#")
  }

  @Test func `it uses free float only, total float where the rules say so`() throws {
    let activities = [task("a", 5), late(task("b", 1)), task("c", 2)]
    let links = [Link(from: "b", to: "c")]
    #expect(timeline(of: try schedule(activities, links)) == "a  #####\nb  #....\nc  .##..")
    #expect(timeline(of: try byTotalFloat(activities, links)) == "a  #####\nb  ..#..\nc  ...##")
  }

  @Test func `with nothing after it, it moves to the end of its own project`() throws {
    let activities = [task("p.a", 4), late(task("p.b", 1)), task("q.z", 9)]
    #expect(timeline(of: try schedule(activities)) == "p.a  ####.....\np.b  ...#.....\nq.z  #########")
    #expect(timeline(of: try byTotalFloat(activities)) == "p.a  ####.....\np.b  ...#.....\nq.z  #########")
  }

  @Test func `it stays within its own deadline and late constraints`() throws {
    func start(_ change: (inout ActivityDetails) -> Void) throws -> [Int?] {
      let bound = with(late(task("b", 1)), change)
      return [try schedule([task("a", 9), bound]), try byTotalFloat([task("a", 9), bound])].map { days($0["b"]?.start) }
    }
    #expect(try start { _ in } == [8, 8])
    #expect(try start { $0.deadline = Fact(on(5)) } == [5, 5])
    #expect(try start { $0.constraints = [Constraint(.finishNoLaterThan, Fact(on(4)))] } == [4, 4])
    #expect(try start { $0.constraints = [Constraint(.startNoLaterThan, Fact(on(3)))] } == [3, 3])
    #expect(try start { $0.constraints = [Constraint(.startOn, Fact(on(2)))] } == [2, 2])
    #expect(try start { $0.constraints = [Constraint(.externalLateFinish, Fact(on(6)))] } == [6, 6])
  }

  @Test func `it is never earlier than it was`() throws {
    let urgent = with(late(task("b", 1))) { $0.deadline = Fact(on(1)) }
    for schedule in [
      try schedule([task("a", 4), urgent], [Link(from: "a", to: "b")]),
      try byTotalFloat([task("a", 4), urgent], [Link(from: "a", to: "b")]),
    ] {
      #expect(timeline(of: schedule) == "a  ####.\nb  ....#")
      #expect(days(schedule["b"]?.totalFloat.first) == -3)
    }
  }

  @Test func `it never becomes what drives its successor`() throws {
    let schedule = try schedule(
      [task("a", 4), late(task("b", 1)), task("c", 1)], [Link(from: "a", to: "c"), Link(from: "b", to: "c")])
    #expect(schedule["c"]?.driver == .link(0))
    #expect(schedule["c"]?.placement.links == [0])
    #expect(schedule["b"]?.isOnLongestPath == false)
    #expect(schedule["a"]?.isOnLongestPath == true)
  }

  @Test func `what is pinned stays, and so does what a pin waits for`() throws {
    let pinned = with(task("c", 1)) { $0.constraints = [Constraint(.pinStart, Fact(on(5)))] }
    let schedule = try schedule([task("z", 9), late(task("b", 2)), pinned], [Link(from: "b", to: "c")])
    #expect(timeline(of: schedule) == "z  #########\nb  ...##....\nc  .....#...")
    let itself = with(late(task("b", 2))) { $0.constraints = [Constraint(.pinStart, Fact(on(1)))] }
    #expect(days(try byTotalFloat([task("z", 9), itself])["b"]?.start) == 1)
    #expect(days(Schedule(try Network(plan([task("z", 9), itself])))["b"]?.start) == 1)
  }

  @Test func `what has begun stays where it is`() throws {
    var plan = plan([
      task("z", 9), with(late(task("b", 4))) { $0.actualStart = Fact(on(1)) },
      with(late(task("d", 1))) { $0.actualFinish = Fact(on(2)) },
    ])
    plan.statusDate = dayZero + 3
    var rules = Rules.strict(plan.options)
    for meaning in [rules.asLateAsPossible, .totalFloat] {
      rules.asLateAsPossible = meaning
      let schedule = Schedule(try Network(plan, rules: rules))
      #expect(days(schedule["b"]?.finish) == 5)
      #expect(days(schedule["d"]?.finish) == 3)
    }
  }

  @Test func `an event moves to the last opening of its window`() throws {
    let weekends = EventWindow(name: "weekends", weekdays: [.saturday, .sunday])
    var plan = plan([task("z", 16), with(late(.milestone("go", .startMilestone))) { $0.window = "weekends" }])
    plan.windows = [weekends]
    let schedule = Schedule(try Network(plan))
    #expect(schedule["go"]?.days.first == dayZero + 13)  // the Sunday before Wednesday
  }

  @Test func `work moves to the last work time`() throws {
    let plan = plan(
      [task("z", 13), late(Activity("b", work: .hours(10), calendar: "weekdays")), .milestone("m")],
      [Link(from: "z", to: "m"), Link(from: "b", to: "m")])
    let schedule = Schedule(try Network(plan))
    // The project ends on Saturday night: eight hours on Friday, two on Thursday.
    #expect(schedule["b"]?.start.description == "2023-05-11T14:00")
    #expect(schedule["b"]?.finish.description == "2023-05-12T16:00")
  }

  @Test func `both readings move`() throws {
    let schedule = try schedule(
      [.milestone("m", .finishMilestone, planned: between(3, 6)), late(task("b", 1)), task("c", 1)],
      [Link(from: "m", to: "c"), Link(from: "b", to: "c")])
    #expect(schedule["b"]?.startDays == Readings(first: dayZero + 3, last: dayZero + 6))
  }

  @Test func `it does not pull its predecessor along`() throws {
    let schedule = try schedule(
      [task("a", 1), late(task("b", 1)), task("z", 9)], [within(.days(2), Link(from: "a", to: "b"))])
    #expect(timeline(of: schedule) == "a  #........\nb  ...#.....\nz  #########")
  }
}
