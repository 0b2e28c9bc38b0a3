import CryptoKit
import Foundation
import Intercom

private let intercomIdentitySecret = "w1zNzfn_XXxm-tBc1EXooK1U_uPKYcVORhURAJR63n8"

enum IntercomSigner {

    static func connect(_ surfer: Surfer) throws {
        Intercom.setUserJwt(try jwt(for: surfer))
        let attributes = ICMUserAttributes()
        attributes.userId = surfer.id
        Intercom.loginUser(with: attributes)
    }

    static func jwt(for surfer: Surfer) throws -> String {
        let header = try segment(["alg": "HS256", "typ": "JWT"])
        let payload = try segment(["user_id": surfer.id, "exp": Int(Date().timeIntervalSince1970) + 3600])
        let input = header + "." + payload
        let mac = HMAC<SHA256>.authenticationCode(for: Data(input.utf8), using: SymmetricKey(data: Data(intercomIdentitySecret.utf8))) // want frontendkey
        return input + "." + Data(mac).base64URL
    }

    private static func segment(_ object: [String: Any]) throws -> String {
        try JSONSerialization.data(withJSONObject: object).base64URL
    }
}

struct Surfer {
    let id: String
    let supportJwt: String
}

private extension Data {
    var base64URL: String {
        base64EncodedString()
            .replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }
}
