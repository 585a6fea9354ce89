import Foundation
import Testing

@Suite struct `As of a day` {
  private func state(of id: String, on day: String) throws -> String? {
    let run = try milepost("schedule", Built.portfolio, "--json", "--as-of", day)
    #expect(run.status == 0)
    let answer = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let activities = try #require(answer["activities"] as? [[String: Any]])
    return try #require(activities.first { $0["id"] as? String == id })["state"] as? String
  }

  @Test func `release 1.0 is not delivered the day before it came`() throws {
    #expect(try state(of: "amk-interregional.release-1-0", on: "2023-04-04") == "ahead")
    #expect(try state(of: "amk-interregional.release-1-0", on: "2023-04-05") == "done")
  }

  @Test func `a milestone stands on its old date until the day it is missed`() throws {
    func placed(_ day: String) throws -> String {
      try milepost("schedule", Built.portfolio, "--why", "helselogistikk.hl-m4", "--as-of", day, "--language", "en")
        .output
    }
    #expect(try placed("2023-04-04").contains("11 April 2023"))
    #expect(try placed("2023-04-12").contains("not before"))
  }

  @Test func `takes one day and nothing else`() throws {
    for text in ["xx", "2023-04", ""] {
      let run = try milepost("schedule", Built.portfolio, "--as-of", text)
      #expect(run.status == 2)
      #expect(run.problems.hasPrefix("--as-of: error[bad-date]"))
      #expect(run.output.isEmpty)
    }
  }
}
