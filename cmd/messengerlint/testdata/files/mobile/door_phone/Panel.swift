import DoorKit

final class Panel {
    let intercom: DoorIntercom

    init(intercom: DoorIntercom) { self.intercom = intercom }

    func open(with credentials: Credentials) {
        intercom.loginUser(with: credentials)
        intercom.registerUser(credentials.userId)
    }
}
