import Spreadsheet

/// An error as a JSON object.
struct FailureRoot: Encodable {
    struct Item: Encodable {
        var code: String
        var exitStatus: Int32
        var message: String
        var advice: String
        var cause: String?
    }

    var schemaVersion = JSONReport.schemaVersion
    var path: String?
    var sheet: String?
    var error: Placed<Item>

    init(_ error: ToolError, path: String?, sheet: String?) {
        self.path = path
        self.sheet = sheet
        self.error = Placed(
            Item(
                code: error.code.rawValue, exitStatus: error.code.exitStatus, message: error.message,
                advice: error.advice, cause: error.cause), at: error.place.map { JSONPlace($0) })
    }
}
