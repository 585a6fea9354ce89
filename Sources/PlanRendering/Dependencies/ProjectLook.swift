import PlanModel

/// How a project or another node of the portfolio looks: shape and tint by kind, own projects with a heavy frame.
struct ProjectLook {
  let words: PictureWords
  /// Dimensions that the plan reports on for some project, in plan order.
  let dimensions: [String]
  let palette = Palette.standard

  init(_ plan: Plan, _ words: PictureWords) {
    self.words = words
    var dimensions: [String] = []
    for project in plan.projects {
      for colour in project.status.colours where !dimensions.contains(colour.name) { dimensions.append(colour.name) }
    }
    self.dimensions = dimensions
  }

  /// Whether a node answers to this portfolio: these are the ones with a status.
  func isOwn(_ project: Project) -> Bool { project.kind == .project && !project.isExternal }

  func shape(_ kind: Project.Kind) -> GraphDrawing.Shape {
    switch kind {
    case .project, .programme: .rounded
    case .supplier: .hexagon
    case .platform: .cylinder
    case .capacity: .ellipse
    case .body: .note
    case .group, .building, .goal: .box
    }
  }

  func style(_ project: Project) -> GraphDrawing.Style { style(project.kind, isOwn: isOwn(project)) }

  func style(_ kind: Project.Kind, isOwn: Bool) -> GraphDrawing.Style {
    if isOwn { return .init(fill: Colour(0xE3EEF9), stroke: Colour(0x0B4F82), strokeWidth: 2.4) }
    let (fill, stroke): (UInt32, UInt32) =
      switch kind {
      case .project: (0xFFFFFF, 0x7B8794)
      case .programme: (0xFFFFFF, 0x55606E)
      case .supplier: (0xFBF3E3, 0x8A6D1F)
      case .platform: (0xE9F2EF, 0x3F7566)
      case .capacity: (0xF6ECF4, 0x86557A)
      case .body: (0xFFFBE0, 0x857A2A)
      case .group: (0xEEF0F3, 0x55606E)
      case .building: (0xF3E9E2, 0x80604C)
      case .goal: (0xF4F6F9, 0x55606E)
      }
    let line: GraphDrawing.Line =
      switch kind {
      case .project: .dashed
      case .programme, .group: .double
      case .goal: .dotted
      default: .solid
      }
    return .init(fill: Colour(fill), stroke: Colour(stroke), strokeWidth: 1.1, line: line)
  }

  /// The quiet frames of pictures of a change, one for each project that has one of the activities, in plan order.
  func clusters(around activities: [Activity], in plan: Plan) -> [GraphDrawing.Cluster] {
    let framed = Set(activities.compactMap(\.project))
    let listed = plan.projects.filter { framed.contains($0.id) }
    let unlisted = framed.subtracting(listed.map(\.id)).map(\.text).sorted()
    return (listed + unlisted.map { Project(ProjectID($0), isExternal: true) }).map { project in
      GraphDrawing.Cluster(
        id: project.id.text, title: project.title.keptTogether + (isOwn(project) ? "" : words.outsidePortfolio),
        style: ChangeLook.group(isOwn: isOwn(project)), tooltip: project.what ?? project.title)
    }
  }

  func lines(_ project: Project) -> [TextLine] {
    isOwn(project)
      ? [TextLine(project.title.keptTogether, size: 11.5, bold: true)]
      : [TextLine(project.title.keptTogether, size: 10.5)]
  }

  /// The worst reported colour; "?" where none is reported, or where green is all there is and something is not reported.
  func badges(_ project: Project) -> [GraphDrawing.Badge] {
    if !isOwn(project) && project.status.colours.isEmpty { return [] }
    let told = dimensions.map { name in
      "\(words.dimension(name)): \(project.status[name].map(words.colour) ?? words("ukjent", "unknown"))"
    }
    let reported = told.isEmpty ? "" : " (" + told.joined(separator: ", ") + ")"
    let isPartial = dimensions.contains { project.status[$0] == nil }
    guard let worst = project.status.worst, !(worst == .green && isPartial) else {
      return [badge(nil, tooltip: words("Status ukjent", "Status unknown") + reported)]
    }
    return [badge(worst, tooltip: "Status: \(words.colour(worst))\(reported)")]
  }

  func badge(_ colour: Status.Colour?, tooltip: String = "") -> GraphDrawing.Badge {
    guard let colour else { return .init("?", colour: palette.unknown, tooltip: tooltip) }
    let paint =
      switch colour {
      case .red: palette.bad
      case .yellow: palette.caution
      case .green: palette.good
      }
    return .init(words.letter(colour), colour: paint, tooltip: tooltip)
  }
}

extension String {
  /// The text with hyphens before short word ends made unbreakable: "Sør-Øst" stays on one line.
  var keptTogether: String {
    let parts = split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return self }
    return parts.dropFirst().reduce(String(parts[0])) { text, part in
      text + (part.prefix { $0 != " " }.count <= 5 ? "\u{2011}" : "-") + part
    }
  }
}
