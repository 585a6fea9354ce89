import PlanComparison
import PlanModel
import PlanSchedule

/// What a picture of a change draws: what the change touches, and what stands some lines around it.
struct Surroundings {
  /// Ids of activities.
  let nodes: Set<String>
  let lines: [DrawnDependency]
  /// Whether the surroundings were left out because the touched part is large.
  let cut: Bool

  /// The most touched activities with which surroundings are drawn unasked.
  static let fullLimit = 40

  /// - Parameters:
  ///   - links: all that may be drawn.
  ///   - upstream: where `options.to` narrows the picture, what that milestone waits for.
  init(
    _ touched: Set<String>, links: [DrawnDependency], activities: [Activity], done: Set<String>,
    upstream: Set<String>?, options: DependencyPicture.Options
  ) {
    let known = Set(activities.map(\.id.text))
    let links = links.filter { known.contains($0.from) && known.contains($0.to) }
    var centre = touched
    let ends = links.map { ($0.from, $0.to) }
    if !options.focus.isEmpty {
      let members = activities.lazy.filter {
        options.focus.contains($0.project?.text ?? "") || options.focus.contains($0.id.text)
      }.map(\.id.text)
      let near = Reach(from: Set(members), steps: options.steps, over: ends)
      centre = centre.filter(near.holds)
    }
    if let upstream { centre = centre.filter(upstream.contains) }
    cut = options.around == nil && centre.count > Self.fullLimit
    let reach = Reach(from: centre, steps: cut ? 0 : options.around ?? 1, over: ends)
    func isHidden(_ id: String) -> Bool { options.hidesDone && !touched.contains(id) && done.contains(id) }
    lines = links.filter { reach.holds(from: $0.from, to: $0.to) && !isHidden($0.from) && !isHidden($0.to) }
    nodes = centre.union(lines.flatMap { [$0.from, $0.to] })
  }
}

extension SlipFacts {
  /// What a picture of the slip draws.
  ///
  /// - Parameter links: all that may be drawn.
  func surroundings(_ links: [DrawnDependency]) -> Surroundings {
    let outlook = report.after
    return Surroundings(
      touched, links: links, activities: plan.activities,
      done: options.hidesDone ? Set(outlook.schedule.activities.filter(\.isDone).map(\.id.text)) : [],
      upstream: options.to.map { Set(outlook.network.upstream(of: [$0]).map(\.text)) }, options: options)
  }
}
