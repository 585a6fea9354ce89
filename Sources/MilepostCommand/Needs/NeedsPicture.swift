import GraphvizLayout
import PlanComparison
import PlanFiles
import PlanModel
import PlanRendering
import PlanSchedule

/// The answer to a backward question as a picture.
struct NeedsPicture {
  /// The same answer as text: what is open and assumed comes from it.
  let text: NeedsText
  /// The what-ifs as written in the call.
  let changes: [String]

  func answer(_ format: PictureFormat, _ loaded: LoadedPlan) throws(InvalidInput) -> Answer {
    var answer = Answer(
      remarks: loaded.remarks.filter { $0.severity != .note }, places: loaded.places, inputs: loaded.files)
    do {
      answer.picture = try format.bytes(of: try picture())
    } catch {
      throw loaded.refusal(.badArgument, error.description, "ask about less, for example one --for", of: "-o")
    }
    return answer
  }

  private func picture() throws(DrawingFailure) -> SVGPicture {
    let context = ChartContext(text.outlook, words: text.words, notes: notes)
    switch text.result {
    case .latest(let needs, let isTarget, _): return DueChart(needs, isTarget: isTarget, context).picture
    case .tolerance(let tolerances, _): return ToleranceChart(tolerances, context).picture
    case .interfaces(let rows): return InterfaceChart(rows, context).picture
    case .collisions(let collisions, let event, let only):
      return CollisionChart(collisions, event: event, only: only, context).picture
    case .during(let during): return DuringChart(during, context).picture
    case .frames(let ranking): return FrameChart(ranking, context).picture
    case .purchases(let purchases, let changes): return PurchaseChart(purchases, changes: changes, context).picture
    case .touched(let touched): return TouchedChart(touched, changes: changes, context).picture
    case .conflicts(let conflicts):
      let picture = ConflictPicture(conflicts, context)
      guard let drawing = picture.drawing else { return picture.nothing }
      return try PageFit(turns: true).page(of: drawing).picture
    }
  }

  /// The range over open gaps, and how much is assumed.
  private var notes: [String] {
    var notes: [String] = []
    if let range = text.overGaps { notes += text.sentences(over: range) }
    if case .latest(_, _, let range?) = text.result {
      notes.append(text.words.needsAsWork(range.gaps, isSame: range.rows.isEmpty))
      notes += range.rows.map { row in
        let days = Readings(first: row.due.first.likely, last: row.due.last.likely)
        return "\(text.words.names[row.id]): \(text.words.lastDays(days, isAtMost: !row.lacks.isEmpty))"
      }
    }
    let assumed = text.words.assumptions(
      behind: text.result.subjects + (text.overGaps?.asWork.subjects ?? []), in: [text.outlook]
    ).items.count
    return notes + (assumed == 0 ? [] : [text.words.restsOn(assumed)])
  }
}
