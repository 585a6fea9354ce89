/// A drawing on its page, measured but not yet written: for choosing among several layouts.
///
///     let page = try GraphPage(drawing, at: positions)
///     page.size                     // how large the page is; every text on it keeps its size
///     page.faults.linesUnderLabels  // 0 where no label lies on a foreign line
///     page.picture                  // ready to be written
package struct GraphPage {
  /// The page in points.
  package let size: Size
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
    let arrangement = PictureArrangement(drawing, frame: positions.size, ratio: ratio)
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
