import ArgumentParser
import CLargePages
import PlanFiles
import PlanModel

/// The command `milepost`: parses the call, runs one verb, and turns what went wrong into an exit status.
///
/// Exit status 0: answered; 1: a requirement is not met; 2: the input or the call is wrong.
@main
struct RootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "milepost",
    abstract: "Plans of milestones that depend on other people's milestones: when, why, and what a slip does.",
    discussion: """
      PLAN is a plan file or a folder with a portfolio.yaml or an activities.csv.

      Examples:
        milepost check portfolio
        milepost schedule portfolio --scenario plan-a --why amk-hso.oslo-start
        milepost slip portfolio --scenario plan-b --scenario release-1-1-juni \\
          --change 'amk-interregional.release-1-1 +6ew'
        milepost compare portfolio plan-a plan-b --scenario release-1-1-juni
        milepost needs portfolio --scenario plan-a --for bergen-start
        milepost simulate portfolio --scenario plan-b --to bergen-start
        milepost graph portfolio -o dependencies.svg
        milepost convert portfolio --to csv -o tables

      Results go to standard output, problems to standard error.
      Exit status: 0 answered, 1 a requirement is not met, 2 the input or the call is wrong.
      """,
    version: Version.text,
    subcommands: [
      CheckVerb.self, ScheduleVerb.self, SlipVerb.self, CompareVerb.self, NeedsVerb.self, SimulateVerb.self,
      MergeVerb.self, GraphVerb.self, ConvertVerb.self,
    ])

  static func main() {
    milepost_use_large_pages()
    StandardStreams.prepare()
    let code: Int32
    do {
      var command = try command(for: Array(CommandLine.arguments.dropFirst()))
      try command.run()
      code = 0
    } catch {
      code = report(error)
    }
    StandardStreams.exit(code)
  }

  /// The command that a call asks for.
  ///
  /// Mostly the first argument names a verb whose own arguments follow; then the parser need not lay out the other verbs. Help, and
  /// whatever does not fit, is the whole command's, which knows how to word it.
  static func command(for arguments: [String]) throws -> any ParsableCommand {
    if let verb = configuration.subcommands.first(where: { $0._commandName == arguments.first }),
      let command = try? verb.parseAsRoot(Array(arguments.dropFirst())), type(of: command) == verb
    {
      return command
    }
    return try parseAsRoot(arguments)
  }

  /// Prints what an error asks for and gives the exit status.
  private static func report(_ error: any Error) -> Int32 {
    if let code = error as? ExitCode { return code.rawValue }
    let whole = fullMessage(for: error)
    guard exitCode(for: error) != .success else {
      do {
        try StandardStreams.writeOutput(whole.hasSuffix("\n") ? whole : whole + "\n")
        return 0
      } catch {
        StandardStreams.writeError(error.description + "\n")
        return 2
      }
    }
    let diagnostic = Diagnostic(.badArgument, message(for: error), usage(in: whole))
    StandardStreams.writeError(Places().describe(diagnostic) + "\n")
    return 2
  }

  /// The usage line of a parser's message, to stand as help.
  private static func usage(in message: String) -> String {
    guard let start = message.firstRange(of: "Usage: ") else { return "run 'milepost help'" }
    let line = message[start.upperBound...].prefix { $0 != "\n" }
    let verb = line.split(separator: " ").dropFirst().prefix { $0.first?.isLetter == true }.first
    return "run 'milepost \(verb.map { "help \($0)" } ?? "help")'; the form is: \(line)"
  }
}
