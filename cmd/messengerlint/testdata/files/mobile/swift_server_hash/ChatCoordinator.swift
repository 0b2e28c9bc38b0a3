import Intercom
import UIKit

final class ChatCoordinator {
    private let backend: Backend

    init(backend: Backend) { self.backend = backend }

    func start(user: User) async throws {
        let response = try await backend.get("/support/session", as: SupportSession.self)
        Intercom.setUserHash(response.hmac) // want identityhash
        let attributes = ICMUserAttributes()
        attributes.userId = user.id
        try await Intercom.loginUser(with: attributes)
    }

    func startWithToken(user: User) async throws {
        let response = try await backend.get("/support/session", as: SupportSession.self)
        Intercom.setUserJwt(response.messengerToken)
        let attributes = ICMUserAttributes()
        attributes.userId = user.id
        try await Intercom.loginUser(with: attributes)
    }

    // Both: old servers send a hash, new ones a token.
    func startEither(user: User) async throws {
        let response = try await backend.get("/support/session", as: SupportSession.self)
        if let jwt = response.jwt {
            Intercom.setUserJwt(jwt)
        } else if let hash = response.hash {
            Intercom.setUserHash(hash)
        } else {
            throw SupportError.unverified
        }
        let attributes = ICMUserAttributes()
        attributes.userId = user.id
        try await Intercom.loginUser(with: attributes)
    }
}
