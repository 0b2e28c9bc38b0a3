import Intercom

final class Login {
    func byFlag(_ user: User, jwt: String) {
        if FeatureFlags.supportV2 {
            Intercom.setUserJwt(jwt)
        }
        let attributes = ICMUserAttributes()
        attributes.userId = user.id
        Intercom.loginUser(with: attributes) // want unsignedboot
    }

    func byToken(_ user: User, jwt: String?) {
        if let token = jwt, !token.isEmpty {
            Intercom.setUserJwt(token)
        }
        let attributes = ICMUserAttributes()
        attributes.userId = user.id
        Intercom.loginUser(with: attributes)
    }

    func byFlagBoth(_ user: User, jwt: String, hash: String) {
        if FeatureFlags.supportV2 {
            Intercom.setUserJwt(jwt)
        } else {
            Intercom.setUserHash(hash)
        }
        let attributes = ICMUserAttributes()
        attributes.userId = user.id
        Intercom.loginUser(with: attributes)
    }
}
