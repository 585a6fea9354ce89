import PlanModel
import Testing

@testable import MilepostCommand

@Suite struct `Text for people` {
  @Test(arguments: [
    ("abc", 3), ("blåbærsyltetøy", 14), ("e\u{301}", 1), ("日本", 4), ("한국", 4), ("ｗ", 2), ("👩‍👩‍👧", 2), ("✈️", 2), ("", 0),
    ("a\u{200B}b", 2),
  ])
  func `has the width that terminals give it`(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test func `has the same width and the same words however it is measured`() {
    let parts = [
      "a", "Å", "1.", "ø", " ", "\u{A0}", "–", "…", "≤", "─", "\u{AD}", "\u{85}", "\u{200B}", "e\u{301}", " \u{308}",
      "日",
      "✈️", "\u{202E}", "\u{2066}", "‰", "→", "\n",
    ]
    let forbidden: Set<Unicode.Scalar> = ["\u{85}", "\u{202E}", "\u{2066}"]
    for number in 0..<parts.count * parts.count * parts.count {
      let chosen = [number % parts.count, number / parts.count % parts.count, number / parts.count / parts.count]
      let text = chosen.map { parts[$0] }.joined()
      #expect(text.displayWidth == text.reduce(0) { $0 + $1.displayWidth })
      let shown = String(String.UnicodeScalarView(text.unicodeScalars.map { forbidden.contains($0) ? "\u{FFFD}" : $0 }))
      #expect(text.withoutControlCharacters == shown)
      let words = text.split(separator: " ").map(String.init)
      #expect(unbroken(text, to: 0).map(\.text).joined(separator: " ") == words.joined(separator: " "))
    }
  }

  @Test func `columns line up whatever the script`() {
    var table = TextTable(columns: [.init("Id", .whole), .init("Name"), .init("N", .right)])
    table.add(["a", "æøå", "1"])
    table.add(["b", "日本", "22"])
    table.add(["c", "e\u{301}e", "3"])
    let lines = table.text(width: 80).split(separator: "\n")
    #expect(Set(lines.map(\.displayWidth)) == [12])
  }

  @Test func `cells wrap at words to fit the width`() {
    var table = TextTable(columns: [.init("Id", .whole), .init("Name")])
    table.add(["release-1-1", "the release that everybody waits for"])
    for width in 22...60 {
      for line in table.text(width: width).split(separator: "\n") { #expect(line.displayWidth <= width) }
    }
    #expect(table.text(width: 5).contains("release-1-1"))
  }

  @Test func `a number stays with its noun, a date in running text with its year, and spaces stay`() {
    #expect(
      wrapped("plan A trenger Release 1.1 innen 24. september 2023; korte varigheter: 50 arbeidsdager", to: 46) == [
        "plan A trenger Release 1.1 innen", "24. september 2023; korte varigheter:", "50 arbeidsdager",
      ])
    #expect(wrapped("og Release 1.1 innen uke 35", to: 14) == ["og Release 1.1", "innen uke 35"])
    #expect(wrapped("2 måneder (32–91 d)", to: 16) == ["2 måneder", "(32–91 d)"])
    #expect(wrapped("31. desember 2023", to: 12) == ["31. desember", "2023"])
    #expect(wrapped("v   a b", to: 5) == ["v   a", "b"])
    #expect(wrapped("✓ holder   ✗ holder ikke", to: 20) == ["✓ holder   ✗ holder", "ikke"])
  }

  @Test func `wrapping loses no word`() {
    let text = "  one two three four five"
    for width in 1...40 {
      #expect(wrapped(text, to: width).joined(separator: " ").split(separator: " ") == text.split(separator: " "))
    }
  }
}

@Suite struct `SHA-256` {
  /// FIPS 180-4 examples, and lengths around the edges of a block (from sha256sum).
  @Test(arguments: [
    (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
    (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
    (63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
    (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
    (119, "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"),
    (1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ])
  func `digests are those of the standard`(length: Int, digest: String) {
    #expect(SHA256.hexadecimal(of: Array(repeating: UInt8(ascii: "a"), count: length)) == digest)
  }
}
