// swift-tools-version: 6.2
import PackageDescription

// The rooms in story order. A room declares only the rooms it uses, all above it.

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "milepost",
  products: [
    .library(name: "Milepost", targets: ["Milepost"]),
    .library(name: "PlanFiles", targets: ["PlanFiles"]),  // plan folders and tables as plans
    .executable(name: "milepost", targets: ["MilepostCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // The engine: plain Swift over integer time, no Foundation, no packages.
    .target(name: "PlanModel", swiftSettings: strict),  // what a plan says
    .target(name: "PlanGraph", dependencies: ["PlanModel"], swiftSettings: strict),  // what depends on what
    .target(name: "PlanSchedule", dependencies: ["PlanModel", "PlanGraph"], swiftSettings: strict),  // when it happens
    .target(
      name: "PlanComparison", dependencies: ["PlanModel", "PlanGraph", "PlanSchedule"],
      swiftSettings: strict),  // what moved, and why
    .target(name: "CMilepostKernels"),  // the wide paths of the simulation's inner loops
    .target(
      name: "PlanSimulation",
      dependencies: ["PlanModel", "PlanGraph", "PlanSchedule", "PlanComparison", "CMilepostKernels"],
      swiftSettings: strict),  // how sure we are
    .target(
      name: "Milepost", dependencies: ["PlanModel", "PlanGraph", "PlanSchedule", "PlanComparison", "PlanSimulation"],
      swiftSettings: strict),  // the engine under one name

    // Pictures and pages as pure values.
    .target(
      name: "PlanRendering",
      dependencies: ["PlanModel", "PlanGraph", "PlanSchedule", "PlanComparison", "PlanSimulation"],
      swiftSettings: strict),

    // The edges.
    .target(name: "CTableBytes"),  // many bytes of a table looked at together
    .target(
      name: "PlanFiles", dependencies: ["PlanModel", "CTableBytes", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .systemLibrary(name: "CGraphviz", pkgConfig: "libgvc", providers: [.apt(["libgraphviz-dev"])]),
    .target(name: "CGraphvizShim", dependencies: ["CGraphviz"]),  // and librsvg, loaded when a picture is drawn
    .target(name: "GraphvizLayout", dependencies: ["PlanRendering", "CGraphvizShim"], swiftSettings: strict),
    .target(name: "CLargePages"),  // memory for a program that answers once
    .executableTarget(
      name: "MilepostCommand",
      dependencies: [
        "PlanModel", "PlanGraph", "PlanSchedule", "PlanComparison", "PlanSimulation", "PlanRendering", "PlanFiles",
        "GraphvizLayout", "CLargePages",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Measure the kernels; in no product, so that only this package builds them.
    .target(name: "CProbeKernels", dependencies: ["CMilepostKernels"]),  // generators to measure beside our own
    .executableTarget(
      name: "PlanProbes",
      dependencies: [
        "PlanModel", "PlanGraph", "PlanSchedule", "PlanSimulation", "CMilepostKernels", "CProbeKernels",
      ],
      swiftSettings: strict),

    .testTarget(name: "PlanModelTests", dependencies: ["PlanModel"], swiftSettings: strict),
    .testTarget(name: "PlanGraphTests", dependencies: ["PlanModel", "PlanGraph"], swiftSettings: strict),
    .testTarget(
      name: "PlanScheduleTests", dependencies: ["PlanModel", "PlanGraph", "PlanSchedule"], swiftSettings: strict),
    .testTarget(
      name: "PlanComparisonTests", dependencies: ["PlanModel", "PlanSchedule", "PlanComparison"],
      swiftSettings: strict),
    .testTarget(
      name: "PlanSimulationTests", dependencies: ["PlanModel", "PlanSchedule", "PlanComparison", "PlanSimulation"],
      swiftSettings: strict),
    .testTarget(
      name: "PlanRenderingTests",
      dependencies: ["PlanModel", "PlanSchedule", "PlanComparison", "PlanSimulation", "PlanRendering"],
      swiftSettings: strict),
    .testTarget(name: "PlanFilesTests", dependencies: ["PlanModel", "PlanFiles"], swiftSettings: strict),
    .testTarget(name: "GraphvizLayoutTests", dependencies: ["PlanRendering", "GraphvizLayout"], swiftSettings: strict),
    .testTarget(
      name: "MilepostCommandTests", dependencies: ["PlanModel", "MilepostCommand"], swiftSettings: strict),
    .testTarget(
      name: "ConformanceTests",
      dependencies: ["PlanModel", "PlanGraph", "PlanSchedule", "PlanComparison", "PlanSimulation"],
      exclude: ["Cases"], swiftSettings: strict),
  ]
)
