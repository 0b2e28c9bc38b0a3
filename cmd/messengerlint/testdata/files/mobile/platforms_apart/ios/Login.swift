import Intercom

func signIn(_ user: User, jwt: String) {
    Intercom.setUserJwt(jwt)
    let attributes = ICMUserAttributes()
    attributes.userId = user.id
    Intercom.loginUser(with: attributes)
}
