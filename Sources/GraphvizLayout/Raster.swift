import CGraphvizShim
public import PlanRendering
import Synchronization

/// Our pictures as PNG and PDF, made in memory by librsvg and cairo.
///
///     let bytes = try Raster.png(picture, scale: 2)
///     let page = try Raster.pdf(picture, on: .a3)
///
/// Only an `SVGPicture` gets here, so no file or address outside is ever read. Equal pictures give equal bytes with equal
/// libraries and fonts.
public enum Raster {
  /// The paper of a PDF.
  public enum Page: Hashable, Sendable {
    /// Exactly as large as the picture.
    case fitting
    /// Turned as the picture lies, the picture fitted inside the margins; small pictures grow by half at most.
    case a4, a3
  }

  /// The picture as PNG on white.
  ///
  /// - Parameters:
  ///   - scale: pixels per point; 2 for sharp screens.
  ///   - maxPixels: more than this, or more than 30,000 in one direction, lowers the scale.
  public static func png(_ picture: SVGPicture, scale: Double = 2, maxPixels: Int = 40_000_000) throws(DrawingFailure)
    -> [UInt8]
  {
    let (width, height) = (picture.size.width, picture.size.height)
    var scale = scale.isFinite && scale > 0 ? scale : 1
    scale = min(scale, 30_000 / max(width, height), (Double(max(maxPixels, 1)) / (width * height)).squareRoot())
    let pixels = (Int32(max(1, (width * scale).rounded(.down))), Int32(max(1, (height * scale).rounded(.down))))
    return try collected(picture) { svg, count, out in milepost_png(svg, count, pixels.0, pixels.1, &out) }
  }

  /// The picture as a PDF of one page, with text that can be searched.
  public static func pdf(_ picture: SVGPicture, on page: Page = .fitting) throws(DrawingFailure) -> [UInt8] {
    let (paper, area) = arranged(picture.size, on: page)
    let title = picture.title
    return try collected(picture) { svg, count, out in
      milepost_pdf(
        svg, count, paper.width, paper.height, area.left, area.top, area.size.width, area.size.height, title, &out)
    }
  }

  /// The paper and the part of it that the picture covers.
  static func arranged(_ size: Size, on page: Page) -> (paper: Size, area: Box) {
    let margin = 24.0
    let short: Double
    switch page {
    case .fitting: return (size, Box(left: 0, top: 0, width: size.width, height: size.height))
    case .a4: short = 595.28
    case .a3: short = 841.89
    }
    let long = short * 2.0.squareRoot()
    let landscape = size.width >= size.height
    let paper = landscape ? Size(width: long, height: short) : Size(width: short, height: long)
    let scale = min(
      (paper.width - 2 * margin) / size.width, (paper.height - 2 * margin) / size.height, 1.5)
    let (width, height) = (size.width * scale, size.height * scale)
    return (paper, Box(left: (paper.width - width) / 2, top: (paper.height - height) / 2, width: width, height: height))
  }

  /// Runs one of the two C functions in its turn and takes over its bytes.
  private static func collected(
    _ picture: SVGPicture, _ draw: (UnsafePointer<CChar>, Int, inout milepost_bytes) -> Bool
  ) throws(DrawingFailure) -> [UInt8] {
    let text = picture.document
    let result: Result<[UInt8], DrawingFailure> = GraphvizProcess.shared.withLock { _ in
      var out = milepost_bytes()
      defer { milepost_bytes_free(&out) }
      if text.withCString({ draw($0, text.utf8.count, &out) }) {
        return .success(Array(UnsafeBufferPointer(start: out.bytes, count: out.count)))
      }
      let words = withUnsafeBytes(of: &out.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      return .failure(.engine(words))
    }
    return try result.get()
  }
}
