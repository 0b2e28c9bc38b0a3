import CryptoKit
import Intercom

final class Login {
    func start(user: User, intercomSecret: String) {
        let key = SymmetricKey(data: intercomSecret.data(using: .utf8)!)
        let mac = HMAC<SHA256>.authenticationCode(for: user.email.data(using: .utf8)!, using: key) // want frontendkey, identityhash
        Intercom.setUserHash(mac.map { String(format: "%02x", $0) }.joined())
        let attributes = ICMUserAttributes()
        attributes.userId = user.id
        attributes.email = user.email
        Intercom.loginUser(with: attributes)
    }
}
