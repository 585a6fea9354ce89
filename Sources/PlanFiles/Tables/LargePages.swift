#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Large pages for long lists, where the system has them.
///
/// A list of a million activities takes a hundred megabytes that nothing has touched before. Each page of 4 KB costs a fault and
/// its clearing, and look-ups all over the list miss what remembers where pages lie; a page of 2 MB does the same once. Only
/// advice: nothing else changes, and where the system does not heed it everything works as before.
enum LargePages {
  /// Shorter lists are not worth it.
  private static let least = 4 << 20

  /// To be called before the memory is touched.
  static func advise(_ memory: UnsafeMutableRawBufferPointer) {
    #if canImport(Glibc) || canImport(Musl)
      let page = sysconf(Int32(_SC_PAGESIZE))
      guard memory.count >= least, let start = memory.baseAddress, page > 0 else { return }
      // Whole pages only: what stands beside the list is none of our business.
      let skipped = (page - Int(bitPattern: start) % page) % page
      madvise(start + skipped, (memory.count - skipped) / page * page, MADV_HUGEPAGE)
    #endif
  }
}

extension Array {
  /// Reserves room, in large pages where that is worth it.
  mutating func reserveLargePages(_ count: Int) {
    reserveCapacity(count)
    let capacity = capacity
    withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      LargePages.advise(
        UnsafeMutableRawBufferPointer(
          start: base + buffer.count, count: (capacity - buffer.count) * MemoryLayout<Element>.stride))
    }
  }
}
