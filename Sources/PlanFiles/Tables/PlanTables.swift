public import PlanModel

/// A plan as two CSV tables, activities and links, as `PlanReader` reads them.
///
///     let tables = PlanTables(plan)
///     tables.activities      // id,name,duration\r\ndig,Dig,3d\r\n
///     tables.omissions       // what tables cannot say, so that nothing is lost in silence
///
/// Cells are quoted as RFC 4180 says. One that spreadsheets would compute (it begins with `=`, `+`, `-`, `@`, a tab or a
/// carriage return) gets an apostrophe in front, and so does one that begins with apostrophes and then such a character;
/// the reader takes one off again, so that what is carried comes back exactly. Columns that no row needs are left out.
public struct PlanTables: Sendable {
  /// What stands between cells.
  public enum Separator: String, Sendable, CaseIterable {
    case comma, semicolon

    var byte: UInt8 { self == .comma ? Byte.comma : Byte.semicolon }
  }

  /// Something that tables cannot say.
  public struct Omission: Hashable, Sendable {
    /// In the plural: `windows`, `notes of activities`.
    public let kind: String
    /// How many facts of this kind the tables leave out; at least 1.
    public let count: Int
  }

  /// `activities.csv`, UTF-8 with CRLF.
  public let activities: [UInt8]
  /// `links.csv`, UTF-8 with CRLF.
  public let links: [UInt8]
  /// What was left out, by kind, in the order in which it was met.
  public let omissions: [Omission]

  /// Writes a plan.
  ///
  /// - Parameter hasMark: begins both files with a byte order mark, by which older spreadsheets know UTF-8.
  /// - Complexity: O(activities + links).
  public init(_ plan: Plan, separator: Separator = .comma, hasMark: Bool = false) {
    var omitted = Omissions(of: plan)
    activities = TableWriter.write(separator, hasMark, KeyTable.activityColumns, key: 1, plan.activities) {
      ActivityCells($0, &omitted).cells
    }
    links = TableWriter.write(separator, hasMark, KeyTable.linkColumns, key: 2, plan.links) {
      LinkCells($0, &omitted).cells
    }
    omissions = omitted.list
  }
}

/// Writes rows as RFC 4180 has them.
enum TableWriter {
  /// One table with the columns that any row fills, and always the first `key` ones.
  static func write<Row>(
    _ separator: PlanTables.Separator, _ hasMark: Bool, _ columns: [String], key: Int, _ rows: [Row],
    _ cells: (Row) -> [String]
  ) -> [UInt8] {
    let texts = rows.map(cells)
    let used = columns.indices.filter { column in
      column < key || texts.contains { !$0[column].isEmpty }
    }
    var bytes: [UInt8] = hasMark ? [0xEF, 0xBB, 0xBF] : []
    func end(_ last: Bool) { bytes += last ? [Byte.carriageReturn, Byte.lineFeed] : [separator.byte] }
    for column in used {
      bytes += columns[column].utf8
      end(column == used.last)
    }
    for row in texts {
      for column in used {
        append(row[column], to: &bytes)
        end(column == used.last)
      }
    }
    return bytes
  }

  /// Appends one cell, marked and quoted where it must be.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    let utf8 = Array(text.utf8)
    guard let first = utf8.first, let last = utf8.last else { return }
    let begin = utf8.first { $0 != Byte.apostrophe }
    let isMarked = begin.map(Byte.beginsFormula) ?? false
    let isPlain =
      !isMarked && first > Byte.space && last > Byte.space && first < 0x80 && last < 0x80
      && !utf8.contains {
        $0 == Byte.quote || $0 == Byte.comma || $0 == Byte.semicolon || $0 == Byte.lineFeed
          || $0 == Byte.carriageReturn
      }
    if isPlain {
      bytes += utf8
      return
    }
    bytes.append(Byte.quote)
    if isMarked { bytes.append(Byte.apostrophe) }
    for byte in utf8 {
      if byte == Byte.quote { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(Byte.quote)
  }
}
