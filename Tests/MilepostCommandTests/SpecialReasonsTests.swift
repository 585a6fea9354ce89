import Foundation
import Testing

/// Why something stands where no link and no date of its own has put it.
@Suite struct `Reasons of what nothing drives` {
  private func why(_ id: String, _ arguments: String..., plan: String = harbour) throws -> String {
    let folder = try TemporaryFolder(["p.yaml": plan])
    let run = try milepost(["schedule", "p.yaml", "--why", id] + arguments, in: folder.path)
    #expect(run.status == 0)
    return run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test(arguments: [
    ("works", "Spans its parts: Mix concrete begins first, Cure finishes last. 2. Cure (quay.cure)"),
    (
      "site-office",
      "Spans what it is linked to: begins with the start of Pour slab and ends with the finish of Load test."
    ),
    ("mix", "Pulled later by Pour slab, which may follow by at most 1 working day. [stated: contract]"),
    ("bollards", "Stands as late as possible: later, it would move Load test."),
    ("survey", "Its expected finish, 15 March 2024, sets how much is left. [stated: contract]"),
    ("piles", "Suspended from the end of 2 February 2024; what is left goes on from 11 March 2024. [stated: contract]"),
    ("track", "Held by the constraint external early start 2 April 2024. [stated: contract]"),
  ])
  func `are told in a sentence`(id: String, sentence: String) throws {
    #expect(try why(id).contains(sentence))
  }

  @Test(arguments: [
    ("works", "Spenner over delene sine: Mix concrete begynner først, Cure slutter sist."),
    ("site-office", "begynner med starten av Pour slab og slutter med slutten av Load test."),
    ("bollards", "Står så sent som mulig: senere ville den flyttet Load test."),
    ("survey", "Forventet slutt 15. mars 2024 bestemmer hvor mye som gjenstår."),
    ("piles", "Stanset fra slutten av 2. februar 2024; det som gjenstår, går videre fra 11. mars 2024."),
  ])
  func `are told in Norwegian too`(id: String, sentence: String) throws {
    #expect(try why(id, "--language", "nb").contains(sentence))
  }

  @Test func `an expected finish does not claim the duration`() throws {
    #expect(try !why("survey").contains("Takes 5 working days"))
    #expect(
      try why("bollards", "--change", "quay.bollards expected-finish=2024-06-30").contains(
        "Its expected finish, 30 June 2024, sets how long it takes. [what-if]"))
  }

  @Test func `what nobody resumes is a lower bound`() throws {
    let text = try why("piles", "--change", "quay.piles resume=none")
    #expect(text.contains("and nobody says when it goes on: the date is a lower bound."))
    #expect(text.contains("not before"))
  }

  @Test func `a plan scheduled from its finish says so`() throws {
    let plan = calmHarbour.replacingOccurrences(
      of: "name: Harbour terminal", with: "name: Harbour terminal\noptions:\n  schedule-from: finish")
    let text = try why("cure", plan: plan)
    #expect(
      text.contains(
        "Stands as late as possible, for the plan is scheduled from its finish: it must finish by 31 July 2024."))
  }

  @Test func `what is as late as its project lasts says that`() throws {
    let plan = """
      milepost: 1
      name: P
      start: 2024-01-08
      default-calendar: weekdays
      activities:
        long: { duration: 10d }
        short: { duration: 2d, as-late-as-possible: yes }
      """
    #expect(try why("short", plan: plan).contains("later, it would pass a bound of its own or the end of its project."))
  }

  @Test func `a hammock tells its lags, and what decides where there is more than one`() throws {
    let plan = """
      milepost: 1
      name: P
      start: 2024-01-08
      activities:
        a: { duration: 10d }
        b: { duration: 4d }
        c: { duration: 5d, after: [a] }
        crane: { hammock: yes, after: [a SS+2d, b SS] }
        only: { hammock: yes, after: [b] }
      links:
        - { from: crane, to: c, lag: 1d }
      """
    let text = try why("crane", plan: plan)
    #expect(
      text.contains(
        "begins with the earliest of the start of b and the start of a plus 2 working days and ends with the start of c less 1 working day."
      )
        || text.contains(
          "begins with the earliest of the start of a plus 2 working days and the start of b and ends with the start of c less 1 working day."
        ))
    #expect(try why("only", plan: plan).contains("begins with the finish of b and ends with the latest of it all."))
  }
}
