/// The version of the engine and of the command.
enum Version {
  static let text = "0.1.0"
}
