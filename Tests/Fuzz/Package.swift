// swift-tools-version: 6.0
import PackageDescription

/// What every fuzz target needs.
let needed: [Target.Dependency] = [
    "CFuzzer",
    .product(name: "SpreadsheetReading", package: "zipingbiao"),
    .product(name: "SpreadsheetWriting", package: "zipingbiao"),
]

/// Built by run.sh only: the sanitizers come as flags for everything, so that what is tested is instrumented too.
let package = Package(
    name: "Fuzz",
    dependencies: [.package(name: "zipingbiao", path: "../..")],
    targets: [
        .systemLibrary(name: "CFuzzer", path: "Sources/CFuzzer"),
        .target(name: "FuzzSupport", dependencies: needed),
        .executableTarget(name: "fuzz-xlsx", dependencies: needed + ["FuzzSupport"], path: "Sources/FuzzXLSX"),
        .executableTarget(name: "fuzz-xls", dependencies: needed + ["FuzzSupport"], path: "Sources/FuzzXLS"),
        .executableTarget(name: "fuzz-csv", dependencies: needed + ["FuzzSupport"], path: "Sources/FuzzCSV"),
        .executableTarget(name: "fuzz-html", dependencies: needed + ["FuzzSupport"], path: "Sources/FuzzHTML"),
    ],
    swiftLanguageModes: [.v6]
)
