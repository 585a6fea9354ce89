import PlanModel
import PlanSchedule

extension Analyses {
  /// What was asked for about one activity in one reading, and nothing else; null where there is nothing to say.
  func json(of member: ScheduledActivity, _ reading: Reading.Dates) -> [(String, JSONValue)] {
    var fields: [(String, JSONValue)] = []
    if let toEnds { fields.append(("floatsTo", floatsTo(member, reading, toEnds))) }
    if let floats { fields.append(("floats", json(pick(floats[member.id], reading), member, reading))) }
    if let drags, let criticalities {
      fields.append(("drag", json(drags[reading][member.id])))
      fields.append(("criticality", json(criticalities[reading][member.id])))
    }
    if let paths {
      let place = paths[reading].place(member.id, within: pathLimit)
      fields.append(
        ("path", place.map { .object([("number", .integer($0.path)), ("order", .integer($0.order))]) } ?? .null))
    }
    return fields
  }

  private func pick<Value>(_ readings: Readings<Value?>?, _ reading: Reading.Dates) -> Value? {
    readings.flatMap { reading == .first ? $0.first : $0.last }
  }

  private func floatsTo(_ member: ScheduledActivity, _ reading: Reading.Dates, _ toEnds: Floats) -> JSONValue {
    .array(
      ends.map { end in
        let float = member.isDone ? nil : pick(toEnds[member.id, to: end], reading)
        return .object([
          ("to", .string(end.text)),
          ("lateStart", JSONValue(float?.lateStart?.description)),
          ("lateFinish", JSONValue(float?.lateFinish.description)),
          ("totalFloatMinutes", JSONValue(self.float(of: member, to: end, reading).map { Int($0.minutes) })),
        ])
      })
  }

  private func json(_ floats: ActivityFloats?, _ member: ScheduledActivity, _ reading: Reading.Dates) -> JSONValue {
    guard let floats else { return .null }
    let network = member.schedule.network
    let links = network.linkFloats(of: member.position, member.schedule.early(reading)).sorted { $0.link < $1.link }
    return .object([
      ("totalAtStartMinutes", JSONValue(floats.totalAtStart.map { Int($0.minutes) })),
      ("totalAtFinishMinutes", .integer(Int(floats.totalAtFinish.minutes))),
      ("freeMinutes", .integer(Int(floats.free.minutes))),
      ("interferingMinutes", .integer(Int(floats.interfering.minutes))),
      ("independentMinutes", .integer(Int(floats.independent.minutes))),
      ("safetyMinutes", .integer(Int(floats.safety.minutes))),
      ("totalElapsedMinutes", .integer(Int(floats.elapsed.minutes))),
      (
        "links",
        .array(
          links.map { link, float in
            .object([
              ("link", JSONValue(link: network.plan.links[link])), ("floatMinutes", .integer(Int(float.minutes))),
            ])
          })
      ),
    ])
  }

  private func json(_ drag: Drag?) -> JSONValue {
    guard let drag else { return .null }
    return .object([
      ("elapsedMinutes", .integer(Int(drag.elapsed.minutes))),
      ("finish", .string(drag.finish.description)),
      ("finishWithout", .string(drag.without.description)),
    ])
  }

  private func json(_ criticality: Criticality?) -> JSONValue {
    guard let criticality else { return .null }
    return .object([
      ("class", JSONValue(criticality.class.map { $0.rawValue.replacing(" ", with: "-") })),
      ("shorterMovesEndMinutes", .integer(Int(criticality.shorter.minutes))),
      ("longerMovesEndMinutes", .integer(Int(criticality.longer.minutes))),
    ])
  }

  /// The paths themselves, where they were asked for.
  func pathsJSON(_ schedule: Schedule) -> [(String, JSONValue)] {
    guard let paths, let end = ends.first else { return [] }
    func json(_ reading: Reading.Dates) -> JSONValue {
      .array(
        paths[reading].paths.prefix(pathLimit).enumerated().map { place, path in
          .object([
            ("number", .integer(place + 1)),
            ("joins", path.joins.map { JSONValue(link: schedule.network.plan.links[$0]) } ?? .null),
            ("floatMinutes", .integer(Int(path.float.minutes))),
            ("activities", JSONValue(path.activities.map(\.text))),
          ])
        })
    }
    let (first, last) = (json(.first), json(.last))
    return [
      (
        "paths",
        .object([
          ("to", .string(end.text)), ("by", .string(pathsBy.rawValue)), ("count", .integer(paths.first.paths.count)),
          ("first", first), ("last", first.isSame(as: last) ? .null : last),
        ])
      )
    ]
  }
}
