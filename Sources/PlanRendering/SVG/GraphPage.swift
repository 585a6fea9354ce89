/// A drawing on its page, measured but not yet written: for choosing among several layouts.
///
///     let page = try GraphPage(drawing, at: positions)
///     page.size                     // how large the page is; every text on it keeps its size
///     page.faults.linesUnderLabels  // 0 where no label lies on a foreign line
///     page.picture                  // ready to be written
package struct GraphPage {
  /// The page in points.
  package private(set) var size: Size
  /// What stays free on every side.
  package static let margin = PictureArrangement.margin
  /// Where the legend stands; nil without a legend.
  package let legend: Box?
  private let scene: GraphScene
  private let around: [SVG]

  /// Places labels and legend; see ``SVGPicture`` for the parameters.
  ///
  /// - Throws: `DrawingFailure.unplaced` for a node without a place.
  package init(
    _ drawing: GraphDrawing, at positions: GraphPositions, id: String = "graph", ratio: Double = 2.0.squareRoot()
  ) throws(DrawingFailure) {
    try self.init(drawing, at: positions, id: id, ratio: ratio, share: SharedPage())
  }

  /// Several drawings at the same positions, on pages of the same size: laid on each other, what they share lies on itself.
  ///
  /// - Throws: `DrawingFailure.unplaced` for a node without a place.
  package static func alike(
    _ drawings: [GraphDrawing], at positions: GraphPositions, ratio: Double = 2.0.squareRoot()
  ) throws(DrawingFailure) -> [GraphPage] {
    var share = SharedPage()
    for drawing in drawings {
      share.header = max(share.header, PictureArrangement.headerHeight(of: drawing, frame: positions.size))
    }
    var pages: [GraphPage] = []
    for drawing in drawings {
      pages.append(try GraphPage(drawing, at: positions, id: "graph", ratio: ratio, share: share))
    }
    let size = pages.reduce(Size(width: 0, height: 0)) { $0.union($1.size) }
    for place in pages.indices { pages[place].size = size }
    return pages
  }

  private init(
    _ drawing: GraphDrawing, at positions: GraphPositions, id: String, ratio: Double, share: SharedPage
  ) throws(DrawingFailure) {
    let arrangement = PictureArrangement(drawing, frame: positions.size, ratio: ratio, share: share)
    scene = try GraphScene(drawing, at: positions, offset: arrangement.origin, id: ElementIDs.sanitised(id))
    (around, legend, size) = arrangement.filled(with: scene)
  }

  /// What would trouble a reader.
  package var faults: PictureFaults { PictureFaults(scene, legend: legend) }

  /// The page as a picture.
  package var picture: SVGPicture {
    let drawing = scene.drawing
    return SVGPicture(
      size: size, title: drawing.title, description: scene.description, language: drawing.language, id: scene.rootID,
      background: drawing.palette.paper, css: scene.hoverRules, content: [scene.graph] + around)
  }
}

/// What pages have in common that are to be laid on each other.
struct SharedPage {
  /// How high titles stand at least.
  var header = 0.0
}
