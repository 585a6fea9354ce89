import PlanModel
import PlanSchedule
import Testing

@Suite struct `Stated dates` {
  @Test func `a planned date is a floor that links may push`() throws {
    let late = with(task("b", 2)) { $0.planned = Fact(on(5)) }
    let schedule = Schedule(try Network(plan([task("a", 3), late], [Link(from: "a", to: "b")])))
    #expect(timeline(of: schedule) == "a  ###....\nb  .....##")
    #expect(schedule["b"]?.driver == .planned)
    #expect(schedule["b"]?.logicDays?.first == dayZero + 4)  // by its link alone it would finish on day 4

    let early = with(task("b", 2)) { $0.planned = Fact(on(1)) }
    let pushed = Schedule(try Network(plan([task("a", 3), early], [Link(from: "a", to: "b")])))
    #expect(timeline(of: pushed) == "a  ###..\nb  ...##")
    #expect(pushed["b"]?.driver == .link(0))
  }

  @Test func `an imprecise date is read at both ends and both go on`() throws {
    let milestone = Activity.milestone("m", .finishMilestone, planned: between(2, 4))
    let schedule = Schedule(try Network(plan([milestone, task("b", 1)], [Link(from: "m", to: "b")])))
    #expect(timeline(of: schedule) == "m  ..>.\nb  ...#")
    #expect(timeline(of: schedule, last: true) == "m  ....>.\nb  .....#")
    #expect(schedule["m"]?.days == Readings(first: dayZero + 2, last: dayZero + 4))
    #expect(schedule["b"]?.finishDays == Readings(first: dayZero + 3, last: dayZero + 5))
  }

  @Test func `a start milestone stands at the start of its day`() throws {
    let schedule = Schedule(try Network(plan([.milestone("m", .startMilestone, planned: on(5))])))
    #expect(schedule["m"]?.start == (dayZero + 5).start)
    #expect(schedule["m"]?.days.first == dayZero + 5)
    #expect(schedule["m"]?.finishDays.first == dayZero + 5)
  }

  @Test func `a stated date on a Saturday stays there`() throws {
    let schedule = Schedule(try Network(plan([.milestone("m", .finishMilestone, planned: on(5))])))
    #expect(schedule["m"]?.days.first == dayZero + 5)
    #expect(schedule["m"]?.placement.calendarWait == .zero)
  }

  @Test func `an open lower side bounds nothing`() throws {
    let milestone = Activity.milestone("m", .finishMilestone, planned: between(nil, 4))
    let schedule = Schedule(try Network(plan([milestone])))
    #expect(schedule["m"]?.starts == Readings(first: dayZero.start, last: (dayZero + 4).end))
    #expect(schedule["m"]?.isUndated == false)
    for (kind, first, last) in [
      (Constraint.Kind.startNoEarlierThan, 0, 4), (.finishNoEarlierThan, 0, 4), (.startOn, 0, 4),
    ] {
      let bound = with(task("a", 1)) { $0.constraints = [Constraint(kind, Fact(between(nil, 4)))] }
      let starts = Schedule(try Network(plan([bound])))["a"]?.starts
      #expect(starts.map { [days($0.first), days($0.last)] } == [first, last], "\(kind)")
    }
  }

  @Test func `an open upper side makes the date a lower bound`() throws {
    let milestone = Activity.milestone("m", .finishMilestone, planned: between(4, nil))
    let schedule = Schedule(try Network(plan([milestone, task("b", 1)], [Link(from: "m", to: "b")])))
    #expect(schedule["m"]?.isLowerBound == true)
    #expect(schedule["b"]?.waitsFor == ["m"])
  }

  @Test func `constraints bound early and late dates`() throws {
    func placed(_ kind: Constraint.Kind, _ day: Int) throws -> ScheduledActivity {
      let bound = with(task("b", 2)) { $0.constraints = [Constraint(kind, Fact(on(day)))] }
      return try #require(
        Schedule(try Network(plan([task("a", 3), bound, task("z", 9)], [Link(from: "a", to: "b")])))["b"])
    }
    #expect(days(try placed(.startNoEarlierThan, 5).start) == 5)
    #expect(try placed(.startNoEarlierThan, 5).driver == .constraint(.startNoEarlierThan))
    #expect(days(try placed(.finishNoEarlierThan, 5).start) == 4)  // by the end of day 5
    #expect(days(try placed(.finishNoEarlierThan, 5).finish) == 6)
    #expect(days(try placed(.startNoLaterThan, 4).lateStart.first) == 4)
    #expect(days(try placed(.startNoLaterThan, 1).totalFloat.first) == -2)
    #expect(days(try placed(.finishNoLaterThan, 5).lateFinish.first) == 6)
    #expect(days(try placed(.startOn, 5).start) == 5)
    #expect(days(try placed(.startOn, 5).totalFloat.first) == 0)
    #expect(days(try placed(.startOn, 2).totalFloat.first) == -1)
    #expect(days(try placed(.startOn, 2).start) == 3)  // logic is kept
    #expect(days(try placed(.finishOn, 6).finish) == 7)
    #expect(days(try placed(.finishOn, 6).totalFloat.first) == 0)
  }

  @Test func `the latest of several constraints of a kind is named, whatever their order`() throws {
    let bound = with(task("a", 1)) {
      $0.constraints = [
        Constraint(.startNoEarlierThan, Fact(on(2))), Constraint(.finishNoEarlierThan, Fact(on(6))),
        Constraint(.startNoEarlierThan, Fact(on(4))),
      ]
    }
    #expect(Schedule(try Network(plan([bound])))["a"]?.driver == .constraint(.finishNoEarlierThan))
  }

  @Test func `a pin breaks logic and is the late date too`() throws {
    for (kind, day) in [(Constraint.Kind.pinStart, 1), (.pinFinish, 2)] {
      let pinned = with(task("b", 2)) { $0.constraints = [Constraint(kind, Fact(on(day)))] }
      let schedule = Schedule(
        try Network(plan([task("a", 3), pinned, task("c", 1)], [Link(from: "a", to: "b"), Link(from: "b", to: "c")])))
      #expect(timeline(of: schedule) == "a  ###.\nb  .##.\nc  ...#")
      #expect(schedule["b"]?.driver == .constraint(kind))
      #expect(days(schedule["b"]?.totalFloat.first) == 0)
      #expect(days(schedule["a"]?.totalFloat.first) == -2)  // loud: its successor does not wait
      #expect(days(schedule["a"]?.freeFloat.first) == 0)
    }
  }

  @Test func `a deadline bounds late dates and moves nothing`() throws {
    let late = with(task("b", 2)) { $0.deadline = Fact(on(3)) }
    let schedule = Schedule(try Network(plan([task("a", 3), late], [Link(from: "a", to: "b")])))
    #expect(timeline(of: schedule) == "a  ###..\nb  ...##")
    #expect(days(schedule["b"]?.totalFloat.first) == -1)
    #expect(days(schedule["a"]?.totalFloat.first) == -1)
    #expect(schedule["a"]?.isCritical == true)
  }

  @Test func `a deadline that is far away binds nothing`() throws {
    let late = with(task("b", 2)) { $0.deadline = Fact(on(30)) }
    let schedule = Schedule(try Network(plan([task("a", 3), late], [Link(from: "a", to: "b")])))
    #expect(days(schedule["b"]?.totalFloat.first) == 0)
  }
}
