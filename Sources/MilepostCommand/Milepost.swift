@main
struct Milepost {
  static func main() {}
}
