import Intercom

final class SupportChat {
    // Done right: the token first, then the login.
    func signIn(user: User, token: String) {
        Intercom.setUserJwt(token)
        let attributes = ICMUserAttributes()
        attributes.userId = user.id
        Intercom.loginUser(with: attributes) { _ in }
    }

    func signInFromLink(user: User, token: String) {
        let attributes = ICMUserAttributes()
        attributes.userId = user.id
        Intercom.loginUser(with: attributes) { _ in }
        Intercom.setUserJwt(token)
    }
}
