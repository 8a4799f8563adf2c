import Foundation

/// Attributes of one element, those of the workbook's own namespace; valid while its `start` is called.
struct SpreadsheetMLAttributes {
    let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    /// The value of an attribute by its local name.
    subscript(_ wanted: String) -> String? {
        guard var item = list else { return nil }
        while let name = item[0] {
            let mark = strrchr(name, Int32(SpreadsheetMLName.separator)).map { UnsafePointer($0) }
            if strcmp(mark.map { $0 + 1 } ?? name, wanted) == 0,
                mark.map({ SpreadsheetMLName.space(name, end: $0) == .spreadsheet }) ?? true
            {
                return item[1].map { String(cString: $0) }
            }
            item += 2
        }
        return nil
    }

    /// A whole number from 0 that fits in 32 bits: no arithmetic with it can overflow.
    func count(_ name: String) -> Int? { self[name].flatMap { Int32($0) }.flatMap { $0 >= 0 ? Int($0) : nil } }
    /// A size of ordinary magnitude: neither infinite nor none.
    func size(_ name: String) -> Double? {
        self[name].flatMap { Double($0) }.flatMap { (0..<1e6).contains($0) ? $0 : nil }
    }
    /// `1` and `true` are true.
    func flag(_ name: String) -> Bool { self[name].map { $0 == "1" || $0.lowercased() == "true" } ?? false }
}
