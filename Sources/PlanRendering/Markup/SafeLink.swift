/// Addresses that may stand in a picture or page.
public enum SafeLink {
  /// The address, percent-encoded where needed, or nil when it is not a web address, a mail address, relative, or `#…`.
  ///
  ///     SafeLink.address("https://example.org/a b")    // "https://example.org/a%20b"
  ///     SafeLink.address("javascript:alert(1)")        // nil
  public static func address(_ text: String) -> String? {
    guard text.utf8.count <= 4096 else { return nil }
    // Browsers drop control characters and blanks before they read the scheme; so does this.
    var scalars = String.UnicodeScalarView()
    for scalar in PlainText.cleaned(text).unicodeScalars where scalar != "\n" { scalars.append(scalar) }
    while scalars.first == " " { scalars.removeFirst() }
    while scalars.last == " " { scalars.removeLast() }
    guard !scalars.isEmpty, !scalars.starts(with: "//".unicodeScalars), !scalars.contains("\\") else { return nil }
    if let colon = scalars.firstIndex(of: ":") {
      let head = scalars[..<colon]
      if !head.contains(where: { $0 == "/" || $0 == "?" || $0 == "#" }) {
        guard ["http", "https", "mailto"].contains(String(head).lowercased()) else { return nil }
      }
    }
    var out = ""
    for byte in String(scalars).utf8 {
      let plain = byte > 0x20 && byte < 0x7F && !"\"'<>`{}|^".utf8.contains(byte)
      if plain {
        out.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = Array("0123456789ABCDEF")
        out += "%" + String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      }
    }
    return out
  }
}
