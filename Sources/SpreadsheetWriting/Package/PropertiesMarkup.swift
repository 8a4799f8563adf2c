import Spreadsheet

/// What a file says of itself, as its parts have it.
enum PropertiesMarkup {
    private static let begin = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let customKinds: Set<String> = ["lpwstr", "i4", "int", "r8", "bool", "filetime"]

    /// The part of the core properties.
    static func core(_ core: [String: String]) -> String {
        let order = [
            ("dc", "title"), ("dc", "subject"), ("dc", "creator"), ("cp", "keywords"), ("dc", "description"),
            ("cp", "lastModifiedBy"), ("dcterms", "created"), ("dcterms", "modified"), ("cp", "category"),
            ("cp", "contentStatus"),
        ]
        let inside = order.map { prefix, name -> String in
            guard let value = core[name] ?? (prefix == "dcterms" ? "2000-01-01T00:00:00Z" : nil) else { return "" }
            let kind: String? = prefix == "dcterms" ? "dcterms:W3CDTF" : nil
            return Markup.element("\(prefix):\(name)", [("xsi:type", kind)], Markup.escaped(value))
        }.joined()
        return begin
            + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
            + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
            + "xmlns:dcmitype=\"http://purl.org/dc/dcmitype/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
            + inside + "</cp:coreProperties>"
    }

    /// The part of the properties that were added.
    static func custom(_ custom: [DocumentProperties.Custom]) -> String {
        let inside = custom.enumerated().map { index, property in
            let kind = customKinds.contains(property.kind) ? property.kind : "lpwstr"
            let value =
                property.value.isEmpty
                ? "<vt:\(kind)></vt:\(kind)>" : Markup.element("vt:\(kind)", [], Markup.escaped(property.value))
            return Markup.element(
                "property",
                [
                    ("fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"), ("pid", String(index + 2)),
                    ("name", property.name),
                ], value)
        }.joined()
        return begin
            + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" "
            + "xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">\(inside)</Properties>"
    }
}
