import CMilepostKernels

// The inner loops in plain Swift; the wide paths in CMilepostKernels do the same operations in the same order.

typealias Lanes = SIMD8<Float>

/// Row r of a block of rows, as two vectors.
typealias Rows = UnsafeMutablePointer<Lanes>

enum BaselineKernel {
  static func triangles(
    _ triangles: UnsafePointer<milepost_triangle>, _ count: Int, iteration: UInt32, _ work: Rows
  ) {
    let lane = SIMD8<UInt32>(0, 1, 2, 3, 4, 5, 6, 7)
    let first = lane &+ iteration
    let second = lane &+ (iteration &+ 8)
    for index in 0..<count {
      let triangle = triangles[index]
      let out = work + 2 &* Int(triangle.node)
      out[0] = duration(first, triangle)
      out[1] = duration(second, triangle)
    }
  }

  @inline(__always)
  private static func duration(_ lane: SIMD8<UInt32>, _ triangle: milepost_triangle) -> Lanes {
    let u = unitFloat(DrawKey(triangle.key0, triangle.key1, triangle.key2).draw(iterations: lane))
    let below = u .< triangle.split
    let x = ((1 - u) * triangle.falling).replacing(with: u * triangle.rising, where: below)
    let root = milepost_sqrt8(x)
    let minutes = (triangle.high - root).replacing(with: triangle.low + root, where: below)
    return (minutes + 12_582_912) - 12_582_912
  }

  static func forward(
    _ ranges: UnsafePointer<Int32>, _ links: UnsafePointer<milepost_link>, _ floors: UnsafePointer<Float>,
    _ work: Rows, _ rows: Rows, from: Int, to: Int,
    _ conversions: UnsafePointer<milepost_conversion>?, _ converted: Int, _ cells: UnsafePointer<Int32>?,
    _ scratch: Rows
  ) -> Bool {
    var node = from
    var next = 0
    var isInside = true
    while node < to {
      let (d0, d1) = (work[2 &* node], work[2 &* node &+ 1])
      var start0 = Lanes(repeating: floors[node])
      var start1 = start0
      var place = Int(ranges[2 &* node])
      let middle = Int(ranges[2 &* node &+ 1])
      let end = Int(ranges[2 &* node &+ 2])
      while place < middle {
        let row = rows + 2 &* Int(links[place].row)
        let lag = links[place].lag
        start0 = later(start0, row[0] + lag)
        start1 = later(start1, row[1] + lag)
        place &+= 1
      }
      while place < end {
        let row = rows + 2 &* Int(links[place].row)
        let lag = links[place].lag
        start0 = later(start0, row[0] + lag - d0)
        start1 = later(start1, row[1] + lag - d1)
        place &+= 1
      }
      let out = rows + 4 &* node
      out[0] = start0
      out[1] = start1
      out[2] = start0 + d0
      out[3] = start1 + d1
      if let conversions, let cells {
        while next < converted, Int(conversions[next].node) == node {
          if !convert(conversions[next], rows, cells, scratch) { isInside = false }
          next &+= 1
        }
      }
      node &+= 1
    }
    return isInside
  }

  /// Converts a row, with no branch for what is drawn to mislead; gives whether all of it lay in its cells.
  ///
  /// - Parameter scratch: a row of its own.
  @inline(__always)
  private static func convert(
    _ conversion: milepost_conversion, _ rows: Rows, _ cells: UnsafePointer<Int32>, _ scratch: Rows
  ) -> Bool {
    let cells = cells + Int(conversion.cells)
    let last = Lanes(repeating: Float(conversion.count &- 1))
    var isOutside = SIMDMask<SIMD8<Int32>>(repeating: false)
    var half = 0
    while half < 2 {
      let minutes = rows[2 &* Int(conversion.from) &+ half] + conversion.shift
      var cell = (minutes * conversion.inverse + 12_582_912) - 12_582_912
      var rest = minutes - cell * conversion.length
      let isBelow = rest .< 0
      cell.replace(with: cell - 1, where: isBelow)
      rest.replace(with: rest + conversion.length, where: isBelow)
      let isWrong = (cell .< 0) .| (cell .> last)
      isOutside .|= isWrong
      // A whole number below 2²¹ stands in the last bits of its sum with 2²³.
      scratch[0] = cell.replacing(with: 0, where: isWrong) + 8_388_608
      let out = rows.floats + 8 &* (2 &* Int(conversion.to) &+ half)
      let runs = scratch.floats
      var lane = 0
      while lane < 8 {
        let found = cells[Int(runs[lane].bitPattern & 0x1f_ffff)]
        out[lane] = Float(found &>> 1)
        runs[lane] = Float(found & 1)
        lane &+= 1
      }
      rows[2 &* Int(conversion.to) &+ half] += scratch[0] * (rest + conversion.ends)
      half &+= 1
    }
    return !any(isOutside)
  }

  @inline(__always)
  private static func later(_ a: Lanes, _ b: Lanes) -> Lanes { a.replacing(with: b, where: b .> a) }

  static func driving(
    _ ranges: UnsafePointer<Int32>, _ links: UnsafePointer<milepost_link>, _ sources: UnsafePointer<Int32>,
    _ work: Rows, _ rows: Rows, _ marks: UnsafeMutablePointer<UInt16>, _ counts: UnsafeMutablePointer<Int32>,
    _ count: Int
  ) {
    let bit = SIMD8<Int32>(1, 2, 4, 8, 16, 32, 64, 128)
    var node = count &- 1
    while node >= 0 {
      let mark = marks[node]
      if mark != 0 {
        counts[node] &+= Int32(truncatingIfNeeded: mark.nonzeroBitCount)
        let (start0, start1) = (rows[4 &* node], rows[4 &* node &+ 1])
        let (d0, d1) = (work[2 &* node], work[2 &* node &+ 1])
        var place = Int(ranges[2 &* node])
        let middle = Int(ranges[2 &* node &+ 1])
        let end = Int(ranges[2 &* node &+ 2])
        while place < end {
          let row = rows + 2 &* Int(links[place].row)
          let lag = links[place].lag
          var (bound0, bound1) = (row[0] + lag, row[1] + lag)
          if place >= middle {
            bound0 -= d0
            bound1 -= d1
          }
          let same0 = SIMD8<Int32>.zero.replacing(with: bit, where: bound0 .== start0)
          let same1 = SIMD8<Int32>.zero.replacing(with: bit, where: bound1 .== start1)
          let equal = same0.wrappedSum() | (same1.wrappedSum() &<< 8)
          marks[Int(sources[place])] |= mark & UInt16(truncatingIfNeeded: equal)
          place &+= 1
        }
      }
      node &-= 1
    }
  }

  /// Adds sixteen values of each row, their squares, and their products with sixteen of each quantity to eight partial sums.
  static func moments(
    _ rows: UnsafePointer<UnsafePointer<Float>?>, _ count: Int, _ references: UnsafePointer<Float>,
    _ quantities: UnsafePointer<Double>, _ several: Int, _ sums: UnsafeMutablePointer<Double>
  ) {
    var sum = sums
    var index = 0
    while index < count {
      guard let row = rows[index] else { return }
      let reference = references[index]
      var lane = 0
      while lane < 16 {
        let value = Double(row[lane] - reference)
        let own = sum + (lane & 7)
        own[0] += value
        own[8] += value * value
        var quantity = 0
        while quantity < several {
          own[16 &+ 8 &* quantity] += value * quantities[16 &* quantity &+ lane]
          quantity &+= 1
        }
        lane &+= 1
      }
      sum += 16 &+ 8 &* several
      index &+= 1
    }
  }
}
