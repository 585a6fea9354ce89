/// Names for the elements of a picture, made from the ids of a plan.
///
///     ElementIDs.sanitised("amk-hso.oslo-start")    // "amk-hso_oslo-start"
///     ElementIDs.sanitised("målform")               // "m-lform-" and a checksum of the id
///
/// The name of an id depends on the id alone, so links and scripts that use it survive changes elsewhere in the plan.
struct ElementIDs {
  private var taken: Set<String> = []

  /// A name that begins with `prefix` and has not been given before.
  mutating func name(for id: String, prefix: String) -> String {
    let wanted = prefix + Self.sanitised(id)
    var name = wanted
    var count = 2
    while !taken.insert(name).inserted {
      name = "\(wanted)-\(count)"
      count += 1
    }
    return name
  }

  /// Keeps a name that stands elsewhere from being given.
  mutating func claim(_ name: String) { taken.insert(name) }

  /// The id in letters, digits, hyphens and underscores; different ids stay different but for checksum luck.
  static func sanitised(_ id: String) -> String {
    var out = ""
    var faithful = true
    for scalar in id.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-": out.unicodeScalars.append(scalar)
      case ".": out += "_"
      default:
        out += "-"
        faithful = false
      }
    }
    if out.utf8.count > 80 {
      out = String(out.prefix(80))
      faithful = false
    }
    return faithful && !out.isEmpty ? out : out + "-" + checksum(id)
  }

  /// FNV-1a over the UTF-8 bytes, 32 bits, as hexadecimal digits.
  private static func checksum(_ text: String) -> String {
    var hash: UInt32 = 2_166_136_261
    for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return String(hash, radix: 16)
  }
}
