import Foundation
import GraphvizLayout
import PlanRendering
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct `Raster pictures` {
  private func picture() throws -> SVGPicture {
    let drawing = Drawings.portfolio(nodes: 12)
    return try SVGPicture(drawing, at: Graphviz().positions(of: drawing))
  }

  /// Width and height from the header chunk of a PNG.
  private func dimensions(_ png: [UInt8]) -> (Int, Int) {
    func number(_ at: Int) -> Int { png[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) } }
    return (number(16), number(20))
  }

  @Test func `PNG has its magic and the pixels asked for`() throws {
    let picture = try picture()
    let png = try Raster.png(picture, scale: 2)
    #expect(png.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    #expect(dimensions(png) == (Int(picture.size.width * 2), Int(picture.size.height * 2)))
    #expect(try Raster.png(picture, scale: 2) == png)
  }

  @Test func `PNG is scaled down to the pixels allowed`() throws {
    for (scale, limit) in [(2.0, 100_000), (1e9, 50_000), (.nan, 10_000), (-1, 1)] {
      let (width, height) = dimensions(try Raster.png(try picture(), scale: scale, maxPixels: limit))
      #expect(width * height <= limit && width >= 1 && height >= 1)
    }
    let thin = SVGPicture(size: Size(width: 100_000, height: 1), title: "", content: [])
    #expect(dimensions(try Raster.png(thin, scale: 1)).0 <= 30_000)
  }

  @Test func `PNG shows the picture`() throws {
    let blue = SVGPicture(
      size: Size(width: 40, height: 40), title: "",
      content: [.element("rect", [Attribute("width", 40), Attribute("height", 40), Attribute("fill", "#0072b2")])])
    let empty = SVGPicture(size: Size(width: 40, height: 40), title: "", content: [])
    #expect(try Raster.png(blue) != Raster.png(empty))
  }

  @Test(arguments: [Raster.Page.fitting, .a4, .a3]) func `PDF has its magic and the same bytes every time`(
    page: Raster.Page
  ) throws {
    let pdf = try Raster.pdf(try picture(), on: page)
    #expect(pdf.starts(with: Array("%PDF-".utf8)))
    #expect(String(decoding: pdf.suffix(8), as: UTF8.self).contains("%%EOF"))
    #expect(try Raster.pdf(try picture(), on: page) == pdf)
  }

  @Test func `a whole portfolio is XML for Foundation too`() throws {
    let parser = XMLParser(data: Data(try picture().document.utf8))
    #expect(parser.parse())
  }

  @Test func `the picture of a laid-out drawing keeps every node inside its frame`() throws {
    let drawing = Drawings.portfolio(nodes: 60)
    let picture = try SVGPicture(drawing, at: Graphviz().positions(of: drawing))
    final class Reader: NSObject, XMLParserDelegate {
      var frame: (Double, Double)?
      var boxes: [(x: Double, y: Double, width: Double, height: Double)] = []
      func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
      ) {
        func number(_ key: String) -> Double { attributes[key].flatMap { Double($0) } ?? 0 }
        if name == "svg" { frame = (number("width"), number("height")) }
        if name == "rect" { boxes.append((number("x"), number("y"), number("width"), number("height"))) }
      }
    }
    let reader = Reader()
    let parser = XMLParser(data: Data(picture.document.utf8))
    parser.delegate = reader
    #expect(parser.parse())
    let frame = try #require(reader.frame)
    #expect(reader.boxes.count > 60)
    for box in reader.boxes {
      #expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= frame.0 && box.y + box.height <= frame.1)
    }
  }
}
