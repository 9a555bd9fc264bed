import Foundation

/// Identifiers as a JSON array, for `json_each` in a query.
enum IDList {
    static func json(_ ids: [String]) -> String {
        do {
            return String(decoding: try JSONEncoder().encode(ids), as: UTF8.self)
        } catch {
            preconditionFailure("Texts always encode: \(error)")
        }
    }
}
