/// Elements of which the smallest comes out first.
package struct Heap<Element: Comparable> {
  private var elements: [Element] = []

  package init() {}

  package var count: Int { elements.count }

  package mutating func insert(_ element: Element) {
    var place = elements.count
    elements.append(element)
    while place > 0, elements[place] < elements[(place - 1) / 2] {
      elements.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  /// Takes the smallest out; nil where there is none.
  package mutating func removeFirst() -> Element? {
    guard let last = elements.popLast() else { return nil }
    guard let first = elements.first else { return last }
    elements[0] = last
    var place = 0
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2] where child < elements.count && elements[child] < elements[least] {
        least = child
      }
      if least == place { return first }
      elements.swapAt(place, least)
      place = least
    }
  }
}
