import PlanModel

/// The names that a draft defines, and the nearest of them to one that is unknown.
///
/// Many plans ask for none of them, so that the sets are made when they are asked for.
final class Names {
  private let all: [Activity]
  private(set) lazy var activities = Set(all.lazy.map(\.id))
  private let allProjects: [Project]
  private(set) lazy var projects = Set(projectTexts)
  /// In plan order, for suggestions.
  private lazy var activityTexts = all.map(\.id.text)
  private lazy var projectTexts = allProjects.map(\.id.text)
  /// How many more candidates may be compared: a plan with every id misspelt must not cost its square.
  private var budget = 400_000
  private var suggestions: [String: String] = [:]

  init(activities: [Activity], projects: [Project]) {
    all = activities
    allProjects = projects
  }

  /// The activity that a reference means: the project's own first, else the one with the whole id.
  func activity(_ reference: Reference) -> ActivityID? {
    if let project = reference.project, !reference.text.contains(".") {
      let own = ActivityID(project: project, activity: reference.text)
      if activities.contains(own) { return own }
    }
    let id = ActivityID(reference.text)
    return activities.contains(id) ? id : nil
  }

  /// The activity or project that a reference means.
  func node(_ reference: Reference) -> String? {
    activity(reference)?.text ?? (projects.contains(reference.text) ? reference.text : nil)
  }

  /// The nearest activity id, in the form that the reference could take; with projects among them for nodes.
  func suggestion(for reference: Reference, projectsToo: Bool = false) -> String {
    let key = "\(reference.project?.text ?? "") \(reference.text) \(projectsToo)"
    if let known = suggestions[key] { return known }
    var candidates: [String] = projectsToo ? projectTexts : []
    budget -= activityTexts.count
    if budget >= 0 {
      if let project = reference.project {
        let prefix = project.text + "."
        candidates += activityTexts.lazy.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
      }
      candidates += activityTexts
    }
    var result = nearest(to: reference.text, among: candidates) ?? ""
    // A short name may be right in another project.
    if result.isEmpty, budget >= 0, !reference.text.contains(".") {
      result = activityTexts.first { $0.hasSuffix("." + reference.text) } ?? ""
    }
    suggestions[key] = result
    return result
  }

  /// Which projects there are, for help.
  var projectListing: String { listing("projects", projectTexts) }

  /// The nearest project id.
  func project(near text: String) -> String { nearest(to: text, among: projectTexts) ?? "" }
}
