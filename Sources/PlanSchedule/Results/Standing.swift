package import PlanModel

/// What the date of one activity rests on, in one byte: sweeps look up that of every predecessor.
package struct Standing: Sendable {
  /// From the lowest: three bits for each basis, and one for each answer.
  private var bits: UInt8 = 0

  /// The weakest basis among the activity's facts and those of all its hard ancestors.
  package internal(set) var basis: Basis {
    get { Basis(rawValue: bits & 7) ?? .unknown }
    set { bits = bits & ~7 | newValue.rawValue }
  }

  /// The weakest basis on the driving chains.
  package internal(set) var drivenBasis: Basis {
    get { Basis(rawValue: bits >> 3 & 7) ?? .unknown }
    set { bits = bits & ~0o70 | newValue.rawValue << 3 }
  }

  /// Whether the activity's own date is unknown: an undated root, an unknown duration, an overdue or halted event.
  package internal(set) var isUndated: Bool {
    get { bits & 0x40 != 0 }
    set { bits = newValue ? bits | 0x40 : bits & ~0x40 }
  }

  /// Whether something undated is among the hard ancestors.
  package internal(set) var isWaiting: Bool {
    get { bits & 0x80 != 0 }
    set { bits = newValue ? bits | 0x80 : bits & ~0x80 }
  }
}
