import Foundation
import Intercom
import SwiftJWT

struct MessengerClaims: Claims {
    let user_id: String
    let exp: Date
}

final class TokenFactory {
    private let signingKey: String

    init(signingKey: String) {
        self.signingKey = signingKey
    }

    func login(_ user: User) throws {
        var jwt = JWT(claims: MessengerClaims(user_id: user.id, exp: Date().addingTimeInterval(3600)))
        let token = try jwt.sign(using: .hs256(key: Data(signingKey.utf8))) // want frontendkey
        Intercom.setUserJwt(token)
        let attributes = ICMUserAttributes()
        attributes.userId = user.id
        Intercom.loginUser(with: attributes)
    }
}
