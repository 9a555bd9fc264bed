import Foundation
import HTTPTypes

/// The API as openapi.yaml promises it: what is routed, asked for and refused comes from there.
struct Contract: Sendable {
    /// One operation of the document.
    struct Operation: Sendable {
        let id: String
        let method: HTTPRequest.Method
        /// Below `/api/v1`, as the document writes it: `/agreements/{id}`.
        let path: String
        let parameters: [Parameter]
        let body: Schema?
    }

    struct Parameter: Sendable {
        enum Place: String, Sendable {
            case path, query, header
        }

        let name: String
        let place: Place
        let isRequired: Bool
        let schema: Schema
    }

    let operations: [Operation]
    /// The document as it was written, and as JSON.
    let yaml: [UInt8]
    let json: [UInt8]

    /// The one that is served, read once.
    static let served = Result { try Contract(yaml: PackageResources.openapi_yaml) }

    init(yaml: [UInt8]) throws {
        let document = try ContractDocument(yaml: String(decoding: yaml, as: UTF8.self))
        self.yaml = yaml
        json = document.root.bytes
        guard case .object(let paths)? = document.root["paths"] else {
            throw ContractDocument.Error.unresolved("paths")
        }
        operations = try paths.flatMap { path -> [Operation] in
            guard case .object(let methods) = path.value else { return [] }
            return try methods.map {
                try Self.operation($0.name, path.name, $0.value, in: document)
            }
        }
    }

    private static func operation(
        _ method: String, _ path: String, _ value: JSONValue, in document: ContractDocument
    ) throws -> Operation {
        guard let id = value["operationId"]?.text,
            let method = HTTPRequest.Method(method.uppercased())
        else { throw ContractDocument.Error.unresolved(path) }
        var parameters: [Parameter] = []
        if case .list(let values)? = value["parameters"] {
            parameters = try values.map { try parameter(document.resolve($0), in: document) }
        }
        let body = value["requestBody"]?["content"]?["application/json"]?["schema"]
        return Operation(
            id: id, method: method, path: path, parameters: parameters,
            body: try body.map { try Schema($0, in: document) })
    }

    private static func parameter(_ value: JSONValue, in document: ContractDocument) throws
        -> Parameter
    {
        guard let name = value["name"]?.text,
            let place = value["in"]?.text.flatMap(Parameter.Place.init),
            let schema = value["schema"]
        else { throw ContractDocument.Error.unresolved("parameters") }
        return Parameter(
            name: name, place: place, isRequired: value["required"] == .truth(true),
            schema: try Schema(schema, in: document))
    }
}
