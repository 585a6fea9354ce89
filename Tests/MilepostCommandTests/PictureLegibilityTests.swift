import Foundation
import Testing

/// A picture as its readers get it, measured from the SVG alone.
private struct SeenPicture {
  struct Frame {
    let left: Double
    let top: Double
    let width: Double
    let height: Double

    func overlaps(_ other: Frame) -> Bool {
      left < other.left + other.width && other.left < left + width && top < other.top + other.height
        && other.top < top + height
    }

    func holds(_ x: Double, _ y: Double) -> Bool { x > left && x < left + width && y > top && y < top + height }
  }

  var width = 0.0
  var height = 0.0
  var typeSizes: [Double] = []
  var labels: [(ends: Substring, frame: Frame)] = []
  var nodes: [(id: Substring, frame: Frame)] = []
  /// Points along each line, close together.
  var lines: [(ends: Substring, points: [(Double, Double)])] = []

  init(_ svg: String) throws {
    let box = try #require(svg.firstMatch(of: /viewBox="0 0 ([0-9.]+) ([0-9.]+)"/))
    (width, height) = (try #require(Double(box.1)), try #require(Double(box.2)))
    typeSizes = svg.matches(of: /font-size="([0-9.]+)"/).compactMap { Double($0.1) }
    let frame = /<rect x="([-0-9.]+)" y="([-0-9.]+)" width="([0-9.]+)" height="([0-9.]+)"/
    func first(_ text: Substring) -> Frame? {
      text.firstMatch(of: frame).flatMap { found in
        let numbers = [found.1, found.2, found.3, found.4].compactMap { Double($0) }
        return numbers.count == 4
          ? Frame(left: numbers[0], top: numbers[1], width: numbers[2], height: numbers[3]) : nil
      }
    }
    for group in svg.split(separator: "<g ") {
      if let label = group.firstMatch(of: /class="edge label (at-[^" ]+ at-[^" ]+)"/), let place = first(group) {
        labels.append((label.1, place))
      } else if let node = group.firstMatch(of: /id="(node-[^"]+)" class="node/),
        let place = first(group) ?? Self.polygon(group)
      {
        nodes.append((node.1, place))
      } else if let edge = group.firstMatch(of: /class="edge (at-[^" ]+ at-[^" ]+)/),
        let path = group.firstMatch(of: /class="line" d="M([^"]+)"/)
      {
        lines.append((edge.1, Self.points(path.1)))
      }
    }
  }

  private static func polygon(_ text: Substring) -> Frame? {
    guard let found = text.firstMatch(of: /<polygon points="([^"]+)"/) else { return nil }
    let numbers = found.1.split { $0 == " " || $0 == "," }.compactMap { Double($0) }
    let (xs, ys) = (
      stride(from: 0, to: numbers.count, by: 2).map { numbers[$0] },
      stride(from: 1, to: numbers.count, by: 2).map { numbers[$0] }
    )
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else { return nil }
    return Frame(left: left, top: top, width: right - left, height: bottom - top)
  }

  private static func points(_ path: Substring) -> [(Double, Double)] {
    let numbers = path.split { $0 == "C" || $0 == " " || $0 == "," }.compactMap { Double($0) }
    let points = stride(from: 0, to: numbers.count - 1, by: 2).map { (numbers[$0], numbers[$0 + 1]) }
    var found: [(Double, Double)] = []
    for at in stride(from: 0, to: points.count - 3, by: 3) {
      for step in 0...60 {
        let t = Double(step) / 60
        let weights = [(1 - t) * (1 - t) * (1 - t), 3 * t * (1 - t) * (1 - t), 3 * t * t * (1 - t), t * t * t]
        found.append(
          (
            zip(weights, points[at...]).reduce(0) { $0 + $1.0 * $1.1.0 },
            zip(weights, points[at...]).reduce(0) { $0 + $1.0 * $1.1.1 }
          ))
      }
    }
    return found
  }

  /// The smallest type when the picture fills a sheet of A3 inside margins of 24 points.
  var smallestTypeOnA3: Double {
    let (long, short) = (1190.55 - 48, 841.89 - 48)
    return (typeSizes.min() ?? 0) * min(long / max(width, height), short / min(width, height))
  }

  var labelsOnLabels: Int {
    labels.indices.reduce(0) { sum, place in
      sum + labels[..<place].count { $0.frame.overlaps(labels[place].frame) }
    }
  }

  var labelsOnNodes: Int { labels.reduce(0) { sum, label in sum + nodes.count { $0.frame.overlaps(label.frame) } } }

  /// The smallest type in pixels where the picture fills the width of a laptop screen.
  var smallestTypeOnLaptop: Double { (typeSizes.min() ?? 0) * min(1440 / width, 2) }

  /// Pairs of a line and a node that it runs through on its way to others.
  var linesThroughNodes: Int {
    nodes.reduce(0) { sum, node in
      let inner = Frame(
        left: node.frame.left + 3, top: node.frame.top + 3, width: node.frame.width - 6, height: node.frame.height - 6)
      return sum
        + lines.count { line in
          !line.ends.split(separator: " ").contains("at-" + node.id) && line.points.contains { inner.holds($0, $1) }
        }
    }
  }

  var linesUnderLabels: Int {
    labels.reduce(0) { sum, label in
      sum + lines.count { $0.ends != label.ends && $0.points.contains { label.frame.holds($0, $1) } }
    }
  }
}

@Suite struct `Pictures of the real portfolio` {
  /// Arguments, the smallest type wanted on A3 in points, and how many foreign lines may run under labels.
  private static let pictures: [(arguments: [String], type: Double, lines: Int)] = [
    (["--row", "T1.*", "--keep-projects", "--aspect", "1.414"], 9, 0), (["--row", "T1.*"], 9, 0),
    (["--row", "T1.*", "--keep-projects", "--aspect", "1.778"], 7.5, 0), ([], 7.8, 0),
    (["--level", "milestones", "--project", "amk-hso", "--scenario", "plan-a"], 7.4, 0),
    (["--level", "milestones", "--to", "amk-hso.oslo-start", "--scenario", "plan-b"], 7.2, 0),
    (
      [
        "--scenario", "plan-b", "--scenario", "release-1-1-juni", "--slip", "amk-interregional.release-1-1 +6ew",
      ], 9, 0
    ),
    (
      [
        "--scenario", "plan-b", "--scenario", "release-1-1-juni", "--slip", "amk-interregional.release-1-1 +20ew",
        "--level", "projects",
      ], 9, 0
    ),
    (["--between", "plan-a", "plan-b"], 9, 0), (["--between", "plan-a", "plan-b", "--alone", "plan-b"], 9, 0),
  ]

  @Test(arguments: pictures)
  func `can be read on A3, with labels clear of nodes and of each other`(
    picture: (arguments: [String], type: Double, lines: Int)
  ) throws {
    let run = try Drawn.run(["graph", Built.portfolio] + picture.arguments)
    #expect(run.status == 0, "\(run.problems)")
    let seen = try SeenPicture(run.output)
    // Pictures of changes show what changes, and little else.
    let isOfChange = picture.arguments.contains("--slip") || picture.arguments.contains("--between")
    #expect(
      seen.labels.count > (isOfChange ? 1 : 5) && seen.nodes.count >= 2 && seen.lines.count > (isOfChange ? 1 : 8))
    #expect(seen.smallestTypeOnA3 >= picture.type)
    #expect(seen.labelsOnNodes == 0)
    #expect(seen.labelsOnLabels == 0)
    #expect(seen.linesUnderLabels <= picture.lines)
    #expect(seen.linesThroughNodes == 0)
    #expect(seen.smallestTypeOnLaptop >= 8.5)
  }
}
