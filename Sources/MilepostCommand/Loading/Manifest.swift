import PlanModel

/// What a JSON answer was made from: engine, plan, options, scenarios, changes, and digests of the files.
struct Manifest {
  let loaded: LoadedPlan
  let verb: String
  /// Arguments of the verb itself, in the order of its help.
  var options: [(String, JSONValue)] = []

  var json: JSONValue {
    let plan = loaded.plan
    let digests = loaded.files.map { (path: $0, digest: Manifest.digest(ofFile: $0)) }
    // Of the contents alone, so that it is the same wherever the plan lies.
    let whole = digests.map { "\($0.digest ?? "")\n" }.joined()
    return .object([
      ("engine", .string(Version.text)),
      ("verb", .string(verb)),
      ("plan", .string(loaded.arguments.path)),
      ("name", .string(plan.name)),
      ("statusDate", JSONValue(plan.statusDate?.description)),
      ("language", .string(plan.language.rawValue)),
      ("asOf", JSONValue(loaded.arguments.asOf)),
      ("scenarios", JSONValue(loaded.arguments.scenarios)),
      ("changes", JSONValue(loaded.arguments.changes)),
      ("applied", JSONValue(plan.applied)),
      ("arguments", .object(options)),
      ("options", Manifest.json(plan)),
      (
        "files",
        .array(digests.map { .object([("path", .string($0.path)), ("sha256", JSONValue($0.digest))]) })
      ),
      ("inputDigest", .string("sha256:\(SHA256.hexadecimal(of: Array(whole.utf8)))")),
    ])
  }

  private static func json(_ plan: Plan) -> JSONValue {
    let lengths = plan.unitLengths
    return .object([
      ("profile", .string(plan.options.profile.rawValue)),
      ("lagCalendar", .string(plan.options.lagCalendar.rawValue)),
      ("defaultCalendar", .string(plan.defaultCalendar)),
      ("minutesPerDay", .integer(lengths.day)),
      ("minutesPerWeek", .integer(lengths.week)),
      ("minutesPerMonth", .integer(lengths.month)),
      ("criticalFloat", .string(plan.options.criticalFloat.description)),
      ("tightFloat", .string(plan.options.tightFloat.description)),
      ("float", .string(plan.options.float.rawValue)),
      ("progress", .string(plan.options.progress.rawValue)),
      ("scheduleFrom", .string(plan.options.scheduleFrom.rawValue)),
    ])
  }

  /// The digest of a file's bytes; nil where it can no longer be read.
  private static func digest(ofFile path: String) -> String? {
    InputFile.bytes(of: path).map { SHA256.hexadecimal(of: $0) }
  }
}
