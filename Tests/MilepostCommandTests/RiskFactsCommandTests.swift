import Foundation
import Testing

@Suite struct `Risks in numbers` {
  static let plan = """
    milepost: 1
    name: Quay
    source: contract
    start: 2024-01-08
    activities:
      dig: { name: Dig, duration: 3d..5d..9d }
      pour: { name: Pour, duration: 1d, after: [dig] }
      done: { name: Done, milestone: finish, after: [pour] }
    risk-scales:
      S2: 0.1..0.2
      K3: { delay: 2d..4d..9d, cost: 2..5..10 }
    risks:
      sound: { likelihood: S2, consequence: K3, delays: [dig] }
      rain: { probability: 0.3 }
      frost: { impact: { pour: 2d } }
      pace: { probability: 1, factor: 0.9..1..1.4 }
      storm: { likelihood: S4, consequence: K3, delays: [pour] }
    correlations:
      - { activities: [dig, pour, done], value: 0.5 }
    """

  private func notes(_ arguments: String..., plan: String = plan) throws -> [String] {
    let folder = try TemporaryFolder(["plan.yaml": plan])
    let run = try milepost(["check", "plan.yaml", "--json"] + arguments, in: folder.path)
    #expect(run.status == 0, "\(run.problems)")
    let json = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let findings = try #require(json["findings"] as? [[String: Any]])
    return findings.map { "\($0["severity"] ?? "") \($0["code"] ?? "") \(($0["values"] as? [String])?.first ?? "")" }
  }

  @Test func `check notes what a simulation cannot use`() throws {
    #expect(
      try notes() == [
        "note risk-without-impact rain", "note risk-without-probability frost", "note idle-factor pace",
        "note level-without-scale storm", "note constant-correlation 'pour', 'done'",
      ])
  }

  @Test func `what-ifs mend the notes`() throws {
    #expect(
      try notes(
        "--change", "risk rain impact dig=1d..2d", "--change", "risk frost likelihood=S2", "--change",
        "risk pace factor=none", "--change", "drop risk storm", "--change", "pour duration=1d..2d", "--change",
        "drop done") == ["note risk-without-impact pace"])
  }

  @Test func `levels alone are no finding, as in a register without numbers`() throws {
    let register = """
      milepost: 1
      name: Quay
      source: contract
      activities: { dig: { duration: 3d, planned: 2024-01-08 } }
      risks: { R1: { likelihood: S3, consequence: K4 } }
      """
    #expect(try notes(plan: register) == [])
  }

  @Test func `a what-if on an unknown risk is refused at its column, with the nearest`() throws {
    let folder = try TemporaryFolder(["plan.yaml": Self.plan])
    let unknown = try milepost("schedule", "plan.yaml", "--change", "risk rian probability=0.1", in: folder.path)
    #expect(unknown.status == 2 && unknown.output == "")
    #expect(unknown.problems.contains("error[unknown-risk]: no risk is called 'rian'; did you mean 'rain'?"))
    let bad = try milepost("schedule", "plan.yaml", "--change", "risk rain probability=3", in: folder.path)
    #expect(bad.status == 2)
    #expect(bad.problems.contains("column 23: error[bad-change]: '3' is no probability"))
  }

  @Test func `the real portfolio stays quiet`() throws {
    let run = try milepost("check", Built.portfolio, "--json")
    for code in ["level-without-scale", "risk-without", "idle-factor", "constant-correlation"] {
      #expect(!run.output.contains(code))
    }
  }
}
