public import ArgumentParser
import PlanFiles
import PlanModel

/// `milepost convert`: the plan in another format.
struct ConvertVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Writes the plan in another format, and tells what that cannot carry.",
    discussion: """
      --to csv writes activities.csv and links.csv into a folder, both or neither, for spreadsheets and for reading \
      again: 'milepost schedule FOLDER'. Texts that a spreadsheet would compute as formulas get an \
      apostrophe in front, which reading takes off again. What tables cannot carry, such as windows and scenarios, is \
      told on standard error by kind and number. They have no status date: where anything has happened, read them with \
      --as-of. Scenarios and changes of the call are in what is written.

      Examples:
        milepost convert portfolio --to csv -o tables
        milepost convert portfolio --to csv -o for-excel --separator semicolon --bom
        milepost convert portfolio --to csv -o plan-b --scenario plan-b
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case csv }

  @OptionGroup(title: "Plan")
  var plan: PlanArguments

  @Option(name: .customLong("to"), help: ArgumentHelp("The format to write.", valueName: "csv"))
  var format: Format

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The folder to write to; made where it is missing.", valueName: "folder"),
    completion: .directory)
  var folder: String

  @Option(help: ArgumentHelp("What stands between cells.", valueName: "comma|semicolon"))
  var separator = PlanTables.Separator.comma

  @Flag(name: .customLong("bom"), help: "Begin the files with a byte order mark, for older spreadsheets.")
  var hasMark = false

  func run() throws {
    do throws(InvalidInput) {
      let loaded = try LoadedPlan(plan)
      let tables = PlanTables(loaded.plan, separator: separator, hasMark: hasMark)
      try OutputFolder(path: folder).write(
        [("activities.csv", tables.activities), ("links.csv", tables.links)], inputs: loaded.files)
      let remarks =
        loaded.remarks.filter { $0.severity != .note }
        + tables.omissions.map {
          Diagnostic(.unsupported, "CSV cannot carry, and was left out: \($0.kind) (\($0.count))", severity: .warning)
        }
      if !remarks.isEmpty { StandardStreams.writeError(loaded.places.describe(remarks) + "\n") }
    } catch {
      StandardStreams.writeError(error.description + "\n")
      throw ExitCode(2)
    }
  }
}

extension PlanTables.Separator: ExpressibleByArgument {}
