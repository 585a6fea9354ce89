import PlanModel

/// A name as written, with where it stands and the project whose own activities it means first.
struct Reference {
  var text: String
  var project: ProjectID?
  var origin: Origin
}
