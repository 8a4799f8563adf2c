import Foundation

/// Texts of a person's file as parts of the name of a new one.
public enum FileNameText {
    /// Without what a file name can't hold on Windows or here, and without what is not seen: controls, marks of the direction of writing such as
    /// U+202E, which make `xslx.exe` look like another name, spaces of no width.
    public static func cleaned(_ text: String) -> String {
        text.replacing(where: { isInvisible($0) || forbidden.contains($0) }, with: "")
    }

    /// The same, with another text in the place of what a file name can't hold.
    public static func cleaned(_ text: String, replacement: String) -> String {
        text.replacing(where: { isInvisible($0) }, with: "")
            .replacing(where: { forbidden.contains($0) }, with: replacement)
    }

    /// A text as a message may show it: without controls and marks of direction, which could make it look like another.
    public static func visible(_ text: String) -> String {
        text.replacing(where: { isInvisible($0) }, with: "")
    }

    private static let forbidden: Set<Unicode.Scalar> = ["/", "\\", ":", "*", "?", "\"", "<", ">", "|"]

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
        // Noncharacters; other unassigned ones may be letters that are newer than we are.
        case .unassigned: scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
        default: false
        }
    }
}

extension String {
    fileprivate func replacing(where isReplaced: (Unicode.Scalar) -> Bool, with text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if isReplaced(scalar) { result.append(contentsOf: text.unicodeScalars) } else { result.append(scalar) }
        }
        return String(result)
    }
}
