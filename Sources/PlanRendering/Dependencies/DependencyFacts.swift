import PlanComparison
import PlanModel
import PlanSchedule

/// A link or a relation on its way into a picture.
struct DrawnDependency: Hashable {
  /// Unique in the picture: the id that the plan gives, or both ends.
  var id: String
  var from: String
  var to: String
  var strength: Strength
  var facts: Dependency
  /// Its place among the links of the plan; nil for a relation.
  var link: Int?
  var room: Room
  /// Why its promise cannot be believed any more, if so.
  var staleness: InterfaceRegister.Staleness?
}

/// What both levels draw from: the dependencies of a solved plan that the options let through.
struct DependencyFacts {
  let outlook: Outlook
  let words: PictureWords
  let options: DependencyPicture.Options
  /// Links first, then relations, in plan order.
  let dependencies: [DrawnDependency]

  var plan: Plan { outlook.plan }

  init(_ outlook: Outlook, language: Language, options: DependencyPicture.Options) {
    self.outlook = outlook
    self.options = options
    words = PictureWords(language)
    let plan = outlook.plan
    let room = RoomOfLinks(outlook)
    let upstream = options.to.map { outlook.network.upstream(of: [$0]) }
    var taken: Set<String> = []
    func unique(_ id: String?, _ from: String, _ to: String) -> String {
      let wanted = id ?? "\(from)→\(to)"
      var name = wanted
      var count = 2
      while !taken.insert(name).inserted {
        name = "\(wanted)-\(count)"
        count += 1
      }
      return name
    }
    var found: [DrawnDependency] = []
    for (place, link) in plan.links.enumerated() {
      let id = unique(link.details.dependency.id, link.from.text, link.to.text)
      if let upstream, !upstream.contains(link.from) || !upstream.contains(link.to) { continue }
      found.append(
        DrawnDependency(
          id: id, from: link.from.text, to: link.to.text, strength: link.strength, facts: link.details.dependency,
          link: place, room: room(place),
          staleness: InterfaceRegister.staleness(
            of: link.details.dependency, from: outlook.schedule[link.from], outlook)))
    }
    for relation in plan.relations {
      let id = unique(relation.dependency.id, relation.from, relation.to)
      if let upstream, !upstream.contains(ActivityID(relation.to)) { continue }
      let ends = [relation.from, relation.to].compactMap { outlook.schedule[ActivityID($0)] }
      found.append(
        DrawnDependency(
          id: id, from: relation.from, to: relation.to, strength: relation.strength, facts: relation.dependency,
          link: nil, room: ends.contains { $0.isDone } ? .done : .undatable,
          staleness: InterfaceRegister.staleness(
            of: relation.dependency, from: outlook.schedule[ActivityID(relation.from)], outlook)))
    }
    // A link that makes a relation precise belongs to the relation's row.
    let rowOfRefined = Dictionary(
      found.compactMap { part in part.facts.row.map { (part.id, $0) } }, uniquingKeysWith: { a, _ in a })
    for place in found.indices where found[place].facts.row == nil {
      found[place].facts.row = found[place].facts.refines.lazy.compactMap { rowOfRefined[$0] }.first
    }
    func joinsProjects(_ part: DrawnDependency) -> Bool {
      if part.link != nil { return true }
      let kinds = [part.from, part.to].map { end in
        plan[ActivityID(end)].map { $0.project } ?? ProjectID(end)
      }.map { $0.flatMap { plan[project: $0]?.kind } }
      return kinds.allSatisfy { $0 == .project }
    }
    dependencies = found.filter { dependency in
      if options.onlyHard, dependency.strength != .hard { return false }
      if options.hidesDone, dependency.room.tightness == .done { return false }
      if options.rows.isEmpty || (options.keepsProjects && joinsProjects(dependency)) { return true }
      return options.rows.contains { Self.row(dependency.facts.row, matches: $0) }
    }
  }

  static func row(_ row: String?, matches pattern: String) -> Bool {
    guard let row else { return false }
    return pattern.hasSuffix("*") ? row.hasPrefix(pattern.dropLast()) : row == pattern
  }

  /// The project that an id stands for or in; nil for an activity of no project.
  func project(of end: String) -> String? {
    if plan.index(of: ActivityID(end)) != nil { return ActivityID(end).project?.text }
    return end
  }

  /// The display name of a project or activity.
  func name(of end: String) -> String {
    if let activity = plan[ActivityID(end)] { return activity.title }
    return plan[project: ProjectID(end)]?.title ?? end
  }
}
