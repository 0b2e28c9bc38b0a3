import Intercom

final class Account {
  let api: AccountAPI

  init(api: AccountAPI) { self.api = api }

  func signIn(_ mail: String) {
    api.setUserHash(mail.sha256)
    session.server.loginUserWithUserAttributes(mail)
  }

  func talk(_ mail: String) {
    let attributes = ICMUserAttributes()
    attributes.email = mail
    Intercom.loginUser(with: attributes) { _ in } // want unsignedboot
  }
}
