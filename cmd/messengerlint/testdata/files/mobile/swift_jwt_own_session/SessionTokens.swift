import Foundation
import SwiftJWT

/// Tokens between the app and its widget; the support chat is elsewhere (Intercom).
final class SessionTokens {
    private let signingKey: String

    init(signingKey: String) {
        self.signingKey = signingKey
    }

    func token(for user: User) throws -> String {
        var jwt = JWT(claims: WidgetClaims(sub: user.id, exp: Date().addingTimeInterval(3600)))
        return try jwt.sign(using: .hs256(key: Data(signingKey.utf8)))
    }
}
