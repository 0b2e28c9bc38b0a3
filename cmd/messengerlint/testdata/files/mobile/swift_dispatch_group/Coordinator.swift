import Intercom

extension AppDelegate {
    func configureIntercom(jwt: String?, userId: String) {
        Intercom.setApiKey(Config.intercomKey, forAppId: Config.intercomAppId)

        #if DEBUG
        Intercom.enableLogging()
        #endif

        switch jwt {
        case .some(let token) where !token.isEmpty:
            Intercom.setUserJwt(token)
        default:
            Intercom.loginUnidentifiedUser()
            return
        }

        let attrs = ICMUserAttributes()
        attrs.userId = userId
        Intercom.loginUser(with: attrs, success: { }, failure: { error in
            print("[Intercom]", error)
        })
    }

    func configureFallthrough(jwt: String?, userId: String) {
        let attrs = ICMUserAttributes()
        attrs.userId = userId
        switch jwt {
        case .some(let token):
            Intercom.setUserJwt(token)
            Intercom.loginUser(with: attrs)
        case .none:
            Intercom.loginUser(with: attrs) // want unsignedboot
        }
    }
}
