public import ArgumentParser
import PlanFiles
public import PlanModel

/// How and where a verb answers: the same for every verb.
struct OutputArguments: ParsableArguments {
  @Flag(name: .customLong("json"), help: "Answer in JSON (Documentation/schemas).")
  var isJSON = false

  @Option(help: ArgumentHelp("The language of the answer; otherwise the plan's.", valueName: "nb|en"))
  var language: Language?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Write the answer to a file, wholly or not at all.", valueName: "file"))
  var file: String?

  /// The wording for a plan.
  func phrases(for plan: Plan) -> Phrases { Phrases(language ?? plan.language) }

  /// The width that tables may take.
  var width: Int { file == nil ? TerminalWidth.current : TerminalWidth.usual }

  /// Writes the answer where it belongs.
  ///
  /// - Throws: where it cannot be written, or would be written over one of the `inputs`.
  func write(_ text: String, inputs: [String] = []) throws(InvalidInput) {
    let text = isJSON ? text : text.withoutControlCharacters
    if let file, file != "-" {
      try OutputFile(path: file).write(text, inputs: inputs)
    } else {
      try StandardStreams.writeOutput(text)
    }
  }
}

extension Language: ExpressibleByArgument {
  /// Reads `nb` or `en`.
  public init?(argument: String) { self.init(rawValue: argument) }
}
