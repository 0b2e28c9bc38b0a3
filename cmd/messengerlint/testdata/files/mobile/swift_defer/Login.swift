import Intercom

final class Login {
    func deferred(_ user: User, jwt: String) {
        defer { Intercom.setUserJwt(jwt) }
        let attributes = ICMUserAttributes()
        attributes.userId = user.id
        Intercom.loginUser(with: attributes) // want unsignedboot
    }

    func continued(_ user: User, jwt: String) async throws {
        Intercom.setUserJwt(jwt)
        defer { analytics.track("support.login") }
        let attributes = ICMUserAttributes()
        attributes.userId = user.id
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, Error>) in
            Intercom.loginUser(with: attributes) { result in
                continuation.resume(with: result)
            }
        }
    }

    lazy var start: (User, String) -> Void = { user, jwt in
        let attributes = ICMUserAttributes()
        attributes.userId = user.id
        Intercom.loginUser(with: attributes) // want unsignedboot
        Intercom.setUserJwt(jwt)
    }

    func inlineToken(_ user: User) async throws {
        Intercom.setUserJwt(try await api.token(for: user))
        Intercom.loginUser(with: ICMUserAttributes().with { $0.userId = user.id })
    }

    func nested(_ user: User, tokens: TokenProviding) {
        func identify() {
            let attributes = ICMUserAttributes()
            attributes.userId = user.id
            Intercom.loginUser(with: attributes)
        }
        tokens.fetch { token in
            Intercom.setUserJwt(token)
            identify()
        }
    }
}
