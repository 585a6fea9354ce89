public import ArgumentParser
import PlanFiles
public import PlanModel
import PlanRendering

/// Whether a verb answers programs: the same for every verb that has facts to tell.
struct FormArguments: ParsableArguments {
  @Flag(name: .customLong("json"), help: "Answer in JSON (Documentation/JSON.md).")
  var isJSON = false
}

/// In which language and where a verb answers: the same for every verb.
struct OutputArguments: ParsableArguments {
  @Option(help: ArgumentHelp("The language of the answer; otherwise the plan's.", valueName: "nb|en"))
  var language: Language?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Write the answer to a file, wholly or not at all.", valueName: "file"),
    completion: .file())
  var file: String?

  /// The wording for a plan.
  func words(for plan: Plan) -> Words { Words(language: language ?? plan.language, names: Names(plan)) }

  /// The width that tables may take.
  var width: Int { file == nil ? TerminalWidth.current : TerminalWidth.usual }

  /// Writes the answer where it belongs.
  ///
  /// - Throws: where it cannot be written, or would be written over one of the `inputs`.
  func write(_ answer: Answer) throws(InvalidInput) {
    let text = answer.isJSON ? answer.text : answer.text.withoutControlCharacters
    let bytes = answer.picture ?? Array(text.utf8)
    if let file, file != "-" {
      try OutputFile(path: file).write(bytes, inputs: answer.inputs)
    } else {
      try StandardStreams.writeOutput(bytes)
    }
  }
}

extension Language: ExpressibleByArgument {
  /// Reads `nb` or `en`.
  public init?(argument: String) { self.init(rawValue: argument) }
}
