// swift-tools-version: 6.2
import PackageDescription

// Measurements stand apart, so that nobody who builds Milepost builds them.

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "milepost-benchmarks",
  products: [.executable(name: "milepost-benchmarks", targets: ["MilepostBenchmarks"])],
  dependencies: [
    .package(name: "milepost", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    // Made-up portfolios of any size, the same for the same seed.
    .target(
      name: "Portfolios", dependencies: [.product(name: "Milepost", package: "milepost")], swiftSettings: strict),
    // Checks an answer, then measures it.
    .executableTarget(
      name: "MilepostBenchmarks",
      dependencies: [
        "Portfolios", .product(name: "Milepost", package: "milepost"),
        .product(name: "PlanFiles", package: "milepost"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "PortfoliosTests",
      dependencies: [
        "Portfolios", .product(name: "Milepost", package: "milepost"),
        .product(name: "PlanFiles", package: "milepost"),
      ],
      swiftSettings: strict),
  ]
)
