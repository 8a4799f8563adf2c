import Foundation

/// Elements that the rows of a sheet don't need.
extension SheetHandlers {
    /// An element that is not of the sheet's own. Without namespaces there is no telling.
    static func foreign(
        _ scan: UnsafeMutablePointer<SheetScan>, _ name: UnsafePointer<CChar>, _ attributes: AttributeList
    ) {
        let mode = scan.pointee.mode
        if mode != .outside, !scan.pointee.namespaces { return scan.pointee.halt(.needsNamespaces) }
        // Passed over with all in it, but for the fallback of an alternative.
        if scan.pointee.namespaces, mode == .outside || mode == .sheetData || mode == .row,
            let local = alternative(name),
            local != "Choice"
        {
            if mode != .outside { scan.pointee.alternatives += 1 }
            return
        }
        scan.pointee.skipDepth = scan.pointee.depth
    }

    /// The name of an element that offers alternatives; nil for any other.
    private static func alternative(_ name: UnsafePointer<CChar>) -> String? {
        let namespace = "/markup-compatibility/2006\u{1}"
        return strstr(name, namespace).map { String(cString: $0 + namespace.utf8.count) }
    }

    /// Whether what ends is an alternative around rows or cells.
    static func leaveAlternative(
        _ scan: UnsafeMutablePointer<SheetScan>, _ name: UnsafePointer<CChar>
    ) -> Bool {
        guard alternative(name) != nil else { return false }
        scan.pointee.alternatives -= 1
        return true
    }
}
