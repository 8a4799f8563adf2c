import FormRecognition
import FormTemplates
import Spreadsheet

/// What there is to say after a blank was learned, for every renderer.
public struct LearnReport: Renderable {
    /// The blank.
    public var workbook: Workbook
    /// What its places are.
    public var map: FormMap
    /// What is not certain.
    public var questions: [LearnedForm.Question]
    /// What the blank does not print, so that it is 依据待核.
    public var unsettled: [String]
    /// What was written and what comes next, one line each.
    public var closing: [String] = []

    /// A report.
    public init(workbook: Workbook, map: FormMap, questions: [LearnedForm.Question], unsettled: [String]) {
        self.workbook = workbook
        self.map = map
        self.questions = questions
        self.unsettled = unsettled
    }

    /// The picture of the blank, what is not certain, what comes next.
    public var text: String {
        var lines = ["〔〕里是认出的填写位置的名字。"]
        if !questions.isEmpty {
            lines += ["", "拿不准的地方（\(questions.count) 处），请看一遍："]
            lines += questions.map { question in "  " + (question.cell.map { "\($0)：" } ?? "") + question.text }
        }
        if !unsettled.isEmpty {
            lines += ["", "空表上没有印、依据待核的内容："]
            lines += unsettled.map { "  \($0)" }
        }
        lines.append("")
        return FormPicture.text(of: workbook, map: map, questions: questions) + PlainText(lines: lines).text
            + conclusion
    }

    /// What comes next.
    public var conclusion: String { PlainText(lines: closing).text }
}
