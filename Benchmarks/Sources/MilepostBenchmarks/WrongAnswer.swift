/// A benchmark that would have measured a wrong answer.
struct WrongAnswer: Error, CustomStringConvertible {
  let description: String
}
