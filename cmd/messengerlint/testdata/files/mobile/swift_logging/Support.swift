import Intercom
import os

final class Support {
    private let logger = Logger(subsystem: "com.acme.app", category: "support")
    private let api: API

    init(api: API) { self.api = api }

    func start(_ user: User) async throws {
        let token = try await api.messengerToken(for: user.id)
        print("messenger token: \(token)") // want secretlog
        print("messenger token has \(token.count) characters")
        logger.debug("token \(token, privacy: .public)") // want secretlog
        logger.debug("token \(token, privacy: .private)")
        NSLog("token = %@", token) // want secretlog
        os_log("token %{public}@", token) // want secretlog
        debugPrint(token.isEmpty ? "no token" : "token")
        Intercom.setUserJwt(token)
        let attributes = ICMUserAttributes()
        attributes.userId = user.id
        try await Intercom.loginUser(with: attributes)
    }

    func profile(_ user: User) async throws {
        let token = try await api.profileToken(for: user.id)
        print("profile token: \(token)")
    }
}
