extension String {
  /// The text of bytes that were found to be UTF-8 before, which are not checked again.
  @inline(__always)
  init(checked bytes: UnsafeBufferPointer<UInt8>) {
    self.init(checked: bytes, isASCII: EightBytes.areASCII(bytes))
  }

  /// The same of bytes of which all are ASCII, or perhaps not.
  @inline(__always)
  init(checked bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool) {
    #if canImport(Darwin)
      self.init(decoding: bytes, as: UTF8.self)
    #else
      self.init(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: isASCII))
    #endif
  }
}
