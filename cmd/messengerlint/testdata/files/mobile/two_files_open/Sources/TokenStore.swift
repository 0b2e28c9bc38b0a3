import Intercom

final class TokenStore {
    func store(_ token: SupportToken) {
        Intercom.setUserJwt(token.value)
    }
}
