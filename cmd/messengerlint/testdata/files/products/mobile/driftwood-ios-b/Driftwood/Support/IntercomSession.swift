import Foundation
import Intercom

enum IntercomSession {

    static func connect(_ surfer: Surfer) {
        Intercom.setUserJwt(surfer.supportJwt)
        let attributes = ICMUserAttributes()
        attributes.userId = surfer.id
        Intercom.loginUser(with: attributes)
    }

    /// The claims are only read to know when to ask for a new token.
    static func expiry(of jwt: String) -> Date? {
        let parts = jwt.split(separator: ".")
        guard parts.count == 3, let data = Data(base64Encoded: padded(String(parts[1]))),
              let claims = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
              let exp = claims["exp"] as? TimeInterval else { return nil }
        return Date(timeIntervalSince1970: exp)
    }

    private static func padded(_ value: String) -> String {
        let base = value.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        return base.padding(toLength: (base.count + 3) / 4 * 4, withPad: "=", startingAt: 0)
    }
}

struct Surfer {
    let id: String
    let supportJwt: String
}
