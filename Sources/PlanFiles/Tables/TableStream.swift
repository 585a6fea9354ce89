#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file on its way through memory: whole lines at a time, checked as ``SourceText`` checks them.
///
///     while let bytes = stream.bytes(after: done) { done = use(bytes) }
///
/// What was read stays in the processor's cache until it is used, and a file of any length needs little memory.
final class TableStream {
  /// How long the file was when it was opened.
  let size: Int
  /// Whether nothing follows the bytes.
  private(set) var isWhole = false
  /// Whether the byte order mark was looked for.
  private var hasBegun = false
  private let descriptor: Int32
  private var store: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// How many bytes the store holds.
  private var count = 0
  /// How many of them are whole lines, or the end of the file, and checked.
  private var usable = 0

  /// How many bytes readers look at together, and so perhaps farther than the last one.
  static let padding = 64
  /// Rows beyond this are read with the whole file.
  private static let largest = 1 << 26

  /// Nil where the file cannot be opened.
  init?(_ path: String, size: Int, capacity: Int = 1 << 18) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
    self.size = size
    self.capacity = capacity
    store = Self.allocated(capacity)
  }

  deinit {
    store.deallocate()
    close(descriptor)
  }

  private static func allocated(_ capacity: Int) -> UnsafeMutablePointer<UInt8> {
    let store = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + padding)
    store.initialize(repeating: 0, count: capacity + padding)
    return store
  }

  /// The bytes that follow the first `done` of those before; what was left of these stands first.
  ///
  /// More than before, unless the file is ``isWhole``; none where the end of a line is farther away. Nil where the system
  /// refuses, a line is too long, or the bytes are not what tables may hold.
  func bytes(after done: Int) -> UnsafeBufferPointer<UInt8>? {
    drop(done)
    usable -= done
    if count == capacity {
      guard capacity < Self.largest else { return nil }
      let larger = Self.allocated(2 * capacity)
      larger.update(from: store, count: count)
      store.deallocate()
      (store, capacity) = (larger, 2 * capacity)
    }
    guard fill() else { return nil }
    if !hasBegun {
      hasBegun = true
      if count >= 3, store[0] == 0xEF, store[1] == 0xBB, store[2] == 0xBF { drop(3) }
    }
    (store + count).update(repeating: 0, count: Self.padding)
    var end = count
    if !isWhole {
      while end > usable, store[end - 1] != Byte.lineFeed { end -= 1 }
    }
    guard SourceText.isTable(UnsafeBufferPointer(start: store + usable, count: end - usable)) else { return nil }
    usable = end
    return UnsafeBufferPointer(start: store, count: usable)
  }

  private func drop(_ done: Int) {
    count -= done
    store.update(from: store + done, count: count)
  }

  /// Reads until the store is full or the file at its end; false where the system refuses.
  private func fill() -> Bool {
    while count < capacity, !isWhole {
      #if canImport(Glibc)
        let read = Glibc.read(descriptor, store + count, capacity - count)
      #elseif canImport(Musl)
        let read = Musl.read(descriptor, store + count, capacity - count)
      #else
        let read = Darwin.read(descriptor, store + count, capacity - count)
      #endif
      if read < 0, errno == EINTR { continue }
      guard read >= 0 else { return false }
      isWhole = read == 0
      count += read
    }
    return true
  }
}
