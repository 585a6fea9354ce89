public import PlanModel
public import PlanSchedule

/// What each of several changes adds to the move of a date, so that the shares add up to it exactly.
///
///     let shares = try ChangeShares(of: changes, on: plan, for: ["x.bergen-start"], by: .shapley)
///     shares["x.bergen-start"]?.first.map(\.minutes)      // [8640, 1440]
///
/// Changes that act together have no shares of their own by nature: two slips that meet at one test move it by the
/// larger, not by the sum. A method says how the joint effect is divided.
public struct ChangeShares: Sendable {
  /// How several changes share a move.
  public enum Method: String, Hashable, Sendable, CaseIterable {
    /// What each change adds to those before it, in the order given.
    case sequential
    /// The mean of what each change adds, over all orders: up to ``limit`` changes exact, by all subsets; above that, and where
    /// all subsets are too much work for a large plan, over a sample of orders.
    ///
    /// Shapley, A Value for n-Person Games, 1953.
    case shapley
  }

  /// One change's share in the move of one date.
  public struct Share: Hashable, Sendable {
    /// How far this change alone would move the date; what it is then together with others may be more or less.
    public let alone: ElapsedTime
    /// In minutes.
    public let exact: Fraction
    /// The same in whole minutes, by largest remainder.
    public let minutes: Int
  }

  /// Up to so many changes, all subsets are solved: 4096.
  public static let limit = 12
  /// Above that, about so many sets are solved.
  static let solves = 4096
  /// So many activities are scheduled at most, all sets together: some 15 seconds. Slips count as nothing, since they are spread over
  /// what they move; a plan of 20,000 has room for 9 changes of other kinds exactly.
  public static let work = 16_000_000

  /// The rule by which the joint effect is divided.
  public let method: Method
  /// How many orders were drawn; nil where nothing was.
  public let orders: Int?
  /// The seed that they were drawn with.
  public let seed: UInt64?
  private var shares: [ActivityID: Readings<[Share]>] = [:]

  /// The shares in the move of a date in both readings, by change; nil where it was not asked for.
  public subscript(id: ActivityID) -> Readings<[Share]>? { shares[id] }

  /// Divides the moves of some dates among changes.
  ///
  /// - Parameters:
  ///   - plan: the plan without the changes.
  ///   - work: how many activities may be scheduled, all sets together.
  ///   - solved: makes a network of a plan; what it refuses counts as not changed.
  /// - Throws: where the plan itself cannot be solved.
  /// - Complexity: for each subset (2 × changes for `sequential`, 2 to the number of changes for `shapley`, at most about 4096)
  ///   what its slips move; subsets that differ in more than slips are lowered and scheduled, O(activities + links).
  public init(
    of changes: [Change], on plan: Plan, for ids: [ActivityID], by method: Method, seed: UInt64 = 1,
    work: Int = ChangeShares.work,
    solved: @escaping @Sendable (Plan) throws(InvalidPlan) -> Network = { plan throws(InvalidPlan) in try Network(plan)
    }
  ) throws(InvalidPlan) {
    self.method = method
    var coalitions = Coalitions(plan, changes, ids, lowered: solved)
    let sums: Sums
    if method == .sequential {
      sums = try Sums(over: [Array(changes.indices)], &coalitions)
      (orders, self.seed) = (nil, nil)
    } else if changes.count <= ChangeShares.limit, try Self.fits(changes, plan, work, solved) {
      sums = try Sums(overSubsets: &coalitions)
      (orders, self.seed) = (nil, nil)
    } else {
      let sets = try Self.sets(changes, plan, work, solved)
      let drawn = ChangeShares.orders(of: changes.count, seed: seed, sets: sets)
      sums = try Sums(over: drawn, &coalitions)
      (orders, self.seed) = (drawn.count, seed)
    }
    let none = try coalitions.finishes(changes.map { _ in false })
    let alone = try changes.indices.map { change throws(InvalidPlan) in
      try coalitions.finishes(changes.indices.map { $0 == change })
    }
    for (place, id) in ids.enumerated() {
      func shares(_ sums: [Int], over orders: Int, _ finish: (Readings<[Int32]>) -> Int32) -> [Share] {
        let whole = apportioned(sums, over: orders)
        return changes.indices.map { change in
          Share(
            alone: ElapsedTime(minutes: finish(alone[change]) - finish(none)),
            exact: Fraction(sums[change], over: orders), minutes: whole[change])
        }
      }
      self.shares[id] = Readings(
        first: shares(sums.first[place], over: sums.denominator) { $0.first[place] },
        last: shares(sums.last[place], over: sums.denominator) { $0.last[place] })
    }
  }

  /// How many of the changes must be lowered: all where slips cannot be spread alone.
  private static func lowering(
    _ changes: [Change], _ plan: Plan, _ solved: (Plan) throws(InvalidPlan) -> Network
  ) throws(InvalidPlan) -> Int {
    let others = changes.count { !CoalitionSlips.isSlip($0) }
    if others == changes.count { return others }
    return CoalitionSlips.canSpread(try solved(plan)) ? others : changes.count
  }

  /// Whether all subsets can be solved within so much work.
  private static func fits(
    _ changes: [Change], _ plan: Plan, _ work: Int, _ solved: (Plan) throws(InvalidPlan) -> Network
  ) throws(InvalidPlan) -> Bool {
    if plan.activities.count <= work >> changes.count { return true }
    let count = try lowering(changes, plan, solved)
    return count == 0 || plan.activities.count <= work >> count
  }

  /// How many sets may be solved for orders that are drawn.
  private static func sets(
    _ changes: [Change], _ plan: Plan, _ work: Int, _ solved: (Plan) throws(InvalidPlan) -> Network
  ) throws(InvalidPlan) -> Int {
    let room = work / max(1, plan.activities.count)
    if room >= solves { return solves }
    return try lowering(changes, plan, solved) == 0 ? solves : room
  }

  /// Orders drawn with a seed, each followed by its reverse.
  ///
  /// - Parameter sets: about how many sets may be solved for them.
  static func orders(of count: Int, seed: UInt64, sets: Int = solves) -> [[Int]] {
    var random = SplitMix64(seed: seed)
    var orders: [[Int]] = []
    for _ in 0..<max(sets < solves ? 8 : 32, sets / max(1, 2 * count)) {
      let order = Array(0..<count).shuffled(using: &random)
      orders += [order, order.reversed()]
    }
    return orders
  }
}

/// What each change adds to each date, summed over orders: shares are these over the denominator.
private struct Sums {
  /// By date, by change.
  var first: [[Int]]
  var last: [[Int]]
  let denominator: Int

  private init(_ coalitions: Coalitions, denominator: Int) {
    first = coalitions.ids.map { _ in coalitions.changes.map { _ in 0 } }
    last = first
    self.denominator = denominator
  }

  private mutating func add(
    _ before: Readings<[Int32]>, _ after: Readings<[Int32]>, change: Int, weight: Int
  ) {
    for place in first.indices {
      first[place][change] += weight * (Int(after.first[place]) - Int(before.first[place]))
      last[place][change] += weight * (Int(after.last[place]) - Int(before.last[place]))
    }
  }

  init(over orders: [[Int]], _ coalitions: inout Coalitions) throws(InvalidPlan) {
    self.init(coalitions, denominator: orders.count)
    for order in orders {
      var members = coalitions.changes.map { _ in false }
      var before = try coalitions.finishes(members)
      for change in order {
        members[change] = true
        let after = try coalitions.finishes(members)
        add(before, after, change: change, weight: 1)
        before = after
      }
    }
  }

  /// Over all orders at once: a subset of s of n changes comes before a given other one in s! (n − s − 1)! of them.
  init(overSubsets coalitions: inout Coalitions) throws(InvalidPlan) {
    let count = coalitions.changes.count
    let factorials = (0...count).map { $0 == 0 ? 1 : (1...$0).reduce(1, *) }
    self.init(coalitions, denominator: factorials[count])
    for mask in 0..<(1 << count) {
      var members = (0..<count).map { mask >> $0 & 1 == 1 }
      let before = try coalitions.finishes(members)
      let weight = factorials[mask.nonzeroBitCount] * factorials[max(0, count - mask.nonzeroBitCount - 1)]
      for change in 0..<count where !members[change] {
        members[change] = true
        add(before, try coalitions.finishes(members), change: change, weight: weight)
        members[change] = false
      }
    }
  }
}

/// A small generator of random numbers from a seed (Steele, Lea and Flood, 2014).
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
