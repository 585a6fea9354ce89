import PlanRendering
import Testing

@Suite struct `HTML pieces` {
  @Test func `escapes text and attribute values`() {
    let html = HTML.element("p", [Attribute("title", "a\"b<c>&'")], ["1 < 2 & \"3\""])
    #expect(html.source == "<p title=\"a&quot;b&lt;c&gt;&amp;&#39;\">1 &lt; 2 &amp; &quot;3&quot;</p>")
  }

  @Test func `writes void elements without an end and empty ones with one`() {
    #expect(HTML.sequence([.element("br"), .element("td")]).source == "<br><td></td>")
  }

  @Test func `writes no event handlers and no links that run code`() {
    let link = HTML.element("a", [Attribute("onclick", "alert(1)"), Attribute("href", "java\nscript:alert(1)")], ["x"])
    #expect(link.source == "<a>x</a>")
    #expect(HTML.element("script", [], ["alert(1)"]).source == "<script></script>")
  }

  @Test func `keeps data and code inside their elements`() throws {
    let data = HTML.data("plan", json: "{\"a\": \"</script><!-- & \u{2028}\"}").source
    #expect(
      data
        == "<script type=\"application/json\" id=\"plan\">{\"a\": \"\\u003c/script\\u003e\\u003c!-- \\u0026 \\u2028\"}</script>"
    )
    #expect(HTML.script("let a = '</script>'").source == "<script>let a = '<\\/script>'</script>")
  }

  @Test(arguments: Hostile.texts) func `a page of any text has only the elements it was built of`(text: String) throws {
    let page = HTMLPage(
      title: text, language: text, head: [.style("body{margin:0}")],
      body: [
        .element(
          "p", [Attribute("class", text), Attribute("href", text)], [.text(text), .element("b", [], [.text(text)])])
      ])
    let source = page.source
    #expect(source.hasPrefix("<!DOCTYPE html>\n<html lang="))
    let body = try StrictXML.parse(HTML.sequence(page.body).source)
    #expect(body.all.map(\.name) == ["p", "b"])
    #expect(source.components(separatedBy: "<script") == 1)
  }

  @Test func `embeds a picture as it is`() throws {
    let picture = SVGPicture(
      size: Size(width: 10, height: 10), title: "Bilde", content: [.element("rect", [Attribute("width", 3)])])
    let source = HTML.element("figure", [], [.picture(picture)]).source
    #expect(try StrictXML.parse(source).named("rect").count == 2)
    #expect(source.contains("<rect width=\"3\"/></svg></figure>"))
  }
}

extension String {
  fileprivate func components(separatedBy piece: String) -> Int {
    var count = 1
    var rest = self[...]
    while let found = rest.firstRange(of: piece) {
      count += 1
      rest = rest[found.upperBound...]
    }
    return count
  }
}

@Suite struct `Safe links` {
  @Test func `keep web, mail, relative and inner addresses`() {
    for address in [
      "https://example.org/a?b=c&d#e", "HTTP://x", "mailto:a@b.no", "#node-1", "page.html", "/a:b", "?q=1:2",
    ] {
      #expect(SafeLink.address(address) == address)
    }
    #expect(SafeLink.address("a b\"<å>") == "a%20b%22%3C%C3%A5%3E")
  }

  @Test func `drop everything that could run or reach elsewhere`() {
    for address in [
      "javascript:alert(1)", " JavaScript:x", "java\tscript:x", "java\u{0}script:x", "data:text/html,x", "vbscript:x",
      "//evil.org", "\\\\evil",
      "file:///etc/passwd", "", "  ", "foo:bar", "java script:x",
    ] {
      #expect(SafeLink.address(address) == nil, "\(address)")
    }
  }
}

@Suite struct `DOT text` {
  @Test func `names nodes by their ids and nests groups`() {
    let drawing = GraphDrawing(
      title: "Plan",
      nodes: [.init(id: "a.b", lines: [TextLine("A")], cluster: "in"), .init(id: "x y", lines: [TextLine("X")])],
      edges: [.init(id: "e", from: "a.b", to: "x y", line: .dashed, label: "3 d", constraint: false)],
      clusters: [.init(id: "out", title: "Ute"), .init(id: "in", title: "Inne", parent: "out")])
    #expect(
      DotText(drawing).text == """
        digraph "Plan" {
          graph [rankdir=LR, fontname="DejaVu Sans", fontsize=11, compound=true];
          node [fontname="DejaVu Sans", fontsize=11, style=filled, fillcolor="#ffffff"];
          edge [fontname="DejaVu Sans", fontsize=9];
          "x-y-caca3794" [label="X", shape=box, style="filled,rounded", fillcolor="#ffffff", color="#5b6776", penwidth=1.2];
          subgraph "cluster_out" {
            label="Ute"; style="rounded,filled"; labeljust=l;
            color="#b9c3cf"; fillcolor="#f4f6f9";
            subgraph "cluster_in" {
              label="Inne"; style="rounded,filled"; labeljust=l;
              color="#b9c3cf"; fillcolor="#f4f6f9";
              "a.b" [label="A", shape=box, style="filled,rounded", fillcolor="#ffffff", color="#5b6776", penwidth=1.2];
            }
          }
          "a.b" -> "x-y-caca3794" [color="#5b6776", penwidth=1.4, arrowhead=normal, style=dashed, label="3 d", constraint=false];
        }

        """)
  }

  @Test(arguments: Hostile.texts) func `no text ends its quotes`(text: String) {
    let drawing = GraphDrawing(
      title: text,
      nodes: [.init(id: text, lines: [TextLine(text)], tooltip: text, link: text, cluster: text)],
      edges: [.init(id: text, from: text, to: text, label: text, tooltip: text)],
      clusters: [.init(id: text, title: text)])
    let dot = DotText(drawing).text
    var quoted = false
    var outside = ""
    var escaped = false
    var length = 0
    for scalar in dot.unicodeScalars {
      #expect(scalar == "\n" || scalar.value >= 0x20)
      if quoted {
        length += scalar.utf8.count
        #expect(length < 16_384)
        if escaped {
          escaped = false
        } else if scalar == "\\" {
          escaped = true
        } else if scalar == "\"" {
          quoted = false
        }
      } else if scalar == "\"" {
        (quoted, length) = (true, 0)
      } else {
        outside.unicodeScalars.append(scalar)
      }
    }
    #expect(!quoted)
    let known =
      "digraph subgraph graph node edge rankdir LR fontname fontsize compound true style filled fillcolor label shape box color penwidth arrowhead normal tooltip URL labeljust l"
    let words = Set(outside.split { !$0.isLetter }.map(String.init))
    #expect(words.isSubset(of: Set(known.split(separator: " ").map(String.init))))
  }
}
