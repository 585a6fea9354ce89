import Testing

import PlanRendering

@Suite struct `Font metrics` {
  @Test func `an em of known letters has the advance widths of DejaVu Sans`() {
    // From the font itself: A 1401, æ 2011, space 651; bold A 1585.
    #expect(FontMetrics.width(of: "A", size: 2048) == 1401)
    #expect(FontMetrics.width(of: "æ", size: 2048) == 2011)
    #expect(FontMetrics.width(of: " ", size: 2048) == 651)
    #expect(FontMetrics.width(of: "A", size: 2048, bold: true) == 1585)
  }

  @Test func `widths add up and scale with the size`() {
    let whole = FontMetrics.width(of: "Oppstart AMK Oslo", size: 22)
    let parts = FontMetrics.width(of: "Oppstart ", size: 11) + FontMetrics.width(of: "AMK Oslo", size: 11)
    #expect(abs(whole - 2 * parts) < 1e-9)
  }

  @Test func `wide scripts are wide, marks and joiners take no room`() {
    #expect(FontMetrics.width(of: "漢", size: 10) == 10)
    #expect(FontMetrics.width(of: "🏥", size: 10) > 10)
    #expect(FontMetrics.width(of: "\u{200D}\u{FE0F}\u{301}", size: 10) == 0)
  }

  @Test func `every printable letter of Latin-1 and Latin Extended-A has a width of its own`() {
    for value in Array(0x20...0x7E) + Array(0xA0...0x17F) {
      let advance = FontMetrics.advance(of: Unicode.Scalar(UInt32(value))!, bold: false)
      #expect(advance > 400 && advance < 2800)
    }
  }
}

@Suite struct `Word wrap` {
  @Test func `no line is wider than asked for, and no word is lost`() {
    let text = "Nasjonal IKT-løsning for AMK i Helse Sør-Øst, integrert mot LVMS"
    for width in stride(from: 40.0, through: 300, by: 7) {
      let lines = TextLine(text).wrapped(to: width)
      #expect(lines.allSatisfy { $0.width <= width })
      #expect(lines.map(\.text).joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }

  @Test func `breaks at spaces and after hyphens first, inside words only when it must`() {
    let size = TextLine("IKT-løsning").width
    #expect(TextLine("ny IKT-løsning nå").wrapped(to: size + 1).map(\.text) == ["ny IKT-", "løsning nå"])
    #expect(TextLine("sammenhengende").wrapped(to: 40).count > 1)
  }

  @Test func `what is left out ends in an ellipsis that fits`() {
    let lines = TextLine(String(repeating: "milepæl ", count: 200)).wrapped(to: 90, limit: 3)
    #expect(lines.count == 3)
    #expect(lines[2].text.hasSuffix("…"))
    #expect(lines.allSatisfy { $0.width <= 90 })
  }

  @Test func `short text stays whole, line ends are kept`() {
    #expect(TextLine("a\nb").wrapped(to: 100).map(\.text) == ["a", "b"])
    #expect(TextLine("").wrapped(to: 100).map(\.text) == [""])
    #expect(TextLine("abc").wrapped(to: 0).map(\.text) == ["a", "b", "c"])
  }

  @Test(arguments: Hostile.texts) func `any text wraps within its limit`(text: String) {
    let lines = TextLine(text).wrapped(to: 80, limit: 5)
    #expect(lines.count <= 5)
    #expect(!lines.contains { $0.text.contains("\n") })
  }
}

@Suite struct `Plain text` {
  @Test func `control characters and direction overrides are dropped, line ends made one`() {
    #expect(PlainText.cleaned("Åpning\u{0}\r\nBergen\u{202E}\tx\u{85}") == "Åpning\nBergen x\n")
    #expect(PlainText.cleaned("a\rb\nc") == "a\nb\nc")
  }
}

@Suite struct `Decimal text` {
  @Test func `has a point, two decimals at most, and no exponent`() {
    #expect(DecimalText.of(12.5) == "12.5")
    #expect(DecimalText.of(-0.001) == "0")
    #expect(DecimalText.of(-20.25) == "-20.25")
    #expect(DecimalText.of(3.07) == "3.07")
    #expect(DecimalText.of(.nan) == "0")
    #expect(DecimalText.of(.infinity) == "0")
    #expect(DecimalText.of(1e300) == "0")
  }
}
