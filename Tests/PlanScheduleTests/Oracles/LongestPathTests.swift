import PlanModel
import PlanSchedule
import Testing

/// An activity is on a longest path where driving links lead from it to an end of its own project, through projects that
/// reach each other; in a group of very many projects, to the end of any of them.
@Suite struct `Longest paths of projects` {
  /// Follows driving links back from each end, one after the other, and asks for each activity whether it was passed.
  private func expected(_ schedule: Schedule) -> Set<ActivityID> {
    let network = schedule.network
    let scheduled = schedule.activities.filter { $0.activity.kind != .summary && $0.activity.kind != .hammock }
    let projects = Array(Set(scheduled.map(\.activity.project)))
    // Which project waits for which, over any number of others.
    var reaches = Set<[ProjectID?]>()
    for link in network.plan.links { reaches.insert([link.from.project, link.to.project]) }
    for through in projects {
      for from in projects where reaches.contains([from, through]) {
        for to in projects where reaches.contains([through, to]) { reaches.insert([from, to]) }
      }
    }
    func together(_ a: ProjectID?, _ b: ProjectID?) -> Bool {
      a == b || (reaches.contains([a, b]) && reaches.contains([b, a]))
    }
    var found: Set<ActivityID> = []
    for project in projects {
      let own = scheduled.filter { $0.activity.project == project }
      let finish = own.map(\.finish).max()
      let isLarge = schedule.ends.isGroupFloat(network.position(of: own[0].id))
      var reached = Set(own.filter { $0.finish == finish }.map(\.id))
      var open = Array(reached)
      while let id = open.popLast() {
        for place in network.drivingLinks(of: network.position(of: id), schedule.first) {
          let from = network.plan.links[place].from
          guard together(from.project, project), reached.insert(from).inserted else { continue }
          open.append(from)
        }
      }
      found.formUnion(isLarge ? reached : reached.filter { $0.project == project })
    }
    return found
  }

  /// Activities in order, a third of them with a link to a later one of another project.
  private func plan(_ seed: Int, projects: Int, activities: Int) -> Plan {
    var dice = Dice(seed: seed)
    var plan = Plan()
    plan.start = Day(year: 2024, month: 1, day: 1)
    let ids = (0..<activities).map { ActivityID("p\(dice.number(0...projects - 1)).a\($0)") }
    for id in ids { plan.activities.append(Activity(id, work: .days(dice.number(0...3)))) }
    for to in 1..<activities {
      for _ in 0..<(1 + dice.number(0...1)) {
        let from = max(0, to - 1 - dice.number(0...5))
        plan.links.append(Link(from: ids[from], to: ids[to], dice.number(0...4) == 0 ? .startToStart : .finishToStart))
      }
    }
    return plan
  }

  @Test func `lead back from the end of each project, in and out of others`() throws {
    var shared = 0
    for seed in 0..<(ProcessOptions.runs ?? 300) {
      let schedule = Schedule(try Network(plan(seed, projects: 1 + seed % 5, activities: 3 + seed % 17)))
      let found = Set(schedule.activities.filter(\.isOnLongestPath).map(\.id))
      #expect(found == expected(schedule), "seed \(seed)")
      if found.count < schedule.activities.count { shared += 1 }
    }
    #expect(shared > 0)
  }

  @Test func `lead back from any end of a large group`() throws {
    for seed in 0..<3 {
      let schedule = Schedule(try Network(plan(seed, projects: 80, activities: 900)))
      #expect(schedule.hasGroupFloats, "seed \(seed)")
      #expect(Set(schedule.activities.filter(\.isOnLongestPath).map(\.id)) == expected(schedule), "seed \(seed)")
    }
  }
}
