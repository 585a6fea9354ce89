/// The colours of a set of pictures, by what they mean.
///
///     Palette.standard.good             // always beside a letter or a sign, never alone
///     Palette.standard.category(3)      // the fourth of a row of projects
///
/// The standard palette builds on the colours of Okabe and Ito ("Color Universal Design", 2008), which people with any
/// common colour blindness tell apart; caution, good and bad, from light to dark, survive a grey copier as well.
public struct Palette: Hashable, Sendable {
  /// Text that matters.
  public var ink: Colour
  /// Text that matters less.
  public var mutedInk: Colour
  /// The page.
  public var paper: Colour
  /// The inside of a group.
  public var groupFill: Colour
  /// The frame of a group.
  public var groupStroke: Colour
  /// Thin helping lines.
  public var rule: Colour
  /// An ordinary line between two nodes.
  public var line: Colour
  /// What the picture is about: the driving chain, the difference.
  public var emphasis: Colour
  /// It holds.
  public var good: Colour
  /// It needs attention.
  public var caution: Colour
  /// It fails.
  public var bad: Colour
  /// Nobody knows; never to be mistaken for good.
  public var unknown: Colour
  /// For things without order, such as projects.
  public var categories: [Colour]

  /// The colours of all pictures that ask for no others.
  public static let standard = Palette(
    ink: Colour(0x1B2430), mutedInk: Colour(0x55606E), paper: .white, groupFill: Colour(0xF4F6F9),
    groupStroke: Colour(0xB9C3CF), rule: Colour(0xD5DBE2), line: Colour(0x5B6776), emphasis: Colour(0xA83203),
    good: Colour(0x009E73), caution: Colour(0xE8A200), bad: Colour(0xA83203), unknown: Colour(0x8A94A0),
    categories: [
      Colour(0x0072B2), Colour(0xD98200), Colour(0x009E73), Colour(0xB0528F), Colour(0x3E9BD4), Colour(0xC04A00),
      Colour(0x8A7D00), Colour(0x5B6776),
    ])

  /// A palette of these colours.
  public init(
    ink: Colour, mutedInk: Colour, paper: Colour, groupFill: Colour, groupStroke: Colour, rule: Colour, line: Colour,
    emphasis: Colour, good: Colour, caution: Colour, bad: Colour, unknown: Colour, categories: [Colour]
  ) {
    self.ink = ink
    self.mutedInk = mutedInk
    self.paper = paper
    self.groupFill = groupFill
    self.groupStroke = groupStroke
    self.rule = rule
    self.line = line
    self.emphasis = emphasis
    self.good = good
    self.caution = caution
    self.bad = bad
    self.unknown = unknown
    self.categories = categories
  }

  /// The colour of the thing numbered `index`; the row starts over when it is used up.
  public func category(_ index: Int) -> Colour {
    guard !categories.isEmpty else { return line }
    let count = categories.count
    return categories[(index % count + count) % count]
  }
}
