import Intercom

func identify(_ user: User) {
    let attributes = ICMUserAttributes()
    attributes.userId = user.id
    Intercom.loginUser(with: attributes)
}

func identifyLate(_ user: User, token: String) {
    let attributes = ICMUserAttributes()
    attributes.userId = user.id
    Intercom.loginUser(with: attributes) // want unsignedboot
    Intercom.setUserJwt(token)
}
