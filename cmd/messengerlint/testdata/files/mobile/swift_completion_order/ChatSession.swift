import Foundation
import Intercom

final class ChatSession {
    private let api: APIClient

    init(api: APIClient) { self.api = api }

    // Inside the handler the token comes first.
    func startInOrder(for user: User) {
        api.intercomToken(for: user.id) { result in
            switch result {
            case .success(let jwt):
                Intercom.setUserJwt(jwt)
                let attributes = ICMUserAttributes()
                attributes.userId = user.id
                Intercom.loginUser(with: attributes)
            case .failure(let error):
                assertionFailure("\(error)")
            }
        }
    }

    // The failure branch logs in all the same.
    func startWithFallback(for user: User) {
        let attributes = ICMUserAttributes()
        attributes.userId = user.id
        api.intercomToken(for: user.id) { result in
            switch result {
            case .success(let jwt):
                Intercom.setUserJwt(jwt)
                Intercom.loginUser(with: attributes)
            case .failure:
                Intercom.loginUser(with: attributes) // want unsignedboot
            }
        }
    }

    // The login does not wait.
    func startTooEarly(for user: User) {
        let attributes = ICMUserAttributes()
        attributes.userId = user.id
        api.fetchIntercomToken(for: user.id) { jwt in
            Intercom.setUserJwt(jwt)
        }
        Intercom.loginUser(with: attributes) // want unsignedboot
    }

    func startAsync(for user: User) async throws {
        let jwt = try await api.intercomToken(for: user.id)
        await MainActor.run {
            Intercom.setUserJwt(jwt)
        }
        let attributes = ICMUserAttributes()
        attributes.userId = user.id
        try await Intercom.loginUser(with: attributes)
    }

    func startSwapped(for user: User) async throws {
        let attributes = ICMUserAttributes()
        attributes.userId = user.id
        try await Intercom.loginUser(with: attributes) // want unsignedboot
        let jwt = try await api.intercomToken(for: user.id)
        Intercom.setUserJwt(jwt)
    }

    func startGuarded(for user: User, jwt: String?) {
        let attributes = ICMUserAttributes()
        attributes.userId = user.id
        guard let jwt, !jwt.isEmpty else {
            Intercom.loginUnidentifiedUser()
            return
        }
        Intercom.setUserJwt(jwt)
        Intercom.loginUser(with: attributes)
    }

    func startGuardedWrong(for user: User, jwt: String?) {
        let attributes = ICMUserAttributes()
        attributes.userId = user.id
        guard let jwt else {
            Intercom.loginUser(with: attributes) // want unsignedboot
            return
        }
        Intercom.setUserJwt(jwt)
        Intercom.loginUser(with: attributes)
    }

    func startInTask(for user: User) {
        Task { [weak self] in
            guard let self else { return }
            let jwt = try? await self.api.intercomToken(for: user.id)
            if let jwt {
                Intercom.setUserJwt(jwt)
            }
            let attributes = ICMUserAttributes()
            attributes.userId = user.id
            Intercom.loginUser(with: attributes)
        }
    }

    func empty(for user: User) {
        Intercom.setUserJwt("")
        let attributes = ICMUserAttributes()
        attributes.userId = user.id
        Intercom.loginUser(with: attributes) // want unsignedboot
    }

    func named(for user: User) {
        let attributes = ICMUserAttributes()
        attributes.name = user.name
        Intercom.loginUser(with: attributes)
    }
}
