import Intercom
import UIKit

final class ChatCoordinator {
    func start(user: User) {
        guard let secret = Bundle.main.object(forInfoDictionaryKey: "INTERCOM_SECRET_KEY") as? String else { return }
        let hash = user.id.hmacSHA256(key: secret) // want frontendkey, identityhash
        Intercom.setUserHash(hash)
        let attributes = ICMUserAttributes()
        attributes.userId = user.id
        Intercom.loginUser(with: attributes)
    }
}
