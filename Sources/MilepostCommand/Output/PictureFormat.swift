import GraphvizLayout
import PlanRendering

/// The format of a picture, by the ending of the file that it goes to.
enum PictureFormat: String, CaseIterable {
  case svg, png, pdf

  /// Nil where the ending is that of no picture.
  init?(file: String?) {
    guard let ending = file?.split(separator: ".").last, ending.count != file?.count,
      let format = PictureFormat(rawValue: ending.lowercased())
    else { return nil }
    self = format
  }

  func bytes(of picture: SVGPicture) throws(DrawingFailure) -> [UInt8] {
    switch self {
    case .svg: Array(picture.document.utf8)
    case .png: try Raster.png(picture, scale: 2)
    case .pdf: try Raster.pdf(picture)
    }
  }
}
