import PlanModel
import PlanRendering

/// A dependency picture as a table: who must deliver, to whom, and what the line says.
struct GraphText {
  let drawing: GraphDrawing
  let language: Language
  let width: Int

  private func pick(_ norwegian: String, _ english: String) -> String {
    Words(language: language).pick(norwegian, english)
  }

  var text: String {
    let titles = Dictionary(drawing.nodes.map { ($0.id, $0.title) }) { first, _ in first }
    var table = TextTable(columns: [
      .init(pick("Må levere", "Must deliver")), .init(pick("Venter", "Depends")), .init(pick("Hva", "What")),
    ])
    for edge in drawing.edges {
      let what = (edge.label ?? "").split(separator: "\n").joined(separator: " ")
      table.add([titles[edge.from] ?? edge.from, titles[edge.to] ?? edge.to, what])
    }
    var lines = [drawing.title, drawing.subtitle, ""]
    lines.append(table.text(width: width))
    for footnote in drawing.footnotes { lines += wrapped(footnote, to: width) }
    return lines.joined(separator: "\n") + "\n"
  }
}
