/// The cells of one row, as those see them who make facts of them.
protocol TableRow: ~Copyable {
  /// At most as many as the header has.
  var count: Int { get }
  func isEmpty(_ number: Int) -> Bool
  /// The text of a cell, without quotes and without the mark that keeps spreadsheets from computing it; it lives as long as
  /// the row.
  func bytes(_ number: Int) -> UnsafeBufferPointer<UInt8>
  /// Where a cell stands.
  func mark(_ number: Int) -> YamlMark
}

extension TableRow where Self: ~Copyable {
  func text(_ number: Int) -> String { String(decoding: bytes(number), as: UTF8.self) }
}

/// A row that ``TableScanner`` has read, its texts written out.
final class ScannedRow: TableRow {
  private let store: UnsafeMutableBufferPointer<UInt8>
  private var ranges: [Range<Int>] = []
  private let marks: [YamlMark]

  init(_ scanner: TableScanner) {
    let texts = scanner.cells.map { Array(scanner.text($0).utf8) }
    store = .allocate(capacity: texts.reduce(0) { $0 + $1.count })
    marks = scanner.cells.map(\.mark)
    var end = 0
    for text in texts {
      for (place, byte) in text.enumerated() { store.initializeElement(at: end + place, to: byte) }
      ranges.append(end..<end + text.count)
      end += text.count
    }
  }

  deinit { store.deallocate() }

  var count: Int { ranges.count }
  func isEmpty(_ number: Int) -> Bool { ranges[number].isEmpty }
  func bytes(_ number: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(UnsafeMutableBufferPointer(rebasing: store[ranges[number]]))
  }
  func mark(_ number: Int) -> YamlMark { marks[number] }
}
