import PlanModel
import Testing

@Suite struct `Titles` {
  /// A name with a line break tore the rows of tables; one with a direction override turned what stood behind it.
  @Test(arguments: [
    ("Oslo\nstart", "Oslo start"), ("Oslo\r\n\r\n  start\n", "Oslo  start"), ("a\u{2028}b\u{85}c\td", "a b c d"),
    ("a \nb", "a b"), ("\u{202E}abc\u{202C}", "abc"), ("a\u{2066}b\u{2069}c", "abc"), ("a\u{1B}[31mb\u{7}", "a[31mb"),
    ("a\u{9B}2Jb\u{7F}", "a2Jb"), ("æøå — «x» 👩‍👩‍👧 ע", "æøå — «x» 👩‍👩‍👧 ע"), ("plain name", "plain name"),
  ])
  func `are one line without controls`(name: String, title: String) {
    #expect(Activity("p.a", name: name).title == title)
    #expect(Project("p", name: name).title == title)
    #expect(Scenario("s", name: name).title == title)
    #expect(Activity("p.a", name: name).name.unicodeScalars.elementsEqual(name.unicodeScalars))
  }

  @Test(arguments: ["", "\n", "\u{202E}", "\u{1B}\t"])
  func `are the id where nothing is left`(name: String) {
    #expect(Activity("p.a", name: name).title == "a")
    #expect(Project("p", name: name).title == "p")
    #expect(Scenario("s", name: name).title == "s")
  }
}
