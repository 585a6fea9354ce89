/// The sizes of type in pictures, in points of the picture.
///
/// A picture is made to fill a page, so the smallest size decides what can be read on it: none is much smaller than the others.
enum TypeSize {
  /// Labels of lines, legend, footnotes: nothing in a picture is smaller, but for a badge with two letters.
  static let small = 10.0
  /// What stands under a title.
  static let subtitle = 11.0
  /// Above a picture.
  static let title = 18.0
}
