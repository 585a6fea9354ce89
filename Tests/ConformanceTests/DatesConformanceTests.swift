import Foundation
import PlanModel
import Testing

/// Reads the date cases below the folder that the environment variable MILEPOST_CASES names.
///
/// A case file of kind `edtf` or `phrases` lists texts with the first and last day they mean; null is an open side.
@Suite struct `Conformance of dates` {
  @Test(arguments: DateCases.edtf)
  func `EDTF means the days of the case files`(written: DateCases.Written) {
    written.check()
  }

  @Test(arguments: DateCases.phrases)
  func `phrases mean the days of the case files`(written: DateCases.Written) {
    written.check()
  }

  @Test func `case files are found when their folder is named`() {
    guard let folder = DateCases.folder else {
      print("MILEPOST_CASES is unset: conformance cases not read")
      return
    }
    #expect(DateCases.unreadable.isEmpty, "unreadable case files: \(DateCases.unreadable)")
    print("date cases below \(folder): \(DateCases.edtf.count) of EDTF, \(DateCases.phrases.count) phrases")
  }
}

enum DateCases {
  struct Written: Sendable, Decodable, CustomTestStringConvertible {
    var text: String
    var lower: String?
    var upper: String?
    var edtf: String?
    var reportYear: Int?
    var file: String?
    var hasBounds = true

    enum CodingKeys: String, CodingKey { case text, lower, upper, edtf, reportYear }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      text = try fields.decode(String.self, forKey: .text)
      lower = try fields.decodeIfPresent(String.self, forKey: .lower)
      upper = try fields.decodeIfPresent(String.self, forKey: .upper)
      edtf = try fields.decodeIfPresent(String.self, forKey: .edtf)
      reportYear = try fields.decodeIfPresent(Int.self, forKey: .reportYear)
      hasBounds = fields.contains(.lower) || fields.contains(.upper)
    }

    var testDescription: String { "\(text) (\(file ?? "?"))" }

    /// A text without bounds is one that must be refused.
    func check() {
      guard hasBounds else {
        #expect(throws: DateProblem.self, "\(self)") { try DateSpan(text) }
        return
      }
      // Cases of the standard reach further back than plans do.
      let context = DateContext(reportYear: reportYear, years: 1...9999)
      do {
        let span = try DateSpan(text, context: context)
        #expect(span.earliest?.description == lower, "earliest day of \(testDescription)")
        #expect(span.latest?.description == upper, "latest day of \(testDescription)")
        if let edtf { #expect(span.edtf == edtf, "EDTF of \(testDescription)") }
      } catch {
        Issue.record("\(testDescription): \(error.reason), \(error.hint)")
      }
    }
  }

  private struct CaseFile: Decodable {
    var kind: String
    var expected: [Written]
  }

  private struct Kind: Decodable {
    var kind: String?
  }

  static let folder = ProcessInfo.processInfo.environment["MILEPOST_CASES"]
  static var edtf: [Written] { all.written["edtf"] ?? [] }
  static var phrases: [Written] { all.written["phrases"] ?? [] }
  static var unreadable: [String] { all.unreadable }

  private static let all: (written: [String: [Written]], unreadable: [String]) = {
    var written: [String: [Written]] = [:]
    var unreadable: [String] = []
    guard let folder, let files = FileManager.default.enumerator(atPath: folder) else { return ([:], []) }
    let paths = files.compactMap { $0 as? String }.filter { $0.hasSuffix(".json") }.sorted()
    for path in paths {
      guard let data = FileManager.default.contents(atPath: folder + "/" + path),
        let kind = try? JSONDecoder().decode(Kind.self, from: data), let kind = kind.kind,
        ["edtf", "phrases"].contains(kind)
      else { continue }
      guard let file = try? JSONDecoder().decode(CaseFile.self, from: data) else {
        unreadable.append(path)
        continue
      }
      written[kind, default: []] += file.expected.map { row in
        var row = row
        row.file = path
        return row
      }
    }
    return (written, unreadable)
  }()
}
