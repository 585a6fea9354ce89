/// The number that stands for a name in random draws: 64-bit FNV-1a over its UTF-8 bytes.
///
///     stableID(of: "foobar")    // 0x85944171f73967e8
///
/// It depends on the name alone, never on its place in a plan. Two names can share a number; whoever draws for both has to look.
/// Linear in the length of the name. Method: Fowler, Noll and Vo.
package func stableID(of name: String) -> UInt64 {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
  return hash
}
