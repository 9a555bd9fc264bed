import Foundation

/// What a provider says of itself (OpenID Connect Discovery 1.0, 3).
package struct ProviderMetadata: Hashable, Sendable, Decodable {
    let issuer: String
    let authorizationEndpoint: String
    let tokenEndpoint: String
    let keysURI: String
    let endSessionEndpoint: String?

    enum CodingKeys: String, CodingKey {
        case issuer
        case authorizationEndpoint = "authorization_endpoint"
        case tokenEndpoint = "token_endpoint"
        case keysURI = "jwks_uri"
        case endSessionEndpoint = "end_session_endpoint"
    }

    /// Where the provider with the issuer tells it.
    static func address(of issuer: String) -> String {
        (issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer)
            + "/.well-known/openid-configuration"
    }

    /// Reads the document; throws a refusal when it is none, or another issuer's.
    static func read(_ body: Data, of issuer: String) throws(Refusal) -> ProviderMetadata {
        let metadata: ProviderMetadata
        do {
            metadata = try JSONDecoder().decode(ProviderMetadata.self, from: body)
        } catch {
            throw .providerUnusable("its description is not one of OpenID Connect")
        }
        guard metadata.issuer == issuer else {
            throw .providerUnusable(
                "it calls itself «\(metadata.issuer)», and the settings say «\(issuer)»")
        }
        let addresses = [
            metadata.authorizationEndpoint, metadata.tokenEndpoint, metadata.keysURI,
        ]
        guard addresses.allSatisfy({ isAllowed($0, by: issuer) }) else {
            throw .providerUnusable("it names an address that is not https")
        }
        return metadata
    }

    /// Without encryption only where the issuer itself is without, which the settings allow on
    /// loopback alone.
    private static func isAllowed(_ address: String, by issuer: String) -> Bool {
        address.hasPrefix("https://")
            || (issuer.hasPrefix("http://") && address.hasPrefix("http://"))
    }
}
