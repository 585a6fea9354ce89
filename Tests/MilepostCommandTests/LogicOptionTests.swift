import Foundation
import Testing

/// `--ignore-planned` and `--treat-soft` in every verb that computes dates.
@Suite struct `What moves dates` {
  private let plan = """
    milepost: 1
    name: P
    source: x
    status-date: 2024-01-07
    activities:
      first: { milestone: finish, planned: 2024-01-31 }
      late: { milestone: finish, planned: 2024-03-31 }
      live: { milestone: finish, planned: 2024-06-30, after: [first] }
    links:
      - { from: late, to: live, strength: soft }
    scenarios:
      later: { because: x, changes: ["late planned=2024-04-30"] }
    """

  private func live(_ arguments: String...) throws -> JSON {
    let folder = try TemporaryFolder(["p.yaml": plan])
    let run = try milepost(["schedule", "p.yaml", "--json"] + arguments, in: folder.path)
    #expect(run.status == 0)
    return try JSON(run.output)["activities"][id: "live"]
  }

  @Test func `planned dates and hard links by default`() throws {
    let live = try live()
    #expect(live["finishDate"].text == "2024-06-30")
    #expect(live["driver"].text == "planned")
    #expect(live["logicDate"].text == "2024-01-31")
  }

  @Test func `links alone where planned dates are ignored, though they are still shown`() throws {
    let live = try live("--ignore-planned")
    #expect(live["finishDate"].text == "2024-01-31")
    #expect(live["driver"].text == "link")
    #expect(live["asStated"].text == "2024-06-30")
  }

  @Test func `soft links too where they are treated as hard`() throws {
    let live = try live("--ignore-planned", "--treat-soft", "hard")
    #expect(live["finishDate"].text == "2024-03-31")
    #expect(live["drivenBy"][0]["from"].text == "late")
    #expect(try self.live("--treat-soft", "hard")["finishDate"].text == "2024-06-30")
    #expect(try self.live("--treat-soft", "soft", "--ignore-planned")["finishDate"].text == "2024-01-31")
  }

  @Test func `the same in slip and compare`() throws {
    let folder = try TemporaryFolder(["p.yaml": plan])
    func moved(_ arguments: String...) throws -> [String] {
      let run = try milepost(["slip", "p.yaml", "--change", "late +30ed", "--json"] + arguments, in: folder.path)
      return try JSON(run.output)["moved"].list.compactMap { $0["id"].text }
    }
    #expect(try moved() == ["late"])
    #expect(try moved("--treat-soft", "hard") == ["late"])
    #expect(try moved("--ignore-planned", "--treat-soft", "hard") == ["late", "live"])
    let run = try milepost(
      "compare", "p.yaml", "base", "later", "--ignore-planned", "--treat-soft", "hard", "--json", in: folder.path)
    let json = try JSON(run.output)
    #expect(json["activities"][id: "live"]["differenceMinutes"]["first"].number == 30 * 1440)
    #expect(json["activities"][id: "live"]["stated"][0]["words"].text == "2024-06-30")
    #expect(json["manifest"]["arguments"]["treatSoft"].text == "hard")
  }

  @Test func `soft links that make a cycle when treated as hard are an error that names it`() throws {
    let folder = try TemporaryFolder([
      "p.yaml": plan.replacingOccurrences(of: "from: late, to: live", with: "from: live, to: first")
    ])
    #expect(try milepost("schedule", "p.yaml", in: folder.path).status == 0)
    let run = try milepost("schedule", "p.yaml", "--treat-soft", "hard", in: folder.path)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.problems.contains("error[cycle]"))
  }
}
