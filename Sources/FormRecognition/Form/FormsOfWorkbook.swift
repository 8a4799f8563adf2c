import Assessment
import FormTemplates
import Spreadsheet

/// The forms of one workbook, whose sheets are looked at once.
struct FormsOfWorkbook {
    private let workbook: Workbook
    private let library: FormLibrary
    private let id: String?
    private let options: RecognitionOptions
    private let view: WorkbookView
    /// What each sheet prints.
    private let labels: [PrintedLabels]
    /// The template of the workbook as a whole.
    private let whole: TemplateMatcher.Candidate?
    /// The templates of the sheets.
    private let own: [TemplateMatcher.Candidate?]

    init(_ workbook: Workbook, library: FormLibrary, template id: String?, options: RecognitionOptions) throws {
        self.workbook = workbook
        self.library = library
        self.id = id
        self.options = options
        let views = workbook.sheets.indices.map { SheetView(workbook, $0) }
        let labels = views.map { PrintedLabels($0, library.labels) }
        let matcher = TemplateMatcher(library: library)
        if let id {
            guard let entry = library.entries.first(where: { $0.template.id == id }) else {
                throw Self.unknownTemplate(id, library)
            }
            whole = matcher.candidate(entry, labels)
            own = labels.map { matcher.candidate(entry, [$0]) }
        } else {
            whole = matcher.best(labels)
            let best = whole
            own = labels.map { labels.count == 1 ? best : matcher.best([$0]) }
        }
        self.labels = labels
        let entries = own.map { [whole] in ($0 ?? whole)?.entry }
        let words = entries.map { $0?.words(library.labels) ?? library.genericWords }
        let templates = words.map(\.template)
        let told = try templates.first.map { try options.overrules($0, labels: library.labels) } ?? Overrules()
        try told.check(sheets: workbook.sheets.map(\.name), in: workbook.fileName)
        view = WorkbookView(workbook, views: views, overrules: told) { words[$0] }
    }

    /// The tables that could be meant.
    func found() throws -> TableChoice { try TableChoice(view, sheet: options.sheet) }

    /// The workbook with forms that share a sheet taken apart; nil where nothing tells where they begin.
    func apart(_ tables: [IndicatorBlock]) -> Workbook? { StackedForms.apart(tables, in: view) }

    /// The sheets of the workbook's only form: all but those of others.
    func sheets(of table: IndicatorBlock) -> [Int] {
        let forms = Set(view.sheetsOfForms)
        let main = table.table.sheetIndex
        // Of several forms one was asked for: it stands alone, with what is hidden where it is the first.
        if options.sheet != nil, forms.count > 1, forms.contains(main) {
            return view.looks.indices.filter { index in
                index == main
                    || main == forms.min() && workbook.sheets[index].visibility != .visible && !forms.contains(index)
            }
        }
        // A sheet that was asked for is read without those that have tables of their own.
        let isAsked = options.sheet != nil
        return view.looks.indices.filter { index in
            index == main
                || !forms.contains(index) && !(isAsked && view.looks[index].tables.contains { $0.table.count > 0 })
        }
    }

    /// Reads a form.
    ///
    /// - Parameters:
    ///   - sheets: The sheets that it is read from.
    ///   - withHidden: Whether what is hidden in the workbook is said with this form.
    func read(_ table: IndicatorBlock, sheets: [Int], withHidden: Bool = false) throws -> RecognizedForm {
        let main = table.table.sheetIndex
        let isAlone = sheets.count == 1 && view.looks.count > 1
        let candidate = isAlone ? own[main] : whole
        let traits = FormTraits(
            moneyUnit: moneyUnit(sheets, first: main), isUnknown: candidate == nil,
            isForm: candidate != nil || sheets.contains { view.looks[$0].moneyHeading != nil },
            scoresRateInTable: table.parts.contains { $0.content.indicators.contains(where: \.isExecutionRate) },
            givesAllPoints: givesAllPoints(table, sheets), isTitled: id != nil || candidate?.hasTitle ?? false)
        let template = (candidate?.entry.template ?? library.generic).adapted(to: traits)
        let words = (candidate?.entry.words(library.labels) ?? library.genericWords).adapted(template)
        let reader = SubmissionReader(view: view, table: table, sheets: sheets, words: words)
        let hidden =
            withHidden
            ? sheets + view.looks.indices.filter { workbook.sheets[$0].visibility != .visible && !sheets.contains($0) }
            : sheets
        var (submission, account) = try reader.read(options: options, remarksOn: hidden)
        if withHidden { addOtherSheets(&account, besides: sheets) }
        submission.kind = traits.isForm ? .form : .table
        submission.paper = PaperFinder.kind(of: table, in: view.looks[main])
        if let why = submission.paper.why {
            submission.notes.append("\(why)：只核对金额和分数加起来对不对")
            // What such a paper has besides is not judged, whatever it is.
            // Money has to add up there too.
            for index in account.unread.indices where account.unread[index].kind != .money {
                account.unread[index].isBlocking = false
            }
        }
        if let blank = candidate?.entry.blank { submission.hidden.removeAll { Self.isHidden($0, in: blank) } }
        // An indicator table that is to be judged by a template (--template) is not held against its blank.
        if let candidate, let blank = candidate.entry.blank, traits.isForm,
            candidate.isNear || sheets.contains(where: { view.looks[$0].moneyHeading != nil })
        {
            PrintedPlaces(blank: blank, sheet: candidate.entry.template.sheet)
                .settle(&account, in: workbook.sheets[main])
            let sheet = isAlone ? main : candidate.sheetIndex
            submission.isBlankUnsettled = candidate.entry.template.isLayoutUnsettled
            submission.differences = BlankComparison(
                blank: blank, sheet: candidate.entry.template.sheet, index: candidate.entry.index,
                form: view.looks[sheet], printed: labels[sheet]
            ).differences()
        }
        return RecognizedForm(
            submission: submission, account: account, template: template,
            match: match(candidate, submission: submission))
    }

    /// Sheets of a workbook with several forms that are none of them are told once, with the first form.
    private func addOtherSheets(_ account: inout FormAccount, besides sheets: [Int]) {
        let forms = Set(view.sheetsOfForms)
        for index in view.looks.indices
        where workbook.sheets[index].visibility == .visible && !forms.contains(index) && !sheets.contains(index) {
            let other = AccountKeeper(view: view, table: nil, sheets: [index])
                .account([:], overrules: view.looks[index].overrules)
            account.unread += other.unread.map { place in
                var place = place
                place.isOnOtherSheet = true
                return place
            }
        }
    }

    /// Whether the indicators have all points, so that none are left for 预算执行率 in the money block.
    private func givesAllPoints(_ table: IndicatorBlock, _ sheets: [Int]) -> Bool {
        // A row that does not apply may have no points, and what is added or taken besides has no share in them.
        let weights = table.parts.flatMap(\.content.indicators)
            .filter { $0.extra == nil && !($0.isNotApplicable && $0.weight == nil) }.map { $0.weight?.value }
        let total = library.generic.standard.total
        // What the row of totals says of them counts as much: a row may be wrong.
        guard !weights.contains(nil),
            weights.reduce(0, { $0 + ($1 ?? 0) }) == total
                || table.parts.contains(where: { $0.content.printedWeightTotal?.value == total })
        else { return false }
        // The person said which cell has them.
        let isTold = view.looks[table.table.sheetIndex].overrules.cells.contains { told in
            [.weight, .score].contains(library.genericWords.amount(Label(told.name))?.column)
        }
        return !isTold
            && !sheets.contains { index in
                view.looks[index].places.contains {
                    ($0.block as? RatePointsBlock)?.givesPoints(view.looks[index].view) ?? false
                }
            }
    }

    /// The unit that the form's money is in. Figures are reported as they are printed.
    private func moneyUnit(_ sheets: [Int], first: Int) -> MoneyUnit? {
        for index in sheets {
            let look = view.looks[index]
            if let row = look.moneyHeading { return look.statedUnit(upTo: row) }
        }
        return nil
    }

    /// A finance export alone: its sums are checked.
    func export() -> RecognizedForm? {
        guard
            let read = try? BudgetExportReader(template: library.generic, labels: library.labels).read(
                workbook, unit: options.unit, known: nil)
        else { return nil }
        var submission = Submission(source: Source(file: workbook.fileName))
        submission.kind = .export
        submission.budget = read.lines
        submission.notes = workbook.readingNotes + read.notes
        let match = TemplateMatch(
            id: library.generic.id, title: library.generic.title, isGeneric: true,
            evidence: ["这是一份预算执行导出，没有绩效指标：只核对金额"])
        return RecognizedForm(submission: submission, account: read.account, template: library.generic, match: match)
    }

    /// Whether the blank itself has a hidden sheet with the same text: the lists that its cells choose from.
    private static func isHidden(_ text: SourcedText, in blank: Workbook) -> Bool {
        guard let cell = text.source.cell, let sheet = blank.sheets.first(where: { $0.name == text.source.sheet })
        else {
            return false
        }
        return sheet.visibility != .visible && sheet[cell]?.shown == text.text
    }

    // MARK: Why

    private func match(_ candidate: TemplateMatcher.Candidate?, submission: Submission) -> TemplateMatch {
        guard let candidate else {
            let evidence =
                submission.kind == .table
                ? "这是一张指标表，没有表样可比：按各地表样共有的规则核对；要按某个模板核对请加 --template"
                : "与现有的 \(library.entries.count) 个模板都不够像：按各地表样共有的规则核对，模板特有的规定没有检查"
            return TemplateMatch(
                id: library.generic.id, title: library.generic.title, isGeneric: true, evidence: [evidence])
        }
        var evidence: [String] = []
        if id != nil { evidence.append("按 --template 指定") }
        if candidate.hasTitle { evidence.append("表题是“\(candidate.entry.template.title)”") }
        evidence.append("空表的 \(candidate.labels) 个标签里有 \(candidate.found) 个相同")
        return TemplateMatch(
            id: candidate.entry.template.id, title: candidate.entry.template.title, isGeneric: false,
            evidence: evidence)
    }

    private static func unknownTemplate(_ id: String, _ library: FormLibrary) -> ToolError {
        ToolError(
            code: .usage, message: "没有名为“\(id)”的模板。",
            advice: "现有的模板：\(library.entries.map(\.template.id).joined(separator: "、"))。用 --template 选一个，或不写，由程序认。")
    }
}
