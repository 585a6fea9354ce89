import CMilepostKernels

/// The instructions that the inner loops run on; all give the same bits.
public enum KernelPath: String, Hashable, Sendable, CaseIterable {
  /// Plain Swift, on every processor.
  case baseline
  case avx2
  case avx512

  /// The paths that this processor has, narrowest first.
  public static var available: [KernelPath] { Array(allCases.prefix(1 + Int(milepost_widest_path()))) }

  /// The widest path of this processor, asked for once.
  public static let widest: KernelPath = available.last ?? .baseline
}
