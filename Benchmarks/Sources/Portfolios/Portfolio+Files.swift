import Milepost

extension Portfolio {
  /// A file of a portfolio, by its path inside the folder.
  public struct File: Sendable {
    public let path: String
    public let text: String
  }

  /// The portfolio as a plan folder: `portfolio.yaml`, and a file for each project, or one for all without projects.
  public func files() -> [File] {
    var into = Array(repeating: [Int](), count: activities.count)
    for (number, link) in links.enumerated() { into[Int(link.to)].append(number) }
    var texts = projects.map { "project: \($0.id)\nname: \"\($0.name)\"\nactivities:\n" }
    if texts.isEmpty { texts = ["activities:\n"] }
    for (place, activity) in activities.enumerated() {
      texts[max(0, Int(activity.project))] += entry(activity, into[place])
    }
    let isOne = projects.isEmpty
    let head = """
      milepost: 1
      name: Made-up portfolio, \(recipe.activities) activities, seed \(recipe.seed)
      status-date: \(statusDate)
      language: nb
      default-calendar: \(recipe.calendar.rawValue)

      """
    if isOne { return [File(path: "portfolio.yaml", text: head + texts[0])] }
    return [File(path: "portfolio.yaml", text: head + "include:\n  - projects/*.yaml\n")]
      + zip(projects, texts).map { File(path: "projects/\($0.id).yaml", text: $1) }
  }

  private func entry(_ activity: Activity, _ incoming: [Int]) -> String {
    let prefix = activity.project < 0 ? "" : projects[Int(activity.project)].id + "."
    var text = "  \(activity.id.dropFirst(prefix.count)):\n"
    if !activity.name.isEmpty { text += "    name: \"\(activity.name)\"\n" }
    if activity.isMilestone {
      text += "    milestone: finish\n"
      if let planned = activity.planned { text += "    planned: \(planned)\n" }
    } else if activity.low == activity.high {
      text += "    duration: \(amount(activity.likely))\n"
    } else {
      let (low, likely, high) = (amount(activity.low), amount(activity.likely), amount(activity.high))
      text += "    duration: { low: \(low), likely: \(likely), high: \(high) }\n"
    }
    let after = incoming.map { predecessor(links[$0], prefix) }
    if !after.isEmpty { text += "    after: [\(after.joined(separator: ", "))]\n" }
    return text
  }

  private func predecessor(_ link: Link, _ prefix: String) -> String {
    let id = activities[Int(link.from)].id
    let name = id.hasPrefix(prefix) ? String(id.dropFirst(prefix.count)) : id
    guard link.kind != .finishToStart || link.lag > 0 else { return name }
    let lag = link.lag == 0 ? "" : link.isLagElapsed ? "+\(link.lag / 1440)ed" : "+\(amount(link.lag))"
    return "\(name) \(link.kind.word)\(lag)"
  }

  private func amount(_ minutes: Int32) -> String {
    minutes % recipe.calendar.minutesPerDay == 0 ? "\(minutes / recipe.calendar.minutesPerDay)d" : "\(minutes)m"
  }

  /// The portfolio as two tables, activities and links; tables hold no projects' names.
  public func tables() -> [File] {
    var rows = "id,name,milestone,duration,planned\n"
    for activity in activities {
      let durations = [activity.low, activity.likely, activity.high].map(amount)
      let isExact = activity.low == activity.high
      let duration = activity.isMilestone ? "" : isExact ? durations[0] : durations.joined(separator: "..")
      let planned = activity.planned.map(\.description) ?? ""
      rows += "\(activity.id),\"\(activity.name)\",\(activity.isMilestone ? "finish" : ""),\(duration),\(planned)\n"
    }
    var ends = "from,to,type,lag\n"
    for link in links {
      let lag = link.lag == 0 ? "" : link.isLagElapsed ? "\(link.lag / 1440)ed" : amount(link.lag)
      ends += "\(activities[Int(link.from)].id),\(activities[Int(link.to)].id),\(link.kind.word),\(lag)\n"
    }
    return [File(path: "activities.csv", text: rows), File(path: "links.csv", text: ends)]
  }
}
