import PlanComparison
import PlanModel
import PlanSchedule

extension NeedsJSON {
  func json(_ tolerances: Tolerances) -> JSONValue {
    .object([
      (
        "milestones",
        .array(
          tolerances.milestones.map { id in
            .object([
              ("id", .string(id.text)), ("name", name(id)), ("target", target(of: id)),
              ("bound", .string(outlook.schedule[id]?.isLowerBound == true ? "lower" : "exact")),
            ])
          })
      ),
      ("deliverables", .array(tolerances.deliverables.map { json($0, tolerances) })),
    ])
  }

  private func json(_ id: ActivityID, _ tolerances: Tolerances) -> JSONValue {
    let cells: [JSONValue] = tolerances.milestones.compactMap { milestone in
      guard let cell = tolerances[id, milestone] else { return nil }
      return .object([
        ("id", .string(milestone.text)),
        ("movesMinutes", .object([("first", minutes(cell.moves.first)), ("last", minutes(cell.moves.last))])),
        (
          "missesMinutes",
          cell.misses.map {
            .object([
              ("atWorst", minutes($0.atWorst)), ("likely", minutes($0.likely)), ("atBest", minutes($0.atBest)),
            ])
          } ?? .null
        ),
        ("atMost", .bool(cell.isAtMost)),
      ])
    }
    return .object([
      ("id", .string(id.text)), ("name", name(id)), ("project", JSONValue(outlook.plan[id]?.project?.text)),
      ("undated", .bool(tolerances.undated.contains(id))), ("tolerances", .array(cells)),
    ])
  }

  func json(_ row: InterfaceRegister.Row) -> JSONValue {
    func float(_ floats: Readings<WorkTime?>) -> JSONValue {
      .object([
        ("first", JSONValue(floats.first.map { Int($0.minutes) })),
        ("last", JSONValue(floats.last.map { Int($0.minutes) })),
      ])
    }
    let dependency = row.dependency
    let isUndated = outlook.schedule[ActivityID(row.from)]?.isUndated ?? false
    return .object([
      ("id", JSONValue(dependency.id)),
      ("form", .string(row.form.rawValue)),
      ("from", .string(row.from)),
      ("to", .string(row.to)),
      ("fromProject", JSONValue(row.fromProject?.text)),
      ("toProject", JSONValue(row.toProject?.text)),
      ("kind", JSONValue(dependency.kind)),
      ("strength", .string(row.strength.rawValue)),
      ("asStated", JSONValue(dependency.stated)),
      ("what", JSONValue(dependency.what)),
      ("row", JSONValue(dependency.row)),
      ("risks", JSONValue(dependency.risks)),
      ("refinedBy", JSONValue(row.refinedBy)),
      ("promised", dependency.promised.map { JSONValue(stated: "promised", $0) } ?? .null),
      ("neededAsStated", dependency.needed.map { JSONValue(stated: "needed", $0) } ?? .null),
      (
        "needed",
        .object([
          ("first", JSONValue(row.needed.first?.description)), ("last", JSONValue(row.needed.last?.description)),
        ])
      ),
      ("neededFor", JSONValue(row.neededFor?.text)),
      ("supplierStates", JSONValue(row.stated?.value.words)),
      ("placed", isUndated ? .null : JSONValue(days: row.placed)),
      ("done", .bool(row.isDone)),
      ("bound", row.placed == nil ? .null : .string(row.isLowerBound ? "lower" : "exact")),
      ("waitsFor", JSONValue(row.waitsFor.map(\.text))),
      ("floatToMoveMinutes", isUndated ? .null : float(row.floatToMove)),
      ("floatToTargetMinutes", isUndated ? .null : float(row.floatToTarget)),
      ("stale", JSONValue(row.staleness?.rawValue)),
      ("basis", .string(row.basis.word)),
    ])
  }
}
