import CryptoKit
import Foundation
import Intercom

enum Keys {
    static let intercomIdentitySecret = "qX7vT2mLz9Rk4WbN8sYc1HdJ6pGfA3eUoVtQ5iBn"
}

struct IntercomIdentity {
    let userID: String

    var hash: String {
        let key = SymmetricKey(data: Data(Keys.intercomIdentitySecret.utf8))
        let mac = HMAC<SHA256>.authenticationCode(for: Data(userID.utf8), using: key) // want frontendkey, identityhash
        return mac.map { String(format: "%02x", $0) }.joined()
    }

    func apply() {
        Intercom.setUserHash(hash) // want identityhash
        let attributes = ICMUserAttributes()
        attributes.userId = userID
        Intercom.loginUser(with: attributes)
    }
}
