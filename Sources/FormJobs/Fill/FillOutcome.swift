import FormFilling
import Foundation
import Reports
import Spreadsheet

/// A form that was filled, not written yet.
public struct FillOutcome: Sendable {
    /// What there is to say of it.
    public private(set) var report: FillReport
    /// The form.
    public let form: FilledForm
    /// The name that it gets in a folder.
    public let fileName: String

    init(report: FillReport, form: FilledForm, fileName: String) {
        self.report = report
        self.form = form
        self.fileName = fileName
    }

    /// Its path at a place that the person named: a folder takes the form under its own name; a path that ends in .xlsx is the form's.
    public func path(at place: String) -> String {
        if place.lowercased().hasSuffix(".xlsx") {
            return OutputName.marked(place, OutputName.mark(report))
        }
        return place.hasSuffix("/") ? place + fileName : place + "/" + fileName
    }

    /// Notes that the form was written: the report names the file from now on.
    public mutating func wasWritten(to path: String) {
        let name = URL(fileURLWithPath: path).lastPathComponent
        for index in report.cut.indices { report.cut[index].source.file = name }
        report.output = path
    }
}
