import PlanModel

/// The columns and notes of the schedule table.
extension Words {
  package var idColumn: String { pick("Id og navn", "Id and name") }
  package var startColumn: String { pick("Start", "Start") }
  package var floatColumn: String { pick("Slakk", "Float") }
  package var driverColumn: String { pick("Styrt av", "Driver") }

  package var notScheduled: String { pick("ikke planlagt", "not scheduled") }
  package var afterLastWindow: String { pick("etter siste kjente vindu", "after the last known window") }

  package var marksNote: String {
    pick(
      "! kritisk   > på lengste vei   v har skjedd   ? udatert   ≤ høyst",
      "! critical   > on the longest path   v has happened   ? undated   ≤ at most")
  }

  package var basisNote: String {
    pick(
      "Grunnlag: for det som bestemmer datoen / for alt den kan hvile på.",
      "Basis: of what places the date / of all it may rest on.")
  }
}
