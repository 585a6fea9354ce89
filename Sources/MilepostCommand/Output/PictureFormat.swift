import GraphvizLayout
import PlanRendering

/// The format of a picture, by the ending of the file that it goes to.
enum PictureFormat: String, CaseIterable {
  case svg, png, pdf

  /// The endings of pictures and drawings that are not made.
  private static let foreign: Set<String> = [
    "ai", "avif", "bmp", "dot", "emf", "eps", "gif", "gv", "heic", "heif", "ico", "jfif", "jp2", "jpe", "jpeg", "jpg",
    "jxl", "ppm", "ps", "psd", "svgz", "tif", "tiff", "vsd", "vsdx", "webp", "wmf",
  ]

  /// Nil where the ending is that of no picture.
  init?(file: String?) {
    guard let format = PictureFormat.ending(of: file).flatMap(PictureFormat.init) else { return nil }
    self = format
  }

  /// The ending of a file that looks like a picture, but like none of these.
  static func foreignEnding(of file: String) -> String? { ending(of: file).flatMap { foreign.contains($0) ? $0 : nil } }

  private static func ending(of file: String?) -> String? {
    guard let ending = file?.split(separator: ".").last, ending.count != file?.count else { return nil }
    return ending.lowercased()
  }

  func bytes(of picture: SVGPicture) throws(DrawingFailure) -> [UInt8] {
    switch self {
    case .svg: Array(picture.document.utf8)
    case .png: try Raster.png(picture, scale: 2)
    case .pdf: try Raster.pdf(picture)
    }
  }
}
