// swift-tools-version: 6.0
import PackageDescription

let package = Package(
    name: "zipingbiao",
    products: [
        .executable(name: "zipingbiao", targets: ["zipingbiao"]),
        // For Tests/Fuzz, a package of its own: the program is one executable.
        .library(name: "SpreadsheetReading", targets: ["SpreadsheetReading"]),
        .library(name: "SpreadsheetWriting", targets: ["SpreadsheetWriting"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CIsal", pkgConfig: "libisal", providers: [.apt(["libisal-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "Spreadsheet"),
        .target(name: "SpreadsheetReading", dependencies: ["CExpat", "CIsal", "CLibXML2", "CZlib", "Spreadsheet"]),
        .target(
            name: "SpreadsheetWriting", dependencies: ["CXlsxWriter", "CZlib", "Spreadsheet", "SpreadsheetReading"]),
        .target(name: "Assessment", dependencies: ["Spreadsheet"]),
        .target(
            name: "FormTemplates",
            dependencies: ["Assessment", "Spreadsheet", "Yams"],
            path: ".",
            sources: ["Sources/FormTemplates"],
            resources: [.copy("Templates")]
        ),
        .target(name: "FormRecognition", dependencies: ["Assessment", "FormTemplates", "Spreadsheet"]),
        .target(name: "FormFilling", dependencies: ["Assessment", "FormRecognition", "FormTemplates", "Spreadsheet"]),
        .target(name: "Reports", dependencies: ["Assessment", "FormRecognition", "FormTemplates", "Spreadsheet"]),
        .target(
            name: "TableConversion",
            dependencies: [
                "FormRecognition", "FormTemplates", "Spreadsheet", "SpreadsheetReading", "SpreadsheetWriting",
            ]),
        .target(
            name: "FormJobs",
            dependencies: [
                "Assessment", "FormFilling", "FormRecognition", "FormTemplates", "Reports", "Spreadsheet",
                "SpreadsheetReading", "SpreadsheetWriting", "TableConversion",
            ]),
        .executableTarget(
            name: "zipingbiao",
            dependencies: [
                "Assessment", "FormJobs", "FormRecognition", "FormTemplates", "Reports", "Spreadsheet",
                "SpreadsheetReading", "SpreadsheetWriting", "TableConversion",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .target(name: "TestProgram", path: "Tests/TestProgram"),
        .target(name: "TestArchive", dependencies: ["CZlib"], path: "Tests/TestArchive"),
        .testTarget(name: "SpreadsheetTests", dependencies: ["Spreadsheet"]),
        .testTarget(
            name: "SpreadsheetReadingTests",
            dependencies: ["CZlib", "Spreadsheet", "SpreadsheetReading", "TestArchive"]),
        .testTarget(name: "CompatTests", dependencies: ["Spreadsheet", "SpreadsheetReading"]),
        .testTarget(
            name: "SpreadsheetWritingTests",
            dependencies: ["Spreadsheet", "SpreadsheetReading", "SpreadsheetWriting"],
            exclude: ["Support/judge.py"]),
        .testTarget(
            name: "MarkedTests",
            dependencies: ["Assessment", "Reports", "Spreadsheet", "SpreadsheetReading", "SpreadsheetWriting"]),
        .testTarget(
            name: "RoundTripTests", dependencies: ["Spreadsheet", "SpreadsheetReading", "SpreadsheetWriting"]),
        .testTarget(
            name: "TableConversionTests",
            dependencies: [
                "Spreadsheet", "SpreadsheetReading", "SpreadsheetWriting", "TableConversion", "TestArchive",
            ]),
        .testTarget(name: "AssessmentTests", dependencies: ["Assessment", "Spreadsheet"]),
        .testTarget(
            name: "FormTests",
            dependencies: [
                "Assessment", "FormFilling", "FormJobs", "FormRecognition", "FormTemplates", "Reports", "Spreadsheet",
                "SpreadsheetReading", "SpreadsheetWriting",
            ]
        ),
        .testTarget(
            name: "ReportsTests",
            dependencies: ["Assessment", "FormRecognition", "FormTemplates", "Reports", "Spreadsheet"]),
        .testTarget(
            name: "FormJobsTests",
            dependencies: [
                "Assessment", "FormJobs", "FormRecognition", "FormTemplates", "Reports", "Spreadsheet",
                "SpreadsheetReading",
                "SpreadsheetWriting", "TestProgram",
            ]),
        .testTarget(
            name: "CommandTests",
            dependencies: ["zipingbiao", "Spreadsheet", "SpreadsheetReading", "TestArchive", "TestProgram"]),
    ],
    swiftLanguageModes: [.v6]
)

// The path of `FormTemplates` is the package itself, so that `Templates/` can stand at the top level and still be its resource. All else
// is none of its own; without this list SwiftPM asks what each file is for.
for target in package.targets where target.name == "FormTemplates" {
    let others = package.targets.filter { $0.type != .test && $0.path == nil }
    target.exclude =
        ["Documentation", "LICENSE", "Makefile", "Output", "README.md", "Tests"] + others.map { "Sources/\($0.name)" }
}
