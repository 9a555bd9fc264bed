import Foundation
import HTTPTypes
import Hummingbird
import Register

/// Reads what a request brings against what openapi.yaml asks for.
struct APIRequest: Sendable {
    let request: Request
    let context: PageContext
    let operation: Contract.Operation

    /// The most that a body may have, in bytes: what the longest text needs, ten times over.
    static let bodyLimit = 256 * 1024

    // MARK: Parameters

    /// Throws `Problem`.
    func path() throws -> [String: JSONValue] {
        var values: [String: JSONValue] = [:]
        for parameter in operation.parameters where parameter.place == .path {
            let sent = context.coreContext.parameters.get(parameter.name)
            guard let text = sent?.removingPercentEncoding,
                let value = Self.value(of: text, as: parameter.schema),
                parameter.schema.faults(in: value).isEmpty
            else { throw APICall.nothing }
            values[parameter.name] = value
        }
        return values
    }

    /// Throws `Problem`: a parameter that is not known is refused by name.
    func query() throws -> [String: JSONValue] {
        guard let form = URLEncoded.read((request.uri.query ?? "").utf8) else {
            throw Problem(.malformed, "The query cannot be read: encode it as UTF-8.")
        }
        let known = operation.parameters.filter { $0.place == .query }
        var faults = form.values.keys.sorted().filter { name in
            !known.contains { $0.name == name }
        }.map { name in
            FieldFault(
                name,
                known.isEmpty
                    ? "The address takes no parameters."
                    : "There is no such parameter; the parameters are "
                        + "\(known.map(\.name).joined(separator: ", ")).")
        }
        var values: [String: JSONValue] = [:]
        for parameter in known {
            let sent = form.all(parameter.name)
            guard let text = sent.first else {
                if parameter.isRequired {
                    faults.append(FieldFault(parameter.name, "It is missing: give it."))
                }
                continue
            }
            guard sent.count == 1 else {
                faults.append(FieldFault(parameter.name, "It is given twice: give it once."))
                continue
            }
            let value = Self.value(of: text, as: parameter.schema) ?? .text(text)
            faults += parameter.schema.faults(in: value, at: parameter.name)
            values[parameter.name] = value
        }
        guard faults.isEmpty else { throw Self.invalid(faults) }
        return values
    }

    /// A text as the sort of value that the schema asks for; nil when it is none.
    private static func value(of text: String, as schema: Schema) -> JSONValue? {
        if schema.sorts.contains(.integer) {
            // What is written otherwise, such as +1 or 01, is no number of JSON.
            return Int64(text).flatMap { String($0) == text ? .integer($0) : nil }
        }
        if schema.sorts.contains(.boolean) {
            return text == "true" ? .truth(true) : text == "false" ? .truth(false) : nil
        }
        guard schema.sorts.contains(.array) else { return .text(text) }
        return .list(text.isEmpty ? [] : text.components(separatedBy: ",").map { .text($0) })
    }

    /// The version that `If-Match` names; `Problem` where it is needed and missing.
    func version() throws -> RecordVersion? {
        guard let parameter = operation.parameters.first(where: { $0.name == "If-Match" }) else {
            return nil
        }
        guard let tag = request.headers[.ifMatch] else {
            guard parameter.isRequired else { return nil }
            throw Problem(
                .versionRequired, "Read the record first, and send its ETag as If-Match.")
        }
        let faults = parameter.schema.faults(in: .text(tag), at: "If-Match")
        guard faults.isEmpty, let seq = Int64(tag.dropFirst().dropLast()) else {
            throw Self.invalid([
                FieldFault("If-Match", "It is no ETag of a record: send it as it was received.")
            ])
        }
        return RecordVersion(seq: seq)
    }

    // MARK: Body

    /// Throws `Problem`; an empty object where the operation takes none.
    func body() async throws -> JSONValue {
        guard let schema = operation.body else { return .object([]) }
        let type = request.headers[.contentType] ?? ""
        let media = type.split(separator: ";").first.map { String($0).trimmed.lowercased() }
        guard media == "application/json" else {
            throw Problem(.wrongMediaType, "Send «Content-Type: application/json».")
        }
        let value: JSONValue
        do {
            value = try JSONDecoder().decode(JSONValue.self, from: Data(try await bytes()))
        } catch is DecodingError {
            throw Problem(.malformed, "The body is no JSON in UTF-8.")
        }
        let faults = schema.faults(in: value)
        guard faults.isEmpty else { throw Self.invalid(faults) }
        return value
    }

    private func bytes() async throws -> [UInt8] {
        if let text = request.headers[.contentLength], let length = Int(text),
            length > Self.bodyLimit
        {
            throw Self.tooLarge
        }
        var bytes: [UInt8] = []
        for try await buffer in request.body {
            guard bytes.count + buffer.readableBytes <= Self.bodyLimit else { throw Self.tooLarge }
            bytes.append(contentsOf: buffer.readableBytesView)
        }
        return bytes
    }

    private static let tooLarge = Problem(
        .tooLarge, "The body has more than \(bodyLimit) bytes: send less.")

    private static func invalid(_ faults: [FieldFault]) -> Problem {
        let first = faults[0]
        let field = first.field.isEmpty ? "The body" : "«\(first.field)»"
        return Problem(.invalid, "\(field): \(first.message)", faults: faults)
    }
}
