import Foundation

/// Reads JSON of which nothing is known beforehand.
enum JSONText {
    /// The value; nil when the bytes are no JSON of that shape.
    static func decode<T: Decodable>(_ type: T.Type, from data: Data) -> T? {
        do {
            return try JSONDecoder().decode(type, from: data)
        } catch {
            return nil
        }
    }
}
