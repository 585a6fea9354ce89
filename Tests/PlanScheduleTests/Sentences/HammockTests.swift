import PlanModel
import PlanSchedule
import Testing

@Suite struct `Hammocks` {
  private let hammock = Activity("h", kind: .hammock)

  @Test func `a hammock hangs between what touches its start and what touches its finish`() throws {
    let schedule = try schedule(
      [task("a", 2), task("b", 3), hammock, task("z", 6)],
      [Link(from: "a", to: "b"), Link(from: "a", to: "h"), Link(from: "b", to: "h", .finishToFinish)])
    #expect(timeline(of: schedule) == "a  ##....\nb  ..###.\nh  ..###.\nz  ######")
    #expect(schedule["h"]?.isScheduled == true)
  }

  @Test func `links that leave it count like links that come in`() throws {
    let schedule = try schedule(
      [task("a", 2), task("b", 3), task("c", 1), hammock],
      [
        Link(from: "a", to: "b"), Link(from: "b", to: "c"), Link(from: "h", to: "b", .startToStart),
        Link(from: "h", to: "c"),
      ])
    #expect(timeline(of: schedule) == "a  ##....\nb  ..###.\nc  .....#\nh  ..###.")
  }

  @Test func `lags are added on the way in and taken off on the way out`() throws {
    func drawn(_ links: [Link]) throws -> String? {
      let schedule = try schedule(
        [task("a", 3), task("b", 3), hammock, task("z", 9)], [Link(from: "a", to: "b")] + links)
      return timeline(of: schedule).split(separator: "\n").first { $0.hasPrefix("h") }.map(String.init)
    }
    #expect(
      try drawn([
        Link(from: "a", to: "h", .startToStart, lag: .days(1)),
        Link(from: "b", to: "h", .finishToFinish, lag: .days(2)),
      ]) == "h  .#######.")
    #expect(
      try drawn([
        Link(from: "h", to: "b", .startToStart, lag: .days(1)),
        Link(from: "h", to: "b", .finishToFinish, lag: .days(1)),
      ]) == "h  ..###....")
    #expect(
      try drawn([
        Link(from: "h", to: "b", .startToFinish, lag: .days(2)),
        Link(from: "a", to: "h", .startToFinish, lag: .days(8)),
      ]) == "h  ....####.")
  }

  @Test func `late dates end no earlier than what is done`() throws {
    var plan = plan(
      [
        with(task("a", 1)) {
          $0.actualStart = Fact(on(0))
          $0.actualFinish = Fact(on(1))
        }, hammock, task("z", 1),
      ],
      [Link(from: "a", to: "h", .finishToFinish, lag: .days(3)), Link(from: "h", to: "z")])
    plan.statusDate = dayZero + 1
    let schedule = Schedule(try Network(plan))
    #expect(days(schedule["h"]?.finish) == 5)
    #expect(days(schedule["h"]?.lateFinish.first ?? nil) == 5)
  }

  @Test func `of several the earliest begins it and the latest ends it`() throws {
    let schedule = try schedule(
      [task("a", 2), task("b", 4), task("c", 1), task("d", 5), hammock],
      [
        Link(from: "b", to: "h"), Link(from: "a", to: "h"), Link(from: "c", to: "h", .finishToFinish),
        Link(from: "d", to: "h", .finishToFinish),
      ])
    #expect(days(schedule["h"]?.start) == 2)
    #expect(days(schedule["h"]?.finish) == 5)
  }

  @Test func `with nothing on one side it takes all that it is linked to`() throws {
    let activities = [task("a", 2), task("b", 3), hammock]
    let chain = Link(from: "a", to: "b")
    let open = try schedule(activities, [chain, Link(from: "a", to: "h")])
    #expect([days(open["h"]?.start), days(open["h"]?.finish)] == [2, 2])  // never before its start
    let both = try schedule(activities, [chain, Link(from: "a", to: "h"), Link(from: "b", to: "h")])
    #expect([days(both["h"]?.start), days(both["h"]?.finish)] == [2, 5])
    let ended = try schedule(activities, [chain, Link(from: "b", to: "h", .finishToFinish)])
    #expect([days(ended["h"]?.start), days(ended["h"]?.finish)] == [2, 5])
  }

  @Test func `it drives nothing and ends nothing`() throws {
    let schedule = try schedule(
      [task("a", 2), task("b", 1), hammock, task("z", 3)],
      [
        Link(from: "a", to: "h"), Link(from: "z", to: "h", .finishToFinish, lag: .days(9)), Link(from: "h", to: "b"),
      ])
    #expect(days(schedule["b"]?.start) == 0)
    #expect(schedule["b"]?.driver == .projectStart)
    #expect(days(schedule["h"]?.finish) == 12)
    #expect(["a", "b", "z"].map { days(schedule[$0]?.totalFloat.first) } == [1, 2, 0])
  }

  @Test func `without links it is not scheduled`() throws {
    let schedule = try schedule(
      [task("a", 2), hammock, Activity("g", kind: .hammock)], [Link(from: "a", to: "g", strength: .soft)])
    #expect(schedule["h"]?.isScheduled == false)
    #expect(schedule["g"]?.isScheduled == false)
    #expect(days(schedule.finish) == 2)
  }

  @Test func `what is cancelled holds no end of it`() throws {
    let gone = with(task("c", 9)) { $0.state = Fact(EventState(.cancelled)) }
    let schedule = try schedule(
      [task("a", 2), gone, hammock],
      [Link(from: "a", to: "h", .startToStart), Link(from: "c", to: "h", .finishToFinish)])
    #expect([days(schedule["h"]?.start), days(schedule["h"]?.finish)] == [0, 2])
  }

  @Test func `both readings hang`() throws {
    let schedule = try schedule(
      [.milestone("m", .finishMilestone, planned: between(2, 5)), task("a", 1), hammock],
      [Link(from: "a", to: "h"), Link(from: "m", to: "h", .finishToFinish)])
    #expect(schedule["h"]?.finishDays == Readings(first: dayZero + 2, last: dayZero + 5))
  }

  @Test func `no cycle leads through it`() throws {
    let schedule = try schedule(
      [task("a", 2), task("b", 1), hammock],
      [Link(from: "a", to: "b"), Link(from: "b", to: "h", .finishToFinish), Link(from: "h", to: "a", .startToStart)])
    #expect(timeline(of: schedule) == "a  ##.\nb  ..#\nh  ###")
  }
}
