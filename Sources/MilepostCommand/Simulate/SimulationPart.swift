import PlanComparison
import PlanFiles
import PlanModel
import PlanSchedule
import PlanSimulation

/// A part of a run as a file (`Documentation/schemas/part.json`): the call, the manifest of the whole run, and the futures
/// of some batches with a checksum.
struct SimulationPart {
  static let format = 1

  let shard: Shard
  /// The arguments of `simulate` that make the same run.
  let call: [String]
  /// The manifest of the whole run as text: parts belong together where it is the same.
  let manifest: String
  let manifestJSON: JSONValue
  let futures: Futures

  init(shard: Shard, question: SimulationQuestion, call: [String], futures: Futures) {
    self.shard = shard
    self.call = call
    self.futures = futures
    manifestJSON = question.manifest.json
    manifest = manifestJSON.text
  }

  var digest: String { "sha256:" + SHA256.hexadecimal(of: Array(manifest.utf8)) }

  var json: JSONValue {
    let payload = payload
    return .object(
      [
        ("format", .integer(SimulationPart.format)),
        ("kind", "milepost-simulation-part"),
        ("shard", .object([("number", .integer(shard.number)), ("of", .integer(shard.count))])),
        ("call", JSONValue(call)),
        ("digest", .string(digest)),
        ("manifest", manifestJSON),
        ("checksum", .string(SimulationPart.checksum(of: payload))),
      ] + payload)
  }

  /// The futures.
  private var payload: [(String, JSONValue)] {
    let ids = { (ends: [ActivityID?]) in JSONValue.array(ends.map { JSONValue($0?.text) }) }
    return [
      ("batches", .array(futures.batches.map { .integer($0) })),
      ("ends", ids(futures.ends)),
      ("finishes", .array(futures.finishes.map(SimulationPart.batches))),
      ("driven", ids(futures.driven)),
      ("driving", .array(futures.counts.map { .string($0.map { String($0) }.joined(separator: " ")) })),
    ]
  }

  private static func checksum(of payload: [(String, JSONValue)]) -> String {
    "sha256:" + SHA256.hexadecimal(of: Array(JSONValue.object(payload).text.utf8))
  }

  /// The minutes of each batch as one text.
  private static func batches(_ finishes: [Int32]) -> JSONValue {
    let size = Simulation.batchSize
    return .array(
      stride(from: 0, to: finishes.count, by: size).map { first in
        .string(finishes[first..<min(first + size, finishes.count)].map { String($0) }.joined(separator: " "))
      })
  }

  // MARK: Reading

  /// Reads a part.
  ///
  /// - Parameter name: the file, for what is said of it.
  /// - Throws: where it is no part, is damaged, or comes from another version.
  init(_ bytes: [UInt8], name: String) throws(InvalidInput) {
    func refusal(_ what: String, _ help: String) -> InvalidInput {
      InvalidInput([Diagnostic(.badPart, name, what, help)], places: Places())
    }
    guard let json = JSONValue(parsing: bytes) else {
      throw refusal("is no whole JSON file", "run that part again with 'milepost simulate --shard'")
    }
    guard json["kind"]?.word == "milepost-simulation-part" else {
      throw refusal("is no part of a simulation", "parts are written by 'milepost simulate --shard i/n -o FILE'")
    }
    guard json["format"]?.number == SimulationPart.format else {
      throw refusal(
        "has the form \(json["format"]?.number.map(String.init) ?? "?") of parts, this build reads \(SimulationPart.format)",
        "run all parts and the merge with one version")
    }
    let damaged = refusal("is damaged", "run that part again with 'milepost simulate --shard'")
    guard let number = json["shard"]?["number"]?.number, let count = json["shard"]?["of"]?.number,
      let call = json["call"]?.texts, let manifest = json["manifest"], let digest = json["digest"]?.word,
      let batches = json["batches"]?.list?.map({ $0.number ?? -1 }), let ends = SimulationPart.ids(json["ends"]),
      let driven = SimulationPart.ids(json["driven"]), let finishes = json["finishes"]?.list,
      let driving = json["driving"]?.list, finishes.count == ends.count, driving.count == driven.count,
      ends.first == .some(nil), batches.allSatisfy({ $0 >= 0 && $0 < SamplingChoice.most }),
      batches == batches.sorted(),
      Set(batches).count == batches.count
    else { throw damaged }
    var minutes: [[Int32]] = []
    for end in finishes {
      guard let texts = end.texts, texts.count == batches.count else { throw damaged }
      var row: [Int32] = []
      for text in texts {
        guard let values = SimulationPart.numbers(text, as: Int32.self), values.count == Simulation.batchSize else {
          throw damaged
        }
        row += values
      }
      minutes.append(row)
    }
    var counts: [[Int64]] = []
    for end in driving {
      guard let text = end.word, let values = SimulationPart.numbers(text, as: Int64.self) else { throw damaged }
      counts.append(values)
    }
    shard = Shard(number: number, of: count)
    self.call = call
    manifestJSON = manifest
    self.manifest = manifest.text
    futures = Futures(ends: ends, batches: batches, finishes: minutes, driven: driven, counts: counts)
    guard self.digest == digest, json["checksum"]?.word == SimulationPart.checksum(of: payload) else { throw damaged }
  }

  private static func ids(_ json: JSONValue?) -> [ActivityID?]? {
    json?.list.map { $0.map { $0.word.map { ActivityID($0) } } }
  }

  private static func numbers<Number: FixedWidthInteger>(_ text: String, as type: Number.Type) -> [Number]? {
    var numbers: [Number] = []
    for word in text.utf8.split(separator: 0x20) {
      guard let number = Number(Substring(word)) else { return nil }
      numbers.append(number)
    }
    return numbers
  }
}
