import Intercom

protocol SupportService {
    func update(token: String)
    func signIn(as user: User)
}

final class IntercomSupportService: SupportService {
    func update(token: String) {
        Intercom.setUserJwt(token)
    }

    func signIn(as user: User) {
        Intercom.loginUser(with: makeAttributes(for: user)) { _ in }
    }

    private func makeAttributes(for user: User) -> ICMUserAttributes {
        let attributes = ICMUserAttributes()
        attributes.userId = user.id
        attributes.customAttributes = ["plan": user.plan]
        return attributes
    }
}
