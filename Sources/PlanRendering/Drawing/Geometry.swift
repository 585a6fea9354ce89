/// A place in a picture: points from the upper left corner, y downwards.
public struct Point: Hashable, Sendable {
  /// Points from the left.
  public var x: Double
  /// Points from the top.
  public var y: Double

  /// Made of these measures, in points.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
  static func - (a: Point, b: Point) -> Point { Point(x: a.x - b.x, y: a.y - b.y) }
  static func * (a: Point, factor: Double) -> Point { Point(x: a.x * factor, y: a.y * factor) }

  var length: Double { (x * x + y * y).squareRoot() }
}

/// A width and a height in points.
public struct Size: Hashable, Sendable {
  /// Points across.
  public var width: Double
  /// Points down.
  public var height: Double

  /// Made of these measures, in points.
  public init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// The smallest size that holds both.
  func union(_ other: Size) -> Size {
    Size(width: max(width, other.width), height: max(height, other.height))
  }
}

/// An upright rectangle, given by its centre and size.
public struct Box: Hashable, Sendable {
  /// The middle.
  public var centre: Point
  /// How large it is.
  public var size: Size

  /// Made of these measures, in points.
  public init(centre: Point, size: Size) {
    self.centre = centre
    self.size = size
  }

  /// Made of these measures, in points.
  public init(left: Double, top: Double, width: Double, height: Double) {
    self.init(centre: Point(x: left + width / 2, y: top + height / 2), size: Size(width: width, height: height))
  }

  /// Where it begins across.
  public var left: Double { centre.x - size.width / 2 }
  /// Where it ends across.
  public var right: Double { centre.x + size.width / 2 }
  /// Where it begins down.
  public var top: Double { centre.y - size.height / 2 }
  /// Where it ends down.
  public var bottom: Double { centre.y + size.height / 2 }

  /// Whether the two share more than an edge.
  public func overlaps(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  /// Whether `other` lies inside, the border included.
  public func contains(_ other: Box) -> Bool {
    left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
  }

  func moved(by offset: Point) -> Box { Box(centre: centre + offset, size: size) }
}
