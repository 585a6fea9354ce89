import PlanModel
import PlanSchedule
import PlanSimulation
import Testing

@Suite struct `A simulation` {
  private func ids(_ model: RiskModel) -> [ActivityID] { model.network.plan.activities.map(\.id) }

  @Test(arguments: 1...400)
  func `of what is sure gives the schedule to the minute`(seed: Int) throws {
    let network = try Network(RiskPlans.plan(seed))
    let model = RiskModel(certain: network)
    let ids = ids(model)
    let schedule = Schedule(network)
    let simulation = Simulation(model, watching: ids)
    #expect(simulation.isWide)
    let futures = simulation.run(batches: 0..<1)
    for id in ids {
      let expected = try #require(schedule[id]).finish
      #expect(futures.finishes(of: id)?.allSatisfy { $0 == expected } == true, "\(id)")
    }
    #expect(futures.finishes(of: nil)?.first == schedule.finish ?? schedule.network.plan.start?.start)
  }

  @Test(arguments: 1...60)
  func `gives the bits of the engine's own pass, and counts the same drivers`(seed: Int) throws {
    let model = try RiskPlans.model(seed)
    let ids = ids(model)
    let driven = [nil, ids.first]
    let fast = Simulation(model, seed: 3, watching: ids, countingDriversOf: driven)
    #expect(fast.isWide)
    let slow = Simulation(
      model, seed: 3, watching: ids, countingDriversOf: driven, on: .baseline, byEngine: true)
    #expect(!slow.isWide)
    let (one, other) = (fast.run(batches: 2..<3), slow.run(batches: 2..<3))
    for id in [nil] + ids.map(Optional.some) { #expect(one.finishes(of: id) == other.finishes(of: id), "\(id as Any)") }
    for place in ids.indices {
      for end in driven {
        let index = ActivityIndex(place)
        #expect(one.criticality(of: index, for: end) == other.criticality(of: index, for: end), "\(ids[place])")
      }
    }
  }

  @Test func `looks up links between calendars in maps, which have breaks and nights`() throws {
    let simulations = try (1...60).map { Simulation(try RiskPlans.model($0)) }
    #expect(simulations.allSatisfy { $0.unmappedCount == 0 })
    #expect(simulations.count { $0.mappedCount > 0 } > 40)
  }

  @Test(arguments: 1...40)
  func `gives the same bits on every path`(seed: Int) throws {
    let model = try RiskPlans.model(seed)
    let baseline = Simulation(model, seed: 9, watching: ids(model), on: .baseline).run(batches: 0..<2)
    for path in KernelPath.available.dropFirst() {
      #expect(Simulation(model, seed: 9, watching: ids(model), on: path).run(batches: 0..<2) == baseline)
    }
  }

  @Test(arguments: 1...20)
  func `gives the same bits in any number of threads and shards`(seed: Int) async throws {
    var dice = Dice(seed: seed)
    let simulation = Simulation(try RiskPlans.model(seed), seed: UInt64(seed))
    let whole = simulation.run(batches: 0..<7)
    let threaded = try await simulation.run(batches: 0..<7, threads: dice.number(2...5))
    #expect(threaded == whole)
    let cut = dice.number(1...6)
    let (first, second) = (simulation.run(batches: 0..<cut), simulation.run(batches: cut..<7))
    #expect(second.joined(with: first) == whole)
    #expect(first.joined(with: first) == nil)
  }

  @Test func `draws of an activity stay when another is added`() throws {
    func futures(_ names: [String]) throws -> Futures {
      let plan = Plan(activities: names.map { Activity(ActivityID($0), work: .days(3)) })
      var model = RiskModel(certain: try Network(plan))
      for name in names { model.setDuration(of: ActivityID(name), to: try .triangular(min: 100, mode: 500, max: 3000)) }
      return Simulation(model, watching: [ActivityID("b")]).run(batches: 0..<1)
    }
    let id = ActivityID("b")
    #expect(try futures(["b"]).finishes(of: id) == futures(["a", "b", "c"]).finishes(of: id))
    #expect(try Set(futures(["b"]).finishes(of: id) ?? []).count > 100)
  }

  @Test(arguments: [50, 130, -40])
  func `a lag that is a share of a duration follows what is drawn`(percent: Int) throws {
    var plan = Plan(
      activities: ["a", "b"].map { Activity(ActivityID($0), work: .minutes(100), calendar: "24h") },
      links: [
        Link(
          from: "a", to: "b", percent < 0 ? .finishToStart : .startToStart,
          lag: Quantity(percent, .percent))
      ])
    let start = Day(year: 2024, month: 1, day: 1) ?? .earliest
    plan.start = start
    var model = RiskModel(certain: try Network(plan))
    model.setDuration(of: "a", to: try .uniform(min: 1000, max: 3000))
    let futures = Simulation(model, watching: ["a", "b"]).run(batches: 0..<1)
    let (a, b) = (try #require(futures.finishes(of: "a")), try #require(futures.finishes(of: "b")))
    #expect(Set(a).count > 500)
    for (a, b) in zip(a, b) {
      let work = Int(a.minutes - start.start.minutes)
      let lag = (Double(percent * work) / 100).rounded(.toNearestOrAwayFromZero)
      #expect(Int(b.minutes - start.start.minutes) == (percent < 0 ? work : 0) + Int(lag) + 100)
    }
  }
}
