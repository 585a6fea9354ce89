import Dispatch

/// Waits on this thread for work that runs on others.
func waiting<Value: Sendable>(for work: @escaping @Sendable () async throws -> Value) throws -> Value {
  let outcome = Outcome<Value>()
  let isDone = DispatchSemaphore(value: 0)
  Task.detached {
    do {
      outcome.result = .success(try await work())
    } catch {
      outcome.result = .failure(error)
    }
    isDone.signal()
  }
  isDone.wait()
  guard let result = outcome.result else { throw CancellationError() }
  return try result.get()
}

/// Written before the semaphore is signalled, read after it was waited for.
private final class Outcome<Value: Sendable>: @unchecked Sendable {
  var result: Result<Value, any Error>?
}
