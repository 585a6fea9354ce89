import ArgumentParser
import PlanComparison
import PlanFiles
import PlanModel
import PlanRendering
import PlanSchedule
import PlanSimulation

/// `milepost merge`: the answer of a whole simulation from its parts.
struct MergeVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "The whole answer of a simulation that ran in parts, bit for bit.",
    usage: "milepost merge <part> ... [<options>]",
    discussion: """
      Takes the files of 'milepost simulate --shard i/n -o FILE' in any order and answers as 'milepost simulate' would \
      have without --shard. The plan must lie where it lay when the parts ran, unchanged. Parts of different plans, \
      settings or seeds, parts that hold the same futures, and missing parts are refused.

      Examples:
        milepost simulate portfolio --scenario plan-b --shard 1/2 -o part-1.json
        milepost simulate portfolio --scenario plan-b --shard 2/2 -o part-2.json
        milepost merge part-2.json part-1.json
        milepost merge part-1.json part-2.json --json -o odds.json
      """)

  @Argument(help: ArgumentHelp("The files of all parts.", valueName: "part"), completion: .file(extensions: ["json"]))
  var parts: [String]

  @OptionGroup(title: "Answer")
  var form: FormArguments

  @OptionGroup(title: "Answer")
  var output: OutputArguments

  var hasPictures: Bool { true }

  func answer() throws(InvalidInput) -> Answer {
    var read: [(name: String, part: SimulationPart)] = []
    for name in parts { read.append((name, try SimulationPart(try MergeVerb.bytes(of: name), name: name))) }
    guard let first = read.first else { throw refusal("merge", "nothing to merge", "name the files of all parts") }
    for other in read.dropFirst() where other.part.manifest != first.part.manifest {
      throw refusal(
        other.name, "does not belong with '\(first.name)': \(difference(first.part, other.part))",
        "merge the parts of one run only")
    }
    var futures = first.part.futures
    for (place, other) in read.enumerated().dropFirst() {
      guard let joined = futures.joined(with: other.part.futures) else {
        let same = read[..<place].first { !Set($0.part.futures.batches).isDisjoint(with: other.part.futures.batches) }
        throw refusal(
          other.name,
          same.map { "holds some of the same futures as '\($0.name)'" }
            ?? "watches other milestones than '\(first.name)'",
          "name each part once")
      }
      futures = joined
    }
    let question = try question(first.part.call, first.name)
    guard question.manifest.json.text == first.part.manifest else {
      let now = SimulationPart(shard: first.part.shard, question: question, call: [], futures: futures)
      throw refusal(
        first.name, "was made from something else than what lies there now: \(difference(first.part, now))",
        "run the parts again, or bring the plan and the version of then back")
    }
    guard futures.ends == question.simulation.ends,
      futures.counts.allSatisfy({ $0.count == question.outlook.plan.activities.count })
    else { throw refusal(first.name, "is damaged", "run that part again with 'milepost simulate --shard'") }
    let missing = Set(0..<question.sampling.batches).subtracting(futures.batches)
    if !missing.isEmpty {
      let have = Set(read.map(\.part.shard.number))
      let lacking = (1...max(1, first.part.shard.count)).filter { !have.contains($0) }
      throw refusal(
        "merge", "\(missing.count) of \(question.sampling.batches) batches are missing",
        lacking.isEmpty || read.contains { $0.part.shard.count != first.part.shard.count }
          ? "name the files of all parts"
          : "add part \(lacking.prefix(10).map { "\($0)/\(first.part.shard.count)" }.joined(separator: ", "))")
    }
    var answer = try question.answer(futures, form, output)
    answer.inputs += parts
    return answer
  }

  private func refusal(_ name: String, _ what: String, _ help: String) -> InvalidInput {
    InvalidInput([Diagnostic(.badPart, name, what, help)], places: Places())
  }

  /// The question of the call that made the parts.
  private func question(_ call: [String], _ name: String) throws(InvalidInput) -> SimulationQuestion {
    guard let verb = try? SimulateVerb.parse(call) else {
      throw refusal(name, "holds a call that this build does not know", "run all parts and the merge with one version")
    }
    return try SimulationQuestion(verb, try LoadedPlan(verb.plan, logic: verb.logic.choice))
  }

  /// In what two runs differ: the names in their manifests whose values do.
  private func difference(_ one: SimulationPart, _ other: SimulationPart) -> String {
    var names: [String] = []
    func compare(_ a: JSONValue?, _ b: JSONValue?, _ name: String) {
      guard let a, let b, a.text != b.text else {
        if (a == nil) != (b == nil) { names.append(name) }
        return
      }
      if case .object(let pairs) = a, case .object = b {
        for (key, value) in pairs { compare(value, b[key], key) }
      } else {
        names.append(name)
      }
    }
    compare(one.manifestJSON, other.manifestJSON, "manifest")
    if names.contains("inputDigest") { return "another plan (digest of the input)" }
    return names.isEmpty ? "another manifest" : "another \(names.joined(separator: ", "))"
  }

  private static func bytes(of name: String) throws(InvalidInput) -> [UInt8] {
    guard let bytes = InputFile.bytes(of: name) else {
      throw InvalidInput(
        [Diagnostic(.unreadableFile, name, InputFile.problem)], places: Places())
    }
    return bytes
  }
}
