/// Pictures of the real portfolio that several tests look at, each drawn once.
enum Drawn {
  /// The dependencies of all nine rows of Table 1.
  static let rows = Result { try milepost(rowsCall) }

  static let rowsCall = ["graph", Built.portfolio, "--row", "T1.*"]

  /// The run of a call, shared where it is one of these.
  static func run(_ call: [String]) throws -> Run { try call == rowsCall ? rows.get() : milepost(call) }
}
