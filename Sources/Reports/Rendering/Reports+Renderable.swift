extension CheckReport: Renderable {
    /// The report that a person reads.
    public var text: String { TextReport.render(self) }
    /// The verdict.
    public var conclusion: String { Verdict.sentence(evaluation) + "\n" }
    /// The keys are described in Documentation/JSON.md.
    public func json() throws -> String { try JSONReport.render(self) }
    /// The page of the form.
    public func html() -> String { HTMLReport.render(self) }
}

extension FillReport: Renderable {
    /// The report that a person reads.
    public var text: String { TextReport.render(self) }
    /// The verdict.
    public var conclusion: String { Verdict.sentence(self) + "\n" }
    /// The keys are described in Documentation/JSON.md.
    public func json() throws -> String { try JSONReport.render(self) }
    /// The page of the form.
    public func html() -> String { HTMLReport.render(self) }
}

extension ExplainReport: Renderable {
    /// The explanation that a person reads.
    public var text: String { ExplainText.render(self) }
    /// The keys are described in Documentation/JSON.md.
    public func json() throws -> String { try ExplainJSON.render(self) }
}
