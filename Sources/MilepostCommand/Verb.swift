import ArgumentParser
import PlanFiles
import PlanModel

/// What a verb has to say: the text for people or programs, and whether all requirements were met.
struct Answer {
  var text = ""
  /// Whether the text is for programs; other text loses its control characters.
  var isJSON = false
  /// A picture in place of the text, as bytes.
  var picture: [UInt8]?
  /// What is worth saying on the side, for standard error.
  var remarks: [Diagnostic] = []
  var places = Places()
  var isRequirementMet = true
  /// The files that were read: no answer may be written over them.
  var inputs: [String] = []
}

/// One verb of the command line.
///
/// A verb computes an ``Answer`` or refuses with diagnostics; writing it out, wholly or not at all, and the exit status
/// are the same for all verbs.
protocol Verb: ParsableCommand {
  var output: OutputArguments { get }

  /// Whether an answer may be a picture, by the ending of its file.
  var hasPictures: Bool { get }

  /// Whether it looks at the ending of its file itself, since it can be told the format.
  var knowsFormats: Bool { get }

  /// Reads, computes and words; writes nothing.
  func answer() throws(InvalidInput) -> Answer
}

extension Verb {
  var hasPictures: Bool { false }
  var knowsFormats: Bool { false }

  mutating func run() throws {
    var isMet = true
    do throws(InvalidInput) {
      try checkEnding()
      let answer = try answer()
      if !answer.remarks.isEmpty { StandardStreams.writeError(answer.places.describe(answer.remarks) + "\n") }
      try output.write(answer)
      isMet = answer.isRequirementMet
    } catch {
      StandardStreams.writeError(error.description + "\n")
      throw ExitCode(2)
    }
    if !isMet { throw ExitCode(1) }
  }

  /// Refuses to write a table under the name of a picture, which it would be where no such picture is drawn.
  private func checkEnding() throws(InvalidInput) {
    guard !knowsFormats, let file = output.file else { return }
    let foreign = PictureFormat.foreignEnding(of: file)
    if foreign == nil, hasPictures || PictureFormat(file: file) == nil { return }
    var places = Places()
    let origin = places.add(argument: "-o", column: 0)
    let problem =
      hasPictures
      ? Diagnostic(
        .badArgument, "'.\(foreign ?? "")' is no format of pictures",
        "draw as .svg, .png or .pdf, or choose an ending that is no picture's", at: origin)
      : Diagnostic(
        .badArgument, "'\(Self._commandName)' draws no picture",
        "draw with 'milepost graph' as .svg, .png or .pdf, or choose an ending that is no picture's", at: origin)
    throw InvalidInput([problem], places: places)
  }
}
