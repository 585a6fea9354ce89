import PlanModel
import Testing

@Suite struct `Numbers that are not sure` {
  @Test(arguments: [
    ("0", "0"), ("1", "1"), ("0.25", "0.25"), ("0.2..0.4", "0.3"), ("0 .. 0.001", "0.001"), ("0.5..0.5", "0.5"),
    ("1.001", nil), ("-0.1", nil), ("0.4..0.2", nil), ("0.1..0.2..0.3", nil), ("", nil), ("..", nil), ("0.2..", nil),
    ("0,2", nil), ("S3", nil), ("30%", nil),
  ])
  func `a probability is a number from 0 to 1, or a range read at its middle`(text: String, middle: String?) {
    #expect(Probability(text)?.middle.description == middle)
  }

  @Test(arguments: [
    ("4", "4"), ("2..6", "2..4..6"), ("0.9..1.15..1.6", "0.9..1.15..1.6"), ("-3..-1..2", "-3..-1..2"),
    ("3..2", nil), ("1..3..2", nil), ("1..2..3..4", nil), ("1..x", nil), ("..", nil), ("", nil),
  ])
  func `a range is one, two or three numbers that do not decrease`(text: String, expected: String?) {
    #expect(AmountRange(text)?.description == expected)
  }

  @Test(arguments: [("4", true), ("4..4", true), ("4..5", false), ("3..4..4", false)])
  func `a range without width is constant`(text: String, isConstant: Bool) throws {
    #expect(try #require(AmountRange(text)).isConstant == isConstant)
  }

  /// Reading estimates moved to the same splitting: what was no estimate is none still.
  @Test(arguments: ["..", "3d..", "..3d", "1d..2d..3d..4d", "3d..x", "3d...4d", ""])
  func `what is no estimate is refused`(text: String) { #expect(Estimate(text) == nil) }
}
