import Intercom

protocol SupportService {
    func signIn(as user: User)
}

final class IntercomSupportService: SupportService {
    func signIn(as user: User) {
        Intercom.loginUser(with: makeAttributes(for: user)) { _ in } // want unsignedboot
    }

    private func makeAttributes(for user: User) -> ICMUserAttributes {
        let attributes = ICMUserAttributes()
        attributes.userId = user.id
        attributes.customAttributes = ["plan": user.plan]
        return attributes
    }
}
